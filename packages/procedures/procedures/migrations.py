"""The tables of the procedures as each service's migrations create them; what stands here once is never changed.

A service that uses one procedure carries the tables of all: they are one metadata.
"""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

import procedures.attachment.model
import procedures.notice.model  # noqa: F401 - who imports this knows the tables of all procedures
from chassis.database import row_security
from chassis.principal import Role

_INSTANT = sa.DateTime(timezone=True)


def _kinds(*values: str) -> sa.Enum:
    return sa.Enum(*values, native_enum=False, length=40)


def _table(name: str, columns: dict[str, Any], *parts: sa.schema.SchemaItem, nullable: Sequence[str] = ()) -> None:
    made = [sa.Column(column, kind, nullable=column in nullable) for column, kind in columns.items()]
    op.create_table(name, *made, *parts)


def _record(name: str, columns: dict[str, Any], *parts: sa.schema.SchemaItem, nullable: Sequence[str] = ()) -> None:
    """A table of records, indexed by scope."""
    scope = {"area_id": sa.Uuid(), "scope_key": sa.Text(collation="C")}
    key = sa.PrimaryKeyConstraint("id", name=f"pk_{name}")
    _table(name, {"id": sa.Uuid(), "version": sa.BigInteger()} | scope | columns, key, *parts, nullable=nullable)
    op.create_index(f"ix_{name}_scope_key_id", name, ["scope_key", "id"])


def _secure(table: str, **columns: bool) -> None:
    for statement in row_security(table, **columns):
        op.execute(statement)


def notices() -> None:
    """公示与异议."""
    _record(
        "notice",
        {
            "kind": _kinds("award", "grade", "star"),
            "subject_id": sa.Uuid(),
            "subject_href": sa.Text(),
            "title": sa.Text(),
            "text": sa.Text(),
            "opened_at": _INSTANT,
            "opened_by": sa.Uuid(),
            "closes_at": _INSTANT,
            "source": sa.Text(),
            "assumption": sa.Boolean(),
            "withdrawn_at": _INSTANT,
            "withdrawn_because": sa.Text(),
            "objections_waiting": sa.BigInteger(),
            "objections_upheld": sa.BigInteger(),
        },
        sa.CheckConstraint("objections_waiting >= 0 and objections_upheld >= 0", name="ck_notice_objections"),
        sa.CheckConstraint("closes_at > opened_at", name="ck_notice_window"),
        nullable=("opened_by", "withdrawn_at", "withdrawn_because"),
    )
    op.create_index("ix_notice_subject_id", "notice", ["subject_id"])
    _record(
        "objection",
        {
            "notice_id": sa.Uuid(),
            "account_id": sa.Uuid(),
            "text": sa.Text(),
            "raised_at": _INSTANT,
            "due_on": sa.Date(),
            "standing": _kinds("waiting", "dismissed", "upheld"),
            "answer": sa.Text(),
            "answered_at": _INSTANT,
            "answered_by": sa.Uuid(),
        },
        sa.ForeignKeyConstraint(["notice_id"], ["notice.id"], name="fk_objection_notice_id_notice"),
        nullable=("answer", "answered_at", "answered_by"),
    )
    op.create_index("ix_objection_notice_id", "objection", ["notice_id"])
    _secure("notice")
    _secure("objection", owner=True)


def dismissed_objections() -> None:
    """公示: a notice that was objected to says so also once everything is answered."""
    op.add_column("notice", sa.Column("objections_dismissed", sa.BigInteger(), server_default="0", nullable=False))
    op.execute("""
    update notice set objections_dismissed = counted.dismissed from (
        select notice_id, count(*) as dismissed from objection where standing = 'dismissed' group by notice_id
    ) as counted where counted.notice_id = notice.id
    """)
    op.alter_column("notice", "objections_dismissed", server_default=None)


def confirmed_notices() -> None:
    """公示: a notice says when what it proposed was decided so."""
    op.add_column("notice", sa.Column("confirmed_at", _INSTANT, nullable=True))


def attachments() -> None:
    """附件."""
    _table(
        "blob",
        {
            "sha256": sa.Text(collation="C"),
            "size": sa.BigInteger(),
            "media_type": sa.Text(),
            "content": sa.LargeBinary(),
        },
        sa.PrimaryKeyConstraint("sha256", name="pk_blob"),
        sa.CheckConstraint("size > 0 and size = octet_length(content)", name="ck_blob_size"),
    )
    # What comes in is compressed already.
    op.execute("alter table blob alter column content set storage external")
    _record(
        "attachment",
        {
            "account_id": sa.Uuid(),
            "organisation_id": sa.Uuid(),
            "name": sa.Text(),
            "sha256": sa.Text(collation="C"),
            "uploaded_at": _INSTANT,
            "subject_kind": sa.Text(),
            "subject_id": sa.Uuid(),
            "subject_href": sa.Text(),
            "attached_at": _INSTANT,
            "open_to_all": sa.Boolean(),
        },
        sa.ForeignKeyConstraint(["sha256"], ["blob.sha256"], name="fk_attachment_sha256_blob"),
        sa.CheckConstraint("(subject_id is null) = (attached_at is null)", name="ck_attachment_bound"),
        sa.CheckConstraint("subject_id is not null or not open_to_all", name="ck_attachment_open"),
        nullable=("organisation_id", "subject_kind", "subject_id", "subject_href", "attached_at"),
    )
    for columns in (["sha256"], ["subject_id"], ["account_id", "id"], ["organisation_id", "id"]):
        op.create_index(f"ix_attachment_{'_'.join(columns)}", "attachment", columns)
    _secure("attachment", organisation=True, owner=True)


def approvable(table: str) -> None:
    """审批: what a record carries that is approved in steps, beside its submission and return."""
    op.add_column(table, sa.Column("review_step", sa.BigInteger(), nullable=True))
    op.add_column(table, sa.Column("review_role", _kinds(*Role), nullable=True))
    op.add_column(table, sa.Column("review_due_on", sa.Date(), nullable=True))
    op.add_column(table, sa.Column("deciders", sa.ARRAY(sa.Uuid()), nullable=False, server_default="{}"))
