"""The pages of a damaged register, decrypted one by one into memory; no file is opened for writing.

SQLCipher seals every page of its own: AES-256-CBC, then at the page's end the initial vector and an HMAC-SHA512 over
the sealed bytes and the page number. So it is known of each page whether it is as it was written.
"""

import hmac
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import pbkdf2_hmac
from pathlib import Path
from typing import BinaryIO

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from desk_app.db.engine import PAGE, PLAIN_HEADER
from desk_app.db.salvage_log import read_log

SALT, IV, SEAL = 16, 16, 64
CONTENT = PAGE - IV - SEAL
"""Bytes of a page that SQLite may use."""
_SALT_MASK = 0x3A


@dataclass(frozen=True, slots=True)
class Page:
    """The content of a page; `sealed` when the page is byte for byte as the register wrote it."""

    content: bytes
    sealed: bool


class Pages:
    """Every page by its number, counted from 1; what the log beside the register holds lies over the file."""

    def __init__(self, file: BinaryIO | None, log: BinaryIO | None, key: bytes) -> None:
        """Read from open files; either may be None. Nothing is read ahead but the frames of the log."""
        self._file, self._log, self._key = file, log, key
        read = read_log(log) if log else None
        self._frames: Mapping[int, int] = read.frames if read else {}
        self.log_broken = bool(read and read.broken)
        self._size = _size(file)
        salt = self._find_salt()
        self._seal_key = self._seal_key_of(salt)
        self.salt_lost = salt != self._raw(1)[:SALT]
        self.count = max(-(-self._size // PAGE), self._said(), read.size if read else 0, *self._frames, 0)

    def page(self, number: int) -> Page | None:
        """A page as it was last written, or as far as it can still be made out; None when nothing is there."""
        raw = self._raw(number)
        return self._open(number, raw) if raw else None

    def free(self) -> frozenset[int]:
        """The pages that SQLite keeps for later use: what they still hold was deleted or lies elsewhere now."""
        first = self.page(1)
        if first is None or not first.sealed:
            return frozenset()
        found: set[int] = set()
        trunk = int.from_bytes(first.content[32:36], "big")
        while 0 < trunk <= self.count and trunk not in found:
            found.add(trunk)
            page = self.page(trunk)
            if page is None or not page.sealed:
                break
            leaves = min(int.from_bytes(page.content[4:8], "big"), CONTENT // 4 - 2)
            found.update(int.from_bytes(page.content[8 + 4 * n : 12 + 4 * n], "big") for n in range(leaves))
            trunk = int.from_bytes(page.content[:4], "big")
        return frozenset(found)

    def _said(self) -> int:
        """The number of pages that the first one tells; more than there are when the end of the file is gone."""
        first = self.page(1)
        return int.from_bytes(first.content[28:32], "big") if first and first.sealed else 0

    def _raw(self, number: int) -> bytes:
        if number in self._frames:
            return _read(self._log, self._frames[number], PAGE)
        return _read(self._file, (number - 1) * PAGE, PAGE)

    def _open(self, number: int, raw: bytes) -> Page | None:
        if len(raw) < PAGE or not any(raw):
            return None
        start = SALT if number == 1 else 0
        opened = Cipher(algorithms.AES(self._key), modes.CBC(raw[CONTENT : CONTENT + IV])).decryptor()
        content = opened.update(raw[start:CONTENT]) + opened.finalize()
        whole = PLAIN_HEADER + content if number == 1 else content
        return Page(whole, _is_sealed(self._seal_key, number, raw))

    def _find_salt(self) -> bytes:
        """The salt is the only thing that the whole file hangs on; the log may have it once more."""
        some = self._some()
        for salt in self._salts():
            if any(_is_sealed(self._seal_key_of(salt), number, raw) for number, raw in some):
                return salt
        return next(self._salts(), bytes(SALT))

    def _salts(self) -> Iterator[bytes]:
        if 1 in self._frames:
            yield self._raw(1)[:SALT]
        whole = _read(self._file, 0, SALT)
        if len(whole) < SALT:
            return
        yield whole
        # One byte that the disk lost is found by trying: the seal of any page says which was the right one.
        for place in range(SALT):
            yield from (whole[:place] + bytes([byte]) + whole[place + 1 :] for byte in range(256))

    def _some(self) -> list[tuple[int, bytes]]:
        pages = self._size // PAGE
        numbers = {1, 2, pages // 3, pages // 2, pages, *sorted(self._frames)[:2]}
        found = [(number, self._raw(number)) for number in sorted(numbers) if number > 0]
        return [(number, raw) for number, raw in found if len(raw) == PAGE]

    def _seal_key_of(self, salt: bytes) -> bytes:
        return pbkdf2_hmac("sha512", self._key, bytes(byte ^ _SALT_MASK for byte in salt), 2, 32)


def _is_sealed(seal_key: bytes, number: int, raw: bytes) -> bool:
    start = SALT if number == 1 else 0
    told = hmac.digest(seal_key, raw[start : CONTENT + IV] + number.to_bytes(4, "little"), "sha512")
    return hmac.compare_digest(told, raw[CONTENT + IV :])


def _read(file: BinaryIO | None, place: int, length: int) -> bytes:
    if file is None:
        return b""
    try:
        file.seek(place)
        return file.read(length)
    except OSError:  # a disk that no longer gives this place back
        return b""


def _size(file: BinaryIO | None) -> int:
    return file.seek(0, 2) if file else 0


def open_files(folder: Path, name: str) -> tuple[BinaryIO | None, BinaryIO | None]:
    """The register's file and its log, open for reading; None for one that is not there or cannot be opened."""
    return _open(folder / name), _open(folder / f"{name}-wal")


def _open(path: Path) -> BinaryIO | None:
    try:
        return path.open("rb")
    except OSError:
        return None
