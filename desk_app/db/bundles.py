"""Bundles sealed by this desk, and how far the district has acknowledged the journal."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from desk_app.db import rows
from desk_app.db.journal import Journal
from desk_app.db.trouble import RegisterTrouble

_ACKNOWLEDGED = "acknowledged"


@dataclass(frozen=True, slots=True)
class KeptBundle:
    """A bundle of this desk: `manifest` its final fields, `digest` and `file_name` empty until it is sealed."""

    seq: int
    manifest: bytes
    state: str
    digest: str
    file_name: str


class Bundles:
    """The bundles of one register, inside one transaction."""

    def __init__(self, connection: Connection, journal: Journal) -> None:
        self._connection = connection
        self._journal = journal

    def begin(self, manifest: bytes, seq: int) -> None:
        """Keep the final fields before a byte of the bundle is written, so that sealing again gives the same.

        Raises RegisterTrouble("bundle-unfinished") while another bundle is begun and not sealed.
        """
        if self.unfinished() is not None:
            raise RegisterTrouble("bundle-unfinished")
        values = {"seq": seq, "manifest": manifest, "state": "begun", "digest": "", "file_name": ""}
        self._connection.execute(insert(rows.bundles), values)

    def sealed(self, seq: int, digest: str, file_name: str) -> None:
        """State that the bundle begun under `seq` lies on disk, whole and read back."""
        values = {"state": "sealed", "digest": digest, "file_name": file_name}
        done = self._connection.execute(update(rows.bundles).where(rows.bundles.c.seq == seq).values(values))
        if done.rowcount != 1:
            raise KeyError(seq)

    def unfinished(self) -> bytes | None:
        """The manifest fields of the bundle that was begun and not sealed."""
        found: bytes | None = self._connection.execute(
            select(rows.bundles.c.manifest).where(rows.bundles.c.state == "begun")
        ).scalar()
        return found

    def next_seq(self) -> int:
        """The number of the next bundle; numbers explain and never decide."""
        last = self._connection.execute(select(rows.bundles.c.seq).order_by(rows.bundles.c.seq.desc()).limit(1))
        return int(last.scalar() or 0) + 1

    def all(self) -> tuple[KeptBundle, ...]:
        """Every bundle, oldest first."""
        found: Any = self._connection.execute(select(rows.bundles).order_by(rows.bundles.c.seq))
        return tuple(KeptBundle(*row) for row in found)

    def acknowledged(self) -> int:
        """The last position the district has acknowledged; 0 before the first receipt."""
        pointer = rows.pointers.c
        wanted = select(pointer.position).where(pointer.name == _ACKNOWLEDGED)
        return int(self._connection.execute(wanted).scalar() or 0)

    def acknowledge(self, upto: int, digest: bytes) -> bool:
        """Move the pointer forward to `upto`; False when it already stood there or further.

        Raises RegisterTrouble("receipt-other-history") unless our own line at `upto` has this digest.
        """
        if self._journal.digest_at(upto) != digest:
            raise RegisterTrouble("receipt-other-history", {"position": str(upto)})
        if upto <= self.acknowledged():
            return False
        self._connection.execute(delete(rows.pointers).where(rows.pointers.c.name == _ACKNOWLEDGED))
        values = {"name": _ACKNOWLEDGED, "position": upto, "digest": digest}
        self._connection.execute(insert(rows.pointers), values)
        return True
