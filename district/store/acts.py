"""What a citizen may do to an answer, as values; and what became of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypedDict

from district.store.ballots import NOWHERE, Trace, Words
from exchange.token import Token

SCALES = {3: (1, 2, 3), 5: (1, 2, 3, 4, 5)}
"""Scores by how many levels were offered; the least is the least satisfied."""
CHANNELS = ("qr", "code")
State = Literal["first", "changed", "again"]


class Way(TypedDict, total=False):
    """How an answer came: `qr` or `code`, from where, to a question of 3 or of 5 levels."""

    channel: str
    trace: Trace
    scale: int


@dataclass(frozen=True, slots=True)
class Answered:
    """What became of one tap; `change_key` (hex) only for whoever gave the first answer."""

    state: State
    change_key: str | None


@dataclass(frozen=True, slots=True)
class Tap:
    """One answer; raises ValueError for a score or channel that no page offers."""

    token: Token
    score: int
    at: datetime
    change_key: str | None = None
    channel: str = "qr"
    trace: Trace = NOWHERE
    scale: int = 3

    def __post_init__(self) -> None:
        if self.score not in SCALES.get(self.scale, ()) or self.channel not in CHANNELS:
            raise ValueError("a score is 1 to 3, or to 5, and a channel is qr or code")


@dataclass(frozen=True, slots=True)
class Added:
    """Words to the answer of whoever holds the change key; `recipient` is the desk's age key."""

    token: Token
    change_key: str
    words: Words
    at: datetime
    recipient: str | None = None


@dataclass(frozen=True, slots=True)
class Disputed:
    """The word that an answer was not the family's."""

    token: Token


Act = Tap | Added | Disputed
Outcome = Answered | bool
