"""Three groups of the rescue sheet typed from its paper: what is asked, and whether it was read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

ASKED = (2, 5, 8)
"""The groups of the rescue sheet that are typed as a proof."""

_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})


@dataclass
class Proof:
    """The sheet of this code; no code yet, no proof."""

    code: str = ""

    @property
    def groups(self) -> tuple[str, ...]:
        """The eight groups of the rescue sheet."""
        return tuple(self.code.split("-")) if self.code else ()

    def right(self, typed: Sequence[str]) -> int:
        """How many of the groups asked for were read from the paper as they are."""
        wanted = [self.groups[number - 1] for number in ASKED] if self.code else []
        return sum(read_group(text) == group for text, group in zip(typed, wanted, strict=False))

    def proved(self, typed: Sequence[str]) -> bool:
        """Whether all three are right."""
        return self.right(typed) == len(ASKED)


def read_group(text: str) -> str:
    """A group as typed from paper: small letters, and letters that look like figures."""
    return "".join(text.upper().split()).replace("-", "").translate(_READ_AS)
