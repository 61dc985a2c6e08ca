"""A rush for few places, really committed, on a database of its own, through two processes' worth of desks."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path
from uuid import UUID

import pytest
from fastapi import FastAPI
from psycopg.errors import DivisionByZero, UniqueViolation
from sqlalchemy import BigInteger, bindparam, func, insert, select, text
from sqlalchemy.orm.exc import DetachedInstanceError

from chassis.clock import wall
from chassis.database import new_id
from chassis.person import IdType
from chassis.principal import Role
from chassis.tables import FactRow, KeptAnswer, Unsequenced
from chassis.testing import EAST_RC, Caller, Callers, everywhere
from chassis.tokens import Signer
from services.volunteers.tests.make import opportunity, wanting
from volunteers.exchange import exchanges
from volunteers.opportunity.model import Places
from volunteers.statement import Statement
from volunteers.volunteer.model import State, Volunteer
from volunteers.volunteer.rules import new_number
from volunteers.volunteer.sealing import sealed

CLAIMANTS, SEATS = 300, 20


async def registered(app: FastAPI, accounts: list[UUID]) -> None:
    """Volunteers, written directly."""
    async with everywhere(app) as tx:
        for account in accounts:
            made = new_id()
            clear = {"name": "演示", "id_number": str(made), "born_on": "1990-01-01"}
            tx.add(
                Volunteer(
                    id=made,
                    account_id=account,
                    person_id=new_id(),
                    number=new_number(EAST_RC.scope_key),
                    state=State.REGISTERED,
                    id_type=IdType.RESIDENT_ID,
                    groups=[],
                    skills=[],
                    registered_at=wall(),
                    area_id=EAST_RC.id,
                    scope_key=EAST_RC.scope_key,
                    **sealed(made, clear, app.state.vault),
                )
            )


async def test_a_rush_gives_every_place_once_and_every_number_once(
    replicas: list[FastAPI], world: dict[str, str]
) -> None:
    signer = Signer("gateway", Path(world["GATEWAY_KEY"]))
    people = [Callers(replicas[n % 2], signer).as_(Role.VOLUNTEER) for n in range(CLAIMANTS)]
    await registered(replicas[0], [each.account_id for each in people if each.account_id])
    _, id_ = await opportunity(replicas[0], wanted=wanting(SEATS))

    async def claim(each: Caller) -> tuple[int, bytes]:
        answer = await each.post(
            f"/opportunities/{id_}/signups", headers={"Idempotency-Key": f"rush-{each.account_id}"}
        )
        return answer.status_code, answer.content

    # Everybody twice with the same key, as impatient phones do.
    answers = await asyncio.gather(*(claim(each) for each in [*people, *people]))
    assert {status for status, _ in answers} == {201}
    assert all(answers[n] == answers[n + CLAIMANTS] for n in range(CLAIMANTS))
    listed = [each async for each in everything(replicas[0], signer, id_)]
    assert Counter(each["state"] for each in listed) == {"confirmed": SEATS, "waiting": CLAIMANTS - SEATS}
    numbers = sorted(each["waiting_number"] for each in listed if each["state"] == "waiting")
    assert numbers == list(range(1, CLAIMANTS - SEATS + 1))
    assert len({each["volunteer_id"] for each in listed}) == CLAIMANTS
    await require_ledger(replicas[0], id_)


async def test_somebody_is_served_while_another_waits_for_a_lock(
    replicas: list[FastAPI], world: dict[str, str]
) -> None:
    signer, app = Signer("gateway", Path(world["GATEWAY_KEY"])), replicas[0]
    held, free = (Callers(app, signer).as_(Role.VOLUNTEER) for _ in range(2))
    await registered(app, [each.account_id for each in (held, free) if each.account_id])
    _, id_ = await opportunity(app, wanted=wanting(2))
    async with everywhere(app) as elsewhere:
        theirs = select(Volunteer).where(Volunteer.account_id == held.account_id)
        await elsewhere.execute(theirs.with_for_update())
        waiting = asyncio.create_task(held.post(f"/opportunities/{id_}/signups"))
        await asyncio.sleep(0.02)
        # Nobody comes after: the desk itself notices that its clerk has been away for long.
        answer = await asyncio.wait_for(free.post(f"/opportunities/{id_}/signups"), 5)
        assert (answer.status_code, waiting.done()) == (201, False)
    assert (await waiting).status_code == 201


async def require_ledger(app: FastAPI, id_: UUID) -> None:
    async with everywhere(app) as tx:
        places = await tx.get_one(Places, id_)
        counted = [
            await tx.scalar(select(func.count()).select_from(table)) for table in (FactRow, Unsequenced, KeptAnswer)
        ]
    assert (places.taken, places.capacity, places.waiting_numbers) == (SEATS, SEATS, CLAIMANTS - SEATS)
    assert counted == [CLAIMANTS] * 3


async def everything(app: FastAPI, signer: Signer, id_: UUID) -> AsyncIterator[dict[str, object]]:
    """All sign-ups of the opportunity, page by page."""
    officer = Callers(app, signer).as_(Role.COMMUNITY_OFFICER, EAST_RC)
    after: str | None = None
    while True:
        query = {"opportunity_id": str(id_), "limit": 200, **({"after": after} if after else {})}
        page = (await officer.get("/signups", **query)).json()
        for each in page["items"]:
            yield each
        after = page["next"]
        if after is None:
            return


async def test_those_who_wait_for_a_connection_get_it_whole(replicas: list[FastAPI]) -> None:
    echo = Statement(select(bindparam("number", type_=BigInteger)))

    async def one(number: int) -> None:
        async with exchanges(replicas[0].state.sessions) as database:
            assert await database.ask(echo.given(number=number)) == [[(number,)]]
            await database.commit([echo.given(number=number)])

    await asyncio.gather(*(one(number) for number in range(300)))


async def test_what_was_not_read_of_a_volunteer_is_not_taken_for_nothing() -> None:
    read = Statement(select(Volunteer.__table__.c.id, Volunteer.__table__.c.state), Volunteer)
    (found,) = read.objects((new_id(), "registered"))
    assert found.state is State.REGISTERED
    with pytest.raises(DetachedInstanceError):
        _ = found.skills


async def test_one_connection_serves_one_transaction_after_the_other(replicas: list[FastAPI]) -> None:
    number = bindparam("number", type_=BigInteger)
    told = Statement(insert(Unsequenced.__table__).from_select(["pos"], select(number)))  # type: ignore[arg-type]
    counted = Statement(select(func.count()).select_from(Unsequenced))
    # By its key, and for this transaction alone: who comes next on the connection plans as ever.
    planned = Statement(select(func.current_setting("enable_seqscan"), func.current_setting("app.hi1")))

    async def four_of_whom_the_last_is_refused() -> None:
        async with exchanges(replicas[0].state.sessions) as database:
            for each in range(3):
                assert await database.ask(counted.given(), planned.given()) == [[(each,)], [("off", "~")]]
                await database.commit([told.given(number=each)])
            await database.ask(told.given(number=3))
            await database.commit([told.given(number=2)])

    with pytest.raises(UniqueViolation):
        await four_of_whom_the_last_is_refused()
    async with everywhere(replicas[0]) as tx:
        assert (await tx.scalars(select(Unsequenced.pos))).all() == [0, 1, 2]
        assert await tx.scalar(select(func.current_setting("enable_seqscan"))) == "on"


async def test_a_connection_that_forgot_its_statements_is_told_them_again(replicas: list[FastAPI]) -> None:
    sessions = replicas[0].state.sessions
    echo = Statement(select(bindparam("number", type_=BigInteger)))
    divided = Statement(select(1 / bindparam("by", type_=BigInteger)))

    async def whole(number: int) -> None:
        async with exchanges(sessions) as database:
            assert await database.ask(echo.given(number=number)) == [[(number,)]]
            await database.commit([echo.given(number=number)])

    async def forgetful() -> None:
        async with sessions() as tx:
            await tx.execute(text("deallocate all"))
            await tx.execute(text("select pg_sleep(0.1)"))  # so that each has a connection of its own
            await tx.commit()

    async def refused() -> None:
        async with exchanges(sessions) as database:
            await database.ask(divided.given(by=0))

    everybody = replicas[0].state.settings.pool_size
    for _ in range(2):
        await asyncio.gather(*(whole(number) for number in range(everybody * 3)))
        await asyncio.gather(*(forgetful() for _ in range(everybody)))
    with pytest.raises(DivisionByZero):
        await refused()
    await asyncio.gather(*(whole(number) for number in range(everybody * 3)))
