"""The roll of desks: who may send, under which keys, since when, and what waits for a person."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from district.cards import becomes, terms_of
from district.moments import day_of
from district.store.bundles import Mail
from district.store.desk_books import BookRow
from district.store.desk_keys import WAITING, KeyRow
from district.store.desks import DeskRow
from district.store.store import Work

NO_MAIL = Mail()


@dataclass(frozen=True, slots=True)
class Rolled:
    """One desk on the roll. `unit` and `label` are what they become once the six words that wait are ticked; `document`
    is the identity of the enrolment that waits, empty where none does; `older` counts its keys of before by state."""

    desk: DeskRow
    unit: str
    label: str
    document: str = ""
    older: Mapping[str, int] = field(default_factory=dict)
    mail: Mail = NO_MAIL

    @property
    def number(self) -> int:
        """The desk's number."""
        return self.desk.number

    @property
    def since(self) -> date | None:
        """Since when what counts now counts; None for a desk that never did."""
        return None if self.desk.state in ("waiting", "dropped") else date.fromisoformat(self.desk.changed_on)

    @property
    def last(self) -> date | None:
        """The day its newest bundle came."""
        return day_of(self.mail.last) if self.mail.last else None

    @property
    def kept(self) -> int:
        """How many keys of before it has that were not revoked."""
        return self.older.get("older", 0) + self.older.get("retired", 0)


@dataclass(frozen=True, slots=True)
class Opened:
    """One desk looked into: its row on the roll, its keys of before, the newest first, why it was revoked, in which
    books it wrote, how far its history reaches, the other desks of its commune, the number of the enrolment that
    waits and of its newest receipt (0 where there is none)."""

    row: Rolled
    keys: tuple[KeyRow, ...]
    reason: str
    books: tuple[BookRow, ...]
    head: int
    others: tuple[DeskRow, ...]
    file_number: int = 0
    receipt: int = 0


def roll(work: Work) -> tuple[Rolled, ...]:
    """Every desk but those that were dropped, by number."""
    keys: dict[int, list[KeyRow]] = {}
    for key in work.keys.all():
        keys.setdefault(key.desk, []).append(key)
    mail = work.bundles.mail()
    rows = (desk for desk in work.desks.all() if desk.state != "dropped")
    return tuple(_rolled(desk, keys.get(desk.number, ()), mail.get(desk.number, NO_MAIL)) for desk in rows)


def opened(work: Work, number: int) -> Opened | None:
    """One desk looked into; None where there is none."""
    desk = work.desks.get(number)
    if desk is None:
        return None
    keys = work.keys.of_desk(number)
    row = _rolled(desk, keys, work.bundles.mail(number).get(number, NO_MAIL))
    before = tuple(key for key in keys if key.state != WAITING and key.key_id != desk.key_id)
    mine = next((key for key in keys if key.key_id == desk.key_id and key.state != WAITING), None)
    return Opened(
        row=row,
        keys=before,
        reason=terms_of(mine).get("reason", "") if mine and desk.state == "revoked" else "",
        books=work.books.of_desk(number),
        head=work.lines.head(number),
        others=in_use(work, row.unit, number),
        receipt=newest.number if (newest := work.receipts.newest(number)) else 0,
        file_number=desk.enrolment_number if row.document else 0,
    )


def in_use(work: Work, unit: str, beside: int = 0) -> tuple[DeskRow, ...]:
    """The desks of a commune that write, the one of that number left out."""
    return tuple(desk for desk in work.desks.of_unit(unit) if desk.state == "enrolled" and desk.number != beside)


def _rolled(desk: DeskRow, keys: tuple[KeyRow, ...] | list[KeyRow] | tuple[()], mail: Mail) -> Rolled:
    waits = next((becomes(key)[0] for key in keys if key.state == WAITING), None)
    first = desk if desk.state == "waiting" else None
    told = waits or first
    older = Counter(key.state for key in keys if key.state != WAITING and key.key_id != desk.key_id)
    unit, label = (told.unit, told.label) if told else (desk.unit, desk.label)
    return Rolled(desk, unit, label, told.enrolment if told else "", older, mail)
