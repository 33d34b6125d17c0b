"""The folder beside the register where the bytes of evidence lie, each file sealed under a key of its own.

A name is a keyed digest: the folder tells neither what a file holds nor whether somebody else has the same one."""

from __future__ import annotations

import contextlib
import hmac
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from desk_app.db.onlooker import Onlooker
from desk_app.services.office import OfficeStore
from desk_app.services.trouble import Trouble
from exchange.files import FileTrouble, write_beside

FOLDER = "evidence"
"""Beside the register, and beside its copies."""
NAMING = "evidence-key"
"""Under this name the office's papers keep the key that names are made with."""
_HEAD = b"MCTT-EV1"
_MARK, _NONCE = 16, 12


@dataclass(frozen=True, slots=True)
class SealedFiles:
    """One such folder; `naming` is the register's key for names."""

    folder: Path
    naming: bytes

    def path(self, digest: str) -> Path:
        """Where the bytes of this SHA-256 (hex) lie."""
        return self.folder / _keyed(self.naming, b"name", digest).hex()

    def put(self, digest: str, key: bytes, raw: bytes, random: Callable[[int], bytes]) -> None:
        """Seal and write, whole or not at all. Raises Trouble named after what the disk said."""
        path, nonce = self.path(digest), random(_NONCE)
        sealed = ChaCha20Poly1305(key).encrypt(nonce, raw, digest.encode())
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            write_beside(path, _HEAD + self._mark(path.name) + nonce + sealed)
        except FileTrouble as error:
            raise Trouble(error.code, {"file": FOLDER}) from error
        except OSError as error:
            raise Trouble("folder-unwritable", {"file": FOLDER}) from error

    def read(self, digest: str, key: bytes) -> bytes:
        """The bytes; raises Trouble("evidence-missing" | "evidence-damaged")."""
        try:
            whole = self.path(digest).read_bytes()
        except OSError as error:
            raise Trouble("evidence-missing") from error
        at = len(_HEAD) + _MARK
        try:
            raw = ChaCha20Poly1305(key).decrypt(whole[at : at + _NONCE], whole[at + _NONCE :], digest.encode())
        except (InvalidTag, ValueError) as error:
            raise Trouble("evidence-damaged") from error
        if sha256(raw).hexdigest() != digest:
            raise Trouble("evidence-damaged")
        return raw

    def drop(self, digest: str) -> None:
        """These bytes go; where the disk will not, the next look after the register tries again."""
        with contextlib.suppress(OSError):
            self.path(digest).unlink(missing_ok=True)

    def own(self) -> Iterator[Path]:
        """What this register wrote here, by the mark that each file carries; what others left is not ours to judge."""
        for path in names_in(self.folder):
            with contextlib.suppress(OSError), path.open("rb") as file:
                if file.read(len(_HEAD) + _MARK) == _HEAD + self._mark(path.name):
                    yield path

    def _mark(self, name: str) -> bytes:
        return _keyed(self.naming, b"mark", name)[:_MARK]


def naming_key(store: OfficeStore | Onlooker) -> bytes | None:
    """The key for names; None while no file was kept."""
    kept = store.paper(NAMING) if isinstance(store, Onlooker) else store.get(NAMING)
    return bytes.fromhex(json.loads(kept)) if kept else None


def names_in(folder: Path) -> tuple[Path, ...]:
    """The sealed files in a folder; none where it is not there."""
    try:
        return tuple(sorted(path for path in folder.iterdir() if _is_name(path.name) and path.is_file()))
    except OSError:
        return ()


def _is_name(name: str) -> bool:
    return len(name) == 64 and set(name) <= set("0123456789abcdef")


def _keyed(key: bytes, use: bytes, text: str) -> bytes:
    return hmac.digest(key, use + b":" + text.encode(), sha256)
