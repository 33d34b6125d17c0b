"""What this PC remembers beside the register, brought in order while nobody else has the folder."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from desk_app import settings
from desk_app.services import printers
from exchange.files import FileTrouble
from exchange.twins import LOST, heal, lay_aside, spare_of

_READERS: Mapping[str, Callable[[bytes], object]] = {
    settings.FILE: settings.settings_in,
    printers.FILE: printers.printers_in,
}


def mend_memory(folder: Path) -> tuple[str, ...]:
    """Bring the two copies of each file to say the same; gives the names of those of which neither can be read: they
    lie aside, and what stood in them is as on the first day. What cannot be mended now is tried at the next opening."""
    return tuple(name for name in _READERS if _is_lost(folder / name))


def _is_lost(path: Path) -> bool:
    with suppress(OSError, FileTrouble):
        if heal(path, _READERS[path.name]) != LOST:
            return False
        for each in (path, spare_of(path)):
            if each.exists():
                lay_aside(each)
        return True
    return False
