"""Live registrations that may be the same as one being entered: found by index, whatever the register holds."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select

from desk_app.db import rows

_PERSON, _ROW = rows.people.c, rows.registrations.c
# Asked by the bare event, SQLite would rather walk through the days of all its registrations than through few people.
_LIVE = (_ROW.event + "" == bindparam("event"), _ROW.state == "live")
_ONE_OF = _PERSON.folded.in_(bindparam("names", expanding=True))
_ON_DAYS = (_ROW.event == bindparam("event"), _ROW.happened_on.in_(bindparam("days", expanding=True)))
_JOINED = select(_ROW.id).join_from(rows.people, rows.registrations).order_by(_ROW.id)
# Made once: putting such questions together takes longer than the register takes to answer them.
_NAMESAKES = _JOINED.add_columns(_PERSON.folded, _PERSON.born, _ROW.happened_on).where(
    _ONE_OF, _PERSON.place < bindparam("principals"), *_LIVE
)
_OF_PARENTS = _JOINED.add_columns(_PERSON.folded, _ROW.happened_on).where(
    _PERSON.place > 0, *_ON_DAYS, _ROW.state == "live"
)
# That the number is not empty is said outright, or the partial index over the numbers is not used.
_NUMBERED = _JOINED.add_columns(_PERSON.citizen_id).where(
    _PERSON.citizen_id.in_(bindparam("digits", expanding=True)), _PERSON.citizen_id != "", *_LIVE
)
_ON = select(_ROW.id, _ROW.happened_on).where(*_ON_DAYS, _ROW.state == "live").order_by(_ROW.id)
_DEATHS = (
    select(_ROW.id, _ROW.version)
    .where(_ROW.ym.in_(bindparam("months", expanding=True)), _ROW.event == "death", _ROW.state == "live")
    .order_by(_ROW.id)
)


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
        asked = {"event": event, "names": sorted(folded), "principals": principals}
        found = self._connection.execute(_NAMESAKES, asked)
        return tuple(Namesake(row.id, row.folded, row.born, row.happened_on) for row in found)

    def parents_on(self, days: Collection[str]) -> tuple[tuple[int, str, str], ...]:
        """Parents named in live births of these days: id, the parent's folded name, day of birth."""
        found = self._connection.execute(_OF_PARENTS, {"event": "birth", "days": sorted(days)})
        return tuple((row.id, row.folded, row.happened_on) for row in found)

    def on(self, event: str, days: Collection[str]) -> tuple[tuple[int, str], ...]:
        """Live registrations of the event on these days: id and day."""
        found = self._connection.execute(_ON, {"event": event, "days": sorted(days)})
        return tuple((row.id, row.happened_on) for row in found)

    def numbered(self, event: str, digits: Collection[str]) -> tuple[tuple[int, str], ...]:
        """Live registrations of the event that name one of these personal numbers: id, and the number."""
        if not digits:
            return ()
        asked = {"event": event, "digits": sorted(digits)}
        return tuple((row.id, row.citizen_id) for row in self._connection.execute(_NUMBERED, asked))

    def deaths(self, months: Collection[int]) -> tuple[tuple[int, int], ...]:
        """Live deaths registered in these months (202611), oldest first: id and version."""
        return tuple((row.id, row.version) for row in self._connection.execute(_DEATHS, {"months": sorted(months)}))
