"""The secrets of one office: the keys it signs and opens with, and the master of all token keys."""

from collections.abc import Callable
from dataclasses import dataclass

from exchange import canonical
from exchange.keys import OfficeKeys
from exchange.token import desk_key


@dataclass(frozen=True, slots=True, repr=False)
class OfficeSecrets:
    """Open secrets; they live in memory only while somebody is logged in."""

    keys: OfficeKeys
    token_master: bytes

    @classmethod
    def make(cls, random: Callable[[int], bytes]) -> "OfficeSecrets":
        """New secrets for a new office."""
        return cls(OfficeKeys.make(random), random(32))

    def token_key(self, desk: int, generation: int) -> bytes:
        """The 32-byte key under which that desk mints its codes."""
        return desk_key(self.token_master, desk, generation)

    def to_bytes(self) -> bytes:
        """The bytes that a keyring seals."""
        return canonical.encode({"keys": self.keys.to_bytes().hex(), "token_master": self.token_master.hex()})

    @classmethod
    def from_bytes(cls, raw: bytes) -> "OfficeSecrets":
        """The inverse of to_bytes; raises ValueError."""
        told = canonical.decode(raw)
        return cls(OfficeKeys.from_bytes(bytes.fromhex(told["keys"])), bytes.fromhex(told["token_master"]))
