"""Bring a register file to the newest schema in one transaction; Alembic is imported only when that is due."""

from sqlalchemy import Engine

from desk_app.db.engine import APPLICATION_ID, WRITES
from desk_app.db.rows import SCHEMA


def upgrade(engine: Engine, *, to: str = "head") -> None:
    """Run every step still missing; a step that fails leaves the file as it was."""
    # Alembic takes 150 ms to import, which an ordinary start must not pay.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "desk_app.db:migrations")
    config.set_main_option("path_separator", "os")
    with engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, to)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA}")
