"""A sheet being set: text, ornaments and rules in millimetres, collected into a set page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal, cast

from common.letter_text import Span
from desk_app.letters.lines import Line, Look, spans_width
from desk_app.letters.setpage import Face, Ink, OrnamentPlace, PageMark, QrPlace, Rule, Run, SetPage, Tone
from desk_app.letters.shaping import Style
from desk_app.letters.stock import Stock

Align = Literal["left", "centre", "right"]
HANGING = {".": 0.7, ",": 0.7, ":": 0.5, ";": 0.5, "-": 0.5, "…": 0.3, "”": 0.5, ")": 0.1}
"""How much of a sign at the end of a justified line stands outside the column, as a part of its width."""


class Unmapped(ValueError):
    """Characters that a font of the letter cannot draw."""

    def __init__(self, characters: str) -> None:
        super().__init__(characters)
        self.characters = characters


@dataclass(frozen=True, slots=True)
class Box:
    """Where an ornament stands: left, top and width in millimetres; its height follows from the drawing."""

    x: float
    y: float
    width: float


@dataclass
class Sheet:
    """The page under way; `width` and `height` in millimetres."""

    stock: Stock
    width: float
    height: float
    runs: list[Run] = field(default_factory=list)
    ornaments: list[OrnamentPlace] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    code: QrPlace | None = None

    def text(self, text: str, at: tuple[float, float], style: Style, align: Align = "left") -> float:
        """One line of one style; `at` is its left end, middle or right end on the baseline. Returns its width."""
        width = self.stock.shaper.width(text, style)
        self._run(text, at[0] - _before(width, align), at[1], style)
        return width

    def line(self, spans: Sequence[Span], at: tuple[float, float], look: Look, align: Align = "left") -> None:
        """One line with bold pieces at its natural width."""
        x = at[0] - _before(spans_width(self.stock.shaper, spans, look), align)
        self._pieces(spans, (x, at[1]), look, 0)

    def column(self, lines: Sequence[Line], at: tuple[float, float], look: Look, leading: float, width: float) -> None:
        """Justified lines from the baseline `at`; the last one stays as it is. What a line ends with of points and
        commas hangs over the edge by a part of itself, so that the edge looks straight."""
        for number, line in enumerate(lines):
            last = number == len(lines) - 1 or not line.gaps
            stretch = 0.0 if last else (width + self._hanging(line, look) - line.width) / line.gaps
            self._pieces(line.spans, (at[0] + line.indent, at[1] + number * leading), look, round(stretch * 1000))

    def ornament(self, name: str, box: Box, turn: int = 0, mirrored: bool = False, tone: str = "") -> None:
        """An ornament in its own proportions; `turn` in hundredths of a degree, clockwise before mirroring."""
        height = box.width * self.stock.ornament(name).ratio
        self._ornament(name, (box.x, box.y, box.width, height), (turn, int(mirrored)), tone)

    def frame(self, name: str, tone: str) -> None:
        """A frame around the whole sheet."""
        self._ornament(name, (0, 0, self.width, self.height), (0, 0), tone)

    def page(self, names: tuple[str, int, str], ink: str, mark: str) -> SetPage:
        """The finished page; `names` are template, version and title. Raises Unmapped."""
        self._check_glyphs()
        template, version, title = names
        return SetPage(
            template=template,
            version=version,
            title=title,
            width=_um(self.width),
            height=_um(self.height),
            ink=cast(Ink, ink),
            runs=tuple(self.runs),
            ornaments=tuple(self.ornaments),
            rules=tuple(self.rules),
            code=self.code,
            mark=cast(PageMark, mark),
            faces=tuple(Face(font, self.stock.fonts.digest(font)) for font in self._fonts(mark)),
        )

    def _fonts(self, mark: str) -> Iterable[str]:
        fonts = {run.font for run in self.runs} | ({"NotoSans-Bold"} if mark else set())
        return sorted(fonts)

    def _check_glyphs(self) -> None:
        rare = [run for run in self.runs if not self.stock.cuts[run.font].usual.issuperset(run.text)]
        missing = "".join(self.stock.fonts.covers(run.font, run.text) for run in rare)
        if missing:
            raise Unmapped("".join(dict.fromkeys(missing)))

    def _pieces(self, spans: Sequence[Span], at: tuple[float, float], look: Look, word: int) -> None:
        x = at[0]
        for span in spans:
            style = look.style(span.bold)
            self._run(span.text, x, at[1], style, word)
            x += self.stock.shaper.width(span.text, style) + span.text.count(" ") * word / 1000

    def _hanging(self, line: Line, look: Look) -> float:
        last = line.spans[-1]
        part = HANGING.get(last.text[-1], 0.0)
        return part * self.stock.shaper.width(last.text[-1], look.style(last.bold)) if part else 0.0

    def _run(self, text: str, x: float, y: float, style: Style, word: int = 0) -> None:
        shaped = self.stock.shaper.shape(text, style)
        size, tone = round(style.size * 100), cast(Tone, style.tone)
        place = (_um(x), _um(y))
        self.runs.append(Run(text, *place, style.font, size, tone, style.tracking, word, shaped.kern, shaped.marks))

    def _ornament(self, name: str, box: tuple[float, float, float, float], turned: tuple[int, int], tone: str) -> None:
        x, y, width, height = (_um(length) for length in box)
        version = self.stock.version(name)
        colour = cast(Tone, tone)
        self.ornaments.append(OrnamentPlace(name, version, x, y, width, height, *turned, colour))


def _before(width: float, align: Align) -> float:
    return {"left": 0.0, "centre": width / 2, "right": width}[align]


def _um(millimetres: float) -> int:
    return round(millimetres * 1000)
