"""Whether the log beside a register is its own, looked at before SQLite may play it into the file.

SQLite asks only whether a log is whole. One that belongs to another file, left there by hand or by a restore that went
wrong, would be written over pages of a healthy register for good.
"""

import hmac
from hashlib import pbkdf2_hmac
from pathlib import Path

from desk_app.db.engine import PAGE
from desk_app.db.salvage_log import read_log
from desk_app.db.trouble import RegisterTrouble

_SALT, _SEAL, _SALT_MASK = 16, 64, 0x3A


def refuse_foreign_log(path: Path, key: bytes) -> None:
    """Pass over a register without a log or with its own. Raises RegisterTrouble: register-log-foreign for a log with
    a page that this register under this `key` never wrote, wrong-key where neither file answers to the key,
    register-unreadable."""
    log = path.with_name(path.name + "-wal")
    try:
        if not log.is_file() or not log.stat().st_size:
            return
        register_fits, log_fits = _fitting(path, log, key)
    except OSError as error:
        raise RegisterTrouble("register-unreadable") from error
    # A first page that a cut tore stands whole in the register's own log.
    if not log_fits:
        raise RegisterTrouble("register-log-foreign" if register_fits else "wrong-key", {"file": log.name})


def _fitting(path: Path, log: Path, key: bytes) -> tuple[bool, bool]:
    """Whether the first page of the register, and every page of the log, were written under this key and salt."""
    with path.open("rb") as file, log.open("rb") as stream:
        first = file.read(PAGE)
        seal_key = pbkdf2_hmac("sha512", key, bytes(byte ^ _SALT_MASK for byte in first[:_SALT]), 2, 32)
        for number, place in read_log(stream).frames.items():
            stream.seek(place)
            if not _is_sealed(seal_key, number, stream.read(PAGE)):
                return _is_sealed(seal_key, 1, first), False
    return True, True


def _is_sealed(seal_key: bytes, number: int, raw: bytes) -> bool:
    start = _SALT if number == 1 else 0
    told = hmac.digest(seal_key, raw[start:-_SEAL] + number.to_bytes(4, "little"), "sha512")
    return hmac.compare_digest(told, raw[-_SEAL:])
