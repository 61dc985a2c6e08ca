"""An expert's check 14: overlapping activities, 26 hours in a day, travel time, a paid social worker's hours."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from fastapi import FastAPI

from chassis.principal import Role
from chassis.testing import EAST_RC, Caller, Callers, everywhere
from services.volunteers.tests.make import HERE, SOON, Day, hear, hear_oneself, opportunity, sign_up
from volunteers.signup.model import Signup

MIDNIGHT = (SOON + timedelta(days=1)).replace(hour=16, minute=0, second=0)  # of the city


def at(hours: float) -> str:
    return (MIDNIGHT + timedelta(hours=hours)).isoformat()


def between(begins: float, ends: float) -> dict[str, str]:
    return {"starts_at": at(begins), "ends_at": at(ends)}


async def admitted(app: FastAPI, callers: Callers, me: dict[str, Any], **when: str) -> tuple[dict[str, Any], Any]:
    """A place in a second activity at the same time, which the lead alone can give."""
    heard, id_ = await opportunity(app, **when)
    body = {"volunteer_number": me["number"], "despite_clash": True, "reason": "中途换班，已与本人说定"}
    answer = await callers.as_(Role.SOCIAL_WORKER, EAST_RC).post(f"/opportunities/{id_}/admissions", body)
    assert answer.status_code == 201, answer.text
    return heard, answer.json()


async def attend(day: Day, activity: dict[str, Any], signup: dict[str, Any], begins: float, ends: float) -> None:
    lead = day.callers.as_(Role.SOCIAL_WORKER, EAST_RC)
    for verb, hours in (("check-in", begins), ("check-out", ends)):
        when = day.demo_time(at(hours))
        path = f"/activities/{activity['activity_id']}/attendance-code"
        code = (await lead.send("GET", path, headers=when)).json()["code"]
        seen = (await day.volunteer.get(f"/signups/{signup['id']}")).json()
        body = {"code": code, **HERE}
        answer = await day.volunteer.post(f"/signups/{signup['id']}/{verb}", body, seen=seen, headers=when)
        assert answer.status_code in {200, 201}, answer.text
    await hear_oneself(day.app)


async def minutes_of(volunteer: Caller) -> list[int]:
    return [each["minutes"] for each in (await volunteer.get("/hours")).json()["items"]]


async def test_check_14_the_hours_of_two_overlapping_activities_count_once(
    app: FastAPI, callers: Callers, demo_time: Any
) -> None:
    day = await Day(app, callers, demo_time).begin(**between(9, 11))
    _, second = await opportunity(app, **between(10, 12))
    refused = await day.volunteer.post(f"/opportunities/{second}/signups")
    assert refused.json()["type"] == "time-clash"
    other, signup = await admitted(app, callers, day.me, **between(10, 12))
    await attend(day, day.activity, day.signup, 9, 11)
    await attend(day, other, signup, 10, 12)
    assert await minutes_of(day.volunteer) == [120]
    lead = callers.as_(Role.SOCIAL_WORKER, EAST_RC)
    body = {"signup_id": signup["id"], "reason": "两边都在", **between(10, 12)}
    by_hand = await lead.post("/hours", body, headers=demo_time(at(20)))
    assert by_hand.json()["type"] == "hours-overlap"
    rest = await lead.post("/hours", {**body, **between(11, 12)}, headers=demo_time(at(20)))
    assert (rest.status_code, rest.json()["minutes"]) == (201, 60), "what does not overlap is theirs"


async def test_check_14_a_day_never_has_26_hours(app: FastAPI, callers: Callers, demo_time: Any) -> None:
    day = await Day(app, callers, demo_time).begin(**between(0, 13))
    other, signup = await admitted(app, callers, day.me, **between(11, 24))
    await attend(day, day.activity, day.signup, 0, 13)
    await attend(day, other, signup, 11, 24)
    assert await minutes_of(day.volunteer) == [13 * 60]
    lead = callers.as_(Role.SOCIAL_WORKER, EAST_RC)
    body = {"signup_id": signup["id"], "reason": "通宵值守", **between(11, 24)}
    refused = await lead.post("/hours", body, headers=demo_time(at(30)))
    assert refused.json()["type"] == "hours-overlap"
    long = await lead.post("/hours", {**body, **between(-1, 25)}, headers=demo_time(at(30)))
    assert long.json()["type"] == "beyond-planned-span"


async def test_check_14_the_way_there_and_back_is_no_service(app: FastAPI, callers: Callers, demo_time: Any) -> None:
    day = await Day(app, callers, demo_time).begin(**between(9, 11))
    await attend(day, day.activity, day.signup, 8.1, 12.5)
    assert await minutes_of(day.volunteer) == [120], "neither the hour before nor the hour after"
    lead = callers.as_(Role.SOCIAL_WORKER, EAST_RC)
    for begins, ends in ((8, 9), (11, 12)):
        body = {"signup_id": day.signup["id"], "reason": "路上的时间", **between(begins, ends)}
        refused = await lead.post("/hours", body, headers=demo_time(at(20)))
        assert refused.json()["type"] == "beyond-planned-span"


async def test_check_14_the_working_time_of_the_paid_social_worker_is_no_volunteering(
    app: FastAPI, callers: Callers, demo_time: Any
) -> None:
    day = await Day(app, callers, demo_time).begin(**between(9, 11))
    async with everywhere(app) as tx:
        person = str((await tx.get_one(Signup, UUID(day.signup["id"]))).person_id)
    _, led = await opportunity(app, lead_person_id=person, **between(14, 16))
    assert (await day.volunteer.post(f"/opportunities/{led}/signups")).json()["type"] == "leads-the-activity"
    await hear(app, "published", {**day.activity, "lead_person_id": person})
    await attend(day, day.activity, day.signup, 9, 11)
    assert await minutes_of(day.volunteer) == []
    lead = callers.as_(Role.SOCIAL_WORKER, EAST_RC)
    body = {"signup_id": day.signup["id"], "reason": "签到表有名", **between(9, 10)}
    assert (await lead.post("/hours", body, headers=demo_time(at(20)))).json()["type"] == "leads-the-activity"


async def test_check_14_somebody_else_s_two_accounts_are_one_person(
    app: FastAPI, callers: Callers, demo_time: Any
) -> None:
    day = await Day(app, callers, demo_time).begin(**between(9, 11))
    _, free = await opportunity(app, **between(14, 16))
    await sign_up(day.volunteer, free)
    async with everywhere(app) as tx:
        person = (await tx.get_one(Signup, UUID(day.signup["id"]))).person_id
    oneself = callers.as_(Role.SOCIAL_WORKER, EAST_RC, person_id=person)
    body = {"signup_id": day.signup["id"], "reason": "自己补录", **between(9, 10)}
    assert (await oneself.post("/hours", body, headers=demo_time(at(20)))).json()["type"] == "own-hours"
