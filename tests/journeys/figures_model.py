"""What the figures ought to be, counted from a plain list of what people did; shares no code with the program."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

LETTERS = ("birth", "marriage", "death", "thanks", "apology")
EVENTS = LETTERS[:3]
LIMIT = {"birth": 60, "marriage": None, "death": 15}
SMALLEST, AT_QUARTER_END = 5, 3

Happening = tuple[Any, ...]
Figures = dict[str, Any]


@dataclass
class DeskModel:
    """One desk as a list of happenings; a bundle is a stretch of that list."""

    unit: str
    happenings: list[Happening] = field(default_factory=list)
    answers: list[tuple[date, str, int]] = field(default_factory=list)
    acknowledged: int = 0
    batches: dict[int, Figures] = field(default_factory=dict)

    def tell(self, *happening: Any) -> None:
        """Note what happened: kind first."""
        self.happenings.append(happening)

    def report(self, first: date, last: date) -> Figures:
        """What the desk's own report says of these days."""
        told = Counter(channel for on, channel, _ in self.answers if first <= on.replace(day=1) <= last)
        return counted([self.happenings], first, last, (pooled(list(self.batches.values())), told))

    def tally(self, month_end: date) -> None:
        """At the month's end every counter answer not told yet goes up, counted by month and channel."""
        told: Counter[tuple[str, str]] = Counter()
        for kind, *rest in self.happenings:
            if kind == "tally":
                told[rest[0], rest[1]] += rest[2]
        known = Counter((f"{on:%Y-%m}", channel) for on, channel, _ in self.answers if on <= month_end)
        for (month, channel), n in sorted((known - told).items()):
            self.tell("tally", month, channel, n)


@dataclass
class Tap:
    """One family's answer to one letter."""

    desk: int
    letter: str
    kind: str
    own: int
    channel: str
    at: datetime
    others: tuple[int, ...] = ()
    gone: bool = False

    @property
    def score(self) -> int:
        """The least satisfied answer that anybody gave to this letter."""
        return min(self.own, *self.others) if self.others else self.own


@dataclass
class DistrictModel:
    """The level above: how much of each desk's list it holds, and which answers may be told."""

    desks: list[DeskModel]
    held: list[int] = field(default_factory=list)
    waiting: list[tuple[int, int, int]] = field(default_factory=list)
    taps: dict[tuple[int, str], Tap] = field(default_factory=dict)
    batches: list[Figures] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.held = [0] * len(self.desks)

    def take(self, desk: int, basis: int, head: int, now: datetime) -> str:
        """The verdict on a bundle of the happenings basis … head, and everything that follows from it."""
        verdict = "already-accepted"
        if basis > self.held[desk]:
            verdict = "waiting"
            self.waiting.append((desk, basis, head))
        elif head > self.held[desk]:
            verdict = "accepted"
            self.held[desk] = head
            for other, start, end in sorted(self.waiting):
                if other == desk and start <= self.held[desk]:
                    self.held[desk] = max(self.held[desk], end)
        self.form(self.desks[desk].unit, now)
        return verdict

    def form(self, unit: str, now: datetime) -> None:
        """Put the answers of a unit's families into groups in which nobody can be told apart."""
        mine = [tap for tap in self.taps.values() if self.desks[tap.desk].unit == unit and not tap.gone]
        ready = [tap for tap in mine if self._stands(tap)]
        settled = [tap for tap in ready if now - tap.at > timedelta(hours=24)]
        pool = settled if len(settled) >= SMALLEST else ready
        for group in _groups(pool, now.date()):
            channels, scores = Counter(tap.channel for tap in group), Counter(str(tap.score) for tap in group)
            batch = {"unit": unit, "on": now.date(), "n": len(group), "by_score": scores, "by_channel": channels}
            batch["kinds"] = {tap.kind for tap in group}
            self.batches.append(batch)
            for tap in group:
                tap.gone = True

    def report(self, first: date, last: date, unit: str = "") -> Figures:
        """What the level above says of these days, over one unit or all."""
        chosen = [n for n, desk in enumerate(self.desks) if unit in ("", desk.unit)]
        lists = [self.desks[n].happenings[: self.held[n]] for n in chosen]
        told: Counter[str] = Counter()
        for kind, *rest in (happening for happenings in lists for happening in happenings):
            if kind == "tally" and first <= date.fromisoformat(f"{rest[0]}-01") <= last:
                told[rest[1]] += rest[2]
        batches = [batch for batch in self.batches if unit in ("", batch["unit"])]
        offices = sorted({batch["unit"] for batch in batches})
        pools = [pool for one in offices for pool in pooled([batch for batch in batches if batch["unit"] == one])]
        return counted(lists, first, last, (pools, told))

    def _stands(self, tap: Tap) -> bool:
        known = self.desks[tap.desk].happenings[: self.held[tap.desk]]
        return any(letter["name"] == tap.letter and letter["ids"] for letter in letters_of(known))


def _groups(pool: list[Tap], today: date) -> list[list[Tap]]:
    if len(pool) >= SMALLEST:
        kinds = [[tap for tap in pool if tap.kind == kind] for kind in {tap.kind for tap in pool}]
        return kinds if all(len(group) >= SMALLEST for group in kinds) else [pool]
    older = [tap for tap in pool if _quarter(tap.at.date()) < _quarter(today)]
    return [older] if len(older) >= AT_QUARTER_END else []


def pooled(batches: list[Figures]) -> list[Figures]:
    """An office's batches as they are told: what is smaller than five waits for the days after it."""
    told: list[Figures] = []
    waits: list[Figures] = []
    for day in sorted({batch["on"] for batch in batches}):
        today = [batch for batch in batches if batch["on"] == day]
        large, small = ([one for one in today if (one["n"] >= SMALLEST) == big] for big in (True, False))
        takes = [one for one in large if waits and (len(one["kinds"]) > 1 or one["kinds"] == _kinds(waits))]
        told += [one for one in large if one not in takes] + [_joined([*waits, *takes], day)] * bool(takes)
        waits = [] if takes else waits
        while waits and small:
            told.append(_joined([waits.pop(0), small.pop(0)], day))
        waits += small
    return told


def _kinds(batches: list[Figures]) -> set[str]:
    return {kind for batch in batches for kind in batch["kinds"]}


def _joined(batches: list[Figures], day: date) -> Figures:
    sums = {name: sum((batch[name] for batch in batches), Counter()) for name in ("by_score", "by_channel")}
    return {"on": day, "n": sum(batch["n"] for batch in batches), **sums}


def _quarter(day: date) -> tuple[int, int]:
    return day.year, (day.month + 2) // 3


def letters_of(happenings: list[Happening]) -> list[dict[str, Any]]:
    """Every letter with the registrations it still speaks of, its days and the family's word."""
    letters: dict[str, dict[str, Any]] = {}
    for kind, *rest in happenings:
        if kind == "prepare":
            name, letter, ids, day = rest
            _take_back(letters, set(ids))
            letters[name] = {"name": name, "letter": letter, "ids": set(ids), "prepared": day, "reaction": "none"}
        elif kind == "print":
            letters[rest[0]].setdefault("printed", rest[1])
        elif kind == "deliver":
            letters[rest[0]].setdefault("delivered", rest[1])
            letters[rest[0]]["reaction"] = rest[2]
        elif kind == "back":
            letters[rest[0]].pop("delivered")
            letters[rest[0]]["reaction"] = "none"
        elif kind == "void":
            _strike(letters, rest[0])
    return list(letters.values())


def _take_back(letters: dict[str, dict[str, Any]], ids: set[int]) -> None:
    for letter in letters.values():
        if letter["ids"] & ids:
            letter["ids"] = set()


def _strike(letters: dict[str, dict[str, Any]], id: int) -> None:
    for letter in letters.values():
        letter["ids"] -= {id}


def counted(lists: list[list[Happening]], first: date, last: date, answers: tuple[Any, Counter[str]]) -> Figures:
    """A report's figures over several desks' lists and the answers that may be told."""
    events, late = dict.fromkeys(EVENTS, 0), dict.fromkeys(EVENTS, 0)
    letters = {kind: dict.fromkeys(("prepared", "printed", "delivered"), 0) for kind in LETTERS}
    reactions = dict.fromkeys(("good", "bad", "none"), 0)
    for happenings in lists:
        for event, happened, registered, typed in _standing(happenings):
            if first <= registered <= last:
                events[event] += 1
                late[event] += _is_late(event, (registered - happened).days, typed)
        for letter in letters_of(happenings):
            for stage in ("prepared", "printed", "delivered"):
                if stage in letter and first <= letter[stage] <= last:
                    letters[letter["letter"]][stage] += len(letter["ids"])
            if "delivered" in letter and first <= letter["delivered"] <= last:
                reactions[letter["reaction"]] += len(letter["ids"])
    ratings = _ratings(answers, first, last)
    return {"events": events, "late": late, "letters": letters, "ratings": ratings, "reactions": reactions}


def _standing(happenings: list[Happening]) -> list[Happening]:
    rows: dict[int, Happening] = {}
    for kind, *rest in happenings:
        if kind in ("enter", "amend"):
            rows[rest[0]] = tuple(rest[1:])
        elif kind == "void":
            rows.pop(rest[0])
    return list(rows.values())


def _is_late(event: str, days: int, typed: str) -> bool:
    limit = LIMIT[event]
    if typed in ("2", "3"):
        return False
    return typed == "4" or (limit is not None and days > limit)


def _ratings(answers: tuple[Any, Counter[str]], first: date, last: date) -> Figures:
    batches, told = answers
    scores: Counter[str] = Counter()
    channels = Counter(told)
    for batch in batches:
        if first <= batch["on"] <= last:
            scores.update(batch["by_score"])
            channels.update(batch["by_channel"])
    return {"n": scores.total(), "by_score": dict(scores), "by_channel": dict(channels)}
