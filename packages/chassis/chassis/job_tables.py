"""The tables of long work, for the migration of a service that begins to do some."""

from pathlib import Path

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from chassis.database import row_security
from chassis.jobs import State

# The queue's own tables as its version 3.10 makes them; what later versions change comes in further revisions.
SCHEMA = Path(__file__).with_name("procrastinate_3_10.sql")


def create() -> None:
    """后台任务: the record, its files, and the queue that starts it."""
    op.create_table(
        "job",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("state", sa.Enum(*State, name="state", native_enum=False, length=40), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("request_id", sa.Text(), nullable=False),
        sa.Column("asked", postgresql.JSONB(), nullable=False),
        sa.Column("done", sa.BigInteger(), nullable=False),
        sa.Column("total", sa.BigInteger(), nullable=True),
        sa.Column("counts", postgresql.JSONB(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=True),
        sa.Column("cancelled", sa.Boolean(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("area_id", sa.Uuid(), nullable=False),
        sa.Column("scope_key", sa.Text(collation="C"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_job"),
    )
    op.create_index("ix_job_scope_key_id", "job", ["scope_key", "id"])
    op.create_index("ix_job_account_id_id", "job", ["account_id", "id"])
    op.create_table(
        "job_file",
        sa.Column("job_id", sa.Uuid(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("cipher", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["job_id"], ["job.id"], name="fk_job_file_job_id_job", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("job_id", "role", name="pk_job_file"),
    )
    # What is encrypted does not shrink.
    op.execute("alter table job_file alter column cipher set storage external")
    for statement in row_security("job", owner=True):
        op.execute(statement)
    op.execute("alter table job_file enable row level security")
    op.execute("alter table job_file force row level security")
    op.execute(
        "create policy visible on job_file using (exists (select 1 from job where job.id = job_file.job_id))"
        " with check (true)"
    )
    # Many statements at once, none with parameters: only the driver takes them.
    driver = op.get_bind().connection.driver_connection
    assert driver is not None  # noqa: S101 - a migration that runs is connected
    driver.execute(SCHEMA.read_text(encoding="utf-8"))
