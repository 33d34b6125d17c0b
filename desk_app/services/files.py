"""Files that come in or go out, with troubles by name."""

from __future__ import annotations

from pathlib import Path

from desk_app.services.trouble import Mistake, Trouble
from exchange.files import FileTrouble, write_beside

LARGEST = 32 * 1024 * 1024
"""No file that the desk reads is larger: 32 MiB."""


def make_folder(folder: Path) -> None:
    """Make a folder where there is none; raises Trouble("folder-unwritable")."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Trouble("folder-unwritable", {"file": folder.name}) from error


def write_file(path: Path, raw: bytes, drawn_from: Path | None = None) -> None:
    """Write a whole file or none; raises Trouble named after what the disk said. `drawn_from`: the folder of the
    register that it can be drawn from again; on the same disk it is no loss where a power cut takes its name."""
    try:
        if not path.parent.is_dir():
            path.parent.mkdir(parents=True, exist_ok=True)
        write_beside(path, raw, named=drawn_from is None or not _one_disk(path.parent, drawn_from))
    except FileTrouble as error:
        raise Trouble(error.code, {"file": path.name}) from error
    except OSError as error:
        raise Trouble("folder-unwritable", {"file": path.parent.name}) from error


def _one_disk(folder: Path, other: Path) -> bool:
    return folder.stat().st_dev == other.stat().st_dev


def read_file(path: Path) -> bytes:
    """The bytes of a file; raises Mistake("file-unreadable" | "file-too-large")."""
    try:
        if path.stat().st_size > LARGEST:
            raise Mistake("file-too-large", {"file": path.name})
        return path.read_bytes()
    except OSError as error:
        raise Mistake("file-unreadable", {"file": path.name}) from error
