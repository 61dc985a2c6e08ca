"""Scope says the same three times: the filter of a select, the check of one row, and row security."""

import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Index, create_engine, insert, select, text
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped

from chassis.access import Access, TooManyAreas, reach, visible
from chassis.database import EVERYWHERE, Conventions, Record, metadata, row_security, sessions_of
from chassis.principal import Grant, Kind, Principal, Role
from chassis.settings import async_url
from deploy.local.cluster import ThrowawayCluster


class Table(Conventions, DeclarativeBase):
    metadata = metadata()


class Thing(Record, Table):
    __tablename__ = "thing"

    organisation_id: Mapped[UUID | None]
    account_id: Mapped[UUID | None]

    __table_args__ = (Index("ix_thing_scope_key_id", "scope_key", "id"),)


class Permission(StrEnum):
    LOOK = "thing:look"


ROLES: dict[Role, frozenset[Any]] = {
    Role.TOWN_OFFICER: frozenset({Permission.LOOK}),
    Role.ORGANISATION_MANAGER: frozenset({Permission.LOOK}),
    Role.VOLUNTEER: frozenset({Permission.LOOK}),
    Role.LEADER: frozenset(),
}
KEYS = ["1/"] + [f"1/{t}/" for t in range(1, 5)] + [f"1/{t}/{c}/" for t in range(1, 5) for c in range(1, 5)] + ["1/11/"]
ORGANISATIONS = [uuid4() for _ in range(3)]
ACCOUNTS = [uuid4() for _ in range(3)]


@pytest.fixture(scope="module")
def cluster() -> Any:
    with ThrowawayCluster(["scoped"]) as running:
        yield running


@asynccontextmanager
async def prepared(cluster: Any, *, named_by_queries: bool = False) -> AsyncIterator[AsyncEngine]:
    """An engine on a table under row security, filled with things in every area."""
    owner = create_engine(async_url(cluster.env["SCOPED_MIGRATION_URL"]))
    Table.metadata.drop_all(owner)
    Table.metadata.create_all(owner)
    with owner.begin() as connection:
        for statement in row_security("thing", organisation=True, owner=True, named_by_queries=named_by_queries):
            connection.execute(text(statement))
        connection.execute(text("grant all on thing to scoped_app"))
    owner.dispose()
    made = create_async_engine(async_url(cluster.env["SCOPED_DATABASE_URL"]), pool_size=2, max_overflow=0)
    async with sessions_of(made)() as session:
        session.info["ranges"] = (EVERYWHERE,)
        draw = random.Random(7)
        rows = [
            {
                "area_id": uuid4(),
                "scope_key": key,
                "version": 1,
                "organisation_id": draw.choice([None, *ORGANISATIONS]),
                "account_id": draw.choice([None, *ACCOUNTS]),
            }
            for key in KEYS
            for _ in range(5)
        ]
        await session.execute(insert(Thing), rows)
        await session.commit()
    yield made
    await made.dispose()


@pytest.fixture(params=[False, True], ids=["told apart", "named by queries"])
async def engine(cluster: Any, request: pytest.FixtureRequest) -> AsyncIterator[AsyncEngine]:
    async with prepared(cluster, named_by_queries=request.param) as made:
        yield made


def drawn(draw: random.Random) -> Principal:
    """A caller with up to three grants."""
    roles = [Role.TOWN_OFFICER, Role.ORGANISATION_MANAGER, Role.LEADER]
    grants = []
    for _ in range(draw.randint(0, 3)):
        role = draw.choice(roles)
        organisation = ORGANISATIONS[0] if role is Role.ORGANISATION_MANAGER else None
        grants.append(Grant(role, uuid4(), draw.choice(KEYS), organisation))
    kind = draw.choice([Kind.STAFF, Kind.VOLUNTEER])
    implied = frozenset({Role.VOLUNTEER}) if kind is Kind.VOLUNTEER else frozenset()
    return Principal(kind=kind, account_id=draw.choice(ACCOUNTS), grants=tuple(grants), implied=implied)


async def seen(engine: AsyncEngine, access: Access) -> set[UUID]:
    async with sessions_of(engine)() as session:
        session.info.update(ranges=access.ranges, organisation=access.organisation_id, owner=access.owner_id)
        return set(await session.scalars(select(Thing.id)))


@dataclass
class Tried:
    """How many callers were drawn, how many of them reached anything, and with how many the three did not agree."""

    callers: int = 0
    reached: int = 0
    differed: int = 0


async def compare(engine: AsyncEngine, callers: int, seed: int) -> Tried:
    """Each caller's things by filter, by check and by row security."""
    async with sessions_of(engine)() as session:
        session.info["ranges"] = (EVERYWHERE,)
        things = list(await session.scalars(select(Thing)))
    draw, tried = random.Random(seed), Tried()
    while tried.callers < callers:
        access = reach(drawn(draw), Permission.LOOK, ROLES)
        if access is None:
            continue
        tried.callers += 1
        by_check = {thing.id for thing in things if access.reaches(thing)}
        by_row_security = await seen(engine, access)
        async with sessions_of(engine)() as session:
            session.info["ranges"] = (EVERYWHERE,)
            by_filter = set(await session.scalars(select(Thing.id).where(visible(Thing, access))))
        tried.differed += not by_filter == by_check == by_row_security
        tried.reached += bool(by_check)
    return tried


async def test_filter_check_and_row_security_agree(engine: AsyncEngine) -> None:
    tried = await compare(engine, 150, 20261123)
    assert tried.differed == 0
    assert tried.reached > 50


async def test_an_undeclared_scope_shows_nothing_on_a_used_connection(engine: AsyncEngine) -> None:
    everything = Access(drawn(random.Random(1)), ROLES, (EVERYWHERE,), None, None)
    for _ in range(4):  # both pooled connections have been used with a wide scope before
        assert await seen(engine, everything)
    for _ in range(4):
        async with sessions_of(engine)() as session:
            assert list(await session.scalars(select(Thing.id))) == []


def test_more_areas_than_row_security_holds_are_refused() -> None:
    grants = tuple(Grant(Role.TOWN_OFFICER, uuid4(), f"1/{t}/") for t in range(1, 5))
    with pytest.raises(TooManyAreas):
        reach(Principal(kind=Kind.STAFF, grants=grants), Permission.LOOK, ROLES)


def test_no_permission_no_access() -> None:
    leader = Principal(kind=Kind.STAFF, grants=(Grant(Role.LEADER, uuid4(), "1/"),))
    assert reach(leader, Permission.LOOK, ROLES) is None
