"""A template tried on one sample before any family has a letter of it: what is empty, missing, too long, or printed
over something else."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations

from common.letter_findings import Finding
from common.letter_lines import part_named
from common.letter_names import FORMS
from common.letter_text import Template, Words
from common.words.letter_fields import FIELDS
from desk_app.domain.problems import Problem
from desk_app.letters.compose import OPTIONAL, compose, words_of
from desk_app.letters.order import Order
from desk_app.letters.samples import Sample
from desk_app.letters.setpage import Run, SetPage
from desk_app.letters.shaping import MM_PER_POINT, Style
from desk_app.letters.stock import Stock

EDGE_MM, HEIGHT, DEPTH = 9.0, 0.5, 0.1
BESIDE_MM, BELOW_MM, ONE_LINE_MM, OVER_MM = 0.7, 0.3, 0.2, 3.0
MOST_SIGNS = 2_500
"""No page holds more in one section: it need not even be tried at every size."""
_LINES: Mapping[str, tuple[int, int]] = {
    "cơ quan": (2, 2),
    "quét mã": (2, 4),
    "nhãn mã": (1, 1),
    "liên hệ": (0, 2),
    "liên hệ cạnh mã": (0, 3),
}
_OF_FORM: Mapping[tuple[str, str], tuple[int, int]] = {
    ("condolence-card", "quét mã"): (1, 3),
    ("marriage-card", "dưới tên"): (0, 2),
}


@dataclass(frozen=True, slots=True)
class Tried:
    """A template being written: its form, its text, the text read, and the template of the program that has its
    form."""

    layout: str
    text: str
    template: Template
    shipped: Template

    def order(self, sample: Sample) -> Order:
        """The sample's letter in these words."""
        wording = {self.template.name: self.template}
        front = self.template.name if self.layout in FORMS else None
        return replace(sample.order, template=front, wording=wording)

    def line_of(self, section: str, what: str = "") -> int:
        """The line of a section where this stands, else where its words begin."""
        part = part_named(self.text, section)
        if part is None:
            return 1
        told = (number for number, line in part.numbered if what and what.lower() in line.lower())
        return next(told, part.line + 1)


@dataclass(frozen=True, slots=True)
class Trial:
    """The page, or none; which fitting steps it took; what keeps the template from being used."""

    page: SetPage | None
    steps: tuple[Problem, ...] = ()
    findings: tuple[Finding, ...] = ()


def try_on(tried: Tried, sample: Sample, stock: Stock) -> Trial:
    """Set the sample's letter in these words; never raises, whatever they are."""
    order = tried.order(sample)
    try:
        missing = tuple(_before(tried, sample, words_of(order)))
        if missing:
            return Trial(None, (), missing)
        outcome = compose(order, stock)
    except (ArithmeticError, LookupError, TypeError, ValueError):
        return Trial(None, (), (_finding(sample, "not-set"),))
    if outcome.value is None:
        return Trial(None, (), tuple(_refused(tried, sample, outcome.errors)))
    page = outcome.value.page if tried.layout in FORMS else outcome.value.back
    found = tuple(_on_page(tried, sample, page, stock)) if page else ()
    return Trial(page, outcome.warnings, found)


def _before(tried: Tried, sample: Sample, words: Words) -> Iterator[Finding]:
    """What would keep the page from being set at all."""
    for section in tried.template.sections:
        used = dict.fromkeys(tried.template.fields(section, words))
        empty = [name for name in used if name not in OPTIONAL and not words.values.get(name)]
        for name in empty:
            at = (section, tried.line_of(section, f"{{{name}}}"))
            yield _finding(sample, "value-missing", at, found=name, caption=FIELDS[name].caption)
        if not empty:
            yield from _shape(tried, sample, words, section)


def _shape(tried: Tried, sample: Sample, words: Words, section: str) -> Iterator[Finding]:
    """Lines and cells of a section, and whether it says anything where the program's letter does."""
    at = (section, tried.line_of(section))
    said = tried.template.paragraph(section, words)
    if len(said) > MOST_SIGNS:
        yield _finding(sample, "does-not-fit", at)
    if not said:
        if tried.shipped.paragraph(section, words):
            yield _finding(sample, "section-empty", at, found=section)
        return
    least, most = _OF_FORM.get((tried.layout, section), _LINES.get(section, (0, 99)))
    count = len(tried.template.lines(section, words))
    if not least <= count <= most:
        wanted = str(most) if least == most else f"{least}–{most}"
        yield _finding(sample, "line-count", at, found=section, wanted=wanted, count=str(count))
    if section == "bảng" and any(len(row) != 2 for row in tried.template.rows(section, words)):
        yield _finding(sample, "cell-count", at, found=section)


def _refused(tried: Tried, sample: Sample, problems: tuple[Problem, ...]) -> Iterator[Finding]:
    for one in problems:
        sign = one.details.get("character", "").partition(" ")[0]
        if one.code == "letter-unmapped-glyph" and sign:
            section = next((name for name in tried.template.sections if sign in _source(tried, name)), "")
            yield _finding(sample, "unprintable", (section, tried.line_of(section, sign)), found=sign)
        else:
            section = next((name for name in reversed(list(tried.template.sections)) if name.startswith("lời thư")), "")
            code = "short-does-not-fit" if section.endswith("ngắn") else "does-not-fit"
            yield _finding(sample, code, (section, tried.line_of(section)))


def _source(tried: Tried, section: str) -> str:
    part = part_named(tried.text, section)
    return "\n".join(part.lines) if part else ""


Box = tuple[float, float, float, float]


def _on_page(tried: Tried, sample: Sample, page: SetPage, stock: Stock) -> Iterator[Finding]:
    """Words outside the frame, over a picture, or over other words."""
    boxes = [(run, _box(run, stock)) for run in page.runs]
    pictures = [(p.x, p.y, p.x + p.width, p.y + p.height) for p in page.ornaments if p.width < page.width * 0.9]
    for run, box in boxes:
        if box[0] < EDGE_MM * 1000 or box[2] > page.width - EDGE_MM * 1000:
            yield _at_run(tried, sample, "outside-page", run)
        elif any(_both(box, picture, OVER_MM, BELOW_MM) for picture in pictures):
            yield _at_run(tried, sample, "words-collide", run)
    for (left, one), (right, other) in combinations(boxes, 2):
        level = abs(one[3] - other[3]) < ONE_LINE_MM * 1000
        if _both(one, other, BESIDE_MM if level else BELOW_MM, 0.0):
            yield _at_run(tried, sample, "words-collide", left if len(left.text) > len(right.text) else right)


def _box(run: Run, stock: Stock) -> Box:
    style = Style(run.font, run.size / 100, run.tone, run.tracking)
    width = stock.shaper.width(run.text, style) * 1000 + run.text.count(" ") * run.word
    em = style.size * MM_PER_POINT * 1000
    return run.x, run.y - HEIGHT * em, run.x + width, run.y + DEPTH * em


def _both(one: Box, other: Box, wide: float, high: float) -> bool:
    """Whether two boxes share a piece wider and higher than so many millimetres."""
    width, height = min(one[2], other[2]) - max(one[0], other[0]), min(one[3], other[3]) - max(one[1], other[1])
    return width > wide * 1000 and height > high * 1000


def _at_run(tried: Tried, sample: Sample, code: str, run: Run) -> Finding:
    """At the section whose words these are, as far as it can be told."""
    words = words_of(tried.order(sample))
    said = ((name, tried.template.paragraph(name, words)) for name in tried.template.sections)
    piece = run.text.strip().lower()
    section = next((name for name, text in said if text and (piece in text.lower() or text.lower() in piece)), "")
    return _finding(sample, code, (section, tried.line_of(section)), found=run.text.strip()[:60])


def _finding(sample: Sample, code: str, at: tuple[str, int] = ("", 1), **details: str) -> Finding:
    return Finding("error", code, at[0], at[1], 1, {**details, "case": sample.caption})
