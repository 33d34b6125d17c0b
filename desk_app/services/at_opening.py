"""What a person is told once when the register opens."""

from __future__ import annotations

from collections.abc import Iterator

from common.words import at_opening as words
from common.words.said import older_copy
from common.words.troubles import SENTENCES, sentence
from desk_app.services.copies import FOLDER
from desk_app.services.copy_owed import owed
from desk_app.services.desk import Desk


def told_at_opening(desk: Desk) -> tuple[str, ...]:
    """Sentences: the file had been put back by hand, the keys were read from their second copy, what this PC remembered
    of its printers or its window is gone, the last copy after work failed."""
    return tuple(_told(desk))


def _told(desk: Desk) -> Iterator[str]:
    if desk.restored:
        yield older_copy(desk.restored)
    if desk.keys_mended:
        yield words.KEYS_MENDED
    if owing := owed(desk.seat.folder):
        place = desk.care.second_place() if owing.second else None
        details = {"file": place.name if place else FOLDER}
        why = sentence(owing.code, details) if owing.code in SENTENCES else ""
        yield words.copy_owed(owing.at, why, owing.second)
    yield from (words.FORGOTTEN[name] for name in desk.forgotten)
