"""keyring.json and the second copy beside it, which opens the register when the first cannot be read.

Without its keyring a register is lost for good, and no sheet of paper helps: the wrap that the rescue sheet opens lies
in the same file.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from desk_app.db.trouble import RegisterTrouble
from exchange.files import FileTrouble, read_small, replace_file, write_beside

KEYRING_FILE = "keyring.json"
SPARE_FILE = "keyring.spare.json"
FORMAT = "motcua-keyring/1"
_CHECK = "check"

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


def write_ring(folder: Path, ring: Mapping[str, Any], *, spare: bool = True) -> None:
    """Write the wraps whole, then the second copy; raises RegisterTrouble with the file's trouble."""
    _write(folder / KEYRING_FILE, ring)
    if spare:
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
        ring = _parsed(path)
    except OSError as error:
        raise RegisterTrouble("register-unreadable") from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise RegisterTrouble("keyring-damaged") from error
    # A bit that turned over inside a wrap would otherwise look like a wrong password.
    if ring.pop(_CHECK, None) not in (None, _check(ring)):
        raise RegisterTrouble("keyring-damaged")
    return ring


def _parsed(path: Path) -> Ring:
    ring: Ring = json.loads(read_small(path))
    if ring["format"] != FORMAT or not isinstance(ring["users"], dict) or not isinstance(ring["recovery"], dict):
        raise ValueError("not a keyring")
    bytes.fromhex(ring["register"])
    return ring


def _write(path: Path, ring: Mapping[str, Any]) -> None:
    raw = json.dumps({**ring, _CHECK: _check(ring)}, ensure_ascii=False, indent=1, sort_keys=True).encode()
    try:
        write_beside(path, raw)
    except FileTrouble as error:
        raise RegisterTrouble(error.code, {"file": error.file}) from error


def _check(ring: Mapping[str, Any]) -> str:
    return sha256(json.dumps(ring, ensure_ascii=False, sort_keys=True).encode(errors="surrogatepass")).hexdigest()
