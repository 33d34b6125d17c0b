"""What is kept of the network a tap came from: a digest under a key of the day, which the next day overwrites."""

import hmac
from collections.abc import Callable

from sqlalchemy import Connection, insert, select, update

from district.store.public_tables import facts

KEY_OF_THE_DAY = "network-key"


class NetworkDigest:
    """Digests within one transaction in which nobody else writes."""

    def __init__(self, connection: Connection, random: Callable[[int], bytes]) -> None:
        self._connection = connection
        self._random = random
        self._held: tuple[str, bytes] | None = None

    def of(self, network: str, desk: int, day: str) -> str:
        """16 hex digits, equal for this network, desk and ISO day; "" for a network that is not known."""
        if not network:
            return ""
        return hmac.digest(self._key(day), f"{desk}\n{network}".encode(), "sha256")[:8].hex()

    def _key(self, day: str) -> bytes:
        if self._held is None:
            held = self._connection.execute(_KEPT).scalar()
            kept_day, _, key = (held or "").partition(" ")
            self._held = kept_day, bytes.fromhex(key)
        if self._held[0] != day:
            # Whoever gets at the database later can try no network against the digests of a day that is over.
            self._held = self._begin(day, known=self._held[0] != "")
        return self._held[1]

    def _begin(self, day: str, known: bool) -> tuple[str, bytes]:
        key = self._random(32)
        value = f"{day} {key.hex()}"
        mine = facts.c.name == KEY_OF_THE_DAY
        change = update(facts).where(mine) if known else insert(facts)
        self._connection.execute(change.values(name=KEY_OF_THE_DAY, value=value))
        return day, key


_KEPT = select(facts.c.value).where(facts.c.name == KEY_OF_THE_DAY)
