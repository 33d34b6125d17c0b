"""The register's data key, wrapped once for every user and once for a printed recovery code, in files beside it."""

import json
import unicodedata
from collections.abc import Callable, Collection, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from argon2.exceptions import HashingError
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from desk_app.db.keyring_file import FORMAT, KEYRING_FILE, SPARE_FILE, lay_aside, mend, read_ring, write_ring
from desk_app.db.trouble import RegisterTrouble

__all__ = ["KEYRING_FILE", "SPARE_FILE", "STANDARD", "Cost", "Keyring", "recovery_code"]

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})
_RECOVERY_BYTES = 20
_RECOVERY = ""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess of a password costs (Argon2id); RFC 9106's second choice, which an old office PC still bears."""

    memory_kib: int = 65536
    passes: int = 3
    lanes: int = 4

    def __post_init__(self) -> None:
        # A doctored file must not make the program take all memory or run for hours.
        bounded = 1 <= self.passes <= 16 and 1 <= self.lanes <= 16
        if not (bounded and 8 * self.lanes <= self.memory_kib <= 1 << 20):
            raise ValueError("the cost of a password is out of bounds")


STANDARD = Cost()


def recovery_code(random: Callable[[int], bytes]) -> str:
    """160 random bits to print once: eight groups of four Crockford characters."""
    number = int.from_bytes(random(_RECOVERY_BYTES), "big")
    letters = [_CROCKFORD[number >> shift & 31] for shift in range(8 * _RECOVERY_BYTES - 5, -1, -5)]
    return "-".join("".join(letters[start : start + 4]) for start in range(0, len(letters), 4))


@dataclass(frozen=True, slots=True)
class Keyring:
    """The wraps in `folder`; every act reads the file and writes it whole, nothing is kept in memory.

    Acts raise RegisterTrouble: keyring-missing, keyring-damaged, keyring-exists, wrong-password (also for an unknown
    user), wrong-recovery-code, user-exists, or the file's own trouble (disk-full, read-only, …).
    """

    folder: Path
    random: Callable[[int], bytes]
    cost: Cost = STANDARD

    def found(self, register_id: bytes, data_key: bytes, recovery: str) -> None:
        """Make the file of a new register, with the recovery wrap alone; `add_user` follows."""
        if (self.folder / KEYRING_FILE).exists():
            raise RegisterTrouble("keyring-exists")
        ring: dict[str, Any] = {"format": FORMAT, "register": register_id.hex(), "generation": 1, "users": {}}
        key = _recovery_key(recovery, register_id)
        write_ring(self.folder, {**ring, "recovery": self._seal(key, data_key, _bound(ring, _RECOVERY))})

    def put_aside(self) -> None:
        """Give an older file another name: a set-up that was cut off left it, or it still opens a register that was
        moved away, and nobody can tell which."""
        lay_aside(self.folder / KEYRING_FILE, self.folder / SPARE_FILE)

    def mend(self) -> bool:
        """Bring keyring.json and the second copy beside it to say the same; whether the first had been unreadable and
        the second opened the register. For whoever has the register open. Raises RegisterTrouble, OSError."""
        return mend(self.folder)

    def add_user(self, user: str, password: str, data_key: bytes) -> None:
        """Let one more person in under their own password."""
        ring = read_ring(self.folder)
        if _same(user) in ring["users"]:
            raise RegisterTrouble("user-exists", {"name": user})
        self._write_user(ring, user, password, data_key)

    def change_password(self, user: str, old: str, new: str) -> None:
        """Wrap the key anew for a user who knows the old password."""
        self._write_user(read_ring(self.folder), user, new, self.unwrap(user, old))

    def set_password(self, user: str, password: str, data_key: bytes) -> None:
        """Wrap the key anew for a user who forgot the password; whoever calls this holds the data key."""
        self._write_user(read_ring(self.folder), user, password, data_key)

    def renew_recovery(self, recovery: str, data_key: bytes) -> None:
        """Put another recovery code in the place of the one before; whoever calls this holds the data key. Copies made
        before keep the wrap of the old code, which opens them still."""
        ring = read_ring(self.folder)
        key = _recovery_key(recovery, bytes.fromhex(ring["register"]))
        write_ring(self.folder, {**ring, "recovery": self._seal(key, data_key, _bound(ring, _RECOVERY))})

    def keep_users(self, names: Collection[str]) -> None:
        """Let go of the wraps of everybody else: whom a register taken back does not know, it is told of anew."""
        ring = read_ring(self.folder)
        known = {_same(name) for name in names}
        write_ring(
            self.folder, {**ring, "users": {name: wrap for name, wrap in ring["users"].items() if name in known}}
        )

    def under_new_key(self, folder: Path, data_key: bytes, recovery: str) -> "Keyring":
        """Begin the keyring of the same register's next key in another folder, with the recovery wrap alone: no wrap
        of this one can be moved there."""
        old = read_ring(self.folder)
        ring = {**old, "generation": old["generation"] + 1, "users": {}}
        key = _recovery_key(recovery, bytes.fromhex(ring["register"]))
        write_ring(folder, {**ring, "recovery": self._seal(key, data_key, _bound(ring, _RECOVERY))})
        return Keyring(folder, self.random, self.cost)

    def generation(self) -> int:
        """How many keys the register has had, this one counted."""
        return int(read_ring(self.folder)["generation"])

    def users(self) -> tuple[str, ...]:
        """The names that have a wrap."""
        return tuple(sorted(read_ring(self.folder)["users"]))

    def register_id(self) -> bytes:
        """The register that this keyring opens."""
        return bytes.fromhex(read_ring(self.folder)["register"])

    def unwrap(self, user: str, password: str) -> bytes:
        """The data key, for the right password."""
        ring = read_ring(self.folder)
        wrap = ring["users"].get(_same(user))
        if wrap is None:
            raise RegisterTrouble("wrong-password")
        try:
            cost = Cost(**wrap["cost"])
            key = _password_key(password, bytes.fromhex(wrap["salt"]), cost)
            return _open(key, wrap, _bound(ring, _same(user)))
        except InvalidTag as error:
            raise RegisterTrouble("wrong-password") from error
        except (ValueError, KeyError, TypeError, HashingError) as error:
            raise RegisterTrouble("keyring-damaged") from error

    def unwrap_recovery(self, code: str) -> bytes:
        """The data key, for the recovery code as printed or as typed from paper."""
        ring = read_ring(self.folder)
        try:
            key = _recovery_key(code, bytes.fromhex(ring["register"]))
            return _open(key, ring["recovery"], _bound(ring, _RECOVERY))
        except InvalidTag as error:
            raise RegisterTrouble("wrong-recovery-code") from error
        except (ValueError, KeyError, TypeError) as error:
            raise RegisterTrouble("keyring-damaged") from error

    def copy_whole(self, folder: Path) -> None:
        """Write all wraps into the folder of a register that is to take this one's place."""
        write_ring(folder, read_ring(self.folder))

    def copy_for_backup(self, folder: Path) -> None:
        """Write the file into another folder with the recovery wrap only: no password opens what left this PC."""
        write_ring(folder, {**read_ring(self.folder), "users": {}})

    def _write_user(self, ring: dict[str, Any], user: str, password: str, data_key: bytes) -> None:
        salt = self.random(16)
        key = _password_key(password, salt, self.cost)
        sealed = self._seal(key, data_key, _bound(ring, _same(user)))
        wrap = {**sealed, "salt": salt.hex(), "cost": asdict(self.cost)}
        write_ring(self.folder, {**ring, "users": {**ring["users"], _same(user): wrap}})

    def _seal(self, key: bytes, data_key: bytes, bound: bytes) -> dict[str, str]:
        nonce = self.random(12)
        return {"nonce": nonce.hex(), "sealed": ChaCha20Poly1305(key).encrypt(nonce, data_key, bound).hex()}


def _open(key: bytes, wrap: Mapping[str, str], bound: bytes) -> bytes:
    return ChaCha20Poly1305(key).decrypt(bytes.fromhex(wrap["nonce"]), bytes.fromhex(wrap["sealed"]), bound)


def _bound(ring: Mapping[str, Any], user: str) -> bytes:
    """What a wrap is tied to, so that none can be moved to another register, generation or user."""
    return json.dumps([FORMAT, ring["register"], ring["generation"], user], ensure_ascii=False).encode()


def _password_key(password: str, salt: bytes, cost: Cost) -> bytes:
    return hash_secret_raw(
        unicodedata.normalize("NFC", password).encode(errors="surrogatepass"),
        salt,
        time_cost=cost.passes,
        memory_cost=cost.memory_kib,
        parallelism=cost.lanes,
        hash_len=32,
        type=Type.ID,
    )


def _recovery_key(code: str, register_id: bytes) -> bytes:
    """No stretching: nobody guesses 160 random bits."""
    typed = "".join(letter for letter in code.upper() if letter.isascii() and letter.isalnum()).translate(_READ_AS)
    return HKDF(SHA256(), 32, register_id, b"motcua-recovery/1").derive(typed.encode())


def _same(user: str) -> str:
    return unicodedata.normalize("NFC", user)
