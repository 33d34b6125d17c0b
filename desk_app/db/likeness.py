"""Live registrations that may be the same as one being entered: found by index, whatever the register holds."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, select, text

from desk_app.db import rows
from desk_app.db.look_alikes import AFTER

_PERSON, _ROW = rows.people.c, rows.registrations.c
_NAMED = select(_ROW.id, _PERSON.folded, _PERSON.born, _ROW.happened_on).join_from(rows.people, rows.registrations)
_TOLD = "SELECT told.id, people.folded, people.born, told.happened_on FROM"
_OF_EVENT = "people.place >= :first AND people.place < :beyond AND told.event = :event AND told.state = 'live'"
# The plus keeps SQLite from going through all who bear a name where it only has to look at the people of one day.
_ON_DAYS = text(
    f"{_TOLD} registrations AS told CROSS JOIN people ON people.registration_id = told.id "
    f"WHERE told.happened_on IN :days AND +people.folded IN :names AND {_OF_EVENT} ORDER BY told.id"
).bindparams(bindparam("days", expanding=True), bindparam("names", expanding=True))
_OF_NAME = f"{_TOLD} people CROSS JOIN registrations AS told ON told.id = people.registration_id WHERE {_OF_EVENT}"
_BORN_ON = text(
    f"{_OF_NAME} AND people.folded IN :names AND people.born IN :days UNION "
    f"{_OF_NAME} AND people.folded IN :names AND people.born BETWEEN :day AND :after ORDER BY 1"
).bindparams(bindparam("days", expanding=True), bindparam("names", expanding=True))
_FIRST, _BEYOND = 1, 9


@dataclass(frozen=True, slots=True)
class Namesake:
    """A registration that is about somebody of this folded name; days are ISO, as partial as they are known."""

    id: int
    folded: str
    born: str
    happened_on: str


Names = tuple[Namesake, ...]


class LikeRows:
    """Looks into one register, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def namesakes(self, event: str, folded: Collection[str], principals: int = 1) -> Names:
        """Live registrations of the event whose first people (child, deceased; a couple: two) have such a name: where
        it is common, hundreds."""
        named = _PERSON.folded.in_(sorted(folded)) & (_PERSON.place < principals)
        return self._named(_NAMED.where(named, *_live(event)).order_by(_ROW.id), {})

    def namesakes_on(self, event: str, folded: Collection[str], days: Collection[str], principals: int = 1) -> Names:
        """Those of them that happened on one of these days (ISO, as partial as they are written), read of that day."""
        people = {"first": 0, "beyond": principals, "names": sorted(folded), "event": event}
        return self._named(_ON_DAYS, {**people, "days": sorted(days)})

    def namesakes_born(self, event: str, folded: Collection[str], days: Collection[str], day: str) -> Names:
        """Those of them who were born on one of these days, or on one that tells `day` more exactly."""
        people = {"first": 0, "beyond": 1, "names": sorted(folded), "event": event}
        return self._named(_BORN_ON, {**people, "days": sorted(days), "day": day, "after": day + AFTER})

    def of_parents(self, folded: Collection[str], day: str) -> tuple[int, ...]:
        """Live births of that day that name one of these parents."""
        people = {"first": _FIRST, "beyond": _BEYOND, "names": sorted(folded), "event": "birth"}
        return tuple(dict.fromkeys(one.id for one in self._named(_ON_DAYS, {**people, "days": [day]})))

    def numbered(self, event: str, digits: Collection[str]) -> tuple[int, ...]:
        """Live registrations of the event that name one of these personal numbers."""
        # Said outright, or the partial index over the numbers is not used.
        known = _PERSON.citizen_id.in_(sorted(digits)) & (_PERSON.citizen_id != "")
        return tuple(self._connection.scalars(_ids().where(known, *_live(event)))) if digits else ()

    def deaths_of(self, day: str, months: Collection[int]) -> tuple[int, ...]:
        """Live deaths on that day, registered in one of these months (202611)."""
        wanted = select(_ROW.id).where(_ROW.ym.in_(sorted(months)), *_live("death"), _ROW.happened_on == day)
        return tuple(self._connection.scalars(wanted.order_by(_ROW.id)))

    def deaths_in(self, months: Collection[int]) -> tuple[int, ...]:
        """Live deaths registered in these months, oldest first."""
        wanted = select(_ROW.id).where(_ROW.ym.in_(sorted(months)), *_live("death"))
        return tuple(self._connection.scalars(wanted.order_by(_ROW.id)))

    def _named(self, wanted: Any, given: dict[str, object]) -> Names:
        found = self._connection.execute(wanted, given)
        return tuple(Namesake(row.id, row.folded, row.born, row.happened_on) for row in found)


def _ids() -> Select[tuple[int]]:
    return select(_ROW.id).distinct().join_from(rows.people, rows.registrations).order_by(_ROW.id)


def _live(event: str) -> tuple[ColumnElement[bool], ...]:
    return (_ROW.event == event, _ROW.state == "live")
