"""Hands that enter a morning's cases by keys alone, and what each of them cost."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from window_cases import Case, Counter
from window_clerk import Clerk

MORNINGS = 4 if os.environ.get("ENDURE") else 1
"""Thirteen cases each under ENDURE: a long day at a counter with a queue; else one of eight."""
_SAVES = 5
"""Slip, look again, and once more for luck: who needs more is stuck."""


@dataclass(frozen=True, slots=True)
class Done:
    """A case in the register: its number, the keys it took from Ctrl+N to the saved number, how often Save said no."""

    case: Case
    number: str
    strokes: int
    stops: int


@dataclass(frozen=True, slots=True)
class Tied:
    """A desk's folder and the folder of the district above it."""

    desk: Path
    above: Path


@dataclass(frozen=True, slots=True)
class Morning:
    """What the robot left behind: the register, each case, the log of its keys."""

    tied: Tied
    done: tuple[Done, ...]
    log: Path


def cases(counter: Counter) -> list[Case]:
    """What lies on the counter that day."""
    if MORNINGS == 1:
        return counter.few()
    return [case for _ in range(MORNINGS) for case in counter.morning()]


def enter(clerk: Clerk, case: Case) -> Done:
    """One case, from Ctrl+N to its number."""
    since = len(clerk.log.strokes)
    if case.follows:
        clerk.next_one()
    else:
        clerk.begin(case.event)
    field, wrong = case.slip
    for typed in (case.before, case.cards, case.after):
        if typed is case.cards:
            for key, card in case.cards.items():
                clerk.scan(card, key)
        elif typed:
            clerk.fill({**typed, field: wrong} if field in typed else typed)
    clerk.save()
    stops = _talked_through(clerk, case)
    return Done(case, clerk.saved(), clerk.log.by_hand(since), stops)


def _talked_through(clerk: Clerk, case: Case) -> int:
    """Mend what is wrong from the summary, give a reason where the program asks to look again."""
    for stops in range(_SAVES):
        if clerk.saved():
            return stops
        if clerk.asked_for_reason():
            clerk.keys.write(case.reason)
        else:
            field = case.slip[0]
            assert field, f"{case.kind} is stopped without a slip: {clerk.told()}"
            clerk.mend(field, {**case.before, **case.after}[field])
        clerk.save()
    raise AssertionError(f"{case.kind} cannot be saved: {clerk.told()}")


def cost(done: Sequence[Done]) -> Mapping[str, Mapping[str, float]]:
    """Keys per case, by kind: how many cases, the mean, the most; cases with a slip apart."""
    kinds: dict[str, list[int]] = {}
    for one in done:
        kinds.setdefault(one.case.kind + (", mended" if one.case.slip[0] else ""), []).append(one.strokes)
    return {
        kind: {"cases": len(strokes), "mean": round(mean(strokes), 1), "max": max(strokes)}
        for kind, strokes in sorted(kinds.items())
    }


def keep_cost(done: Sequence[Done], path: Path) -> Path:
    """The same as a file."""
    path.write_text(json.dumps(cost(done), ensure_ascii=False, indent=1), encoding="utf-8")
    return path
