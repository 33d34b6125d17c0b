"""Keys of a desk and of an office: one to sign (minisign) and one to receive (age), made of the caller's randomness.

Both are written as the public tools write them, so that `minisign -V -P` and `age -d -i` can take our place.
"""

import base64
import binascii
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Self

import minisign
import msgspec
import pyrage
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from exchange import canonical
from exchange.verdicts import Refused

_BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_BECH32_TAPS = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)


class PublicKeys(msgspec.Struct, frozen=True, forbid_unknown_fields=False):
    """What others may know: `verify` as minisign prints it (`RW…`), `receive` as age prints it (`age1…`)."""

    verify: str
    receive: str

    def __post_init__(self) -> None:
        key_id(self.verify)
        check_recipient(self.receive)

    @property
    def key_id(self) -> str:
        """The eight bytes that a signature carries to name its key, as 16 hex digits in the order of the file."""
        return key_id(self.verify)


@dataclass(frozen=True, slots=True, repr=False)
class Keys:
    """What the keys of a desk and of an office have in common: `number` names the signing key, 8 bytes."""

    number: bytes
    signing: bytes
    receiving: bytes
    # Both halves are derived once: an office opens and signs with the same keys all day.
    _derived: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if (len(self.number), len(self.signing), len(self.receiving)) != (8, 32, 32):
            raise ValueError("keys of the wrong length")

    @classmethod
    def make(cls, random: Callable[[int], bytes]) -> Self:
        """New keys; `random(n)` gives n bytes that nobody can guess."""
        return cls(random(8), random(32), random(32))

    @classmethod
    def from_bytes(cls, raw: bytes) -> Self:
        """The keys that to_bytes wrote; raises ValueError for anything else."""
        try:
            kept = msgspec.convert(canonical.decode(raw), dict[str, str])
            return cls(*(bytes.fromhex(kept[name]) for name in ("number", "signing", "receiving")))
        except (KeyError, msgspec.ValidationError) as trouble:
            raise ValueError("not the keys of a desk or an office") from trouble

    def to_bytes(self) -> bytes:
        """All secrets, for a row of the encrypted register or a wrapped file and for nothing else."""
        return canonical.encode(
            {"number": self.number.hex(), "signing": self.signing.hex(), "receiving": self.receiving.hex()}
        )

    @property
    def public(self) -> PublicKeys:
        """The half that goes into cards, enrolments and receipts."""
        if "public" not in self._derived:
            verify = base64.b64encode(b"Ed" + self.number + self._public_bytes()).decode()
            self._derived["public"] = PublicKeys(verify, str(self._age().to_public()))
        public: PublicKeys = self._derived["public"]
        return public

    @property
    def key_id(self) -> str:
        """The name of the signing key, 16 hex digits."""
        return self.number.hex()

    def identity(self) -> str:
        """The receiving key as the `age` command takes it; secret."""
        return _bech32("age-secret-key-", self.receiving).upper()

    def sign(self, raw: bytes, comment: str) -> bytes:
        """A minisign file over raw, pre-hashed (`ED`); the comment is ASCII, for people, and never read back."""
        with self._secret() as secret:
            signature = secret.sign(raw, prehash=True, untrusted_comment="motcua", trusted_comment=comment)
        return bytes(signature) + b"\n"

    def unseal(self, raw: bytes) -> bytes:
        """What was sealed to these keys; raises pyrage.DecryptError."""
        return pyrage.decrypt(raw, [self._age()])

    def _age(self) -> pyrage.x25519.Identity:
        if "age" not in self._derived:
            self._derived["age"] = pyrage.x25519.Identity.from_str(self.identity())
        identity: pyrage.x25519.Identity = self._derived["age"]
        return identity

    def _public_bytes(self) -> bytes:
        return Ed25519PrivateKey.from_private_bytes(self.signing).public_key().public_bytes_raw()

    def _secret(self) -> minisign.SecretKey:
        public = self._public_bytes()
        check = hashlib.blake2b(b"Ed" + self.number + self.signing + public, digest_size=32).digest()
        unwrapped = b"Ed" + b"\0\0" + b"B2" + bytes(32 + 16)
        return minisign.SecretKey.from_base64(base64.b64encode(unwrapped + self.number + self.signing + public + check))


class DeskKeys(Keys):
    """The keys of one desk: they sign bundles and open enrolments and receipts."""

    __slots__ = ()


class OfficeKeys(Keys):
    """The keys of the level above: they sign enrolments and receipts and open bundles."""

    __slots__ = ()


def key_id(verify: str) -> str:
    """The name of a verification key, 16 hex digits; raises ValueError when it is none."""
    try:
        raw = base64.b64decode(verify.encode("ascii"), validate=True)
    except (UnicodeEncodeError, binascii.Error) as trouble:
        raise ValueError("not a verification key") from trouble
    if len(raw) != 42 or raw[:2] != b"Ed" or base64.b64encode(raw).decode() != verify:
        raise ValueError("not a verification key")
    return raw[2:10].hex()


def check_recipient(receive: str) -> None:
    """Pass over an age X25519 recipient, `age1…`; raises ValueError for anything else."""
    try:
        written = str(pyrage.x25519.Recipient.from_str(receive))
    except pyrage.RecipientError as trouble:
        raise ValueError("not a receiving key") from trouble
    if written != receive:
        raise ValueError("not a receiving key")


def recipient_bytes(receive: str) -> bytes:
    """The 32 bytes of the public key behind an age X25519 recipient; raises ValueError for anything else."""
    check_recipient(receive)
    number = 0
    for letter in receive[len("age1") : -6]:
        number = number << 5 | _BECH32.index(letter)
    return (number >> 4).to_bytes(32, "big")


def signer(minisig: bytes) -> str:
    """The key that a signature names, 16 hex digits; raises Refused(bad-signature) for a file that is no signature."""
    signature = _signature(minisig)
    if not signature.is_prehashed():
        raise Refused("bad-signature", "signature-not-prehashed")
    return base64.b64decode(minisig.splitlines()[1])[2:10].hex()


def check_signature(verify: str, raw: bytes, minisig: bytes) -> None:
    """Pass over a true pre-hashed signature of raw by this key; raises Refused(bad-signature) for anything else."""
    if signer(minisig) != key_id(verify):
        raise Refused("bad-signature", "signature-of-another-key")
    try:
        minisign.PublicKey.from_base64(verify).verify(raw, _signature(minisig))
    except ValueError as trouble:  # minisign.Error and a point that is not on the curve
        raise Refused("bad-signature", "signature") from trouble


def _signature(minisig: bytes) -> minisign.Signature:
    try:
        return minisign.Signature.from_bytes(minisig)
    except ValueError as trouble:
        raise Refused("bad-signature", "signature-form") from trouble


def _bech32(prefix: str, raw: bytes) -> str:
    number = int.from_bytes(raw, "big") << 4  # 256 bits fill 51 groups of five and a sixth of four zeros
    groups = [number >> shift & 31 for shift in range(255, -1, -5)]
    spread = [ord(letter) >> 5 for letter in prefix] + [0] + [ord(letter) & 31 for letter in prefix]
    check = _polymod([*spread, *groups, 0, 0, 0, 0, 0, 0]) ^ 1
    groups += [check >> shift & 31 for shift in range(25, -1, -5)]
    return prefix + "1" + "".join(_BECH32[group] for group in groups)


def _polymod(groups: list[int]) -> int:
    check = 1
    for group in groups:
        top, check = check >> 25, (check & 0x1FFFFFF) << 5 ^ group
        for bit, tap in enumerate(_BECH32_TAPS):
            check ^= tap if top >> bit & 1 else 0
    return check
