"""What was done about opinions and what surveys brought, counted from journal facts: of each the newest line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from common.counts import Fact

OUTCOMES = ("fixed", "explained", "letter", "passed-on", "nothing")


@dataclass(frozen=True, slots=True)
class FollowUps:
    """Follow-ups of a period: opened in it; done in it, of those in time, by outcome, and how many took so many days
    from the day they were opened."""

    opened: int
    done: int
    in_time: int
    outcomes: Mapping[str, int]
    days: Mapping[int, int]

    @property
    def median(self) -> int | None:
        """Half of those done took no more days than so many; None where nothing was done."""
        whole, seen = sum(self.days.values()), 0
        for days, n in sorted(self.days.items()):
            seen += n
            if 2 * seen >= whole:
                return days
        return None


def follow_ups(facts: Iterable[Fact]) -> Counter[tuple[str, str]]:
    """How many, by day (ISO) and name: `follow-up opened`, `follow-up done`, `follow-up in-time`, `follow-up as fixed`,
    `follow-up days 7`."""
    opened, done = _newest(facts)
    counted: Counter[tuple[str, str]] = Counter()
    counted.update((str(one.figures["opened_on"]), "follow-up opened") for one in opened.values())
    for subject, one in done.items():
        day, begun = str(one.figures["done_on"]), opened.get(subject)
        counted.update([(day, "follow-up done"), (day, f"follow-up as {one.figures['outcome']}")])
        if begun is not None:
            counted[day, "follow-up in-time"] += day <= str(begun.figures["due_on"])
            counted[day, f"follow-up days {_days(str(begun.figures['opened_on']), day)}"] += 1
    return +counted


def still_open(facts: Iterable[Fact]) -> Counter[str]:
    """How many follow-ups wait to be done, by the day on which they are due (ISO)."""
    opened, done = _newest(facts)
    return Counter(str(one.figures["due_on"]) for subject, one in opened.items() if subject not in done)


def surveys(facts: Iterable[Fact]) -> dict[str, Fact]:
    """The newest line of every survey that was tallied, by subject."""
    found: dict[str, Fact] = {}
    for fact in facts:
        if fact.kind == "survey-tally":
            _keep_newer(found, fact)
    return found


def follow_ups_of(figures: Mapping[str, int]) -> FollowUps:
    """What the figures of a period say of its follow-ups."""
    days = {
        int(name.removeprefix("follow-up days ")): n
        for name, n in figures.items()
        if name.startswith("follow-up days ") and n
    }
    return FollowUps(
        figures.get("follow-up opened", 0),
        figures.get("follow-up done", 0),
        figures.get("follow-up in-time", 0),
        {outcome: figures[f"follow-up as {outcome}"] for outcome in OUTCOMES if figures.get(f"follow-up as {outcome}")},
        days,
    )


def _newest(facts: Iterable[Fact]) -> tuple[dict[str, Fact], dict[str, Fact]]:
    opened: dict[str, Fact] = {}
    done: dict[str, Fact] = {}
    for fact in facts:
        if fact.kind == "follow-up-opened":
            _keep_newer(opened, fact)
        elif fact.kind == "follow-up-done":
            _keep_newer(done, fact)
    return opened, done


def _keep_newer(found: dict[str, Fact], fact: Fact) -> None:
    held = found.get(fact.subject)
    if held is None or held.version <= fact.version:
        found[fact.subject] = fact


def _days(first: str, last: str) -> int:
    return max(0, (date.fromisoformat(last) - date.fromisoformat(first)).days)
