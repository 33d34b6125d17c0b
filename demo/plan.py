"""The whole plan: who comes on which day to which desk, whose card is scanned, what is taken back."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import chain
from random import Random

from demo import births, days, deaths, marriages
from demo.communes import COMMUNES, shares
from demo.people import card_text, decomposed
from demo.visits import Visit

SEED = 2024
SCANNED = 30
MAKERS = (("birth", births.make), ("marriage", marriages.make), ("death", deaths.make))


@dataclass(frozen=True, slots=True)
class Wanted:
    """How many registrations are played in how many months, both desks together, and how many are taken back."""

    births: int = 54
    marriages: int = 62
    deaths: int = 21
    void: int = 0
    months: int = 3

    @property
    def registrations(self) -> int:
        """All of them, those taken back included."""
        return self.births + self.marriages + self.deaths


Plan = dict[int, tuple[Visit, ...]]


def plan(wanted: Wanted) -> Plan:
    """The visits of each desk by its number, in the order of their days. The same wish gives the same plan."""
    chance = Random(SEED)
    counts = {"birth": wanted.births, "marriage": wanted.marriages, "death": wanted.deaths}
    visits: list[tuple[int, Visit]] = []
    for event, make in MAKERS:
        for commune, share in zip(COMMUNES, shares(counts[event]), strict=True):
            on = days.spread(chance, share, wanted.months)
            visits += [(commune.desk, visit) for visit in make(chance, commune, on)]
    cards = _with_cards([visit for _, visit in visits], chance)
    kept = _with_voids(cards, wanted.void)
    desks = [desk for desk, _ in visits]
    return {c.desk: _by_day(v for d, v in zip(desks, kept, strict=True) if d == c.desk) for c in COMMUNES}


def _by_day(visits: Iterable[Visit]) -> tuple[Visit, ...]:
    return tuple(sorted(visits, key=lambda visit: visit.on))


def _with_cards(visits: list[Visit], chance: Random) -> list[Visit]:
    """Thirty people lay their card under the scanner, spread over the whole plan; the first is read in pieces."""
    able = [(n, part) for n, v in enumerate(visits) for part in v.people if not v.twin]
    step = max(len(able) / SCANNED, 1)
    chosen = [able[int(k * step)] for k in range(min(SCANNED, len(able)))]
    carded = list(visits)
    for place, (n, part) in enumerate(chosen):
        text = card_text(carded[n].people[part], chance)
        carded[n] = carded[n].with_card(part, decomposed(text) if place == 0 else text)
    return carded


def _with_voids(visits: list[Visit], count: int) -> list[Visit]:
    """The last so many, twins spared, are taken back: births first, then marriages, then deaths."""
    order = chain.from_iterable(
        reversed([n for n, v in enumerate(visits) if v.event == event and not v.twin]) for event, _ in MAKERS
    )
    void = {n for n, _ in zip(order, range(count), strict=False)}
    return [replace(visit, void=n in void) for n, visit in enumerate(visits)]
