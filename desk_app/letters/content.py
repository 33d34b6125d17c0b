"""What stands on a page, in PDF's own operators, which hold kerning, displaced marks and one path for the QR symbol."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import starmap
from math import cos, radians, sin

from desk_app.letters.frames import FRAMES
from desk_app.letters.ornaments import operators
from desk_app.letters.pdf_file import number as _n
from desk_app.letters.pdf_file import text_string
from desk_app.letters.qr import MODULES, merged_runs
from desk_app.letters.setpage import TRAINING, OrnamentPlace, QrPlace, Rule, Run, SetPage
from desk_app.letters.stock import Stock

UM_PER_POINT = 25400 / 72
COLOURS = {
    "muc": "#1C2326",
    "son": "#A11B1F",
    "la": "#1F5A45",
    "cham": "#1B4A6B",
    "nho": "#3C4448",
    "xam": "#9AA0A3",
    "den": "#000000",
}
PAPER, BLACK = "1 1 1", "0 0 0"
MARK_FONT, MARK_SIZE = "NotoSans-Bold", 2200
ACROSS_TURN, ACROSS_LINE = 18, 1.4
MOST_KEPT = 2000


@dataclass(slots=True)
class Used:
    """What the pages of a document need: characters by font, drawings by name."""

    characters: dict[str, set[str]] = field(default_factory=dict)
    forms: dict[str, tuple[OrnamentPlace, str]] = field(default_factory=dict)


@cache
def colours_of(ink: str) -> dict[str, str]:
    """Each tone as "r g b" for PDF; black ink maps them all to black."""
    tones = {tone: BLACK if ink == "black" else _rgb(value) for tone, value in COLOURS.items()}
    return tones | {"giay": PAPER}


def _rgb(colour: str) -> str:
    return " ".join(f"{int(colour[place : place + 2], 16) / 255:.4g}" for place in (1, 3, 5))


class Pen:
    """Writes pages with one stock; pieces that stand the same on many letters are written out once."""

    def __init__(self, stock: Stock) -> None:
        self._stock = stock

    def page(self, page: SetPage, used: Used) -> str:
        """The operators of a page, ornaments at the back, then rules, the symbol, the text; notes what they use."""
        colours = colours_of(page.ink)
        parts = [self._ornament(place, page, used) for place in page.ornaments]
        parts += [_rule(rule, page.height, colours) for rule in page.rules]
        if page.code is not None:
            parts.append(_symbol(page.code, page.height))
        parts += [self._run(run, page, used) for run in page.runs]
        if page.mark == TRAINING:
            parts.append(self._across(page, used))
        elif page.mark and page.code is not None:
            parts += self._mark(page, page.code, used)
        return "\n".join(parts)

    def form(self, place: OrnamentPlace, ink: str) -> str:
        """An ornament scaled to its box, y turned downwards."""
        scale = 1000 / UM_PER_POINT
        height = place.height / UM_PER_POINT
        colours = colours_of(ink)
        if place.name in FRAMES:
            tone = colours[place.tone or "muc"]
            body = FRAMES[place.name].draw(place.width / 1000, place.height / 1000, tone, PAPER)
            return f"{scale:.6f} 0 0 {-scale:.6f} 0 {_n(height)} cm\n{body}"
        drawing = self._stock.ornament(place.name)
        left, top, width, _ = drawing.box
        scale = place.width / UM_PER_POINT / width
        if place.tone:
            colours = {tone: PAPER if tone == "giay" else colours[place.tone] for tone in colours}
        body = operators(drawing, colours)
        return f"{scale:.6f} 0 0 {-scale:.6f} {_n(-left * scale)} {_n(height + top * scale)} cm\n{body}"

    def _ornament(self, place: OrnamentPlace, page: SetPage, used: Used) -> str:
        name = f"{place.name}-{place.version}-{place.width}-{place.height}-{place.tone}-{page.ink}"
        used.forms.setdefault(name, (place, page.ink))
        return f"q {_placing(place, page.height)} /{name} Do Q"

    def _run(self, run: Run, page: SetPage, used: Used) -> str:
        used.characters.setdefault(run.font, set()).update(run.text)
        key = (run, page.height, colours_of(page.ink)[run.tone])
        found = self._stock.written.get(key)
        if found is None:
            found = self._written(*key)
            if len(self._stock.written) >= MOST_KEPT:
                self._stock.written.clear()
            self._stock.written[key] = found
        return found

    def _written(self, run: Run, height: int, colour: str) -> str:
        size = run.size / 100
        set_up = f"BT {colour} rg 1 0 0 1 {_at(run.x, run.y, height)} Tm"
        spacing = f"{_n(run.tracking * size / 1000)} Tc {_n(run.word / UM_PER_POINT)} Tw"
        shows = " ".join(self._shows(run))
        if run.marks:
            # Readers take a lifted mark for a new line; the span tells them the text.
            shows = f"/Span <</ActualText {text_string(run.text)}>> BDC {shows} EMC"
        return f"{set_up} {spacing} {shows} ET"

    def _shows(self, run: Run) -> Iterator[str]:
        """Show operators of a run, cut where a mark must be lifted."""
        first = 0
        for place, right, up in run.marks:
            yield from self._show(run, first, place, 0)
            back = right + self._stock.fonts.advance(run.text[place], run.font) + run.tracking
            yield f"{_n(up * run.size / 100 / 1000)} Ts [{_n(-right)}] TJ"
            yield from self._show(run, place, place + 1, back)
            yield "0 Ts"
            first = place + 1
        yield from self._show(run, first, len(run.text), 0)

    def _show(self, run: Run, first: int, end: int, back: float) -> Iterator[str]:
        """Characters `first` to `end` with their kerning; another alphabet starts a new show operator."""
        text = run.text[first:end]
        tail = f" {_n(back)}" if back else ""
        for alphabet, start, stop in self._stock.cuts[run.font].stretches(text):
            parts = []
            for place, amount in run.kern:
                if start <= place - first < stop:
                    parts.append(f"{alphabet.string(text[start : place - first + 1])} {-amount}")
                    start = place - first + 1
            if start < stop:  # pdfium forgets a distance that stands before an empty string
                parts.append(alphabet.string(text[start:stop]))
            yield f"/{alphabet.name} {_n(run.size / 100)} Tf [{' '.join(parts)}{tail}] TJ"

    def _across(self, page: SetPage, used: Used) -> str:
        """The word over the whole sheet, as an outline through which every word below can be read."""
        size = 0.62 * page.height / UM_PER_POINT
        width = self._stock.fonts.width(page.mark, MARK_FONT, size)
        angle = radians(ACROSS_TURN)
        c, s = cos(angle), sin(angle)
        middle = (page.width / UM_PER_POINT / 2, page.height / UM_PER_POINT / 2)
        left, low = -width / 2, -0.36 * size
        at = (middle[0] + left * c - low * s, middle[1] + left * s + low * c)
        run = Run(page.mark, 0, 0, MARK_FONT, round(size * 100), "muc")
        used.characters.setdefault(MARK_FONT, set()).update(page.mark)
        shows = " ".join(self._show(run, 0, len(run.text), 0))
        matrix = " ".join(_n(part) for part in (c, s, -s, c, *at))
        colour = colours_of(page.ink)["muc"]
        return f"q {colour} RG {ACROSS_LINE} w 1 j BT 1 Tr {matrix} Tm 0 Tc 0 Tw {shows} ET Q"

    def _mark(self, page: SetPage, code: QrPlace, used: Used) -> list[str]:
        """The word across a specimen's symbol."""
        side = MODULES * code.module
        size = MARK_SIZE / 100
        width = self._stock.fonts.width(page.mark, MARK_FONT, size)
        x = (code.x + side / 2) / UM_PER_POINT
        y = (page.height - code.y - side // 2) / UM_PER_POINT
        ground = f"q {PAPER} rg {_n(x - width / 2 - 4)} {_n(y - 14)} {_n(width + 8)} 28 re f Q"
        run_x, run_y = round((x - width / 2) * UM_PER_POINT), round(code.y + side / 2 + 8 * UM_PER_POINT)
        return [ground, self._run(Run(page.mark, run_x, run_y, MARK_FONT, MARK_SIZE, "den"), page, used)]


def _at(x: int, y: int, height: int) -> str:
    return f"{_n(x / UM_PER_POINT)} {_n((height - y) / UM_PER_POINT)}"


def _rule(rule: Rule, height: int, colours: dict[str, str]) -> str:
    line = f"{_at(rule.x1, rule.y1, height)} m {_at(rule.x2, rule.y2, height)} l"
    return f"q {colours[rule.tone]} RG {_n(rule.width / UM_PER_POINT)} w 0 J {line} S Q"


def _placing(place: OrnamentPlace, height: int) -> str:
    """Matrix that lays the form's box onto its place: turned clockwise about the middle, then mirrored."""
    w, h = place.width / UM_PER_POINT, place.height / UM_PER_POINT
    across, up = place.x / UM_PER_POINT + w / 2, (height - place.y) / UM_PER_POINT - h / 2
    mirror = " -1 0 0 1 0 0 cm" if place.mirrored else ""
    angle = radians(-place.turn / 100)
    c, s = f"{cos(angle):.6f}", f"{sin(angle):.6f}"
    turn = f" {c} {s} {sin(-angle):.6f} {c} 0 0 cm" if place.turn else ""
    return f"1 0 0 1 {_n(across)} {_n(up)} cm{mirror}{turn} 1 0 0 1 {_n(-w / 2)} {_n(-h / 2)} cm"


@cache
def _dark(column: int, row: int, length: int) -> str:
    return f"{column} {row} {length} 1 re"


def _symbol(code: QrPlace, height: int) -> str:
    """The whole symbol as one path on a grid of modules, so that no seam shows between rows."""
    module = code.module / UM_PER_POINT
    runs = " ".join(starmap(_dark, merged_runs(code.rows)))
    return f"q {BLACK} rg {module:.6f} 0 0 {-module:.6f} {_at(code.x, code.y, height)} cm {runs} f Q"
