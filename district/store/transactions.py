"""How a transaction begins: SQLite and PostgreSQL promise the same to everything above, each by its own means.

A reader sees one moment of the store and stops nobody. Whoever writes what counts writes alone: nobody else's numbers,
lines or batches come in between, so no rule above has to think of two officers, and no two writers wait crosswise.
"""

from sqlalchemy import Connection

READS_ONLY = "motcua_reads_only"
ALONE = "motcua_alone"
ONE_WRITER = 0x4D435454
"""The advisory lock of whoever writes alone. Such locks belong to one database: citizens' answers wait for none."""


def begin_sqlite(connection: Connection) -> None:
    """SQLite lets one writer in anyway; it only has to be said at the start."""
    reads_only = connection.get_execution_options().get(READS_ONLY, False)
    connection.exec_driver_sql("BEGIN" if reads_only else "BEGIN IMMEDIATE")


def begin_postgresql(connection: Connection) -> None:
    """PostgreSQL has begun already: what follows is the first that the transaction does."""
    options = connection.get_execution_options()
    if options.get(READS_ONLY, False):
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
    elif options.get(ALONE, False):
        wait_alone(connection)


def wait_alone(connection: Connection) -> None:
    """Wait until nobody else writes alone; held to the end of the transaction, and given back if the process dies."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({ONE_WRITER})")
