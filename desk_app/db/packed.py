"""Letter pages as they are kept: packed against the words that every page repeats, a seventh of their size.

The first byte tells a packed page from a plain one, which begins with a brace: what was archived before schema 3 stays
as it was written. A page that the law had erased is empty in both forms.
"""

import zlib
from functools import cache
from typing import Any

from common.words.page_words import FIRST
from desk_app.db.trouble import RegisterTrouble

LARGEST = 1 << 20
"""More than this no page comes to, in bytes; whatever unpacks to more was never written here."""

REACH, SMALL = 14, 7
"""As far back as FIRST and a page together go, and no more memory than that needs: it is copied for each page."""
_PLAIN, _FIRST = b"{", b"\x01"


def pack(page: bytes) -> bytes:
    """The form in which a page is archived; nothing for nothing."""
    if not page:
        return b""
    if len(page) > LARGEST:
        raise ValueError("a page is larger than any letter")
    packing = _primed().copy()
    packed: bytes = packing.compress(page) + packing.flush()
    return _FIRST + packed


@cache
def _primed() -> Any:
    """A packing that has read FIRST: to begin one takes longer than to pack a page."""
    return zlib.compressobj(level=9, wbits=REACH, memLevel=SMALL, zdict=FIRST)


def unpack(kept: bytes) -> bytes:
    """The plain bytes of an archived page, whichever way it is kept.

    Raises RegisterTrouble("register-damaged") for what `pack` never wrote; takes no more memory than LARGEST for it.
    """
    if not kept or kept.startswith(_PLAIN):
        return kept
    if not kept.startswith(_FIRST):
        raise RegisterTrouble("register-damaged")
    unpacking = zlib.decompressobj(zdict=FIRST)
    try:
        page = unpacking.decompress(kept[1:], LARGEST + 1)
    except zlib.error as error:
        raise RegisterTrouble("register-damaged") from error
    if len(page) > LARGEST or not unpacking.eof or unpacking.unused_data:
        raise RegisterTrouble("register-damaged")
    return page
