"""A citizen's words to the office, sealed by the public page to the desk: those who carry them cannot read them.

`sealed` is an age file in base64 over the JSON object `{on, phone?, text?}`; with `phone` it asks to be called back.
"""

import base64
from typing import Annotated

import msgspec
from msgspec import Meta

from exchange.documents import Hex32, LongText
from exchange.keys import DeskKeys
from exchange.seal import open_by_any
from exchange.shapes import is_day
from exchange.verdicts import Refused

LONGEST_PHONE = 40


class SealedNote(msgspec.Struct, frozen=True, kw_only=True):
    """A note as it travels in a receipt; `id` is random and joined to no answer."""

    id: Hex32
    sealed: Annotated[str, Meta(max_length=16_384)]


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """What the citizen wrote, and the number to call when there is one."""

    on: str
    text: LongText = ""
    phone: Annotated[str, Meta(max_length=LONGEST_PHONE)] = ""

    def __post_init__(self) -> None:
        if not is_day(self.on):
            raise ValueError("on is an ISO date")


def carried(note_id: str, sealed: bytes) -> SealedNote:
    """A sealed file of the public page as a receipt carries it."""
    return SealedNote(id=note_id, sealed=base64.b64encode(sealed).decode("ascii"))


def read_note(note: SealedNote, *ours: DeskKeys) -> Note | None:
    """The note itself, opened by one of these pairs; None for one that is not for this desk or cannot be read, so that
    it blocks no receipt."""
    try:
        plain = open_by_any(base64.b64decode(note.sealed, validate=True), ours)
        return msgspec.json.decode(plain, type=Note)
    except (Refused, msgspec.DecodeError, RecursionError, ValueError):
        return None
