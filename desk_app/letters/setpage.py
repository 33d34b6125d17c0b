"""The set page: every run of text with place, font and size, ornaments by name and version. Preview, print and archive
come from these bytes alone, so a reprint is equal to the pixel years later.

Lengths are micrometres from the top left corner of the sheet, y is the baseline; sizes are hundredths of a point;
distances inside a line are thousandths of an em. Only whole numbers, so that bytes and digests agree everywhere.
"""

import hashlib
import unicodedata
from dataclasses import dataclass
from typing import Literal

import msgspec

Ink = Literal["colour", "black"]
PageMark = Literal["", "MẪU", "TẬP"]
Tone = Literal["muc", "son", "la", "cham", "nho", "xam", "den"]
Pair = tuple[int, int]
Mark = tuple[int, int, int]
SPECIMEN, TRAINING = "MẪU", "TẬP"


class BadPage(ValueError):
    """Bytes that are no set page of this program; `code` is "not-a-page" or "not-canonical"."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class CannotDraw(ValueError):
    """A page that names a font or ornament which is not here in that exact version; `what` names it."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


@dataclass(frozen=True, slots=True)
class Run:
    """One piece of text on one baseline, in NFC.

    `tracking` is added after every character and `word` (micrometres) after every space; `kern` holds (index,
    distance after that character); `marks` holds (index, right, up): that combining mark is drawn displaced from the
    pen and takes no room.
    """

    text: str
    x: int
    y: int
    font: str
    size: int
    tone: Tone = "muc"
    tracking: int = 0
    word: int = 0
    kern: tuple[Pair, ...] = ()
    marks: tuple[Mark, ...] = ()

    def __post_init__(self) -> None:
        if not self.text or not unicodedata.is_normalized("NFC", self.text):
            raise ValueError("a run has text in NFC")
        if self.size <= 0:
            raise ValueError("a run has a size")


@dataclass(frozen=True, slots=True)
class OrnamentPlace:
    """An ornament in a box, turned (hundredths of a degree, clockwise) about its middle; `tone` recolours all of it."""

    name: str
    version: str
    x: int
    y: int
    width: int
    height: int
    turn: int = 0
    mirrored: int = 0
    tone: Tone | Literal[""] = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line."""

    x1: int
    y1: int
    x2: int
    y2: int
    width: int
    tone: Tone = "muc"


@dataclass(frozen=True, slots=True)
class QrPlace:
    """The QR symbol: top left corner, side of a module, the link, and its rows of modules as hexadecimal numbers.

    The rows are kept because the choice of the mask may differ in a later release of the encoder.
    """

    x: int
    y: int
    module: int
    link: str
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Face:
    """The exact cut of a font that the page was measured with (see Fonts.digest)."""

    font: str
    digest: str


@dataclass(frozen=True, slots=True)
class SetPage:
    """One finished sheet; lengths in micrometres although the names say what they measure in the contract."""

    template: str
    version: int
    title: str
    width: int
    height: int
    ink: Ink
    runs: tuple[Run, ...]
    ornaments: tuple[OrnamentPlace, ...] = ()
    rules: tuple[Rule, ...] = ()
    code: QrPlace | None = None
    mark: PageMark = ""
    faces: tuple[Face, ...] = ()

    @property
    def text(self) -> str:
        """Every run, a line each, in the order of the sheet's text stream."""
        return "\n".join(run.text for run in self.runs)


MOST_WRITTEN = 8
_written: dict[bytes, SetPage] = {}
"""The last pages written: what comes back from the register equal to the byte is the same page."""


def page_bytes(page: SetPage) -> bytes:
    """The canonical bytes of a page: UTF-8 JSON, sorted keys, no spaces, whole numbers only."""
    raw = msgspec.json.encode(page, order="sorted")
    if len(_written) >= MOST_WRITTEN:
        _written.clear()
    _written[raw] = page
    return raw


def page_from(raw: bytes) -> SetPage:
    """The page behind its canonical bytes; raises BadPage for anything else."""
    known = _written.get(raw)
    if known is not None:
        return known
    try:
        page = msgspec.json.decode(raw, type=SetPage)
    except (msgspec.DecodeError, ValueError) as trouble:
        raise BadPage("not-a-page") from trouble
    if msgspec.json.encode(page, order="sorted") != raw:
        raise BadPage("not-canonical")
    return page


def page_digest(raw: bytes) -> str:
    """SHA-256 of a page's bytes, 64 hexadecimal digits, as journaled."""
    return hashlib.sha256(raw).hexdigest()
