"""Bring a register file to the newest schema in one transaction; Alembic is imported only when that is due."""

from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from desk_app.db import rows
from desk_app.db.backup import REGISTER_FILE, copy_closed
from desk_app.db.engine import APPLICATION_ID, WRITES
from desk_app.db.trouble import RegisterTrouble, code_of

SCRIPTS = "desk_app.db:migrations"
_BACKUPS = "backups"


def bring_up(engine: Engine, folder: Path, key: bytes, version: int) -> None:
    """Copy the register of `folder` as it is, and only when the copy was opened and counted run the steps it lacks.

    `engine` must not have been connected yet: on POSIX, closing the file after copying would let go of its locks.
    Raises RegisterTrouble as `copy_closed` does, or the driver's error; the register is then as it was.
    """
    copy = _unused(folder / _BACKUPS, version)
    copy_closed(folder / REGISTER_FILE, copy, key)
    try:
        upgrade(engine)
    except DBAPIError as error:
        engine.dispose()
        # Every try makes its copy: on a full disk the first one would take the room that the next try needs. A log that
        # cannot grow is told as an unreadable file.
        if code_of(error.orig) in ("disk-full", "register-unreadable"):
            copy.unlink(missing_ok=True)
        raise


def upgrade(engine: Engine, *, to: str = "head") -> None:
    """Run every step still missing; a step that fails leaves the file as it was."""
    # Alembic takes 150 ms to import, which an ordinary start must not pay.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", SCRIPTS)
    config.set_main_option("path_separator", "os")
    with engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, to)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {rows.SCHEMA}")


def _unused(backups: Path, version: int) -> Path:
    try:
        backups.mkdir(exist_ok=True)
    except OSError as error:
        raise RegisterTrouble("backup-not-written", {"file": backups.name}) from error
    taken = len(list(backups.glob(f"schema-{version}-*.db")))
    return backups / f"schema-{version}-{taken + 1}.db"
