"""What services' tests stand on: the app on real PostgreSQL rolled back after each test, and signed-in callers."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid5

import httpx
from fastapi import FastAPI
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncSession, async_sessionmaker

from chassis.clock import wall
from chassis.database import ScopedSession, new_id, system_transaction
from chassis.principal import Role
from chassis.tables import AreaCopy, FactRow
from chassis.tokens import LIFETIME, Signer

CITY_ID = UUID("0190a1b2-0000-7000-8000-000000441900")


@dataclass(frozen=True, slots=True)
class Place:
    """An area of the test city."""

    code: str
    level: str
    organ_kind: str | None
    parent: "Place | None" = None

    @property
    def id(self) -> UUID:
        """A permanent id, from the code."""
        return uuid5(CITY_ID, self.code)

    @property
    def scope_key(self) -> str:
        """Its path in the tree."""
        return (self.parent.scope_key if self.parent else "") + self.code + "/"


CITY = Place("441900", "city", "prefecture_city")
EAST = Place("441900003", "township", "subdistrict", CITY)
EAST_RC = Place("441900003001", "community", "RC", EAST)
EAST_RC_2 = Place("441900003002", "community", "RC", EAST)
STONE = Place("441900101", "township", "town", CITY)
STONE_VC = Place("441900101201", "community", "VC", STONE)
# The request that told a made-up fact.
TRACE = "00-019a0000000070008000000000000000-0000000000000001-01"
PLACES = (CITY, EAST, EAST_RC, EAST_RC_2, STONE, STONE_VC)


def area_rows() -> list[AreaCopy]:
    """The test city as local copies."""
    return [
        AreaCopy(
            id=place.id,
            code=place.code,
            name=f"测试{place.code}",
            level=place.level,
            organ_kind=place.organ_kind,
            parent_id=place.parent.id if place.parent else None,
            scope_key=place.scope_key,
            valid_from=None,
            population={"value": 1000, "kind": "resident", "on": "2020-11-01", "source": "测试"},
            seq=number,
        )
        for number, place in enumerate(PLACES, start=1)
    ]


@asynccontextmanager
async def rolled_back(app: FastAPI, engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """Everything the app commits inside the block really runs, and is gone afterwards."""
    async with engine.connect() as connection:
        outer = await connection.begin()
        app.state.sessions = async_sessionmaker(
            connection,
            expire_on_commit=False,
            sync_session_class=ScopedSession,
            join_transaction_mode="create_savepoint",
        )
        async with app.state.sessions() as session:
            session.add_all(area_rows())
            await session.commit()
        yield connection
        await outer.rollback()


@dataclass(slots=True)
class Caller:
    """Somebody signed in: sends requests with a fresh Idempotency-Key and, for verbs, the version they have seen."""

    app: FastAPI
    token: str | None
    account_id: UUID | None = None
    headers: dict[str, str] = field(default_factory=dict)

    async def send(
        self,
        method: str,
        path: str,
        json: Any = None,  # noqa: ANN401 - JSON
        *,
        seen: Mapping[str, Any] | None = None,
        **options: Any,  # noqa: ANN401
    ) -> httpx.Response:
        """One request; `seen` is the view whose version goes into If-Match."""
        headers = {**self.headers, **options.pop("headers", {})}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        if method == "POST":
            headers.setdefault("Idempotency-Key", str(new_id()))
        if seen is not None:
            headers["If-Match"] = f'"{seen["version"]}"'
        transport = httpx.ASGITransport(app=self.app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="https://testserver") as client:
            return await client.request(method, path, json=json, headers=headers, **options)

    async def get(self, path: str, **query: Any) -> httpx.Response:  # noqa: ANN401
        """A read."""
        return await self.send("GET", path, params=query or None)

    async def post(
        self,
        path: str,
        json: Any = None,  # noqa: ANN401 - JSON
        *,
        seen: Mapping[str, Any] | None = None,
        **options: Any,  # noqa: ANN401
    ) -> httpx.Response:
        """A POST."""
        return await self.send("POST", path, json, seen=seen, **options)


@dataclass(slots=True)
class Callers:
    """Makes callers: `callers.as_(Role.TOWN_OFFICER, EAST)`."""

    app: FastAPI
    signer: Signer
    lifetime: int = LIFETIME  # seconds; a proof that runs for longer asks for more

    def as_(
        self,
        role: Role,
        place: Place = CITY,
        *,
        organisation_id: UUID | None = None,
        person_id: UUID | None = None,
        account_id: UUID | None = None,
    ) -> Caller:
        """A signed-in caller with one role in one place."""
        account = account_id or new_id()
        grant = {"role": role, "area_id": str(place.id), "scope_key": place.scope_key}
        if organisation_id:
            grant["organisation_id"] = str(organisation_id)
        claims: dict[str, Any] = {"sub": str(account), "kind": "staff", "sid": str(new_id()), "grants": [grant]}
        if role in {Role.VOLUNTEER, Role.RESIDENT}:
            claims |= {"kind": "volunteer", "grants": []}
        if person_id:
            claims["person_id"] = str(person_id)
        return Caller(self.app, self.signer.sign(claims, lifetime=self.lifetime), account)

    def signed_out(self) -> Caller:
        """Anybody."""
        return Caller(self.app, None)


async def told(app: FastAPI, kind: str | None = None) -> list[FactRow]:
    """The facts told so far in this test, oldest first."""
    async with app.state.sessions() as session:
        query = select(FactRow).order_by(FactRow.pos)
        return list(await session.scalars(query.where(FactRow.type == kind) if kind else query))


@asynccontextmanager
async def everywhere(app: FastAPI) -> AsyncIterator[AsyncSession]:
    """A session that sees every area, to prepare or look at rows; commits at the end."""
    async with system_transaction(app.state.sessions, at=wall()) as session:
        yield session
