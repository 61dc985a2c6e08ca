"""What many people read at a city's size is found by an index: no list or look passes over a whole table."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

from fastapi import FastAPI
from sqlalchemy import Engine, event

from chassis.principal import Role
from chassis.testing import EAST, EAST_RC, Callers
from services.volunteers.tests.make import during, opportunity, sign_up, volunteer, wanting
from services.volunteers.tests.plans.filled import Said, filled, passed_over
from volunteers.schedule import absent

MANAGED = ("/signups", "/attendances", "/hours", "/memberships")
OF_ONE_ACTIVITY = (
    "/signups?opportunity_id={opportunity}",
    "/signups?activity_id={activity}",
    "/attendances?activity_id={activity}",
    "/attendances?signup_id={signup}",
    "/hours?activity_id={activity}",
    "/hours?signup_id={signup}",
)
OWN = (
    "/signups",
    "/signups/{signup}/line",
    "/attendances",
    "/hours",
    "/hours/total?volunteer_id={volunteer}",
    "/memberships",
    "/volunteers/mine",
    "/volunteers/mine/export",
)


@contextmanager
def listened() -> Iterator[list[Said]]:
    """Everything that is sent to the database."""
    said: list[Said] = []

    def hear(_connection: Any, _cursor: Any, statement: str, values: Any, *_: Any) -> None:
        said.append(Said(statement, values))

    event.listen(Engine, "before_cursor_execute", hear)
    try:
        yield said
    finally:
        event.remove(Engine, "before_cursor_execute", hear)


async def test_no_read_passes_over_a_large_table(
    app: FastAPI, callers: Callers, world: dict[str, str], demo_time: Callable[[str], dict[str, str]]
) -> None:
    heard, place = await opportunity(app, wanted=wanting(0), organisation_id=str(uuid4()))
    me, registered = await volunteer(callers)
    made = await sign_up(me, place)
    ids = {"opportunity": place, "activity": heard["activity_id"], "signup": made["id"], "volunteer": registered["id"]}
    manager = callers.as_(Role.ORGANISATION_MANAGER, EAST, organisation_id=uuid4())
    lead = callers.as_(Role.SOCIAL_WORKER, EAST_RC)
    reads = {"manager": (manager, MANAGED), "lead": (lead, OF_ONE_ACTIVITY), "volunteer": (me, OWN)}
    sent: dict[str, list[Said]] = {}
    for who, (caller, paths) in reads.items():
        for path in paths:
            with listened() as sent[f"{who} {path}"]:
                answer = await caller.get(path.format(**ids))
            assert answer.status_code == 200, answer.text
    with listened() as sent["clock: absent"]:
        await absent(app.state.sessions, during(99))
    with filled(world["VOLUNTEERS_MIGRATION_URL"]) as connection:
        found = {name: passed_over(connection, said) for name, said in sent.items()}
    assert {name: tables for name, tables in found.items() if tables} == {}


def test_a_read_that_no_index_serves_is_found_out(world: dict[str, str], app: FastAPI) -> None:
    with filled(world["VOLUNTEERS_MIGRATION_URL"]) as connection:
        said = [Said("SELECT * FROM signup WHERE person_id = %(who)s ORDER BY id DESC LIMIT 51", {"who": uuid4()})]
        assert len(passed_over(connection, said)) == 1
