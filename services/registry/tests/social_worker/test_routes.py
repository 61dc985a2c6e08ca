"""Registering social workers: one person once, three years, and the hours that a renewal needs."""

from typing import Any

import pytest
from fastapi import FastAPI

from chassis.clock import wall
from chassis.principal import Role
from chassis.testing import EAST, EAST_RC, STONE, STONE_VC, Callers, told
from registry.schedule import lapse_registrations
from services.registry.tests.make import application, declaration, id_number


async def test_registers_for_three_years(app: FastAPI, callers: Callers, demo_time: Any) -> None:
    officer = callers.as_(Role.TOWN_OFFICER, EAST)
    officer.headers.update(demo_time("2024-02-29T09:00:00+08:00"))
    view = (await officer.post("/social-workers", application())).json()
    assert (view["state"], view["valid_from"], view["valid_to"]) == ("registered", "2024-02-29", "2027-03-01")
    assert view["name"] == "演*"
    (fact,) = await told(app, "registry.social_worker.registered.v1")
    assert "演示" not in str(fact.data)


@pytest.mark.parametrize(
    ("level", "hours", "accepted"),
    [
        ("assistant", 71, False),
        ("assistant", 72, True),
        ("intermediate", 89, False),
        ("senior", 90, True),
    ],
)
async def test_renewal_needs_the_hours_of_the_level(
    callers: Callers, demo_time: Any, level: str, hours: int, accepted: bool
) -> None:
    officer = callers.as_(Role.TOWN_OFFICER, EAST)
    officer.headers.update(demo_time("2023-11-01T09:00:00+08:00"))
    view = (await officer.post("/social-workers", application(level=level))).json()
    officer.headers.update(demo_time("2026-10-01T09:00:00+08:00"))
    answer = await officer.post(f"/social-workers/{view['id']}/renewal", {"hours": hours}, seen=view)
    if accepted:
        assert (answer.json()["valid_from"], answer.json()["valid_to"]) == ("2023-11-01", "2029-11-01")
    else:
        assert (answer.status_code, answer.json()["type"]) == (409, "education-hours-short")


async def test_one_person_once_and_only_in_scope(callers: Callers) -> None:
    officer = callers.as_(Role.TOWN_OFFICER, EAST)
    assert (await officer.post("/social-workers", application())).status_code == 201
    twice = await officer.post("/social-workers", application(certificate_number="DEMO-000002"))
    assert twice.json()["type"] == "already-registered"
    stranger = callers.as_(Role.TOWN_OFFICER, STONE)
    assert (await stranger.post("/social-workers", application())).status_code == 404
    clerk = callers.as_(Role.COMMUNITY_OFFICER, EAST_RC)
    assert (await clerk.post("/social-workers", application())).status_code == 403


@pytest.mark.parametrize(
    ("changes", "pointer"),
    [
        ({"certificate_number": "DEMO-000002"}, "/id_number"),
        ({"id_number": id_number(8)}, "/certificate_number"),
    ],
)
async def test_whoever_another_town_registered_is_known(
    callers: Callers, changes: dict[str, str], pointer: str
) -> None:
    assert (await callers.as_(Role.TOWN_OFFICER, EAST).post("/social-workers", application())).status_code == 201
    elsewhere = application(STONE_VC, **changes)
    refused = (await callers.as_(Role.TOWN_OFFICER, STONE).post("/social-workers", elsewhere)).json()
    assert (refused["type"], refused["errors"][0]["pointer"]) == ("already-registered", pointer)


async def test_an_employer_is_filed_and_not_deregistered(callers: Callers) -> None:
    clerk, officer = callers.as_(Role.COMMUNITY_OFFICER, EAST_RC), callers.as_(Role.TOWN_OFFICER, EAST)
    employer = (await clerk.post("/organisations", declaration())).json()
    body = application(employer_kind="agency", organisation_id=employer["id"])
    refused = (await officer.post("/social-workers", body)).json()
    assert (refused["type"], refused["errors"][0]["pointer"]) == ("employer-not-standing", "/organisation_id")
    employer = (await clerk.post(f"/organisations/{employer['id']}/submission", seen=employer)).json()
    filing = {"number": "某备001号"}
    employer = (await officer.post(f"/organisations/{employer['id']}/filing", filing, seen=employer)).json()
    assert (await officer.post("/social-workers", body)).status_code == 201
    reason = {"reason": "成员不足"}
    await officer.post(f"/organisations/{employer['id']}/deregistration", reason, seen=employer)
    another = body | {"id_number": id_number(8), "certificate_number": "DEMO-000002"}
    assert (await officer.post("/social-workers", another)).json()["type"] == "employer-not-standing"


async def test_a_registration_lapses_with_its_last_day(app: FastAPI, callers: Callers, demo_time: Any) -> None:
    officer = callers.as_(Role.TOWN_OFFICER, EAST)
    officer.headers.update(demo_time("2020-01-01T09:00:00+08:00"))
    view = (await officer.post("/social-workers", application(certified_on="2019-06-01"))).json()
    assert await lapse_registrations(app.state.sessions, wall()) == 1
    assert await lapse_registrations(app.state.sessions, wall()) == 0
    assert (await officer.get(f"/social-workers/{view['id']}")).json()["state"] == "lapsed"
    (fact,) = await told(app, "registry.social_worker.registration_lapsed.v1")
    assert fact.data["valid_to"] == "2023-01-01"
