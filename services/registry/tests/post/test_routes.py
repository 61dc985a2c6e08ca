"""Posts: planned, filled by one registered worker at a time, vacated with a reason, and read as of any day."""

from typing import Any

from fastapi import FastAPI
from sqlalchemy import text

from chassis.principal import Role
from chassis.testing import EAST, EAST_RC_2, STONE, Caller, Callers, told
from services.registry.tests.make import application, id_number, post
from services.registry.tests.registration.test_routes import granted


async def worker(town: Caller, serial: int = 7, **changes: Any) -> dict[str, str]:
    said = application(id_number=id_number(serial), certificate_number=f"DEMO-{serial:06d}", **changes)
    answer = await town.post("/social-workers", said)
    assert answer.status_code == 201, answer.text
    return {"social_worker_id": answer.json()["id"]}


async def test_who_was_in_post_on_a_day(app: FastAPI, callers: Callers, demo_time: Any) -> None:
    town = callers.as_(Role.TOWN_OFFICER, EAST)
    town.headers.update(demo_time("2026-03-02T09:00:00+08:00"))
    who = await worker(town)
    made = (await town.post("/posts", post())).json()
    assert (made["state"], made["holder"]) == ("vacant", None)
    town.headers.update(demo_time("2026-04-01T09:00:00+08:00"))
    made = (await town.post(f"/posts/{made['id']}/filling", who, seen=made)).json()
    assert (made["state"], made["holder"]["social_worker_id"]) == ("filled", who["social_worker_id"])
    held = await town.post(f"/posts/{made['id']}/filling", await worker(town, 8), seen=made)
    assert held.json()["type"] == "post-held"
    town.headers.update(demo_time("2026-06-01T09:00:00+08:00"))
    made = (await town.post(f"/posts/{made['id']}/vacation", {"reason": "考取研究生"}, seen=made)).json()
    again = await town.post(f"/posts/{made['id']}/vacation", {"reason": "考取研究生"}, seen=made)
    assert again.json()["type"] == "post-vacant"
    states = {
        day: [each["state"] for each in (await town.get("/posts", on=day)).json()["items"]]
        for day in ("2026-03-01", "2026-03-31", "2026-04-01", "2026-05-31", "2026-06-01")
    }
    assert list(states.values()) == [[], ["vacant"], ["filled"], ["filled"], ["vacant"]]
    filled = await town.get("/posts", on="2026-05-01", state="filled", field="elderly", area_id=str(EAST.id))
    assert len(filled.json()["items"]) == 1
    assert (await town.get("/posts", on="2026-05-01", state="vacant")).json()["items"] == []
    facts = [fact for fact in await told(app) if ".post." in fact.type]
    assert [fact.type.split(".")[2] for fact in facts] == ["planned", "filled", "vacated"]
    assert {"level", "person_id", "social_worker_id"} <= set(facts[1].data)
    assert all("研究生" not in str(fact.data) for fact in facts)


async def test_nobody_holds_two_full_posts(callers: Callers) -> None:
    town = callers.as_(Role.TOWN_OFFICER, EAST)
    who = await worker(town)
    first, second = [(await town.post("/posts", post(number=f"东城岗-00{n}"))).json() for n in (1, 2)]
    half = (await town.post("/posts", post(EAST_RC_2, number="东城岗-003", full_time=False))).json()
    assert (await town.post(f"/posts/{first['id']}/filling", who, seen=first)).status_code == 200
    refused = await town.post(f"/posts/{second['id']}/filling", who, seen=second)
    assert refused.json()["type"] == "in-another-post"
    assert (await town.post(f"/posts/{half['id']}/filling", who, seen=half)).status_code == 200


async def test_posts_are_planned_soundly(callers: Callers) -> None:
    town = callers.as_(Role.TOWN_OFFICER, EAST)
    mismatch = (await town.post("/posts", post(employer_kind="agency"))).json()
    assert (mismatch["type"], mismatch["errors"][0]["pointer"]) == ("employer-mismatch", "/organisation_id")
    assert (await town.post("/posts", post())).status_code == 201
    twice = (await town.post("/posts", post())).json()
    assert (twice["type"], twice["errors"][0]["pointer"]) == ("post-number-taken", "/number")
    assert (await callers.as_(Role.TOWN_OFFICER, STONE).get("/posts")).json()["items"] == []


async def test_an_agencys_post_takes_the_agencys_worker_while_registered(callers: Callers, demo_time: Any) -> None:
    agency, town = await granted(callers), callers.as_(Role.TOWN_OFFICER, EAST)
    employed = {"employer_kind": "agency", "organisation_id": agency["id"]}
    made = (await town.post("/posts", post(**employed))).json()
    other = await town.post(f"/posts/{made['id']}/filling", await worker(town), seen=made)
    assert other.json()["type"] == "employer-differs"
    who = await worker(town, 8, **employed)
    town.headers.update(demo_time("2097-01-05T09:00:00+08:00"))
    lapsed = await town.post(f"/posts/{made['id']}/filling", who, seen=made)
    assert lapsed.json()["type"] == "registration-not-in-force"


async def test_posts_are_found_by_who_held_them_and_by_agency(callers: Callers) -> None:
    agency, town = await granted(callers), callers.as_(Role.TOWN_OFFICER, EAST)
    own = (await town.post("/posts", post())).json()
    of_agency = post(number="东城岗-002", employer_kind="agency", organisation_id=agency["id"])
    other = (await town.post("/posts", of_agency)).json()
    who = await worker(town)
    own = (await town.post(f"/posts/{own['id']}/filling", who, seen=own)).json()
    await town.post(f"/posts/{own['id']}/vacation", {"reason": "考取研究生"}, seen=own)
    for asked, found in ((who, own), ({"organisation_id": agency["id"]}, other)):
        listed = (await town.get("/posts", **asked)).json()["items"]
        assert [each["id"] for each in listed] == [found["id"]]


async def test_row_security_hides_who_holds_hidden_posts(app: FastAPI, callers: Callers) -> None:
    town = callers.as_(Role.TOWN_OFFICER, EAST)
    made = (await town.post("/posts", post())).json()
    await town.post(f"/posts/{made['id']}/filling", await worker(town), seen=made)
    counted = text("select count(*) from holding")
    for ranges, expected in (((), 0), (((EAST.scope_key, EAST.scope_key + "~"),), 1)):
        async with app.state.sessions() as session:
            session.info.update(ranges=ranges)
            assert await session.scalar(counted) == expected
