"""What the office has not said of itself, though its letters need it: found before a letter waits for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as one_field
from datetime import date

from common.names import fold, tidy
from common.units import UnitTable
from common.words import office_gaps as words
from desk_app.db.register import Reading
from desk_app.services.leaving import read_former
from desk_app.services.office import Letterhead, own_unit, read_letterhead, read_signatories, signatory_on
from desk_app.services.people import read_called
from desk_app.services.seat import Seat


@dataclass(frozen=True, slots=True)
class Gap:
    """`field` is the setting where it is mended ("signatory": the card of those who sign)."""

    field: str
    details: Mapping[str, str] = one_field(default_factory=dict)

    @property
    def told(self) -> str:
        """What lacks, and what to do."""
        return words.sentence(self.field, self.details)

    @property
    def title(self) -> str:
        """What lacks."""
        return words.TITLES[self.field]

    @property
    def text(self) -> str:
        """What to do."""
        return words.TEXTS[self.field].format(**self.details)


def office_gaps(seat: Seat, reading: Reading) -> tuple[Gap, ...]:
    """Everything that letters of today lack, the most pressing first."""
    head, today = read_letterhead(reading.office), seat.today()
    return (*_nobody(reading, today), *_words(head), *_contact(head, reading), *_name(head, seat.units, today))


def _nobody(reading: Reading, today: date) -> Iterator[Gap]:
    if signatory_on(read_signatories(reading.office), today) is None:
        yield Gap("signatory")


def _words(head: Letterhead) -> Iterator[Gap]:
    """Letters that say these are refused without them."""
    if not tidy(head.community):
        yield Gap("community")
    if not tidy(head.home_word):
        yield Gap("home-word")
    if tidy(head.officer) and not tidy(head.officer_title):
        yield Gap("officer-title")


def _contact(head: Letterhead, reading: Reading) -> Iterator[Gap]:
    if not tidy(head.phone):
        yield Gap("phone")
    called = read_called(reading.office)
    gone = {
        fold(called[login].name or login) if login in called else fold(login) for login in read_former(reading.office)
    }
    if tidy(head.officer) and fold(head.officer) in gone:
        yield Gap("officer", {"name": tidy(head.officer)})


def _name(head: Letterhead, units: UnitTable, today: date) -> Iterator[Gap]:
    """A name typed by hand belongs to the unit of that day; what the unit became is called as the table says."""
    if not (head.name or head.place) or not head.named_on:
        return
    before, now = own_unit(head, units, date.fromisoformat(head.named_on)), own_unit(head, units, today)
    if before != now:
        yield Gap("name", {"before": head.name or before.full_name, "now": now.full_name})
