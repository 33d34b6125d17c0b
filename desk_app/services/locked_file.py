"""One file under a password, as age v1 with a passphrase: any program of that format opens it (`age -d`).

The library at hand would choose the cost of a guess by trying how fast this PC is just now: up to a gigabyte of memory,
which another office's PC may not have. Here it is fixed. Format: https://age-encryption.org/v1
"""

from __future__ import annotations

import hashlib
import hmac
from base64 import b64encode
from collections.abc import Callable, Iterator

import pyrage
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from desk_app.services.trouble import Mistake

_COST = 16
"""scrypt with 2 to the 16th: 64 MiB for a guess, as for a password of the register."""
_CHUNK = 65536
_LABEL = b"age-encryption.org/v1/scrypt"


def lock(raw: bytes, password: str, random: Callable[[int], bytes]) -> bytes:
    """`raw` so that only the password opens it."""
    file_key, salt, nonce = random(16), random(16), random(16)
    guess = hashlib.scrypt(
        password.encode(), salt=_LABEL + salt, n=1 << _COST, r=8, p=1, maxmem=(1 << _COST) * 1200, dklen=32
    )
    wrapped = ChaCha20Poly1305(guess).encrypt(bytes(12), file_key, None)
    head = f"age-encryption.org/v1\n-> scrypt {_letters(salt)} {_COST}\n{_letters(wrapped)}\n---".encode()
    proof = hmac.digest(_key(file_key, b"", b"header"), head, "sha256")
    chunks = _chunks(ChaCha20Poly1305(_key(file_key, nonce, b"payload")), raw)
    return b"".join((head, b" ", _letters(proof).encode(), b"\n", nonce, *chunks))


def unlock(raw: bytes, password: str) -> bytes:
    """What was locked; raises Mistake("wrong-password"), also for a file that is not whole or no locked one."""
    try:
        opened: bytes = pyrage.passphrase.decrypt(raw, password)
    except pyrage.DecryptError as error:
        raise Mistake("wrong-password") from error
    return opened


def _chunks(box: ChaCha20Poly1305, raw: bytes) -> Iterator[bytes]:
    last = max(len(raw) - 1, 0) // _CHUNK
    for number in range(last + 1):
        nonce = number.to_bytes(11, "big") + bytes([number == last])
        yield box.encrypt(nonce, raw[number * _CHUNK : (number + 1) * _CHUNK], None)


def _key(file_key: bytes, salt: bytes, info: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt, info).derive(file_key)


def _letters(raw: bytes) -> str:
    return b64encode(raw).decode().rstrip("=")
