"""The office's private keys on disk: sealed under a random key, and that key wrapped once per user's password."""

import base64
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from district.trouble import Trouble
from exchange.twins import read_either, stamped, told_in

FORMAT = "motcua-office-keys/1"
Random = Callable[[int], bytes]


class KeyringTrouble(Trouble):
    """The keys stay closed; `code` is wrong-password, no-keys-for-user, keys-missing, keys-damaged, keys-too-costly."""


CLOSED = (OSError, ValueError, KeyringTrouble)
"""How reading the file refuses."""


@dataclass(frozen=True, slots=True)
class Cost:
    """How dear one guess of a password is (Argon2id); memory in KiB. The defaults are RFC 9106's second choice."""

    memory: int = 64 * 1024
    passes: int = 3
    lanes: int = 4

    def __post_init__(self) -> None:
        # A file may come from anywhere: its numbers must not make this machine work for hours.
        if not (1 <= self.passes <= 10 and 1 <= self.lanes <= 16 and 8 * self.lanes <= self.memory <= 256 * 1024):
            raise KeyringTrouble("keys-too-costly")


@dataclass(frozen=True, slots=True)
class Wrap:
    """The data key as one user's password opens it."""

    salt: bytes
    cost: Cost
    nonce: bytes
    closed: bytes


@dataclass(frozen=True, slots=True)
class Keyring:
    """The sealed secrets of one office and the wraps of those who may open them."""

    office: str
    nonce: bytes
    closed: bytes
    wraps: Mapping[str, Wrap]

    @classmethod
    def make(cls, secrets: bytes, office: str, random: Random) -> tuple["Keyring", bytes]:
        """Seal secrets under a fresh data key; returns the keyring, which nobody can open yet, and that key."""
        data_key, nonce = random(32), random(12)
        closed = ChaCha20Poly1305(data_key).encrypt(nonce, secrets, _sealed_for(office))
        return cls(office, nonce, closed, {}), data_key

    def with_user(self, data_key: bytes, user: str, lock: tuple[str, Cost], random: Random) -> "Keyring":
        """The same keyring, which `user` may open too; `lock` is the password and what a guess of it costs."""
        password, cost = lock
        salt, nonce = random(16), random(12)
        closed = ChaCha20Poly1305(_stretch(password, salt, cost)).encrypt(nonce, data_key, _wrapped_for(self, user))
        return replace(self, wraps={**self.wraps, user: Wrap(salt, cost, nonce, closed)})

    def without_user(self, user: str) -> "Keyring":
        """The same keyring, which `user` opens no more."""
        return replace(self, wraps={name: wrap for name, wrap in self.wraps.items() if name != user})

    def data_key(self, user: str, password: str) -> bytes:
        """The key under the secrets. Raises KeyringTrouble."""
        wrap = self.wraps.get(user)
        if wrap is None:
            raise KeyringTrouble("no-keys-for-user")
        key = _stretch(password, wrap.salt, wrap.cost)
        try:
            return ChaCha20Poly1305(key).decrypt(wrap.nonce, wrap.closed, _wrapped_for(self, user))
        except InvalidTag as trouble:
            raise KeyringTrouble("wrong-password") from trouble

    def secrets(self, data_key: bytes) -> bytes:
        """The secrets themselves. Raises KeyringTrouble `keys-damaged`."""
        try:
            return ChaCha20Poly1305(data_key).decrypt(self.nonce, self.closed, _sealed_for(self.office))
        except InvalidTag as trouble:
            raise KeyringTrouble("keys-damaged") from trouble

    def to_bytes(self) -> bytes:
        """The file's bytes: JSON with a digest, binary parts in base64."""
        wraps = {user: _wrap_to_json(wrap) for user, wrap in self.wraps.items()}
        told = {"format": FORMAT, "office": self.office, "nonce": _b64(self.nonce), "closed": _b64(self.closed)}
        return stamped({**told, "wraps": wraps})

    @classmethod
    def from_bytes(cls, raw: bytes) -> "Keyring":
        """Read the file's bytes. Raises KeyringTrouble `keys-damaged` or `keys-too-costly`."""
        try:
            told = told_in(raw)  # a bit that turned over inside a wrap would look like a wrong password
            if told["format"] != FORMAT:
                raise KeyringTrouble("keys-damaged")
            wraps = {str(user): _wrap_from_json(wrap) for user, wrap in told["wraps"].items()}
            return cls(str(told["office"]), _raw(told["nonce"]), _raw(told["closed"]), wraps)
        except (ValueError, KeyError, TypeError, AttributeError) as trouble:
            raise KeyringTrouble("keys-damaged") from trouble


def read_ring(path: Path) -> Keyring:
    """The keyring in this file, from the second copy beside it where the first is missing or damaged. Raises
    KeyringTrouble."""
    try:
        return read_either(path, Keyring.from_bytes, CLOSED)
    except FileNotFoundError as trouble:
        raise KeyringTrouble("keys-missing", file=path.name) from trouble
    except (OSError, ValueError) as trouble:
        raise KeyringTrouble("keys-damaged") from trouble


def password_record(password: str, cost: Cost) -> str:
    """What is kept of a password so that it can be recognised (Argon2id record)."""
    hasher = PasswordHasher(time_cost=cost.passes, memory_cost=cost.memory, parallelism=cost.lanes)
    return hasher.hash(_normal(password))


def is_password(password: str, record: str) -> bool:
    """Whether the password is the one behind the record."""
    try:
        return PasswordHasher().verify(record, _normal(password))
    except (VerificationError, InvalidHashError):
        return False


def _normal(password: str) -> bytes:
    # The same keys pressed on two keyboards may give composed or decomposed marks.
    return unicodedata.normalize("NFC", password).encode(errors="surrogatepass")


def _stretch(password: str, salt: bytes, cost: Cost) -> bytes:
    return hash_secret_raw(_normal(password), salt, cost.passes, cost.memory, cost.lanes, 32, Type.ID)


def _sealed_for(office: str) -> bytes:
    return f"{FORMAT}\nsecrets\n{office}".encode()


def _wrapped_for(ring: Keyring, user: str) -> bytes:
    return f"{FORMAT}\nwrap\n{ring.office}\n{user}".encode()


def _wrap_to_json(wrap: Wrap) -> dict[str, object]:
    cost = {"memory": wrap.cost.memory, "passes": wrap.cost.passes, "lanes": wrap.cost.lanes}
    return {"salt": _b64(wrap.salt), "nonce": _b64(wrap.nonce), "closed": _b64(wrap.closed), **cost}


def _wrap_from_json(told: Mapping[str, Any]) -> Wrap:
    cost = Cost(int(told["memory"]), int(told["passes"]), int(told["lanes"]))
    return Wrap(_raw(told["salt"]), cost, _raw(told["nonce"]), _raw(told["closed"]))


def _b64(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")


def _raw(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
