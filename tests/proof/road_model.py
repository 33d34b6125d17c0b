"""What ought to become of bundles, told with plain lists of events; shares no code with desk, district or format.

An event is a tuple with a number that is given once. Two histories are one up to a place when their lists are.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

Event = tuple[int, str, int, str]
"""Number, kind, whom it is about (the number of the first event about it), and the day that counts for it."""
History = tuple[Event, ...]
TAKEN = ("accepted", "already-accepted")


@dataclass(frozen=True)
class Stick:
    """A bundle on its way: all that the desk had to tell up to then, of which it carries what comes after `basis`."""

    desk: int
    key: str
    basis: int
    told: History
    number: int

    @property
    def head(self) -> int:
        return len(self.told)


@dataclass
class Office:
    """The level above: what it holds of each desk, what it laid aside (after which place, and which history), sticks
    that wait or contradict, in which order each first came, and what each key is to its desk."""

    held: dict[int, History] = field(default_factory=dict)
    aside: dict[int, list[tuple[int, History]]] = field(default_factory=dict)
    kept: dict[Stick, str] = field(default_factory=dict)
    came: list[Stick] = field(default_factory=list)
    keys: dict[tuple[int, str], str] = field(default_factory=dict)

    def enrol(self, desk: int, key: str, *, by_word: bool = False) -> None:
        """A desk's card is taken in: this key counts, one of before until the desk has changed over; where a person's
        word alone vouches for it, all those of before open only what is held."""
        for (other, known), state in list(self.keys.items()):
            if other == desk and state in ("in-force", "older") and known != key and (by_word or state == "in-force"):
                self.keys[other, known] = "retired" if by_word else "older"
        self.keys[desk, key] = "in-force"
        self.held.setdefault(desk, ())
        self.aside.setdefault(desk, [])

    def revoke(self, desk: int) -> None:
        """Nothing new is taken from this desk, under whichever key."""
        for other, key in list(self.keys):
            if other == desk:
                self.keys[other, key] = "revoked"

    def take(self, stick: Stick) -> str:
        """The verdict on a stick, and everything that follows from it."""
        key = self.keys.get((stick.desk, stick.key), "unknown")
        if key in ("unknown", "revoked"):
            return {"unknown": "unknown-sender"}.get(key, key)
        verdict = self.judge(stick)
        if verdict == "forked" and self._known_aside(stick):
            verdict = "already-accepted"
        if key == "retired" and verdict != "already-accepted":
            return "unknown-sender"
        if stick not in self.came:
            self.came.append(stick)
        if verdict in TAKEN:
            self._take_in(stick, verdict)
            if key == "in-force":
                self._retire(stick.desk)
        else:
            self.kept[stick] = verdict
        return verdict

    def judge(self, stick: Stick) -> str:
        """forked, waiting, already-accepted or accepted."""
        held = self.held[stick.desk]
        if stick.basis > len(held):
            return "waiting"
        both = min(stick.head, len(held))
        if held[:both] != stick.told[:both]:
            return "forked"
        return "already-accepted" if stick.head <= len(held) else "accepted"

    def fork(self, desk: int) -> tuple[Stick, int] | None:
        """The contradiction that a person has to end, and the last place that both histories share."""
        forked = [one for one in self.came if self.kept.get(one) == "forked" and one.desk == desk and self._opens(one)]
        return (forked[-1], self.shared(forked[-1])) if forked else None

    def shared(self, stick: Stick) -> int:
        """The last place that a stick's history shares with the one that counts."""
        held = self.held[stick.desk]
        if self._begins_here(stick):
            pairs = zip(held, stick.told, strict=False)
            return next((n for n, (ours, theirs) in enumerate(pairs) if ours != theirs), min(len(held), stick.head))
        places = [place for place, told in self.aside[stick.desk] if _along(place, told, stick)]
        return min(places, default=max(stick.basis - 1, 0) if stick.basis <= len(held) else len(held))

    def settle(self, desk: int, keep: bool) -> bool:
        """A person follows the desk, or keeps what is held; False where the stick goes on from lines laid aside."""
        found = self.fork(desk)
        assert found is not None
        newest, place = found
        sticks = [one for one in self.came if self.kept.get(one) == "forked" and one.desk == desk and self._opens(one)]
        if not keep:
            if not self._begins_here(newest):
                return False
            self.aside[desk].append((place, self.held[desk]))
            self.held[desk] = self.held[desk][:place]
        for one in reversed(sticks):
            verdict = "forked" if keep else self.judge(one)
            if verdict == "forked":
                self._lay_aside(one)
            elif verdict == "waiting":
                self.kept[one] = verdict
            else:
                self._take_one(one, verdict)
        self._retry(desk)
        return True

    def _take_in(self, stick: Stick, verdict: str) -> None:
        self._take_one(stick, verdict)
        if verdict == "accepted":
            self._retry(stick.desk)

    def _take_one(self, stick: Stick, verdict: str) -> None:
        if verdict == "accepted":
            self.held[stick.desk] = stick.told
        self.kept.pop(stick, None)

    def _retry(self, desk: int) -> None:
        waiting = [one for one, verdict in self.kept.items() if verdict == "waiting" and one.desk == desk]
        for one in sorted(waiting, key=lambda one: (one.basis, one.head)):
            if self._opens(one):
                verdict = self.judge(one)
                if verdict in TAKEN:
                    self._take_one(one, verdict)
                else:
                    self.kept[one] = verdict

    def _retire(self, desk: int) -> None:
        for (other, key), state in list(self.keys.items()):
            if other == desk and state == "older":
                self.keys[other, key] = "retired"

    def _lay_aside(self, stick: Stick) -> None:
        known = [_along(place, told, stick) for place, told in self.aside[stick.desk]]
        place = max([self.shared(stick), stick.basis, *known])
        if stick.head > place:
            self.aside[stick.desk].append((place, stick.told))
        del self.kept[stick]

    def _opens(self, stick: Stick) -> bool:
        return self.keys.get((stick.desk, stick.key), "unknown") not in ("unknown", "revoked")

    def _begins_here(self, stick: Stick) -> bool:
        held = self.held[stick.desk]
        return stick.basis <= len(held) and held[: stick.basis] == stick.told[: stick.basis]

    def _known_aside(self, stick: Stick) -> bool:
        return any(_along(place, told, stick) >= stick.head for place, told in self.aside[stick.desk])


def _along(place: int, told: History, stick: Stick) -> int:
    """How far a stick and a history laid aside after `place` are one; 0 when they are not, or never meet."""
    low, high = max(place + 1, stick.basis), min(len(told), stick.head)
    if low > high or told[:low] != stick.told[:low]:
        return 0
    return max(n for n in range(low, high + 1) if told[:n] == stick.told[:n])


def counted(histories: list[History], month: str) -> dict[str, int]:
    """Births that stand by the day they were registered, letters by the day of each stage; nothing of voided ones."""
    found: Counter[str] = Counter()
    for history in histories:
        births = {about: day for _, kind, about, day in history if kind in ("born", "amended")}
        voided = {about for _, kind, about, _ in history if kind in ("struck", "withdrawn")}
        found["born"] += sum(day.startswith(month) for about, day in births.items() if about not in voided)
        for stage in ("prepared", "printed", "delivered"):
            stages: dict[int, str] = {}
            for _, kind, about, day in history:
                if kind == stage and (stage == "delivered" or about not in stages):
                    stages[about] = day
            found[stage] += sum(day.startswith(month) for about, day in stages.items() if about not in voided)
    return {kind: found[kind] for kind in ("born", "prepared", "printed", "delivered")}


def met_in(history: History, first: str, last: str) -> int:
    """Sessions that stand, by the day that was written last."""
    days = {about: day for _, kind, about, day in history if kind == "met"}
    gone = {about for _, kind, about, _ in history if kind == "unmet"}
    return sum(first <= day <= last for about, day in days.items() if about not in gone)
