"""Alembic's entry: runs the migrations over the connection that ``quoth.store.revision`` hands in."""

from alembic import context

from quoth.store.tables import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, transactional_ddl=False)
context.run_migrations()
