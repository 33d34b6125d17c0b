"""How often one may try. No widget, no clock: moments are handed in as seconds."""

from __future__ import annotations

from dataclasses import dataclass

TRIES, WAIT_S = 5, 60


@dataclass
class Attempts:
    """Five wrong passwords, then a minute of waiting, then five more."""

    wrong: int = 0
    waits_until: float = 0.0

    def failed(self, now: float) -> None:
        """One more wrong password."""
        self.wrong += 1
        if self.wrong == TRIES:
            self.wrong, self.waits_until = 0, now + WAIT_S

    def passed(self) -> None:
        """The right one."""
        self.wrong, self.waits_until = 0, 0.0

    def left(self) -> int:
        """Tries before the next wait."""
        return TRIES - self.wrong

    def seconds(self, now: float) -> int:
        """Whole seconds still to wait; 0: one may try."""
        return max(0, round(self.waits_until - now + 0.499))
