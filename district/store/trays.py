"""Files on the table that nothing counts yet, and those of a newer program on the shelf."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, case, delete, func, insert, select, update

from district.store.office_tables import shelved, tray_files, trays

OPEN, TAKING, TAKEN, DROPPED = "open", "taking", "taken", "dropped"


@dataclass(frozen=True, slots=True)
class TrayRow:
    """One tray: open, taking (somebody said "take them in"), taken or dropped. Moments are UTC; `closed_at` is empty
    while it is open; while it is being taken, it is when the last file was."""

    id: str
    opened_by: str
    opened_at: str
    state: str = OPEN
    closed_at: str = ""


@dataclass(frozen=True, slots=True)
class TrayFile:
    """One file on a tray, without its bytes; `size` in bytes, `held` whether the bytes are kept. `about` and `decision`
    are JSON, empty where there is nothing to say."""

    tray: str
    ordinal: int
    name: str
    sha256: str
    size: int
    about: str = ""
    expected: str = ""
    decision: str = ""
    held: bool = True


@dataclass(frozen=True, slots=True)
class ShelvedFile:
    """A file of a newer program, without its bytes."""

    sha256: str
    name: str
    came_at: str
    verdict: str
    detail: str


_FILE: list[ColumnElement[Any]] = [tray_files.c[one.name] for one in fields(TrayFile) if one.name != "held"]
_FILE.append(tray_files.c.raw.is_not(None))
_SHELVED = [shelved.c[field.name] for field in fields(ShelvedFile)]


class TrayRows:
    """The rows of trays within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, tray: TrayRow) -> None:
        """Set up a new tray."""
        self._connection.execute(insert(trays).values({one.name: getattr(tray, one.name) for one in fields(tray)}))

    def get(self, tray: str, lock: bool = False) -> TrayRow | None:
        """The tray of that id; with `lock` nobody else changes it until this transaction ends."""
        asked = select(trays).where(trays.c.id == tray)
        row = self._connection.execute(asked.with_for_update() if lock else asked).first()
        return TrayRow(*row) if row else None

    def standing(self) -> tuple[TrayRow, ...]:
        """Trays that are open or were being taken, the oldest first."""
        asked = select(trays).where(trays.c.state.in_((OPEN, TAKING))).order_by(trays.c.opened_at, trays.c.id)
        return tuple(TrayRow(*row) for row in self._connection.execute(asked))

    def closed(self, most: int) -> tuple[TrayRow, ...]:
        """The trays taken last, the newest first."""
        asked = select(trays).where(trays.c.state == TAKEN).order_by(trays.c.closed_at.desc(), trays.c.id).limit(most)
        return tuple(TrayRow(*row) for row in self._connection.execute(asked))

    def set_state(self, tray: str, state: str, at: str = "") -> None:
        """Begin, finish or drop a tray."""
        self._connection.execute(update(trays).where(trays.c.id == tray).values(state=state, closed_at=at))

    def put(self, file: TrayFile, raw: bytes | None) -> None:
        """Put one file on a tray; its ordinal must be new there. No bytes where nobody will open it."""
        told = {one.name: getattr(file, one.name) for one in fields(file) if one.name != "held"}
        self._connection.execute(insert(tray_files).values(told | {"raw": raw}))

    def files(self, tray: str) -> tuple[TrayFile, ...]:
        """The files of a tray in the order in which they were put there."""
        asked = select(*_FILE).where(tray_files.c.tray == tray)
        return tuple(TrayFile(*row) for row in self._connection.execute(asked.order_by(tray_files.c.ordinal)))

    def file(self, tray: str, ordinal: int, lock: bool = False) -> TrayFile | None:
        """One file of a tray; with `lock` nobody else decides about it until this transaction ends."""
        asked = select(*_FILE).where(*_at(tray, ordinal))
        row = self._connection.execute(asked.with_for_update() if lock else asked).first()
        return TrayFile(*row) if row else None

    def raw(self, tray: str, ordinal: int) -> bytes | None:
        """The bytes of a file as it came; None where they were not kept."""
        return self._connection.execute(select(tray_files.c.raw).where(*_at(tray, ordinal))).scalar()

    def load(self, tray: str, sha256: str) -> tuple[int, int, bool]:
        """How many files lie there, how many bytes of them are kept, and whether the file of this digest is one."""
        kept = func.sum(case((tray_files.c.raw.is_not(None), tray_files.c.size), else_=0))
        same = func.sum(case((tray_files.c.sha256 == sha256, 1), else_=0))
        asked = select(func.count(), kept, same).where(tray_files.c.tray == tray)
        files, bytes_kept, twins = self._connection.execute(asked).one()
        return files, int(bytes_kept or 0), bool(twins)

    def expect(self, tray: str, shown: Mapping[int, str]) -> None:
        """Write down what was shown for each file."""
        rows = [{"on": tray, "at": ordinal, "what": what} for ordinal, what in shown.items()]
        which = (tray_files.c.tray == bindparam("on"), tray_files.c.ordinal == bindparam("at"))
        if rows:
            self._connection.execute(update(tray_files).where(*which).values(expected=bindparam("what")), rows)

    def decide(self, tray: str, ordinal: int, decision: str) -> None:
        """Write down what became of a file."""
        self._connection.execute(update(tray_files).where(*_at(tray, ordinal)).values(decision=decision))

    def clear(self, tray: str) -> None:
        """Let go of the bytes of all files on a tray."""
        self._connection.execute(update(tray_files).where(tray_files.c.tray == tray).values(raw=None))


class ShelfRows:
    """The rows of files of a newer program within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, file: ShelvedFile, raw: bytes) -> None:
        """Keep a file as it came; keeping it again changes nothing."""
        held = self._connection.execute(select(shelved.c.sha256).where(shelved.c.sha256 == file.sha256)).first()
        if held is None:
            told = {one.name: getattr(file, one.name) for one in fields(file)}
            self._connection.execute(insert(shelved).values(told | {"raw": raw}))

    def all(self) -> tuple[ShelvedFile, ...]:
        """What lies on the shelf, the oldest first."""
        asked = select(*_SHELVED).order_by(shelved.c.came_at, shelved.c.sha256)
        return tuple(ShelvedFile(*row) for row in self._connection.execute(asked))

    def raw(self, sha256: str) -> bytes:
        """The bytes of a shelved file."""
        return bytes(self._connection.execute(select(shelved.c.raw).where(shelved.c.sha256 == sha256)).scalar_one())

    def drop(self, sha256s: Sequence[str]) -> None:
        """Take files off the shelf, which this program has opened."""
        self._connection.execute(delete(shelved).where(shelved.c.sha256.in_(sha256s)))


def _at(tray: str, ordinal: int) -> tuple[ColumnElement[bool], ...]:
    return tray_files.c.tray == tray, tray_files.c.ordinal == ordinal
