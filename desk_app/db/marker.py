"""The marker beside the register: how far the journal had come, sealed by the data key.

A register that stands behind its marker was put back by copying a file, and counts as restored (ARCHITECTURE 5).
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from desk_app.db.trouble import RegisterTrouble
from exchange.files import FileTrouble, read_small, write_beside
from exchange.twins import lay_aside

MARKER_FILE = "register.marker"
_FORMAT = "motcua-marker/1"


@dataclass(frozen=True, slots=True)
class Marker:
    """A register had reached this position with this digest."""

    register_id: bytes
    position: int
    digest: bytes


def renew(folder: Path, key: bytes, marker: Marker, random: Callable[[int], bytes]) -> None:
    """Write the marker in place of the older one; raises RegisterTrouble with the file's trouble."""
    told = {
        "register": marker.register_id.hex(),
        "position": marker.position,
        "digest": marker.digest.hex(),
    }
    nonce = random(12)
    sealed = _box(key).encrypt(nonce, json.dumps(told, sort_keys=True).encode(), _FORMAT.encode())
    outside = {"format": _FORMAT, "nonce": nonce.hex(), "sealed": sealed.hex()}
    path = folder / MARKER_FILE
    try:
        if path.is_dir():
            lay_aside(path)
        write_beside(path, json.dumps(outside, sort_keys=True).encode())
    except (FileTrouble, OSError) as error:
        code = error.code if isinstance(error, FileTrouble) else "not-written"
        raise RegisterTrouble(code, {"file": path.name}) from error


def read(folder: Path, key: bytes) -> Marker | None:
    """The marker, or None when it is missing, broken or sealed by another key: then it says nothing.

    Raises RegisterTrouble("register-unreadable") where the disk does not give it: it must not pass for missing."""
    path = folder / MARKER_FILE
    if not path.is_file():
        return None
    try:
        outside = json.loads(read_small(path))
        nonce, sealed = bytes.fromhex(outside["nonce"]), bytes.fromhex(outside["sealed"])
        told = json.loads(_box(key).decrypt(nonce, sealed, _FORMAT.encode()))
        return Marker(bytes.fromhex(told["register"]), int(told["position"]), bytes.fromhex(told["digest"]))
    except OSError as error:
        raise RegisterTrouble("register-unreadable") from error
    except (ValueError, KeyError, TypeError, RecursionError, InvalidTag):
        return None


def _box(key: bytes) -> ChaCha20Poly1305:
    return ChaCha20Poly1305(HKDF(SHA256(), 32, None, _FORMAT.encode()).derive(key))
