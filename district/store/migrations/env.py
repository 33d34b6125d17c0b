"""Runs the steps on the connection handed in, inside the transaction that is already open there."""

from alembic import context

from district.store import office_tables, tables  # noqa: F401  every table is known once both are loaded
from district.store.columns import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, transactional_ddl=True)
context.run_migrations()
