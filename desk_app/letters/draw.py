"""A set page as PDF.

ReportLab writes the file and embeds the fonts; the content is written in PDF's own operators, which hold kerning,
displaced marks and one path for the whole QR symbol.
"""

from collections.abc import Iterator, Sequence
from io import BytesIO
from math import cos, radians, sin
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from common.paper.fonts import CUTS
from desk_app.letters.frames import FRAMES
from desk_app.letters.ornaments import operators
from desk_app.letters.qr import MODULES, merged_runs
from desk_app.letters.setpage import TRAINING, CannotDraw, OrnamentPlace, QrPlace, Rule, Run, SetPage
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


def draw(pages: Sequence[SetPage], stock: Stock) -> bytes:
    """One PDF with a page for each set page; the same pages give the same bytes. Raises CannotDraw."""
    out = BytesIO()
    first = pages[0]
    # Without an initial font of ours every file would list an unembedded Helvetica.
    options: dict[str, Any] = {
        "initialFontName": first.runs[0].font,
        "invariant": 1,
        "pageCompression": 1,
        "lang": "vi",
    }
    for page in pages:
        _check(page, stock)
    stock.fonts.register([first.runs[0].font])
    canvas = Canvas(out, _points(first), **options)
    canvas.setTitle(first.title)
    for page in pages:
        canvas.setPageSize(_points(page))
        _Pen(canvas, page, stock).draw()
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _points(page: SetPage) -> tuple[float, float]:
    return (page.width / UM_PER_POINT, page.height / UM_PER_POINT)


def _check(page: SetPage, stock: Stock) -> None:
    for face in page.faces:
        if face.font not in CUTS or stock.fonts.digest(face.font) != face.digest:
            raise CannotDraw(face.font)
    for place in page.ornaments:
        if stock.version(place.name) != place.version:
            raise CannotDraw(place.name)


def colours_of(page: SetPage) -> dict[str, str]:
    """Each tone as "r g b" for PDF; black ink maps them all to black."""
    tones = {tone: BLACK if page.ink == "black" else _rgb(value) for tone, value in COLOURS.items()}
    return tones | {"giay": PAPER}


def _rgb(colour: str) -> str:
    return " ".join(f"{int(colour[place : place + 2], 16) / 255:.4g}" for place in (1, 3, 5))


class _Pen:
    """Writes one page onto a canvas."""

    def __init__(self, canvas: Any, page: SetPage, stock: Stock) -> None:
        self._canvas, self._page, self._stock = canvas, page, stock
        self._colours = colours_of(page)

    def draw(self) -> None:
        """Ornaments at the back, then rules, the symbol, the text."""
        for ornament in self._page.ornaments:
            self._ornament(ornament)
        for rule in self._page.rules:
            self._put(self._rule(rule))
        if self._page.code is not None:
            self._put(_symbol(self._page.code, self._page.height))
        for run in self._page.runs:
            self._text(run)
        if self._page.mark == TRAINING:
            self._put(self._across())
        elif self._page.mark and self._page.code is not None:
            self._mark(self._page.code)

    def _put(self, literal: str) -> None:
        self._canvas.addLiteral(literal)

    def _y(self, y: int) -> float:
        return (self._page.height - y) / UM_PER_POINT

    def _at(self, x: int, y: int) -> str:
        return f"{_n(x / UM_PER_POINT)} {_n(self._y(y))}"

    def _rule(self, rule: Rule) -> str:
        line = f"{self._at(rule.x1, rule.y1)} m {self._at(rule.x2, rule.y2)} l"
        return f"q {self._colours[rule.tone]} RG {_n(rule.width / UM_PER_POINT)} w 0 J {line} S Q"

    def _ornament(self, place: OrnamentPlace) -> None:
        form = f"{place.name}-{place.version}-{place.width}-{place.height}-{place.tone}-{self._page.ink}"
        if not self._canvas.hasForm(form):
            width, height = place.width / UM_PER_POINT, place.height / UM_PER_POINT
            self._canvas.beginForm(form, 0, 0, width, height)
            if form not in self._stock.forms:
                self._stock.forms[form] = self._form(place)
            self._put(self._stock.forms[form])
            self._canvas.endForm()
        self._put(f"q {self._placing(place)}")
        self._canvas.doForm(form)
        self._put("Q")

    def _placing(self, place: OrnamentPlace) -> str:
        """Matrix that lays the form's box onto its place: turned clockwise about the middle, then mirrored."""
        w, h = place.width / UM_PER_POINT, place.height / UM_PER_POINT
        middle = f"1 0 0 1 {_n(place.x / UM_PER_POINT + w / 2)} {_n(self._y(place.y) - h / 2)} cm"
        mirror = " -1 0 0 1 0 0 cm" if place.mirrored else ""
        angle = radians(-place.turn / 100)
        c, s = f"{cos(angle):.6f}", f"{sin(angle):.6f}"
        turn = f" {c} {s} {sin(-angle):.6f} {c} 0 0 cm" if place.turn else ""
        return f"{middle}{mirror}{turn} 1 0 0 1 {_n(-w / 2)} {_n(-h / 2)} cm"

    def _form(self, place: OrnamentPlace) -> str:
        """The drawing scaled to its box, y turned downwards."""
        scale = 1000 / UM_PER_POINT
        height = place.height / UM_PER_POINT
        if place.name in FRAMES:
            tone = self._colours[place.tone or "muc"]
            body = FRAMES[place.name].draw(place.width / 1000, place.height / 1000, tone, PAPER)
            return f"{scale:.6f} 0 0 {-scale:.6f} 0 {_n(height)} cm\n{body}"
        drawing = self._stock.ornament(place.name)
        left, top, width, _ = drawing.box
        scale = place.width / UM_PER_POINT / width
        colours = self._colours
        if place.tone:
            colours = {tone: PAPER if tone == "giay" else self._colours[place.tone] for tone in colours}
        body = operators(drawing, colours)
        return f"{scale:.6f} 0 0 {-scale:.6f} {_n(-left * scale)} {_n(height + top * scale)} cm\n{body}"

    def _text(self, run: Run) -> None:
        size = run.size / 100
        set_up = [f"BT {self._colours[run.tone]} rg 1 0 0 1 {self._at(run.x, run.y)} Tm"]
        set_up.append(f"{_n(run.tracking * size / 1000)} Tc {_n(run.word / UM_PER_POINT)} Tw")
        shows = [*self._shows(run)]
        if run.marks:
            # Readers take a lifted mark for a new line; the span tells them the text.
            shows = [f"/Span <</ActualText <FEFF{run.text.encode('utf-16-be').hex()}>>> BDC", *shows, "EMC"]
        self._put(" ".join([*set_up, *shows, "ET"]))

    def _shows(self, run: Run) -> Iterator[str]:
        """Show operators of a run, cut where a mark must be lifted."""
        marks = {place: (right, up) for place, right, up in run.marks}
        first = 0
        for place, (right, up) in marks.items():
            yield from self._show(run, first, place, 0)
            back = right + self._stock.fonts.advance(run.text[place], run.font) + run.tracking
            rise = up * run.size / 100 / 1000
            yield f"{_n(rise)} Ts [{_n(-right)}] TJ"
            yield from self._show(run, place, place + 1, back)
            yield "0 Ts"
            first = place + 1
        yield from self._show(run, first, len(run.text), 0)

    def _show(self, run: Run, first: int, end: int, back: float) -> Iterator[str]:
        """Characters `first` to `end` with their kerning; a new font subset starts a new show operator."""
        kern = dict(run.kern)
        face = self._stock.fonts.face(run.font)
        document = self._canvas._doc  # the recipe for dynamic fonts in reportlab.pdfbase.ttfonts needs the document
        place = first
        for subset, chunk in face.splitString(run.text[first:end], document):
            parts, start = [], 0
            for number in range(len(chunk)):
                if place + number in kern:
                    parts.append(f"{_escaped(chunk[start : number + 1])} {-kern[place + number]}")
                    start = number + 1
            tail = f" {_n(back)}" if back else ""
            parts.append(_escaped(chunk[start:]))
            name = face.getSubsetInternalName(subset, document)
            yield f"{name} {_n(run.size / 100)} Tf [{' '.join(parts)}{tail}] TJ"
            place += len(chunk)

    def _across(self) -> str:
        """The word over the whole sheet, as an outline through which every word below can be read."""
        size = 0.62 * self._page.height / UM_PER_POINT
        width = self._stock.fonts.width(self._page.mark, MARK_FONT, size)
        angle = radians(ACROSS_TURN)
        c, s = cos(angle), sin(angle)
        middle = (self._page.width / UM_PER_POINT / 2, self._page.height / UM_PER_POINT / 2)
        left, low = -width / 2, -0.36 * size
        at = (middle[0] + left * c - low * s, middle[1] + left * s + low * c)
        run = Run(self._page.mark, 0, 0, MARK_FONT, round(size * 100), "muc")
        shows = " ".join(self._show(run, 0, len(run.text), 0))
        matrix = " ".join(_n(part) for part in (c, s, -s, c, *at))
        return f"q {self._colours['muc']} RG {ACROSS_LINE} w 1 j BT 1 Tr {matrix} Tm 0 Tc 0 Tw {shows} ET Q"

    def _mark(self, code: QrPlace) -> None:
        """The word across a specimen's symbol."""
        side = MODULES * code.module
        size = MARK_SIZE / 100
        width = self._stock.fonts.width(self._page.mark, MARK_FONT, size)
        x = (code.x + side / 2) / UM_PER_POINT
        y = self._y(code.y + side // 2)
        self._put(f"q {PAPER} rg {_n(x - width / 2 - 4)} {_n(y - 14)} {_n(width + 8)} 28 re f Q")
        run_x, run_y = round((x - width / 2) * UM_PER_POINT), round(code.y + side / 2 + 8 * UM_PER_POINT)
        self._text(Run(self._page.mark, run_x, run_y, MARK_FONT, MARK_SIZE, "den"))


def _symbol(code: QrPlace, height: int) -> str:
    """The whole symbol as one path on a grid of modules, so that no seam shows between rows."""
    module = code.module / UM_PER_POINT
    left, top = code.x / UM_PER_POINT, (height - code.y) / UM_PER_POINT
    runs = " ".join(f"{column} {row} {length} 1 re" for column, row, length in merged_runs(code.rows))
    return f"q {BLACK} rg {module:.6f} 0 0 {-module:.6f} {_n(left)} {_n(top)} cm {runs} f Q"


def _escaped(chunk: bytes) -> str:
    """A PDF string; hexadecimal, because codes of a subset font are any byte."""
    return f"<{chunk.hex()}>"


def _n(number: float) -> str:
    return f"{round(number, 4):g}"
