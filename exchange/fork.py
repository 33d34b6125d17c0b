"""What a restored register lacks: lines of its lost history that the level above holds, as a receipt lists them.

They are the desk's own figures, told back to it: with them it knows what has to be entered again, and which letter
serials were used.
"""

from collections.abc import Mapping
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from exchange.documents import Count, Hex32, LongText, Number
from exchange.shapes import is_day

LONGEST_REASON = 500


class LostLine(msgspec.Struct, frozen=True, kw_only=True):
    """One line that the level above holds and the desk may lack. `part` is what its `shared` commitment stands for
    ("" where no names travel)."""

    position: Count
    kind: Annotated[str, Meta(max_length=32)]
    on: str
    subject: Hex32
    version: Number
    figures: Mapping[str, Any]
    part: Annotated[str, Meta(max_length=64 * 1024)] = ""

    def __post_init__(self) -> None:
        if not is_day(self.on):
            raise ValueError("on is an ISO date")


class Fork(msgspec.Struct, frozen=True, kw_only=True):
    """Where two histories of one register part: both have the line at `after`. `settled_on` is the day on which a
    person set `lines` aside ("": nobody has decided yet), `reason` what that person wrote."""

    after: Count
    lines: tuple[LostLine, ...]
    settled_on: str = ""
    reason: LongText = ""

    def __post_init__(self) -> None:
        if self.settled_on and not is_day(self.settled_on):
            raise ValueError("settled_on is an ISO date")
