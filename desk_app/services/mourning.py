"""Households in mourning: whose glad letters wait, for whom, and until when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from weakref import ReferenceType, ref

from desk_app.db.register import Reading, Work
from desk_app.domain.address import form_of_address
from desk_app.domain.events import AnyRegistration, Death
from desk_app.domain.mourning import Bereft, Household, bereaves, bereft, household, mourned_until
from desk_app.domain.rules import Rules
from exchange.canonical import decode

IN_MOURNING = "family-in-mourning"
_LAW = Rules.standard("")


@dataclass(frozen=True, slots=True)
class Loss:
    """A death for which glad letters to its household wait: the registration, whom it was, and the last day."""

    record: int
    who: str
    died: str
    until: date

    def details(self) -> Mapping[str, str]:
        """What a problem tells of it."""
        until = f"{self.until:%d/%m/%Y}"
        return {"reason": IN_MOURNING, "record": str(self.record), "who": self.who, "died": self.died, "until": until}


@dataclass(frozen=True, slots=True)
class Mourning:
    """The deaths that are mourned on one day, found by what their papers have in common with another one."""

    deaths: Mapping[int, tuple[Death, Bereft]]
    clues: Mapping[str, frozenset[int]]

    def of(self, registrations: Sequence[AnyRegistration]) -> Loss | None:
        """The loss for which a letter over these registrations waits, of several the one mourned longest; a condolence
        waits for none."""
        losses = (loss for one in registrations for loss in self._losses(household(one)))
        return max(losses, key=lambda loss: loss.until, default=None)

    def _losses(self, home: Household) -> Iterator[Loss]:
        for id in sorted(frozenset[int]().union(*(self.clues.get(clue, frozenset()) for clue in home.clues()))):
            death, left = self.deaths[id]
            if bereaves(left, home):
                address = form_of_address(death.deceased, death.died_on.earliest())
                who = f"{address} {death.deceased.name.text}"
                yield Loss(id, who, death.died_on.slashed(), mourned_until(death, _LAW))


@dataclass(slots=True)
class Mourners:
    """What was read of the deaths of these weeks; only those added or amended since are read again."""

    _deaths: dict[tuple[int, int], tuple[Death, Bereft]] = field(default_factory=dict)
    _now: tuple[date, Mourning] | None = None
    _view: ReferenceType[Reading] | None = None

    def now(self, store: Reading | Work, today: date) -> Mourning:
        """The deaths registered here that are mourned today; these weeks are read of the register, and no more."""
        if self._now and self._now[0] == today and self._view and self._view() is store:
            return self._now[1]
        since = today - timedelta(days=_LAW.value("mourning-days", today) or 0)
        stand = {(id, version) for id, version in store.like.deaths(_months(since, today))}
        if self._now is None or self._now[0] != today or self._deaths.keys() != stand:
            known = {key: self._deaths[key] for key in stand & self._deaths.keys()}
            fresh = store.registrations.several(sorted(id for id, _ in stand - known.keys()))
            known |= {
                (kept.id, kept.version): (kept.registration, bereft(kept.registration))
                for kept in fresh
                if isinstance(kept.registration, Death)
            }
            self._deaths, self._now = known, (today, _gathered(known, today))
        # One view of the register stays as it is; an act on it may be registering the death itself.
        self._view = None if isinstance(store, Work) else ref(store)
        return self._now[1]


def _gathered(known: Mapping[tuple[int, int], tuple[Death, Bereft]], today: date) -> Mourning:
    deaths: dict[int, tuple[Death, Bereft]] = {}
    clues: dict[str, set[int]] = {}
    for (id, _), (death, left) in known.items():
        if death.registered_on <= today <= mourned_until(death, _LAW):
            deaths[id] = (death, left)
            for clue in left.clues():
                clues.setdefault(clue, set()).add(id)
    return Mourning(deaths, {clue: frozenset(found) for clue, found in clues.items()})


def _months(first: date, last: date) -> list[int]:
    months = [first.year * 12 + first.month - 1, last.year * 12 + last.month - 1]
    return [month // 12 * 100 + month % 12 + 1 for month in range(months[0], months[1] + 1)]


def opened_for(store: Reading | Work, subject: str) -> frozenset[str]:
    """The reasons in spite of which somebody had this letter written; kept at home, beside the line that says so."""
    prepared = next((line for line in store.journal.of_subject(subject) if line.kind == "letter-prepared"), None)
    if prepared is None:
        return frozenset()
    kept = next(iter(store.journal.home_parts(prepared.position, prepared.position)), None)
    home = decode(kept.body) if kept else {}
    return frozenset(home.get("held", ()))
