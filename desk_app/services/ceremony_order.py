"""A ceremony as the register keeps it: ids in their order, who comes, how names are read; never a name itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from common.names import tidy
from desk_app.db.ceremonies import KeptCeremony
from desk_app.db.register import Reading, Work
from desk_app.services.trouble import Mistake

LONGEST = 120
"""No title, place or name of a giver is longer."""
ENDLESS = 100_000


@dataclass(frozen=True, slots=True)
class Plan:
    """When, where and by whom: the hour and the rest as typed."""

    held_on: date
    hour: str = ""
    place: str = ""
    title: str = ""
    giver: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Whose turn it is: the registrations of one sheet, or a letter that covers none."""

    registrations: tuple[int, ...] = ()
    letter: int = 0


@dataclass(frozen=True, slots=True)
class Turn:
    """A place in the order with what was said of it. `reading`: a line for each name, said of these `versions`."""

    place: Place
    comes: bool = True
    reading: tuple[str, ...] = ()
    versions: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """One ceremony; `over` is the day on which the hand-over was written down."""

    id: int
    plan: Plan
    order: tuple[Turn, ...] = ()
    over: date | None = field(default=None)

    def place_of(self, place: Place) -> int:
        """Where it stands, from 0; raises Mistake("not-in-ceremony")."""
        for number, turn in enumerate(self.order):
            if turn.place == place:
                return number
        raise Mistake("not-in-ceremony")

    def with_turn(self, turn: Turn) -> Kept:
        """The same with this turn in the place of the one that stood there."""
        at = self.place_of(turn.place)
        return replace(self, order=(*self.order[:at], turn, *self.order[at + 1 :]))


def tidied(plan: Plan) -> Plan:
    """As it is kept; raises Mistake("ceremony-too-long")."""
    typed = {name: tidy(getattr(plan, name)) for name in ("hour", "place", "title", "giver")}
    if any(len(text) > LONGEST for text in typed.values()):
        raise Mistake("ceremony-too-long", {"limit": str(LONGEST)})
    return Plan(plan.held_on, **typed)


def read_ceremony(store: Reading, id: int) -> Kept:
    """The ceremony of this id; raises Mistake("no-such-ceremony")."""
    kept = store.ceremonies.get(id)
    if kept is None:
        raise Mistake("no-such-ceremony")
    return kept_as(kept)


def newest(store: Reading, limit: int = ENDLESS) -> tuple[Kept, ...]:
    """Ceremonies, the latest day first."""
    return tuple(kept_as(one) for one in store.ceremonies.newest(limit))


def kept_as(row: KeptCeremony) -> Kept:
    """What a row says; parts it lacks are empty."""
    body = row.body
    words = {name: str(body.get(name, "")) for name in ("hour", "place", "title", "giver")}
    over = body.get("over", "")
    order = tuple(_turn(one) for one in body.get("order", ()))
    return Kept(row.id, Plan(row.held_on, **words), order, date.fromisoformat(over) if over else None)


def write_ceremony(work: Work, kept: Kept) -> None:
    """Keep it in the place of what stood there."""
    work.ceremonies.keep(KeptCeremony(kept.id, kept.plan.held_on, body_of(kept)))


def body_of(kept: Kept) -> Mapping[str, Any]:
    """The JSON object of a ceremony."""
    plan = kept.plan
    return {
        **{name: getattr(plan, name) for name in ("hour", "place", "title", "giver")},
        "over": kept.over.isoformat() if kept.over else "",
        "order": [_told(turn) for turn in kept.order],
    }


def ceremonies_of(store: Reading, registration: int) -> tuple[tuple[date, bool], ...]:
    """The days of the ceremonies in whose order it stands, and whether a reading is kept there."""
    return tuple(
        (kept.plan.held_on, bool(turn.reading))
        for kept in newest(store)
        for turn in kept.order
        if registration in turn.place.registrations
    )


def forget_readings(work: Work, registration: int = 0, letter: int = 0) -> None:
    """The law had this one erased: how a name is read tells the name."""
    gone = Place((), letter)
    for kept in newest(work):
        order = tuple(
            replace(turn, reading=(), versions=())
            if registration in turn.place.registrations or turn.place == gone
            else turn
            for turn in kept.order
        )
        if order != kept.order:
            write_ceremony(work, replace(kept, order=order))


def _turn(told: Mapping[str, Any]) -> Turn:
    place = Place(tuple(told.get("registrations", ())), int(told.get("letter", 0)))
    reading, versions = tuple(told.get("reading", ())), tuple(told.get("versions", ()))
    return Turn(place, bool(told.get("comes", True)), reading, versions)


def _told(turn: Turn) -> dict[str, Any]:
    told: dict[str, Any] = {"comes": turn.comes}
    if turn.place.letter:
        told["letter"] = turn.place.letter
    else:
        told["registrations"] = list(turn.place.registrations)
    if turn.reading:
        told |= {"reading": list(turn.reading), "versions": list(turn.versions)}
    return told
