"""Live registrations that may be the same as one being entered: found by index, whatever the register holds."""

from collections.abc import Collection

from sqlalchemy import Connection, bindparam, select, text

from desk_app.db import rows

_PERSON, _ROW = rows.people.c, rows.registrations.c
_LIVE = (_ROW.event == bindparam("event"), _ROW.state == "live")
_JOINED = select(_ROW.id).join_from(rows.people, rows.registrations).order_by(_ROW.id)
# Made once: putting such questions together takes longer than the register takes to answer them. The day always comes
# along: one name stands in a registration of a hundred.
_PEOPLE_ON = _JOINED.add_columns(_PERSON.folded, _ROW.happened_on).where(
    *_LIVE, _ROW.happened_on.in_(bindparam("days", expanding=True))
)
# People come first, each by an index, then their rows one by one: left to itself SQLite may walk through all marriages
# there are and look for the number with each.
_OF_PEOPLE = """
    SELECT registrations.id, people.citizen_id FROM people
        CROSS JOIN registrations ON registrations.id = people.registration_id
        WHERE {known} AND event = :event AND state = 'live' ORDER BY registrations.id
"""
_BORN_ON = text(_OF_PEOPLE.format(known="people.folded IN :names AND people.born IN :days")).bindparams(
    bindparam("names", expanding=True), bindparam("days", expanding=True)
)
# That the number is not empty is said outright, or the partial index over the numbers is not used.
_NUMBERED = text(_OF_PEOPLE.format(known="people.citizen_id IN :digits AND people.citizen_id <> ''")).bindparams(
    bindparam("digits", expanding=True)
)
_DEATHS = (
    select(_ROW.id, _ROW.version)
    .where(_ROW.ym.in_(bindparam("months", expanding=True)), _ROW.event == "death", _ROW.state == "live")
    .order_by(_ROW.id)
)


class LikeRows:
    """Looks into one register, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def people_on(self, event: str, days: Collection[str]) -> tuple[tuple[int, str, str], ...]:
        """Everybody named in live registrations of what happened on these days (ISO, as partial as they stand): id,
        folded name, day."""
        found = self._connection.execute(_PEOPLE_ON, {"event": event, "days": sorted(days)})
        return tuple((row.id, row.folded, row.happened_on) for row in found)

    def born_on(self, event: str, folded: Collection[str], days: Collection[str]) -> tuple[int, ...]:
        """Live registrations of the event that name somebody so, born on one of these days."""
        asked = {"event": event, "names": sorted(folded), "days": sorted(days)}
        return tuple(self._connection.scalars(_BORN_ON, asked)) if days else ()

    def numbered(self, event: str, digits: Collection[str]) -> tuple[tuple[int, str], ...]:
        """Live registrations of the event that name one of these personal numbers: id, and the number."""
        if not digits:
            return ()
        asked = {"event": event, "digits": sorted(digits)}
        return tuple((row.id, row.citizen_id) for row in self._connection.execute(_NUMBERED, asked))

    def deaths(self, months: Collection[int]) -> tuple[tuple[int, int], ...]:
        """Live deaths registered in these months (202611), oldest first: id and version."""
        return tuple((row.id, row.version) for row in self._connection.execute(_DEATHS, {"months": sorted(months)}))
