"""Telling facts: one row in the caller's transaction, read by other services, auditors and figures alike."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from psycopg.types.json import Jsonb
from pydantic import BaseModel, ConfigDict
from sqlalchemy import Select, insert, literal, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.access import Access
from chassis.clock import wall
from chassis.copying import copy_rows
from chassis.database import new_id
from chassis.principal import Principal
from chassis.tables import Audience, FactRow, Unsequenced


class Fact(BaseModel):
    """Something that has happened: ids, codes and measures, and the parents' ids; never a direct identifier."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    TYPE: ClassVar[str]
    SUBJECT: ClassVar[str]
    AUDIENCE: ClassVar[Audience] = Audience.PUBLIC

    area_id: UUID
    scope_key: str

    @property
    def subject(self) -> str:
        """The id of the aggregate that the fact is about."""
        return str(getattr(self, self.SUBJECT))


def actor_of(by: Access | Principal | str) -> str:
    """Who did it: an account, a service, or `resident` for somebody signed out."""
    if isinstance(by, str):
        return by
    principal = by.principal if isinstance(by, Access) else by
    return str(principal.account_id or principal.service or "resident")


def row_of(fact: Fact, *, by: Access | Principal | str, at: datetime, request_id: str) -> dict[str, Any]:
    """The columns of a fact's row; for `tell`, and for whoever writes many in one statement."""
    return {
        "id": new_id(),
        "type": fact.TYPE,
        "subject": fact.subject,
        "time": at,
        "recorded_at": wall(),
        "actor": actor_of(by),
        "area_id": fact.area_id,
        "scope_key": fact.scope_key,
        "audience": fact.AUDIENCE,
        "request_id": request_id,
        "data": fact.model_dump(mode="json", exclude={"area_id", "scope_key"}),
    }


async def tell(tx: AsyncSession, fact: Fact, *, by: Access | Principal | str) -> None:
    """Writes the fact and everything pending with it, so that versions shown afterwards are the new ones."""
    # Business rows first: a fact never stands in the log without what it tells.
    await tx.flush()
    row = row_of(fact, by=by, at=tx.info["at"], request_id=tx.info.get("request_id", ""))
    told = insert(FactRow).values(**row).returning(FactRow.pos).cte("told")
    await tx.execute(insert(Unsequenced).from_select(["pos"], select(told.c.pos)))


async def tell_all(tx: AsyncSession, told: Sequence[Fact], *, by: Access | Principal | str) -> None:
    """Writes many facts of one act, in their order, each as `tell` would."""
    await tx.flush()
    places = await positions(tx, len(told))
    at, request_id = tx.info["at"], tx.info.get("request_id", "")
    rows = [
        row_of(fact, by=by, at=at, request_id=request_id) | {"pos": pos} for fact, pos in zip(told, places, strict=True)
    ]
    for row in rows:
        row["data"], row["audience"] = Jsonb(row["data"]), str(row["audience"])
    await copy_rows(tx, FactRow.__tablename__, COPIED, ([row[name] for name in COPIED] for row in rows))
    await copy_rows(tx, Unsequenced.__tablename__, ["pos"], ([pos] for pos in places))


async def tell_selected(tx: AsyncSession, kind: type[Fact], told: Select[Any], *, by: str) -> None:
    """Writes facts of one kind that stand in a table already, in one statement.

    `told` selects each one's id, subject, area, path and data, in the order in which they are told.
    """
    given = told.subquery()
    facts = FactRow.__table__.c
    values = {
        facts.id: given.c[0],
        facts.type: literal(kind.TYPE),
        facts.subject: given.c[1],
        facts.time: literal(tx.info["at"]),
        facts.recorded_at: literal(wall()),
        facts.actor: literal(by),
        facts.area_id: given.c[2],
        facts.scope_key: given.c[3],
        facts.audience: literal(kind.AUDIENCE, facts.audience.type),
        facts.request_id: literal(tx.info.get("request_id", "")),
        facts.data: given.c[4],
    }
    names = [column.name for column in values]
    written = insert(FactRow).from_select(names, select(*values.values()), include_defaults=False)
    places = written.returning(FactRow.pos).cte("places")
    await tx.execute(insert(Unsequenced).from_select(["pos"], select(places.c.pos)))


COPIED = tuple(FactRow.__table__.c.keys())


async def positions(tx: AsyncSession, number: int) -> Sequence[int]:
    """So many new places among the facts: COPY writes them itself, so that they can be named again beside it."""
    drawn = text("select nextval(pg_get_serial_sequence('fact', 'pos')) from generate_series(1, :number)")
    return (await tx.scalars(drawn, {"number": number})).all()


def registered(root: type[Fact] = Fact) -> list[type[Fact]]:
    """Every fact that this service tells, for OpenAPI's webhooks and the contract tests."""
    found: list[type[Fact]] = []
    for cls in root.__subclasses__():
        found.extend([cls] if "TYPE" in cls.__dict__ else [])
        found.extend(registered(cls))
    return sorted(found, key=lambda cls: cls.TYPE)
