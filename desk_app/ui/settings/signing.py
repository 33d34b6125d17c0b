"""One who signs, as it is typed: what lacks, what is worth knowing, what the letter will show."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from common.dates import exact_day
from common.names import tidy
from common.words import signatories as said
from desk_app.domain.office import Signatory
from desk_app.domain.signing import read_name
from desk_app.services.office import authority_lines
from desk_app.services.seat import Seat
from desk_app.services.signatory_desk import SignatoryDesk, Typed
from desk_app.services.signature_room import lines_fit, name_fits

NEWEST = 2090


@dataclass(slots=True)
class SignerModel:
    """`old` is the entry being changed, None for a new one; days stay as typed until they are kept."""

    seat: Seat
    old: Signatory | None = None
    name: str = ""
    title: str = said.FORMS[0]
    first: str = ""
    last: str = ""
    usual: set[str] = field(default_factory=set)
    signed: bool = False

    def __post_init__(self) -> None:
        self.first = f"{self.seat.today():%d/%m/%Y}"
        old = self.old
        if old is None:
            return
        self.name, self.title = old.name, _titled(old.authority)
        self.first, self.last = f"{old.valid_from:%d/%m/%Y}", f"{old.valid_to:%d/%m/%Y}" if old.valid_to else ""
        self.usual, self.signed = set(old.usual), self._desk.has_signed(old)

    @property
    def _desk(self) -> SignatoryDesk:
        return SignatoryDesk(self.seat)

    def lacks(self) -> dict[str, str]:
        """A sentence for every field that must be mended."""
        first, last = _day(self.first), _day(self.last)
        found = {
            "name": said.NAME_EMPTY if not tidy(self.name) else "",
            "title": said.TITLE_EMPTY if not self.authority() else "",
            "first": said.DAY_UNREAD if first is None else "",
            "last": said.LAST_UNREAD if self.last.strip() and last is None else "",
        }
        if first and last and last < first:
            found["last"] = said.LAST_BEFORE
        return {name: text for name, text in found.items() if text}

    def authority(self) -> tuple[str, ...]:
        """The lines above the name."""
        return authority_lines(tidy(self.title))

    def offer(self) -> tuple[str, str]:
        """What stands before the name or how it is written, and the name without that; twice "" where it is well."""
        read = read_name(self.name)
        if self.signed or read.proper == tidy(self.name):
            return "", ""
        return (said.titles(read.titles) if read.titles else said.CAPITALS), read.proper

    def told(self) -> tuple[str, ...]:
        """What is worth knowing before it is kept: too wide for the block, another chair on the same days."""
        found = (
            said.NAME_LONG if not name_fits(tidy(self.name)) else "",
            said.TITLE_LONG if not lines_fit(self.authority()) else "",
            self.heads_told(),
        )
        return tuple(text for text in found if text)

    def heads(self) -> tuple[Signatory, ...]:
        """Who else is chair on some of these days."""
        return () if self.lacks() else self._desk.heads_beside(self._typed(), self.old)

    def heads_told(self) -> str:
        """The same as a sentence."""
        rows = [(one.name, " / ".join(one.authority), one.valid_from, one.valid_to) for one in self.heads()]
        return said.heads(rows) if rows else ""

    def may_end(self) -> str:
        """The day before, where every other chair could end then: a new entry that begins after them."""
        first, others = _day(self.first), self.heads()
        if self.old is not None or first is None or not all(one.valid_from < first for one in others):
            return ""
        return f"{first - timedelta(days=1):%d/%m/%Y}"

    def keep(self, end_others: bool = False) -> str:
        """Written down; what to say of it. Raises Mistake."""
        if self.old is None:
            new = self._desk.add(self._typed(), self.heads() if end_others else ())
            return said.kept(new.name)
        return said.kept(tidy(self.name), self._desk.change(self.old, self._typed()))

    def remove(self) -> str:
        """Out of the list; what to say of it. Raises Mistake."""
        if self.old is not None:
            self._desk.remove(self.old)
        return said.removed(self.name)

    def _typed(self) -> Typed:
        first = _day(self.first) or self.seat.today()
        usual = tuple(kind for kind in said.USUAL_WORDS if kind in self.usual)
        title = " / ".join(self.old.authority) + " /" if self.signed and self.old else self.title
        return Typed(self.name, title, first, _day(self.last), usual)


def _titled(authority: tuple[str, ...]) -> str:
    """As the list of forms has it, where it does."""
    return next((form for form in said.FORMS if authority_lines(form) == authority), " / ".join(authority))


def _day(typed: str) -> date | None:
    return exact_day(typed, newest=NEWEST)
