"""Live registrations that may be the same as one being entered: found by index, whatever the register holds."""

from collections.abc import Collection

from sqlalchemy import Connection

from desk_app.db.quick import asked, marks

# The day always comes along: one name stands in a registration of a hundred.
_PEOPLE_ON = """
    SELECT registrations.id, people.folded, registrations.happened_on FROM people
        JOIN registrations ON registrations.id = people.registration_id
        WHERE event = ? AND state = 'live' AND happened_on IN {days}{named} ORDER BY registrations.id
"""
_NAMED = " AND +people.folded IN {names}"
# People come first, each by an index, then their rows one by one: left to itself SQLite may walk through all marriages
# there are and look for the number with each.
_OF_PEOPLE = """
    SELECT registrations.id, people.citizen_id FROM people
        CROSS JOIN registrations ON registrations.id = people.registration_id
        WHERE {known} AND event = ? AND state = 'live' ORDER BY registrations.id
"""
_BORN_ON = _OF_PEOPLE.format(known="people.folded IN {names} AND people.born IN {days}")
# That the number is not empty is said outright, or the partial index over the numbers is not used.
_NUMBERED = _OF_PEOPLE.format(known="people.citizen_id IN {digits} AND people.citizen_id <> ''")
_DEATHS = """
    SELECT id, version FROM registrations WHERE ym IN {months} AND event = 'death' AND state = 'live' ORDER BY id
"""


class LikeRows:
    """Looks into one register, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def people_on(
        self, event: str, days: Collection[str], folded: Collection[str] = ()
    ) -> tuple[tuple[int, str, str], ...]:
        """Everybody, or everybody of these names, in live registrations of what happened on these days (ISO, as partial
        as they stand): id, folded name, day."""
        named = _NAMED.format(names=marks(len(folded))) if folded else ""
        wanted = _PEOPLE_ON.format(days=marks(len(days)), named=named)
        found = asked(self._connection, wanted, event, *sorted(days), *sorted(folded))
        return tuple((id, name, day) for id, name, day in found)

    def born_on(self, event: str, folded: Collection[str], days: Collection[str]) -> tuple[int, ...]:
        """Live registrations of the event that name somebody so, born on one of these days."""
        if not days:
            return ()
        wanted = _BORN_ON.format(names=marks(len(folded)), days=marks(len(days)))
        return tuple(row[0] for row in asked(self._connection, wanted, *sorted(folded), *sorted(days), event))

    def numbered(self, event: str, digits: Collection[str]) -> tuple[tuple[int, str], ...]:
        """Live registrations of the event that name one of these personal numbers: id, and the number."""
        if not digits:
            return ()
        wanted = _NUMBERED.format(digits=marks(len(digits)))
        return tuple((id, number) for id, number in asked(self._connection, wanted, *sorted(digits), event))

    def deaths(self, months: Collection[int]) -> tuple[tuple[int, int], ...]:
        """Live deaths registered in these months (202611), oldest first: id and version."""
        wanted = _DEATHS.format(months=marks(len(months)))
        return tuple((id, version) for id, version in asked(self._connection, wanted, *sorted(months)))
