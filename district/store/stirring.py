"""What a database notes beside the rows of the order in which they came, made to say nothing.

SQLite keeps rows by their random ids; PostgreSQL in the order of arrival, and with each the transaction that wrote it.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine

from district.store.engine import BUSY_MILLISECONDS
from district.store.network_digest import KEY_OF_THE_DAY
from district.store.public_tables import answers, ballots, messages
from district.store.transactions import ALONE

_STIRRED = (answers.name, ballots.name, messages.name)
_REWRITE = "WITH gone AS (DELETE FROM {0} RETURNING *) INSERT INTO {0} SELECT * FROM gone ORDER BY id"


def stir(engine: Engine) -> None:
    """Rewrite every row in the order of the random ids, in one transaction; on a file, empty the log of writes."""
    if engine.dialect.name == "sqlite":
        _empty_log(engine)
        return
    with engine.connect().execution_options(**{ALONE: True}) as connection, connection.begin():
        for name in _STIRRED:
            connection.exec_driver_sql(_REWRITE.format(name))
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        for name in _STIRRED:
            connection.exec_driver_sql(f"VACUUM {name}")  # waits for nobody who reads or writes


def _empty_log(engine: Engine) -> None:
    """Unless somebody reads or writes just now: no citizen waits for it, and the next one empties it too."""
    with engine.connect() as connection:
        cursor = connection.connection.cursor()
        cursor.execute("PRAGMA busy_timeout=20")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        cursor.execute(f"PRAGMA busy_timeout={BUSY_MILLISECONDS}")


def forget_ways(path: Path) -> None:
    """Have the closed file of a copy keep each page in the order of its keys, and no key of a day's networks."""
    with closing(sqlite3.connect(path)) as copy:
        copy.execute("PRAGMA secure_delete=ON")
        copy.execute("DELETE FROM public_facts WHERE name = ?", (KEY_OF_THE_DAY,))
        copy.commit()
        copy.execute("VACUUM")
