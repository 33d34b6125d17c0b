"""A card under way: the order, its template filled with words, and the sheet; shared by all layouts."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from common.dates import place_and_date
from common.letter_text import Span, Template, Words
from desk_app.letters.blocks import SPECIMEN_CODE, SPECIMEN_LINK, CodeWords
from desk_app.letters.fields import unit_kind
from desk_app.letters.fit import Step, TooLong, body_sizes, points
from desk_app.letters.lines import Line, Look, Text, tied
from desk_app.letters.order import Order
from desk_app.letters.sheet import Sheet

BLANK_DAY = f"ngày{' ' * 8}tháng{' ' * 8}"
"""Room for a day and a month written by hand."""
A5_WIDTH, A5_HEIGHT = 210.0, 148.0
A4_WIDTH, A4_HEIGHT = 210.0, 297.0


@dataclass(frozen=True, slots=True)
class Card:
    """What a layout sets: the words of the template and the blank sheet."""

    order: Order
    template: Template
    words: Words
    sheet: Sheet
    measured: dict[str, Text] = field(default_factory=dict)

    def spans(self, section: str) -> tuple[Span, ...]:
        """A section of the template, filled."""
        return self.template.spans(section, self.words)

    def text(self, section: str, look: Look) -> Text:
        """A section measured once, to be tried at several sizes."""
        if section not in self.measured:
            commune = self.order.office.unit_name.removeprefix(unit_kind(self.order.office.unit_name)).strip()
            lunar_year = self.words.values.get("ngay_am", "").partition(" năm ")[2]
            spans = tied(tied(self.spans(section), commune), lunar_year)
            self.measured[section] = Text(self.sheet.stock.shaper, spans, look)
        return self.measured[section]

    def paragraph(self, section: str) -> str:
        """A section as plain text."""
        return self.template.paragraph(section, self.words)

    def lines(self, section: str) -> tuple[str, ...]:
        """A section line by line."""
        return self.template.lines(section, self.words)

    def date_line(self) -> str:
        """Place and date of the letter."""
        place, day = self.order.office.place, self.order.dated
        return f"{place}, {BLANK_DAY} năm {day.year}" if self.order.undated else place_and_date(place, day)

    def authority(self) -> tuple[str, ...]:
        """The lines above the signature."""
        return () if self.order.signatory is None else self.order.signatory.authority

    def signed(self) -> str:
        """The name under the signature."""
        return "" if self.order.signatory is None else self.order.signatory.name

    def code_words(self) -> CodeWords | None:
        """What stands beside the QR symbol; None for a letter without a code."""
        printed = self.order.code
        if printed is None:
            return None
        lines = self.lines("quét mã")
        gentle = self.order.kind == "death"
        return CodeWords(
            link=SPECIMEN_LINK if self.order.specimen else printed.link,
            code=SPECIMEN_CODE if self.order.specimen else printed.code,
            host=printed.host,
            head="" if gentle else lines[0],
            lines=lines if gentle else lines[1:],
            label=self.paragraph("nhãn mã"),
            small="" if gentle else self.paragraph("chữ nhỏ"),
        )


Fit = Literal["no", "lonely", "good"]
Attempt = Callable[[str, float], Fit]
LONELY_WORDS = 2
SPARED_BY = 0.5


def fit_of(*paragraphs: Sequence[Line]) -> Fit:
    """Whether a justified paragraph that fits leaves a word or two alone on its last line."""
    left_behind = (lines[-1].gaps < LONELY_WORDS for lines in paragraphs if len(lines) > 1)
    return "lonely" if any(left_behind) else "good"


def body_steps(sections: tuple[str, ...], full: float) -> Iterator[tuple[str, float, tuple[Step, ...]]]:
    """Section and size to try, in the order of the fitting steps, with what is told when it is taken."""
    for number, section in enumerate(sections):
        short = (Step("short-text"),) if number else ()
        for size in body_sizes(full):
            smaller = () if size == full else (Step("body-smaller", points(size)),)
            yield section, size, (*smaller, *short)


def first_that_fits(card: Card, sections: tuple[str, ...], full: float, attempt: Attempt) -> tuple[Step, ...]:
    """Try the body steps until `attempt` succeeds, the last attempt being the one to take; up to half a point smaller
    where that spares a paragraph a lonely last word. Raises TooLong with the field that a clerk can shorten.
    """
    lonely: tuple[str, float, tuple[Step, ...]] | None = None
    for section, size, steps in body_steps(sections, full):
        if lonely and (section != lonely[0] or size < lonely[1] - SPARED_BY):
            break
        fit = attempt(section, size)
        if fit == "good":
            return steps
        if fit == "lonely" and lonely is None:
            lonely = (section, size, steps)
    if lonely:
        attempt(*lonely[:2])
        return lonely[2]
    raise TooLong(card.order.long_field)
