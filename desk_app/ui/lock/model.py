"""How often one may try, and by what the lock opens. No widget, no clock: moments are handed in as seconds."""

from __future__ import annotations

from dataclasses import dataclass, field

TRIES, WAIT_S = 5, 60
GROUPS, GROUP = 8, 4
SHORTEST_PASSWORD = 10


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


@dataclass
class Covered:
    """Whose work lies behind the lock ("" for nobody's), since when, and whether a PIN opens it again."""

    user: str = ""
    at: str = ""
    pin: bool = False
    tries: Attempts = field(default_factory=Attempts)

    def by_pin(self, chosen: str) -> bool:
        """The PIN is that of the session: anybody else needs a password."""
        return self.pin and bool(self.user) and chosen == self.user

    def wrong_pin(self) -> int:
        """One more wrong PIN; how many tries are left, 0: from now on by password."""
        self.tries.failed(0)
        if self.tries.waits_until:
            self.pin = False
            return 0
        return self.tries.left()


def grouped(typed: str) -> str:
    """The letters of a rescue sheet in groups of four, as they stand on the sheet: AB12-CD34-…"""
    letters = "".join(one for one in typed.upper() if one.isascii() and one.isalnum())[: GROUPS * GROUP]
    return "-".join(letters[start : start + GROUP] for start in range(0, len(letters), GROUP))


def whole_groups(typed: str) -> int:
    """How many groups of four stand there."""
    return sum(len(group) == GROUP for group in grouped(typed).split("-"))
