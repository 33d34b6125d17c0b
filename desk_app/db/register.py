"""The register file of one desk: made, opened, worked in, copied and closed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path

from sqlalchemy import Connection, Engine, insert, select

from desk_app.db import marker, migrate, rows
from desk_app.db.backup import REGISTER_FILE, BackupFacts, copy_to, examine
from desk_app.db.engine import (
    PLAIN_HEADER,
    WRITES,
    Tuning,
    first_look,
    only_looking,
    open_engine,
    prove_writable,
    refuse_readonly,
)
from desk_app.db.lock import RegisterLock
from desk_app.db.log_check import refuse_foreign_log
from desk_app.db.onlooker import Onlooker, onlooking
from desk_app.db.place import refuse_bad_place
from desk_app.db.registrations import Act
from desk_app.db.trouble import RegisterTrouble, told
from desk_app.db.work import Reading, RegisterIdentity, Work
from exchange.files import replace_file, settle
from exchange.journal import first_digest

__all__ = ["Act", "BackupFacts", "Reading", "Register", "RegisterIdentity", "Tuning", "Work"]

Random = Callable[[int], bytes]
Furnish = Callable[[Work], None]


_DEFAULT = Tuning()


class Register:
    """An open register; the operating system's lock keeps every other process out until `close`."""

    def __init__(self, folder: Path, key: bytes, engine: Engine, lock: RegisterLock, random: Random) -> None:
        self.folder = folder
        self._key = key
        self._engine = engine
        self._written_to = engine.execution_options(**{WRITES: True})
        self._looked_at = only_looking(engine)
        self._lock = lock
        self._random = random
        self.identity = _read_identity(engine)

    @classmethod
    def create(
        cls, folder: Path, key: bytes, identity: RegisterIdentity, random: Random, furnish: Furnish | None = None
    ) -> "Register":
        """Make a register under the 32-byte `key` and open it; it appears whole, furnished, or not at all.

        `random` gives fresh bytes; `furnish` puts in what the register shall hold from its first moment (no commit).

        Raises RegisterTrouble: register-exists, register-on-network, register-in-synced-folder, register-locked.
        """
        refuse_bad_place(folder)
        cls.refuse_existing(folder)
        folder.mkdir(parents=True, exist_ok=True)
        lock = RegisterLock(folder)
        lock.take()
        try:
            with told():
                start = marker.Marker(identity.register_id, 0, first_digest(identity.register_id))
                marker.renew(folder, key, start, random)
                _make(folder, key, lambda connection: _furnish(connection, identity, random, furnish))
        finally:
            lock.let_go()
        return cls.open(folder, key, random)

    @classmethod
    def open(cls, folder: Path, key: bytes, random: Random, holder: str = "", tuning: Tuning = _DEFAULT) -> "Register":
        """Open the register of `folder`, bringing an older one to this program's schema after a verified copy.

        Raises RegisterTrouble: register-missing, register-damaged, register-foreign, register-newer, register-locked,
        register-readonly, wrong-key, register-on-network, register-in-synced-folder. The file is never replaced by an
        empty one.
        """
        path = folder / REGISTER_FILE
        if not path.is_file():
            raise RegisterTrouble("register-missing")
        refuse_bad_place(folder)
        lock = RegisterLock(folder, holder)
        lock.take()
        try:
            refuse_readonly(path)
            engine = _engine(folder, key, tuning)
            with told():
                return cls(folder, key, engine, lock, random)
        except BaseException:
            lock.let_go()
            raise

    @staticmethod
    def refuse_existing(folder: Path) -> None:
        """Raise RegisterTrouble("register-exists") when the folder holds a register."""
        if (folder / REGISTER_FILE).exists():
            raise RegisterTrouble("register-exists")

    @contextmanager
    def work(self, act: Act | None = None) -> Iterator[Work]:
        """One act as one transaction, undone unless `commit` was called; register-busy when another one lasts 5 s."""
        with told(), self._written_to.connect() as connection, connection.begin() as transaction:
            yield Work(connection, self.identity.register_id, self._random, act or Act())
            if transaction.is_active:
                transaction.rollback()

    @contextmanager
    def reading(self) -> Iterator[Reading]:
        """One steady view of the register; a long report holds up nobody's save."""
        with told(), self._looking() as connection:
            yield Reading(connection, self.identity.register_id, self._random, Act())

    @contextmanager
    def _looking(self) -> Iterator[Connection]:
        with self._looked_at.connect() as connection, connection.begin() as transaction:
            yield connection
            transaction.rollback()

    def is_behind_marker(self) -> bool:
        """Whether the file was put back by hand: its marker knows a line that it lacks or has otherwise."""
        mark = marker.read(self.folder, self._key)
        if mark is None:
            return False
        with self.reading() as reading:
            return reading.journal.digest_at(mark.position) != mark.digest

    def renew_marker(self) -> None:
        """Note beside the register how far it has come; done at every export, backup and close."""
        with self.reading() as reading:
            position, digest = reading.journal.head()
        mark = marker.Marker(self.identity.register_id, position, digest)
        # Whoever only looked leaves nothing to write, and a write here waits for the disk twice.
        if marker.read(self.folder, self._key) != mark:
            marker.renew(self.folder, self._key, mark, self._random)

    def backup_to(self, path: Path, key: bytes | None = None) -> BackupFacts:
        """Copy the register to `path` under `key` (its own when None), open the copy, check and count it."""
        with told(), self._looking() as connection:
            facts = copy_to(connection, path, key or self._key)
        self.renew_marker()
        return facts

    @contextmanager
    def looking_into(self, copy: Path) -> Iterator[Onlooker]:
        """A copy made under this register's key, only read; raises RegisterTrouble as `db.onlooker.onlooking` does."""
        with onlooking(copy, self._key) as onlooker:
            yield onlooker

    def check(self) -> int:
        """Look at every page and walk the whole journal; gives the number of lines.

        Raises RegisterTrouble: register-damaged, journal-broken.
        """
        with told(), self._looking() as connection:
            examine(connection.connection.driver_connection)
        with self.reading() as reading:
            return reading.journal.verify()

    def tidy(self) -> None:
        """Move what was saved from the log into the file; for a moment without a key pressed."""
        with told(), self._engine.connect() as connection:
            raw = connection.connection.driver_connection
            assert raw is not None
            raw.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()

    def scrub(self) -> None:
        """Write the whole file anew, so that nothing erased is left in pages no longer used, and empty the log. Slow on
        a large register; needs as much room on the disk again."""
        with told(), self._engine.connect() as connection:
            raw = connection.connection.driver_connection
            assert raw is not None
            for act in ("VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"):
                raw.execute(act).fetchall()

    def close(self) -> None:
        """Renew the marker, close the file and let the next process in.

        Where that cannot be written the older marker fits the same history, and whoever closes has nothing to mend. A
        marker that the file is behind stays: it is the only witness until somebody owns up to the restore."""
        if not self._lock.is_held:
            return
        try:
            with suppress(RegisterTrouble):
                if not self.is_behind_marker():
                    self.renew_marker()
        finally:
            self._engine.dispose()
            self._lock.let_go()


def _engine(folder: Path, key: bytes, tuning: Tuning) -> Engine:
    version = _look(folder, key)
    engine = open_engine(folder / REGISTER_FILE, key, tuning)
    try:
        with told():
            if version < rows.SCHEMA:
                migrate.bring_up(engine, folder, key, version)
            prove_writable(engine)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _furnish(connection: Connection, identity: RegisterIdentity, random: Random, furnish: Furnish | None) -> None:
    connection.execute(insert(rows.identity), _identity_row(identity))
    if furnish is not None:
        furnish(Work(connection, identity.register_id, random, Act()))


def _make(folder: Path, key: bytes, fill: Callable[[Connection], None]) -> None:
    beside = folder / "register.new"
    for end in ("", "-wal", "-shm"):
        beside.with_name(beside.name + end).unlink(missing_ok=True)
    engine = open_engine(beside, key, Tuning(), make=True)
    try:
        migrate.upgrade(engine)
        with engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
            fill(connection)
    finally:
        engine.dispose()
    with beside.open("rb") as stream:
        head = stream.read(len(PLAIN_HEADER))
    if head == PLAIN_HEADER:
        # SQLite writes in clear when a key did not take, and says nothing.
        beside.unlink()
        raise RegisterTrouble("register-not-encrypted")
    replace_file(beside, folder / REGISTER_FILE)
    settle(folder / REGISTER_FILE)


def _look(folder: Path, key: bytes) -> int:
    try:
        refuse_foreign_log(folder / REGISTER_FILE, key)
        version = first_look(folder / REGISTER_FILE, key)
    except RegisterTrouble as trouble:
        if trouble.code == "wrong-key" and marker.read(folder, key) is not None:
            # The key opens the marker, so it is the file's first page that does not answer.
            raise RegisterTrouble("register-damaged") from trouble
        raise
    if version > rows.SCHEMA:
        raise RegisterTrouble("register-newer")
    return version


def _identity_row(identity: RegisterIdentity) -> dict[str, object]:
    return {
        "id": 1,
        "register_id": identity.register_id,
        "unit": identity.unit,
        "made_on": identity.made_on.isoformat(),
        "practice": int(identity.practice),
        "epoch": 1,
    }


def _read_identity(engine: Engine) -> RegisterIdentity:
    with engine.connect() as connection, connection.begin():
        row = connection.execute(select(rows.identity)).one()
    return RegisterIdentity(row.register_id, row.unit, date.fromisoformat(row.made_on), bool(row.practice))
