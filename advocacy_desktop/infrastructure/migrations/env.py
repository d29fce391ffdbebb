"""What Alembic runs; the connection is given by :func:`..migrations.upgrade`, nothing else."""

from alembic import context

attributes = context.config.attributes
context.configure(
    connection=attributes["connection"],
    on_version_apply=attributes["after_step"],
    transaction_per_migration=True,
    # SQLite does take back changes of the schema; Alembic does not expect it to.
    transactional_ddl=True,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
