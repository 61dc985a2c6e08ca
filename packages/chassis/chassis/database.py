"""The database of one service: engine, conventions of its tables, ids and the settings of row security."""

import enum
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

import uuid_utils
from sqlalchemy import BigInteger, Date, DateTime, Enum, LargeBinary, MetaData, Text, Uuid, event, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import Mapped, Session, SessionTransaction, declared_attr, mapped_column
from sqlalchemy.pool import ConnectionPoolEntry

from chassis.settings import Settings, async_url

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

SINCE_TRANSACTION_TIMEOUT = 170000  # PostgreSQL's own number of its version 17
# A request takes one core at most: workers take longer to start than the page of a list takes to read.
LIMITS = "-c statement_timeout=15000 -c idle_in_transaction_session_timeout=20000 -c max_parallel_workers_per_gather=0"
# Everything, for work that is nobody's request: followers, the sequencer, maintenance.
EVERYWHERE = ("", "~")
# In a session's info: the scope is declared together with the first statements; until then the session sees nothing.
SCOPE_BY_HAND = "scope_by_hand"


def metadata() -> MetaData:
    """The metadata of one service, with names that migrations can rely on."""
    return MetaData(naming_convention=NAMING)


def new_id() -> UUID:
    """A UUIDv7: sorts by the time it was made."""
    return UUID(bytes=uuid_utils.uuid7().bytes)


class Conventions:
    """Mixed into a service's DeclarativeBase: how Python types are stored."""

    type_annotation_map: ClassVar[dict[Any, Any]] = {
        enum.Enum: Enum(
            enum.Enum, native_enum=False, length=40, values_callable=lambda kinds: [kind.value for kind in kinds]
        ),
        datetime: DateTime(timezone=True),
        date: Date(),
        int: BigInteger(),
        str: Text(),
        bytes: LargeBinary(),
        UUID: Uuid(),
        dict[str, Any]: JSONB(),
        list[str]: ARRAY(Text()),
        list[UUID]: ARRAY(Uuid()),
    }


class Record:
    """A record that people change: an id, a version for If-Match, and the area it lies in."""

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    version: Mapped[int] = mapped_column(default=1)
    area_id: Mapped[UUID] = mapped_column()
    scope_key: Mapped[str] = mapped_column(Text(collation="C"))

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805 - a class, as SQLAlchemy passes it
        """A change of a version that somebody else has changed since is refused at the flush."""
        return {"version_id_col": cls.version}


def engine_of(settings: Settings) -> AsyncEngine:
    """The service's engine, with time limits that end what hangs."""
    engine = create_async_engine(
        async_url(settings.database_url),
        pool_size=settings.pool_size,
        max_overflow=0,  # a connection opened for one request costs more than the wait for one of the pool
        pool_timeout=10,
        hide_parameters=True,  # what is logged of a failed statement names no person
        connect_args={"options": LIMITS},
    )

    @event.listens_for(engine.sync_engine, "connect")
    def _limits(connection: Any, _entry: ConnectionPoolEntry) -> None:  # noqa: ANN401 - the driver's own type
        # Older servers are kept in check by the two limits above alone.
        if connection.info.server_version >= SINCE_TRANSACTION_TIMEOUT:
            was, connection.autocommit = connection.autocommit, True
            with connection.cursor() as cursor:
                cursor.execute("set transaction_timeout = '30s'")
            connection.autocommit = was

    return engine


class ScopedSession(Session):
    """A session that tells row security, at each transaction's start, what its caller may see."""


@event.listens_for(ScopedSession, "after_begin")
def _declare_scope(session: Session, _transaction: SessionTransaction, connection: Any) -> None:  # noqa: ANN401
    if SCOPE_BY_HAND not in session.info:
        connection.execute(SET_SCOPE, row_settings(session.info))


_SCOPE_NAMES = ("lo1", "hi1", "lo2", "hi2", "lo3", "hi3", "organisation", "owner")
SET_SCOPE = text("select " + ", ".join(f"set_config('app.{name}', :{name}, true)" for name in _SCOPE_NAMES))


def row_settings(info: dict[Any, Any]) -> dict[str, str]:
    """The `app.*` settings of one transaction; without a declared scope nothing is visible."""
    values = dict.fromkeys(_SCOPE_NAMES, "")
    for number, (low, high) in enumerate(info.get("ranges", ()), start=1):
        values |= {f"lo{number}": low, f"hi{number}": high}
    for name in ("organisation", "owner"):
        if info.get(name) is not None:
            values[name] = str(info[name])
    return values


async def declare_scope(session: AsyncSession, scope: Mapping[str, object]) -> None:
    """Sets what the session may see, from its next transaction or, if one is open, from now on."""
    session.info.update(scope)
    if session.in_transaction():
        await session.execute(SET_SCOPE, row_settings(session.info))


@asynccontextmanager
async def beyond_scope(tx: AsyncSession) -> AsyncIterator[None]:
    """What a rule must see wherever it lies; what the block changes is written in it, what it saw is not shown."""
    before = {name: tx.info.get(name) for name in ("ranges", "organisation", "owner")}
    before["ranges"] = before["ranges"] or ()
    await tx.flush()
    await declare_scope(tx, {"ranges": (EVERYWHERE,)})
    try:
        yield
        await tx.flush()
    except Exception:
        # A transaction that the database gave up takes its settings with it.
        with suppress(SQLAlchemyError):
            await declare_scope(tx, before)
        raise
    await declare_scope(tx, before)


Sessions = async_sessionmaker[AsyncSession]


def sessions_of(engine: AsyncEngine) -> Sessions:
    """Sessions that keep loaded values after commit: a view may be read once more for its ETag."""
    return async_sessionmaker(engine, expire_on_commit=False, sync_session_class=ScopedSession)


@asynccontextmanager
async def system_transaction(sessions: Sessions, *, at: datetime) -> AsyncIterator[AsyncSession]:
    """One transaction of the service itself, seeing every area; `at` is its business time."""
    async with sessions() as session:
        session.info.update(ranges=(EVERYWHERE,), at=at, caller=None)
        async with session.begin():
            yield session


def row_security(
    table: str, *, organisation: bool = False, owner: bool = False, named_by_queries: bool = False
) -> list[str]:
    """The statements that put a table under row security: by area, organisation and account.

    Two bounds a range, so that a setting that fell back to '' shows nothing, and a btree on scope_key is used. Where
    queries name the scope themselves, the planner would take it for a second restriction and expect hardly any rows of
    a million: for such large tables the case tells it nothing.
    """
    visible = [
        f"(scope_key >= current_setting('app.lo{n}', true) and scope_key < current_setting('app.hi{n}', true))"
        for n in (1, 2, 3)
    ]
    if organisation:
        visible.append("organisation_id = nullif(current_setting('app.organisation', true), '')::uuid")
    if owner:
        visible.append("account_id = nullif(current_setting('app.owner', true), '')::uuid")
    seen = " or ".join(visible)
    if named_by_queries:
        seen = f"case when {seen} then true else false end"
    return [
        f"alter table {table} enable row level security",
        f"alter table {table} force row level security",
        f"create policy visible on {table} using ({seen}) with check (true)",
    ]
