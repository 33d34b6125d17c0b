"""Keys of a desk beside the one in force: those whose six words wait, those of before, those that were revoked."""

from collections.abc import Collection
from dataclasses import dataclass, fields, replace

from sqlalchemy import Connection, Integer, Text, bindparam, delete, insert, select, update

from district.store.office_tables import desk_keys

WAITING, OLDER, RETIRED, REVOKED = "waiting", "older", "retired", "revoked"


@dataclass(frozen=True, slots=True)
class KeyRow:
    """One key. `state` is waiting, older (good until the first bundle under the newer key), retired (opens only what
    was signed in its time) or revoked; days are ISO, `terms` is JSON."""

    key_id: str
    desk: int
    signing_key: str
    receiving_key: str
    state: str
    since_on: str
    until_on: str
    terms: str


class KeyRows:
    """The rows of keys within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, key: KeyRow) -> None:
        """Write a key down, in the place of what was written of it before."""
        self.drop(key.key_id)
        values = {field.name: getattr(key, field.name) for field in fields(key)}
        self._connection.execute(insert(desk_keys).values(values))

    def drop(self, key_id: str) -> None:
        """Forget a key; forgetting it twice is harmless."""
        self._connection.execute(delete(desk_keys).where(desk_keys.c.key_id == key_id))

    def get(self, key_id: str) -> KeyRow | None:
        """The key of that id."""
        row = self._connection.execute(select(desk_keys).where(desk_keys.c.key_id == key_id)).first()
        return KeyRow(*row) if row else None

    def of_desk(self, desk: int) -> tuple[KeyRow, ...]:
        """Every such key of the desk, the newest first."""
        asked = select(desk_keys).where(desk_keys.c.desk == desk)
        found = (KeyRow(*row) for row in self._connection.execute(asked))
        return tuple(sorted(found, key=lambda key: (key.since_on, key.until_on), reverse=True))

    def waiting(self, desk: int) -> KeyRow | None:
        """The key of the desk whose six words wait to be compared; there is never more than one."""
        return next((key for key in self.of_desk(desk) if key.state == WAITING), None)

    def all(self) -> tuple[KeyRow, ...]:
        """Every such key of every desk."""
        return tuple(KeyRow(*row) for row in self._connection.execute(select(desk_keys)))

    def retire(self, desk: int, on: str) -> None:
        """The desk has changed over: from that ISO day its older keys open only what was signed in their time."""
        self._connection.execute(_RETIRE, {"of": desk, "on": on})

    def revoke(self, keys: Collection[KeyRow], on: str, terms: str) -> None:
        """From that ISO day these keys open nothing; `terms` says why."""
        for key in keys:
            self.put(replace(key, state=REVOKED, until_on=on, terms=terms))


_RETIRE = (
    update(desk_keys)
    .where(desk_keys.c.desk == bindparam("of", type_=Integer), desk_keys.c.state == OLDER)
    .values(state=RETIRED, until_on=bindparam("on", type_=Text))
)
