"""Which sets of criteria this office knows: those that came with the program, and its own."""

from __future__ import annotations

from contextlib import suppress
from functools import cache

from common.criteria import CriteriaSet, NotACriteriaSet, read_set, read_sets
from desk_app import paths
from desk_app.db.register import Reading
from desk_app.services.trouble import Mistake


@cache
def packed_sets() -> tuple[CriteriaSet, ...]:
    """The sets of the program; read once."""
    return read_sets(paths.resources() / "criteria")


def own_sets(reading: Reading) -> tuple[CriteriaSet, ...]:
    """The office's own, drafts among them, in the order they were added; one that only a newer program reads is left
    out."""
    found = []
    for kept in sorted(reading.criteria.sets(), key=lambda one: (one.added_on, one.id, one.edition)):
        with suppress(NotACriteriaSet):
            found.append(read_set(kept.content))
    return tuple(found)


def set_named(reading: Reading, mark: str) -> CriteriaSet:
    """The set of a mark ("mau-100/1"), or the newest edition of an id. Raises Mistake("no-such-criteria")."""
    every = (*packed_sets(), *own_sets(reading))
    same = [one for one in every if one.mark == mark] or [one for one in every if one.id == mark]
    if not same:
        raise Mistake("no-such-criteria", {"name": mark, "known": ", ".join(one.mark for one in every)})
    return max(same, key=lambda one: (not one.draft, one.edition))


def draft_named(reading: Reading, mark: str) -> CriteriaSet:
    """The same, where it may be changed. Raises Mistake("criteria-in-use")."""
    found = set_named(reading, mark)
    if not found.draft:
        raise Mistake("criteria-in-use", {"name": found.name})
    return found


def usual_set(reading: Reading, year: int) -> CriteriaSet:
    """The one by which a year is scored: an own set that was begun, else the last own set in force, else the example
    that the program brings."""
    begun = [
        set_named(reading, f"{one.set_id}/{one.body['edition']}")
        for one in reading.criteria.years()
        if one.year == year
    ]
    mine = [one for one in own_sets(reading) if not one.draft and _covers(one, year)]
    own = [one for one in begun if not one.example] or mine[-1:]
    return (own or begun or sorted(packed_sets(), key=lambda one: -one.edition))[0]


def _covers(one: CriteriaSet, year: int) -> bool:
    return one.first_day.year <= year and (one.last_day is None or one.last_day.year >= year)
