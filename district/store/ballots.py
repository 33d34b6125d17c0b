"""One act of a citizen as it is kept: sealed to the office, all taps of one size, words in few sizes."""

from dataclasses import dataclass

import msgspec
from pyrage import DecryptError

from common.names import tidy
from exchange import canonical
from exchange.day_seal import DayOpener
from exchange.keys import Keys

COMMENT_LENGTH = 1200
SIZES = (320, 2048, 6144)
"""Bytes that are sealed: a tap, with or without reasons, is of the first size, whatever it says."""


@dataclass(frozen=True, slots=True)
class Trace:
    """Where a tap came from: its network as text ("203.0.113.0/24", "" unknown), and whether the office entered that as
    one of the commune's own. The store keeps a digest of it under a key of the day, never the network."""

    network: str = ""
    at_office: bool = False


NOWHERE = Trace()


@dataclass(frozen=True, slots=True)
class Words:
    """What a citizen adds to an answer: reason codes, a message (at most 1,200 characters), a number to call back."""

    reasons: tuple[str, ...] = ()
    comment: str = ""
    send_now: bool = False
    call_back: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "comment", tidy(self.comment)[:COMMENT_LENGTH])
        object.__setattr__(self, "call_back", tidy(self.call_back)[:40])


class Ballot(msgspec.Struct, frozen=True, omit_defaults=True):
    """One act: `turn` counts those of a letter from 1 (0: one of a letter that is counted already); `state` is first,
    changed, again or words; `hour` 0 to 23, -1 unknown; `network` 16 hex digits or ""; `score` 0 only for words, whose
    `comment` is None where they leave the one before as it is."""

    turn: int
    state: str
    kind: str
    on: str
    hour: int
    score: int = 0
    scale: int = 3
    channel: str = ""
    reasons: tuple[str, ...] = ()
    comment: str | None = None
    network: str = ""
    at_office: int = 0

    def to_bytes(self) -> bytes:
        """Canonical JSON, filled up with spaces to one of few sizes."""
        return padded(canonical.encode(msgspec.to_builtins(self)))


def padded(raw: bytes) -> bytes:
    """JSON filled up with spaces to one of few sizes, so that its length tells nothing of what it says."""
    step = SIZES[-1]
    size = next((size for size in SIZES if len(raw) <= size), -(-len(raw) // step) * step)
    return raw.ljust(size)


Opener = Keys
"""Whatever opens what was sealed to the office: its keys."""


def open_ballot(raw: bytes, opener: Opener | DayOpener) -> Ballot | None:
    """What a sealed ballot says; None for one under another key, or damaged: it blocks nothing."""
    try:
        return msgspec.json.decode(opener.unseal(raw), type=Ballot)
    except (DecryptError, msgspec.DecodeError, ValueError):
        return None
