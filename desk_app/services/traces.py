"""What can be seen of a desk's folder from its door, nothing heavy loaded: whether a register ever stood there, and
whether what stands there now can be one."""

from __future__ import annotations

from pathlib import Path

from desk_app.services.doorstep import DOORSTEP_FILE, FOUNDING_FILE, REGISTER_FILE, SPARE_FILE, is_set_up

# The names are written by db.marker, db.swap, services.copies and services.restoring, which load the encryption; a test
# holds all sides together.
MARKER_FILE = "register.marker"
PLAN_FILE = "register.swap"
COPIES = "backups"
ASIDE = "truoc-khoi-phuc"
_PLAIN_HEADER = b"SQLite format 3\x00"


def ever_stood(folder: Path) -> bool:
    """Whether a register stands here or has left a trace: then no new, empty one may be made in its place."""
    # Both come with a new register: beside the note of a first run that was cut off they say nothing.
    made = any((folder / name).exists() for name in (MARKER_FILE, SPARE_FILE))
    marked = made and not (folder / FOUNDING_FILE).exists()
    left = any((folder / name).exists() for name in (DOORSTEP_FILE, PLAN_FILE))
    return is_set_up(folder) or marked or left or any(folder.glob(f"{ASIDE}*")) or any(folder.glob(f"{COPIES}/*"))


def exchange_waits(folder: Path) -> bool:
    """Whether a register was being put in place of another when the plug was pulled."""
    return (folder / PLAN_FILE).exists()


def ailment(folder: Path) -> str:
    """The code of the trouble that can be seen from outside, as services.stand names it; empty for none."""
    try:
        with (folder / REGISTER_FILE).open("rb") as stream:
            head = stream.read(len(_PLAIN_HEADER))
    except FileNotFoundError:
        return "register-missing"
    except OSError:
        return "register-unreadable"
    if len(head) < len(_PLAIN_HEADER):
        return "register-damaged"
    return "register-foreign" if head == _PLAIN_HEADER else ""
