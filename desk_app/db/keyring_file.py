"""keyring.json and the second copy beside it, which opens the register when the first cannot be read.

Without its keyring a register is lost for good, and no sheet of paper helps: the wrap that the rescue sheet opens lies
in the same file.
"""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from desk_app.db.trouble import RegisterTrouble
from exchange.files import FileTrouble, read_small, replace_file, write_beside
from exchange.twins import stamped, told_in

KEYRING_FILE = "keyring.json"
SPARE_FILE = "keyring.spare.json"
FORMAT = "motcua-keyring/1"

Ring = dict[str, Any]


def read_ring(folder: Path) -> Ring:
    """The wraps, from the second copy where the first is missing or damaged.

    Raises RegisterTrouble: keyring-missing, keyring-damaged, register-unreadable, as the first one is."""
    try:
        return _read(folder / KEYRING_FILE)
    except RegisterTrouble:
        with suppress(RegisterTrouble):
            return _read(folder / SPARE_FILE)
        raise


def write_ring(folder: Path, ring: Mapping[str, Any]) -> None:
    """Write the wraps whole, then the second copy; raises RegisterTrouble with the file's trouble."""
    _write(folder / KEYRING_FILE, ring)
    # The first one stands; the next opening brings the second after it.
    with suppress(RegisterTrouble):
        _write(folder / SPARE_FILE, ring)


def lay_aside(*paths: Path) -> None:
    """Give these files names that nobody reads."""
    for path in paths:
        if path.exists():
            taken = len(list(path.parent.glob("keyring-*.json")))
            replace_file(path, path.with_name(f"keyring-{taken + 1}.json"))


def mend(folder: Path) -> bool:
    """Bring both files to say the same again, the damaged one laid aside; whether the first had been unreadable.

    For whoever holds the register's lock. Raises RegisterTrouble, OSError."""
    ring = read_ring(folder)
    broken = not _says(folder / KEYRING_FILE, ring)
    if broken:
        # The second one stays where it is until the first stands again.
        lay_aside(folder / KEYRING_FILE)
        write_ring(folder, ring)
    elif not _says(folder / SPARE_FILE, ring):
        _write(folder / SPARE_FILE, ring)
    return broken


def _says(path: Path, ring: Ring) -> bool:
    try:
        return _read(path) == ring
    except RegisterTrouble:
        return False


def _read(path: Path) -> Ring:
    if not path.is_file():
        raise RegisterTrouble("keyring-missing")
    try:
        return _parsed(path)
    except OSError as error:
        raise RegisterTrouble("register-unreadable") from error
    except (ValueError, KeyError, TypeError) as error:
        raise RegisterTrouble("keyring-damaged") from error


def _parsed(path: Path) -> Ring:
    # A bit that turned over inside a wrap would otherwise look like a wrong password.
    ring: Ring = told_in(read_small(path))
    if ring["format"] != FORMAT or not isinstance(ring["users"], dict) or not isinstance(ring["recovery"], dict):
        raise ValueError("not a keyring")
    bytes.fromhex(ring["register"])
    return ring


def _write(path: Path, ring: Mapping[str, Any]) -> None:
    try:
        write_beside(path, stamped(ring))
    except FileTrouble as error:
        raise RegisterTrouble(error.code, {"file": error.file}) from error
