"""The ledger: sealed beside the requests, and any single tampering is named at its first row."""

import os
import random
from collections import Counter

from fastapi import FastAPI

from chassis.clock import day, wall
from chassis.principal import Role
from chassis.testing import EAST_RC, Callers, told
from conftest import replicas_of
from services.volunteers.tests.make import Day
from services.volunteers.tests.seal import ledgers
from volunteers.seal.sealing import seal_waiting
from volunteers.seal.verify import first_broken

ENTRIES, TRIES = 57, 120


async def test_confirmed_and_countered_hours_are_sealed_and_told(
    app: FastAPI, callers: Callers, demo_time: object
) -> None:
    day_of = await Day(app, callers, demo_time).begin()  # type: ignore[arg-type]
    hours = await day_of.serve()
    keys = ledgers.keys_of(app)
    assert await seal_waiting(app.state.sessions, keys, wall()) == 0
    officer = callers.as_(Role.COMMUNITY_OFFICER, EAST_RC)
    confirmed = (await officer.post(f"/hours/{hours['id']}/confirmation", seen=hours)).json()
    assert await seal_waiting(app.state.sessions, keys, wall()) == 1
    await officer.post(f"/hours/{hours['id']}/counter-entry", {"reason": "重复记录"}, seen=confirmed)
    assert await seal_waiting(app.state.sessions, keys, wall()) == 1
    assert await seal_waiting(app.state.sessions, keys, wall()) == 0
    pages = (await callers.signed_out().get("/published/ledger-pages", day=day(wall()).isoformat())).json()["items"]
    assert [(each["number"], each["first"], each["last"]) for each in pages] == [(2, 2, 2), (1, 1, 1)]
    facts = await told(app, "volunteers.ledger.sealed.v1")
    assert [fact.data["head"] for fact in facts] == [pages[1]["head"], pages[0]["head"]]
    [key] = (await callers.signed_out().get("/published/keys")).json()["items"]
    assert key["kid"] == "volunteers-1"
    assert len(key["fingerprint"].split()) == 8


async def test_any_single_tampering_is_named(world: dict[str, str]) -> None:
    draw = random.Random(67)
    async with replicas_of("volunteers") as [app, _]:
        with ledgers.owner(os.environ["VOLUNTEERS_MIGRATION_URL"]) as connection, ledgers.small_pages(10):
            ledgers.enter(connection, ENTRIES)
            assert await ledgers.sealed(app) == ENTRIES
            trusted, anchors = ledgers.trusted_by(app), ledgers.anchors_of(connection)
            assert first_broken(connection, trusted) is None
            tried: Counter[str] = Counter()
            for number in range(TRIES):
                tampering = ledgers.TAMPERINGS[number % len(ledgers.TAMPERINGS)]
                with connection.transaction(force_rollback=True):
                    expected = tampering(connection, draw, ENTRIES)
                    named = first_broken(connection, trusted, anchors)
                    assert named is not None, (tampering.__name__, expected)
                    assert named.startswith(expected), (tampering.__name__, expected, named)
                    tried[tampering.__name__] += 1
            assert len(tried) == len(ledgers.TAMPERINGS)
            assert first_broken(connection, trusted) is None
