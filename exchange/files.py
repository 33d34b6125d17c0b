"""Writing a finished file so that it is whole or absent, and what the files of the exchange are called.

The names are for people; no program decides anything by them.
"""

import contextlib
import errno
import os
import re
import stat
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import TypeVar

from exchange.shapes import is_day, is_month, is_unit

_CODES = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EFBIG: "file-too-large",
    errno.EROFS: "read-only",
    errno.EACCES: "not-allowed",
    errno.EPERM: "not-allowed",
    errno.ENOENT: "folder-gone",
    errno.ENOTDIR: "folder-gone",
    errno.ENODEV: "drive-gone",
    errno.ENXIO: "drive-gone",
    errno.EIO: "drive-gone",
    errno.EBUSY: "file-in-use",
    errno.ENAMETOOLONG: "name-too-long",
    errno.EISDIR: "not-a-file",
}
_IN_USE_ON_WINDOWS = (32, 33)  # sharing violation, lock violation: both come as EACCES
_DENIED_ON_WINDOWS = 5  # what replacing a file answers while another program has it open
PAUSES = (0.05, 0.1, 0.2, 0.4, 0.75, 1.5, 2.5)
"""Seconds between tries at a file that another program holds: a virus scanner lets go of it within five."""
T = TypeVar("T")
Wait = Callable[[float], object]
by_the_clock: Wait = Event().wait
_DOCUMENT = re.compile(r"[0-9a-f]{64}", re.ASCII)


class FileTrouble(Exception):
    """The world refused a file; `code` is one of disk-full, file-too-large, read-only, not-allowed, folder-gone,
    drive-gone, file-in-use, name-too-long, not-a-file, not-read-back, not-written; `file` is the bare name."""

    def __init__(self, code: str, file: str) -> None:
        super().__init__(f"{code}: {file}")
        self.code = code
        self.file = file


def patiently(act: Callable[[], T], wait: Wait = by_the_clock) -> T:
    """Do something to a file; while another program holds it, `wait` (seconds) and try again, for some five seconds in
    all. Raises what the last try raised."""
    for pause in PAUSES:
        try:
            return act()
        except OSError as error:
            if not _held_elsewhere(error):
                raise
        wait(pause)
    return act()


def replace_file(source: Path, target: Path, wait: Wait = by_the_clock) -> None:
    """os.replace that is patient; raises OSError."""
    patiently(lambda: os.replace(source, target), wait)


def write_beside(path: Path, raw: bytes, wait: Wait = by_the_clock, named: bool = True) -> None:
    """Write beside, flush, sync, read back, put in place, read back again; an older file stays until that is done.

    A file that another program holds is waited for. Without `named` its bytes are on the disk when this returns, and
    after a power cut it may be missing or the older one: only for what can be made again. Raises FileTrouble; after it
    neither a half file nor the file beside is left where the drive still answers.
    """
    beside = path.with_name(path.name + ".part")
    try:
        with patiently(lambda: beside.open("wb"), wait) as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            # Whoever was let in to the older file, a web server's account for one, stays let in.
            with contextlib.suppress(OSError):  # a stick without rights keeps none
                beside.chmod(stat.S_IMODE(path.stat().st_mode))
        check_written(beside, raw)
        replace_file(beside, path, wait)
        if named:
            _sync_folder(path.parent)
        check_written(path, raw)
    except (OSError, FileTrouble) as trouble:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise FileTrouble(_code(trouble), path.name) from trouble


def trouble_of(error: OSError, file: str) -> FileTrouble:
    """What the system said of a file, by name."""
    return FileTrouble(_code(error), file)


def read_small(path: Path, most: int = 1 << 20) -> bytes:
    """A file that is small where it is whole; raises OSError, and ValueError for one larger than `most` bytes."""
    with path.open("rb") as file:
        raw = file.read(most + 1)
    if len(raw) > most:
        raise ValueError("a file of this kind is small")
    return raw


def settle(*paths: Path) -> None:
    """Make sure that files and folders which were just moved still stand where they are after a power cut. What came
    before this call reached the disk before what follows it. Raises OSError."""
    for path in paths:
        if path.is_file():
            # Windows syncs no folder; syncing the file writes down its name as well.
            with path.open("r+b") as file:
                os.fsync(file.fileno())
    for folder in {path.parent for path in paths}:
        _sync_folder(folder)


def check_written(path: Path, raw: bytes) -> None:
    """Pass over a file that holds exactly these bytes; raises FileTrouble(not-read-back), or OSError."""
    if path.read_bytes() != raw:
        raise FileTrouble("not-read-back", path.name)


def bundle_name(unit: str, desk: int, period: str, seq: int) -> str:
    """GOI-<unit>-<desk>_<YYYY-MM>_so-<seq>.mctt"""
    if not is_month(period):
        raise ValueError("a bundle is named after a month, YYYY-MM")
    return f"GOI-{_place(unit, desk)}_{period}_so-{seq}.mctt"


def card_name(unit: str, document: str) -> str:
    """THE-<unit>-<first six digits of the card's identity>.mctt; a desk has no number yet when it shows its card."""
    if not is_unit(unit) or not _DOCUMENT.fullmatch(document):
        raise ValueError("a card is named after a unit code and its identity")
    return f"THE-{unit}-{document[:6]}.mctt"


def enrolment_name(unit: str, desk: int, number: int) -> str:
    """KHOA-<unit>-<desk>_so-<number>.mctt"""
    return f"KHOA-{_place(unit, desk)}_so-{number}.mctt"


def receipt_name(unit: str, desk: int, number: int) -> str:
    """BN-<unit>-<desk>_so-<number>.mctt"""
    return f"BN-{_place(unit, desk)}_so-{number}.mctt"


def update_name(unit: str, edition: str) -> str:
    """CN-<unit of the office>_<edition>.mctt"""
    if not is_unit(unit) or not is_day(edition):
        raise ValueError("an update is named after a unit code and a day")
    return f"CN-{unit}_{edition}.mctt"


def _place(unit: str, desk: int) -> str:
    if not is_unit(unit):
        raise ValueError("a file of the exchange is named after a unit code")
    return f"{unit}-{desk}"


def _code(trouble: OSError | FileTrouble) -> str:
    if isinstance(trouble, FileTrouble):
        return trouble.code
    if _held_elsewhere(trouble):
        return "file-in-use"
    return _CODES.get(trouble.errno or 0, "not-written")


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return  # Windows has no such call; the file itself is already on disk.
    # Sticks formatted as FAT or mounted through a user program may refuse to sync a folder; the file itself is synced.
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _held_elsewhere(error: OSError) -> bool:
    """Whether another program has the file open. Of two names the second is a file to be replaced: where Windows lets
    nobody do that, somebody has it open, since the new one could be written in the same folder."""
    windows = getattr(error, "winerror", None)
    replaced = windows == _DENIED_ON_WINDOWS and error.filename2 is not None
    return error.errno == errno.EBUSY or windows in _IN_USE_ON_WINDOWS or replaced
