"""Which live registrations name the same people about the same day, asked so that no common name makes it slow."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from common.dates import PartialDate
from desk_app.db.quick import named

AFTER = "~"
"""Behind every digit and dash: whatever begins with a day lies between the day and the day with this."""

# Names and day are asked together, for a name alone may stand in one registration of a hundred. A day agrees with its
# month or year alone, and with whatever tells it more exactly. The plus keeps SQLite from going through all who bear a
# name where it only has to look at the few people of one registration.
_ABOUT = """
    SELECT registration_id FROM people WHERE folded IN {names} AND born IN (:year, :month)
    UNION
    SELECT registration_id FROM people WHERE folded IN {names} AND born BETWEEN :day AND :after
    UNION
    SELECT id FROM registrations AS told WHERE event = :event AND happened_on IN (:year, :month)
        AND EXISTS (SELECT 1 FROM people WHERE registration_id = told.id AND +folded = :first)
    UNION
    SELECT id FROM registrations AS told WHERE event = :event AND happened_on BETWEEN :day AND :after
        AND EXISTS (SELECT 1 FROM people WHERE registration_id = told.id AND +folded = :first)
"""
_NAMED = """
    SELECT registration_id FROM people WHERE folded = :first
    INTERSECT
    SELECT registration_id FROM people WHERE folded = :last
"""
_PEOPLE = """
    WITH maybe (id) AS ({maybe})
    SELECT people.registration_id, people.folded, people.born, registrations.happened_on FROM maybe
        CROSS JOIN registrations ON registrations.id = maybe.id
        CROSS JOIN people ON people.registration_id = maybe.id
        WHERE event = :event AND state = 'live' AND +people.folded IN {names} ORDER BY maybe.id
"""
_BY_DAY, _BY_NAMES = (_PEOPLE.replace("{maybe}", maybe) for maybe in (_ABOUT, _NAMED))


def look_alikes(
    connection: Connection, event: str, folded_names: Sequence[str], on: PartialDate | None
) -> tuple[int, ...]:
    """Live registrations that name all these people and agree with the day; see `Registrations.alike`."""
    wanted = frozenset(folded_names)
    places = {f"name{place}": name for place, name in enumerate(sorted(wanted))}
    asked = {"event": event, "first": min(wanted), "last": max(wanted), **places}
    if on:
        day = on.iso()
        asked |= {"year": day[:4], "month": day[:7], "day": day, "after": day + AFTER}
    seen: dict[int, tuple[set[str], set[str]]] = {}
    question = (_BY_DAY if on else _BY_NAMES).replace("{names}", f"({', '.join(f':{place}' for place in places)})")
    for id, name, born, happened_on in named(connection, question, asked):
        names, days = seen.setdefault(id, (set(), {happened_on}))
        names.add(name)
        days.add(born)
    return tuple(id for id, (names, days) in seen.items() if names == wanted and _agree(days, on))


def _agree(known: Iterable[str], on: PartialDate | None) -> bool:
    if on is None:
        return True
    wanted = on.iso()
    return any(day and (day.startswith(wanted) or wanted.startswith(day)) for day in known)
