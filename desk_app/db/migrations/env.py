"""Alembic's way in: run the steps on the connection that `desk_app.db.migrate` hands over, inside its transaction."""

from alembic import context

from desk_app.db.rows import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True)
context.run_migrations()
