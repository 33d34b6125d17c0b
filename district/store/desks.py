"""Desks that were enrolled: one PC of one commune each, by a number that is never given twice."""

from dataclasses import dataclass, fields
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, Integer, Text, bindparam, func, insert, select, update

from district.store.tables import desks

HIGHEST_DESK = 2**14 - 1
"""A code on a letter has fourteen bits for its desk."""
HIGHEST_BY_TIME = 2**30
_COUNTED_FROM = datetime(2024, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class DeskRow:
    """One desk. `state` is waiting (six words not compared yet), dropped (they never were), enrolled, ended (it writes
    no more; what it wrote is still taken) or revoked."""

    number: int
    unit: str
    label: str
    phone: str
    card: bytes
    signing_key: str
    key_id: str
    receiving_key: str
    register: str
    enrolment_number: int
    enrolment: str
    generation: int
    profile: str
    smallest_group: int
    state: str
    enrolled_on: str
    changed_on: str


class DeskRows:
    """The rows of desks within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def next_number(self) -> int:
        """A desk number that this office never gave before; a gap only where somebody named the highest one."""
        highest = self._connection.execute(select(func.max(desks.c.number))).scalar() or 0
        if highest < HIGHEST_DESK:
            return highest + 1
        given = set(self._connection.execute(select(desks.c.number)).scalars())
        return next(number for number in range(1, HIGHEST_DESK + 2) if number not in given)

    def next_enrolment(self, at: datetime) -> int:
        """The next enrolment number of this office. It rises with time, so that an office put back from an older copy
        never writes one that a desk already has: whole minutes since 2024 at that moment, or one more than the last."""
        highest = self._connection.execute(select(func.max(desks.c.enrolment_number))).scalar() or 0
        return max(highest + 1, min((at - _COUNTED_FROM) // timedelta(minutes=1), HIGHEST_BY_TIME))

    def add(self, desk: DeskRow) -> None:
        """Add a desk; number and key must be new."""
        values = {field.name: getattr(desk, field.name) for field in fields(desk)}
        self._connection.execute(insert(desks).values(values))

    def renew(self, desk: DeskRow) -> None:
        """Write a desk's row again, after it showed a card that takes over from its older one."""
        values = {field.name: getattr(desk, field.name) for field in fields(desk)}
        self._connection.execute(update(desks).where(desks.c.number == desk.number).values(values))

    def get(self, number: int, lock: bool = False) -> DeskRow | None:
        """The desk of that number; with `lock` nobody else can import for it until this transaction ends."""
        row = self._connection.execute(_LOCKED if lock else _NUMBERED, {"number": number}).first()
        return DeskRow(*row) if row else None

    def of_key(self, key_id: str) -> DeskRow | None:
        """The desk that signs with the key of that id."""
        row = self._connection.execute(_SIGNING, {"key_id": key_id}).first()
        return DeskRow(*row) if row else None

    def of_register(self, register: str) -> DeskRow | None:
        """The desk that keeps that register, those left out that were dropped before they counted."""
        asked = select(desks).where(desks.c.register == register, desks.c.state != "dropped").order_by(desks.c.number)
        row = self._connection.execute(asked).first()
        return DeskRow(*row) if row else None

    def all(self) -> tuple[DeskRow, ...]:
        """Every desk ever enrolled, by number."""
        return tuple(DeskRow(*row) for row in self._connection.execute(select(desks).order_by(desks.c.number)))

    def of_unit(self, unit: str) -> tuple[DeskRow, ...]:
        """The desks of one office, by number."""
        return tuple(DeskRow(*row) for row in self._connection.execute(_OF_UNIT, {"unit": unit}))

    def set_enrolment_number(self, number: int, enrolment: int) -> None:
        """Remember the highest enrolment number given to the desk; it is never given again."""
        self._connection.execute(update(desks).where(desks.c.number == number).values(enrolment_number=enrolment))

    def set_state(self, number: int, state: str, on: str) -> None:
        """Record what became of the desk on that ISO day."""
        self._connection.execute(update(desks).where(desks.c.number == number).values(state=state, changed_on=on))


# Composed once: every file that comes in asks these.
_NUMBERED = select(desks).where(desks.c.number == bindparam("number", type_=Integer))
_LOCKED = _NUMBERED.with_for_update()
_SIGNING = select(desks).where(desks.c.key_id == bindparam("key_id", type_=Text))
_OF_UNIT = select(desks).where(desks.c.unit == bindparam("unit", type_=Text)).order_by(desks.c.number)
