"""What is odd about answers, noticed when they are put into a batch: facts for the office alone, never a judgement.

An answer that bears a flag counts like any other. A hand-over ceremony explains many answers at once: families sit in
one hall, on one network, and answer there.
"""

from calendar import monthrange
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median
from types import MappingProxyType

from district.store.ballot_box import UNKNOWN_HOUR, KeptAnswer
from district.store.store import Work
from exchange.journal import read_line

BURST = 8
"""Answers to one desk within one hour: a counter serves some six people in an hour, and most answer days later."""
ONE_NETWORK = 8
"""Answers to one desk from one network on one day: a large family with its neighbours stays below; telephone companies
that put a whole commune behind one network are known by their other days."""
MONTH_END = 10
"""Answers on the last days of a month below which nothing is said: four or five of a small commune are mere chance."""
MONTH_END_DAYS = 3
"""A tenth of the month."""
OFTEN = 3
"""So many times what is usual is more than usual."""
DAYS_TO_WRITE_IT_DOWN = 7
"""So long a hand-over may wait to be written down, by the village head who brings the list back."""

Flags = frozenset[str]
_NONE: Mapping[str, int] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class _Seen:
    """An answer, the first day its letter was handed over ("" not told), whether there was a ceremony for it on the day
    of the answer, and whether its desk has told all that is to be told of that day."""

    answer: KeptAnswer
    handed_on: str
    ceremony: bool
    told: bool


def notice(work: Work, answers: Sequence[KeptAnswer], earlier: Mapping[str, int] = _NONE) -> Mapping[str, Flags]:
    """The flags of these answers of one office by id; `earlier`: how many left in batches that were formed in a month
    ("2026-10")."""
    seen = [one for desk in sorted({a.desk for a in answers}) for one in _seen(work, desk, answers)]
    crowds = {
        "burst": _crowds(seen, _hour, BURST),
        "one-network": _crowds(seen, _network, ONE_NETWORK),
        "month-end": _month_ends(seen, earlier),
    }
    told = {one.answer.id: {name for name, ids in crowds.items() if one.answer.id in ids} | _own(one) for one in seen}
    return {answer: frozenset(flags) for answer, flags in told.items() if flags}


def _seen(work: Work, desk: int, answers: Sequence[KeptAnswer]) -> Iterable[_Seen]:
    mine = [answer for answer in answers if answer.desk == desk]
    letters = [letter for letter in work.lines.letters(desk, [one.serial for one in mine]) if letter.live]
    handed: dict[str, list[Mapping[str, object]]] = {}
    for subject, raw in work.lines.handed_over(desk, letters):
        handed.setdefault(subject, []).append(read_line(raw).figures)
    by_letter = {(letter.serial, letter.letter): handed.get(letter.subject, []) for letter in letters}
    until = work.lines.newest_day(desk)
    for answer in mine:
        yield _one(answer, by_letter.get((answer.serial, answer.kind)), until)


def _one(answer: KeptAnswer, handed: Sequence[Mapping[str, object]] | None, until: str) -> _Seen:
    """`handed` is None for a letter of a history that was set aside: of its hand-over nothing is known."""
    told = handed or ()
    first = min((str(one["delivered_on"]) for one in told), default="")
    ceremony = any((one["way"], one["delivered_on"]) == ("ceremony", answer.answered_on) for one in told)
    by_now = date.fromisoformat(answer.answered_on) + timedelta(days=DAYS_TO_WRITE_IT_DOWN)
    return _Seen(answer, first, ceremony, handed is not None and until >= by_now.isoformat())


def _own(one: _Seen) -> set[str]:
    """What the answer tells by itself."""
    answer = one.answer
    early = one.handed_on > answer.answered_on if one.handed_on else one.told
    facts = (("early", early), ("own-network", answer.at_office), ("contradicted", answer.contradicted))
    return {name for name, holds in facts if holds}


def _hour(one: _Seen) -> Hashable:
    answer = one.answer
    return (answer.desk, answer.answered_on, answer.hour) if answer.hour != UNKNOWN_HOUR else None


def _network(one: _Seen) -> Hashable:
    answer = one.answer
    return (answer.desk, answer.answered_on, answer.network) if answer.network else None


def _crowds(seen: Sequence[_Seen], place: Callable[[_Seen], Hashable], least: int) -> frozenset[str]:
    """The answers that came together in one place, more than usual for their desk."""
    placed = [(place(one), one) for one in seen if not one.ceremony]
    counts = Counter((one.answer.desk, where) for where, one in placed if where is not None)
    odd = {key for key, n in counts.items() if n >= least and n >= OFTEN * _usual(counts, key)}
    return frozenset(one.answer.id for where, one in placed if (one.answer.desk, where) in odd)


def _usual(counts: Mapping[tuple[int, Hashable], int], key: tuple[int, Hashable]) -> float:
    others = [n for other, n in counts.items() if other[0] == key[0] and other != key]
    return median(others) if others else 0


def _month_ends(seen: Sequence[_Seen], earlier: Mapping[str, int]) -> frozenset[str]:
    """The answers on the last days of a month, where they are many, and no fewer than all others of it."""
    plain = [one for one in seen if not one.ceremony]
    found: set[str] = set()
    for desk, month in {(one.answer.desk, one.answer.answered_on[:7]) for one in plain}:
        mine = [one.answer for one in plain if (one.answer.desk, one.answer.answered_on[:7]) == (desk, month)]
        last = [answer.id for answer in mine if _is_last(answer.answered_on)]
        if len(last) >= MONTH_END and len(last) >= len(mine) - len(last) + earlier.get(month, 0):
            found.update(last)
    return frozenset(found)


def _is_last(day: str) -> bool:
    on = date.fromisoformat(day)
    return on.day > monthrange(on.year, on.month)[1] - MONTH_END_DAYS
