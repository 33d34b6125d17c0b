"""A second, independent writer of age v1 files (X25519 recipients), with every random byte given by the caller.

It makes the vectors stable, and it proves that our reading follows the public format and not one library's habits.
"""

import base64
import hashlib
import hmac

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

_CHUNK = 64 * 1024


def seal(raw: bytes, recipients: list[bytes], seed: bytes, extra_stanzas: int = 0) -> bytes:
    """raw sealed to raw X25519 public keys; all randomness is drawn from the seed."""
    file_key = hashlib.sha256(seed + b"file key").digest()[:16]
    nonce = hashlib.sha256(seed + b"nonce").digest()[:16]
    header = b"age-encryption.org/v1\n"
    for count, recipient in enumerate(recipients):
        header += _stanza(file_key, recipient, hashlib.sha256(seed + b"%d" % count).digest())
    header += b"-> never-heard-of-it\n\n" * extra_stanzas + b"---"
    mac = hmac.digest(_hkdf(file_key, b"", b"header"), header, "sha256")
    return header + b" " + _unpadded(mac) + b"\n" + nonce + _stream(_hkdf(file_key, nonce, b"payload"), raw)


def _stanza(file_key: bytes, recipient: bytes, secret: bytes) -> bytes:
    once = X25519PrivateKey.from_private_bytes(secret)
    share = once.public_key().public_bytes_raw()
    agreed = once.exchange(X25519PublicKey.from_public_bytes(recipient))
    wrap = _hkdf(agreed, share + recipient, b"age-encryption.org/v1/X25519")
    body = ChaCha20Poly1305(wrap).encrypt(bytes(12), file_key, None)
    return b"-> X25519 " + _unpadded(share) + b"\n" + _unpadded(body) + b"\n"


def _stream(key: bytes, raw: bytes) -> bytes:
    chunks = [raw[start : start + _CHUNK] for start in range(0, len(raw), _CHUNK)] or [b""]
    last = len(chunks) - 1
    return b"".join(
        ChaCha20Poly1305(key).encrypt(count.to_bytes(11, "big") + bytes([count == last]), chunk, None)
        for count, chunk in enumerate(chunks)
    )


def _hkdf(secret: bytes, salt: bytes, info: bytes) -> bytes:
    extracted = hmac.digest(salt or bytes(32), secret, "sha256")
    return hmac.digest(extracted, info + b"\x01", "sha256")


def _unpadded(raw: bytes) -> bytes:
    return base64.b64encode(raw).rstrip(b"=")
