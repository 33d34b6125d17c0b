"""How often something may happen within a time: counted in memory, by one process."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

_UNITS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400}
_WRITTEN = re.compile(r"([0-9]+)/(?:([0-9]+) )?(second|minute|hour|day)s?", re.ASCII)
SWEEP_SECONDS = 60
MOST_KEPT = 50_000
"""Keys in memory at most: some twenty megabytes."""


@dataclass(frozen=True, slots=True)
class Rate:
    """So many times within so many seconds."""

    times: int
    seconds: int

    @classmethod
    def read(cls, text: str) -> "Rate":
        """`60/10 minutes`, `30/hour`; raises ValueError."""
        found = _WRITTEN.fullmatch(text)
        if found is None:
            raise ValueError(f"not a rate: {text}")
        times, count, unit = found.groups()
        return cls(int(times), int(count or 1) * _UNITS[unit])


class Counts:
    """How often each key was counted since its window began; `now` is a clock in seconds that never goes back.

    When more keys come than there is room for, counting begins anew: a crowd of strangers lets some of them try more
    often, and never keeps anybody else waiting.
    """

    def __init__(self, now: Callable[[], float] = monotonic) -> None:
        self._now = now
        self._kept: dict[tuple[str, ...], tuple[int, float]] = {}
        self._sweep_at = now() + SWEEP_SECONDS

    def may(self, rate: Rate, *key: str) -> bool:
        """Whether the key has some of its rate left."""
        times, ends = self._kept.get(key, (0, 0.0))
        return times < rate.times or ends <= self._now()

    def count(self, rate: Rate, *key: str) -> bool:
        """Count the key once; False when that was once too often."""
        now = self._now()
        times, ends = self._kept.get(key, (0, 0.0))
        times, ends = (times + 1, ends) if ends > now else (1, now + rate.seconds)
        self._kept[key] = times, ends
        if now >= self._sweep_at or len(self._kept) > MOST_KEPT:
            self._sweep(now)
        return times <= rate.times

    def _sweep(self, now: float) -> None:
        """Whoever tries another key each time fills no memory for longer than a window and a minute."""
        living = {key: (times, ends) for key, (times, ends) in self._kept.items() if ends > now}
        is_crowded = len(self._kept) > MOST_KEPT and len(living) > MOST_KEPT // 2
        self._kept = {} if is_crowded else living
        self._sweep_at = now + SWEEP_SECONDS
