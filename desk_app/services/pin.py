"""The PIN of a running session: it re-opens what is open already and unlocks nothing on the disk."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass

DIGITS = 6
_ROUNDS, _BLOCK, _LANES = 1 << 14, 8, 1
_RISING = "01234567890123456789"


@dataclass(frozen=True, slots=True)
class Pin:
    """A PIN as scrypt keeps it, in memory only; about 50 ms a guess."""

    salt: bytes
    digest: bytes

    @classmethod
    def of(cls, digits: str, random: Callable[[int], bytes]) -> Pin:
        """The PIN of these digits; raises ValueError when there are not six."""
        if not is_pin(digits):
            raise ValueError("a PIN has six digits")
        salt = random(16)
        return cls(salt, _stretched(digits, salt))

    def fits(self, digits: str) -> bool:
        """Whether these are the digits."""
        return hmac.compare_digest(self.digest, _stretched(digits, self.salt))


def is_pin(digits: str) -> bool:
    """Six figures, nothing else."""
    return len(digits) == DIGITS and digits.isascii() and digits.isdigit()


def is_easy(digits: str) -> bool:
    """What somebody would try first: one figure, or two in turn, or counting up or down."""
    return len(set(digits)) <= 1 or digits[:2] * 3 == digits or digits in _RISING or digits[::-1] in _RISING


def _stretched(digits: str, salt: bytes) -> bytes:
    return hashlib.scrypt(digits.encode(), salt=salt, n=_ROUNDS, r=_BLOCK, p=_LANES, dklen=32)
