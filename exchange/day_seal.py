"""Many small age files to one recipient in a day: their header is made once, each has a payload key of its own.

age v1 binds a payload to its header by a file key and to itself by 16 fresh bytes; whoever opens one file needs nothing
but the recipient's identity, with `age -d` as with any other. What all files of one header share is the file key: it
lives in the sealing process for a day, and no longer.
"""

import base64
import hmac
import re
from collections.abc import Callable

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from exchange.keys import Keys, recipient_bytes

_WRAP = b"age-encryption.org/v1/X25519"
_HEADER = re.compile(
    rb"(age-encryption\.org/v1\n-> X25519 ([A-Za-z0-9+/]{43})\n([A-Za-z0-9+/]{43})\n---) ([A-Za-z0-9+/]{43})\n"
)
_LAST_CHUNK = bytes(11) + b"\x01"
LARGEST = 64 * 1024
"""Bytes of one chunk of an age payload; nothing longer is sealed here."""


class DaySeal:
    """Seals to one age recipient (`age1…`; ValueError for anything else); `random(n)` gives n bytes nobody can guess.

    One thread at a time.
    """

    def __init__(self, recipient: str, random: Callable[[int], bytes]) -> None:
        self._recipient = recipient_bytes(recipient)
        self._random = random
        self._day: str | None = None

    def seal(self, raw: bytes, day: str) -> bytes:
        """raw, at most 64 KiB, as an age file; another `day` than the one before begins a new header."""
        if len(raw) > LARGEST:
            raise ValueError("longer than one chunk")
        if day != self._day:
            self._header, self._file_key = self._begin()
            self._day = day
        nonce = self._random(16)
        key = _derived(self._file_key, nonce, b"payload")
        return self._header + nonce + ChaCha20Poly1305(key).encrypt(_LAST_CHUNK, raw, None)

    def _begin(self) -> tuple[bytes, bytes]:
        file_key, ephemeral = self._random(16), X25519PrivateKey.from_private_bytes(self._random(32))
        share = ephemeral.public_key().public_bytes_raw()
        agreed = ephemeral.exchange(X25519PublicKey.from_public_bytes(self._recipient))
        wrap_key = _derived(agreed, share + self._recipient, _WRAP)
        body = ChaCha20Poly1305(wrap_key).encrypt(bytes(12), file_key, None)
        header = b"age-encryption.org/v1\n-> X25519 " + _base64(share) + b"\n" + _base64(body) + b"\n---"
        proof = hmac.digest(_derived(file_key, b"", b"header"), header, "sha256")
        return header + b" " + _base64(proof) + b"\n", file_key


class DayOpener:
    """Opens what `keys` open; of files that share a header, the header only once. One thread at a time."""

    def __init__(self, keys: Keys) -> None:
        self._keys = keys
        self._file_keys: dict[bytes, bytes | None] = {}

    def unseal(self, raw: bytes) -> bytes:
        """What was sealed to the keys; raises pyrage.DecryptError."""
        found = _HEADER.match(raw)
        header = found[0] if found else b""
        if header not in self._file_keys:
            self._file_keys[header] = self._file_key(found) if found else None
        file_key = self._file_keys[header]
        if file_key is None:
            return self._keys.unseal(raw)  # another kind of header, or none for us, which it says
        nonce, sealed = raw[len(header) : len(header) + 16], raw[len(header) + 16 :]
        try:
            return ChaCha20Poly1305(_derived(file_key, nonce, b"payload")).decrypt(_LAST_CHUNK, sealed, None)
        except (InvalidTag, ValueError):
            return self._keys.unseal(raw)

    def _file_key(self, header: re.Match[bytes]) -> bytes | None:
        try:
            share, body, proof = (
                base64.b64decode(header[part] + b"=" * (-len(header[part]) % 4)) for part in (2, 3, 4)
            )
            ours = X25519PrivateKey.from_private_bytes(self._keys.receiving)
            agreed = ours.exchange(X25519PublicKey.from_public_bytes(share))
            wrap_key = _derived(agreed, share + ours.public_key().public_bytes_raw(), _WRAP)
            file_key = ChaCha20Poly1305(wrap_key).decrypt(bytes(12), body, None)
        except (InvalidTag, ValueError):
            return None
        told = hmac.digest(_derived(file_key, b"", b"header"), header[1], "sha256")
        return file_key if hmac.compare_digest(told, proof) else None


def _derived(secret: bytes, salt: bytes, purpose: bytes) -> bytes:
    """HKDF-SHA-256, 32 bytes."""
    return hmac.digest(hmac.digest(salt or bytes(32), secret, "sha256"), purpose + b"\x01", "sha256")


def _base64(raw: bytes) -> bytes:
    return base64.b64encode(raw).rstrip(b"=")
