"""The sticks that are plugged in: drives that can be pulled out, by what the system calls them."""

from __future__ import annotations

import ctypes
import re
import shutil
import string
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

_MOUNTS = Path("/proc/mounts")
_WHERE = (PurePosixPath("/media"), PurePosixPath("/run/media"), PurePosixPath("/Volumes"))
"""Where the systems with one tree of folders hang what a person plugs in."""
_ESCAPED = re.compile(r"\\([0-7]{3})", re.ASCII)
_REMOVABLE, _LABEL, _NO_BOX = 2, 261, 1


@dataclass(frozen=True, slots=True)
class Stick:
    """Where it is, the name that somebody gave it ("" for none) and how much room is left, in bytes."""

    folder: Path
    name: str = ""
    free: int = 0

    @property
    def drive(self) -> str:
        """How the system calls it: `E:`, or the folder where it hangs."""
        return self.folder.drive or str(self.folder)


def plugged_in() -> tuple[Stick, ...]:
    """Every stick of this moment; one that is pulled meanwhile is left out."""
    found = _drives() if sys.platform == "win32" else _hung()
    return tuple(_measured(found))


def hung_in(mounts: str) -> Iterator[PurePosixPath]:
    """The folders where a person's own drives hang, out of the system's list of mounts."""
    for line in mounts.splitlines():
        device, _, rest = line.partition(" ")
        point = PurePosixPath(_ESCAPED.sub(_unescaped, rest.partition(" ")[0]))
        if device.startswith("/dev/") and any(point != root and point.is_relative_to(root) for root in _WHERE):
            yield point


def _unescaped(found: re.Match[str]) -> str:
    return chr(int(found.group(1), 8))


def _hung() -> Iterator[tuple[Path, str]]:
    text = _MOUNTS.read_text(encoding="utf-8", errors="replace") if _MOUNTS.is_file() else ""
    for point in hung_in(text):
        yield Path(point), point.name


def _drives() -> Iterator[tuple[Path, str]]:
    if sys.platform != "win32":
        return
    kernel = ctypes.windll.kernel32
    kernel.SetErrorMode(_NO_BOX)  # an empty card reader would open a box of the system's own
    there = kernel.GetLogicalDrives()
    for place, letter in enumerate(string.ascii_uppercase):
        root, label = f"{letter}:\\", ctypes.create_unicode_buffer(_LABEL)
        if not there >> place & 1 or kernel.GetDriveTypeW(root) != _REMOVABLE:
            continue
        if kernel.GetVolumeInformationW(root, label, _LABEL, None, None, None, None, 0):
            yield Path(root), label.value


def _measured(found: Iterator[tuple[Path, str]]) -> Iterator[Stick]:
    for folder, name in found:
        with suppress(OSError):
            yield Stick(folder, name, shutil.disk_usage(folder).free)
