"""Letters parted into what goes through a printer in one go: one printer, one set-up, one paper in the tray."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from common.words import print_paper as words
from desk_app.letters.setpage import BadPage, SetPage, page_from
from desk_app.services.printers import HALF, ORNATE, PLAIN, PrinterSetup
from desk_app.services.seat import Seat
from desk_app.services.stored import any_letter, whole_letter
from desk_app.services.trouble import Trouble

A4, A5 = "A4", "A5"
_EDGES = {"khung-rang-luoc": 8.0, "khung-chi-kep": 9.0, "khung-chi-manh": 9.0}
"""How far the outer line of each frame stands inside the sheet, in millimetres (LOOK.md 3.2)."""
_LONGEST_A5 = 220_000
"""No side of an A5 sheet is longer, in micrometres."""


@dataclass(frozen=True, slots=True)
class Way:
    """A printer and how it is set up for one kind of letter."""

    printer: str
    setup: PrinterSetup


@dataclass(frozen=True, slots=True)
class LightFrame:
    """A frame in light grey as a PDF, and how far its outer line stands inside the sheet, in millimetres."""

    pdf: bytes
    edge: float


@dataclass(frozen=True, slots=True)
class Batch:
    """Letters that go through `way` in this order; `size` as they are drawn, `kind` where the stock is its own."""

    way: Way
    size: str
    kind: str
    letters: tuple[int, ...]

    @property
    def half(self) -> bool:
        """Whether an A5 letter goes on the upper half of an A4 sheet."""
        return self.size == A5 and self.way.setup.stock == HALF

    @property
    def stock(self) -> str:
        """The stock, where it matters: an A4 letter fills its sheet."""
        stock = self.way.setup.stock
        return PLAIN if stock == HALF and self.size == A4 else stock

    @property
    def tray(self) -> tuple[str, str, str]:
        """The printer and what must lie in its tray."""
        return self.way.printer, A4 if self.half else self.size, self.kind

    @property
    def paper(self) -> str:
        """The paper in words: "giấy A4"."""
        return words.paper(self.tray[1], self.kind)


def batches(seat: Seat, letters: Sequence[int], way_of: Callable[[str], Way]) -> tuple[Batch, ...]:
    """The same letters, those of one paper together, in the order asked; `way_of` says how letters go, by
    `key_of`."""
    found: dict[tuple[Way, str, str], list[int]] = {}
    with seat.reading() as reading:
        for id in letters:
            kept = any_letter(reading, id)
            size = size_of(archived(whole_letter(reading, id).page))
            way = way_of(key_of(kept.kind, size))
            own = kept.kind if way.setup.stock == ORNATE else ""
            found.setdefault((way, size, own), []).append(id)
    return tuple(Batch(way, size, own, tuple(ids)) for (way, size, own), ids in found.items())


def change_between(before: Batch, after: Batch) -> str:
    """What to do between two batches: other paper into the same printer; "" where the paper stays."""
    if before.tray == after.tray or before.way.printer != after.way.printer:
        return ""
    return words.change(after.paper, len(after.letters), after.way.printer)


def archived(page: bytes) -> SetPage:
    """A page as it was archived; raises Trouble("letter-cannot-draw")."""
    try:
        return page_from(page)
    except BadPage as error:
        raise Trouble("letter-cannot-draw", {"what": str(error)}) from error


def key_of(kind: str, size: str) -> str:
    """Under what the ways of a letter are remembered: its kind, and its size where most of the kind have another."""
    usual = A4 if kind == "apology" else A5
    return kind if size in ("", usual) else f"{kind}-{size}"


def size_of(page: SetPage) -> str:
    """The paper a page is drawn on."""
    return A4 if max(page.width, page.height) > _LONGEST_A5 else A5


def on_stock(page: SetPage, setup: PrinterSetup) -> SetPage:
    """The page as this printer draws it: black ink changes the tones alone, ornate stock has frame and ornaments
    already; no word, no line and no place of the archived page changes."""
    inked = replace(page, ink="black") if setup.ink == "black" else page
    return replace(inked, ornaments=()) if setup.stock == ORNATE else inked


def frame_edge(page: SetPage) -> float:
    """How far the outer line of the page's frame stands inside the sheet, in millimetres; 0 without a frame."""
    return next((_EDGES[place.name] for place in page.ornaments if place.name in _EDGES), 0.0)


def frame_alone(page: SetPage) -> SetPage:
    """Frame and ornaments in light grey, to lay over stock that has them printed: where both meet, text fits."""
    lightly = tuple(replace(place, tone="xam") for place in page.ornaments)
    return replace(page, ink="colour", ornaments=lightly, rules=(), code=None, runs=page.runs[:1], mark="")
