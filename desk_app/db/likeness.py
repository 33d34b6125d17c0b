"""Live registrations that may be the same as one being entered: found by index, whatever the register holds."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Select, select

from desk_app.db import rows

_PERSON, _ROW = rows.people.c, rows.registrations.c
_NAMED = select(_ROW.id, _PERSON.folded, _PERSON.born, _ROW.happened_on).join_from(rows.people, rows.registrations)
_FIRST = 0


@dataclass(frozen=True, slots=True)
class Namesake:
    """A registration that is about somebody of this folded name; days are ISO, as partial as they are known."""

    id: int
    folded: str
    born: str
    happened_on: str


class LikeRows:
    """Looks into one register, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def namesakes(self, event: str, folded: Collection[str], principals: int = 1) -> tuple[Namesake, ...]:
        """Live registrations of the event whose first people (child, deceased; a couple: two) have such a name."""
        named = _PERSON.folded.in_(sorted(folded)) & (_PERSON.place < principals)
        wanted = _NAMED.where(named, *_live(event)).order_by(_ROW.id)
        return tuple(
            Namesake(row.id, row.folded, row.born, row.happened_on) for row in self._connection.execute(wanted)
        )

    def of_parents(self, folded: Collection[str], day: str) -> tuple[int, ...]:
        """Live births of that day that name one of these parents."""
        parent = _PERSON.folded.in_(sorted(folded)) & (_PERSON.place > _FIRST)
        wanted = _ids().where(parent, *_live("birth"), _ROW.happened_on == day)
        return tuple(self._connection.scalars(wanted))

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


def _ids() -> Select[tuple[int]]:
    return select(_ROW.id).distinct().join_from(rows.people, rows.registrations).order_by(_ROW.id)


def _live(event: str) -> tuple[ColumnElement[bool], ...]:
    return (_ROW.event == event, _ROW.state == "live")
