"""Expert check 16: a minor without a guardian's consent, consent withdrawn midway, and a child who comes alone."""

from datetime import UTC, datetime, timedelta
from typing import Any

from fastapi import FastAPI

from chassis.principal import Role
from chassis.testing import CITY, EAST, STONE, Caller, Callers, told
from services.volunteers.tests.make import (
    GUARDIAN,
    SOON,
    Day,
    during,
    hear,
    opportunity,
    person_number,
    sign_up,
    volunteer,
    wanting,
)


def born(years: float) -> str:
    return person_number((datetime.now(UTC) - timedelta(days=years * 365.25)).strftime("%Y%m%d"))


def later(hours: float) -> dict[str, str]:
    return {name: (SOON + timedelta(hours=hours + n)).isoformat() for n, name in enumerate(("starts_at", "ends_at"))}


async def child(callers: Callers, years: float) -> tuple[Caller, dict[str, Any]]:
    guarded = {"guardian": GUARDIAN} if years < 14 else {}
    return await volunteer(callers, id_number=born(years), **guarded)


async def consents(caller: Caller, me: dict[str, Any]) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = (await caller.get(f"/volunteers/{me['id']}/consents")).json()["items"]
    return items


async def withdrawn(
    by: Caller, me: dict[str, Any], consent: dict[str, Any], at: dict[str, str] | None = None
) -> dict[str, Any]:
    seen = (await by.get(f"/volunteers/{me['id']}")).json()
    answer = await by.post(f"/volunteers/{me['id']}/consents/{consent['id']}/withdrawal", seen=seen, headers=at or {})
    assert answer.status_code == 200, answer.text
    return answer.json()


async def test_a_minor_without_a_guardians_consent_is_refused(app: FastAPI, callers: Callers) -> None:
    _, place = await opportunity(app)
    caller, _ = await child(callers, 15.5)
    refused = await caller.post(f"/opportunities/{place}/signups")
    assert (refused.status_code, refused.json()["type"]) == (422, "guardian-consent-missing")
    assert refused.json()["errors"][0]["pointer"] == "/guardian"
    assert (await sign_up(caller, place, guardian=GUARDIAN))["state"] == "confirmed"


async def test_consent_to_an_activity_withdrawn_midway_cancels_that_sign_up_and_tells_it(
    app: FastAPI, callers: Callers
) -> None:
    heard, place = await opportunity(app, wanted=wanting(1))
    _, other = await opportunity(app, **later(5))
    caller, me = await child(callers, 15.5)
    made = await sign_up(caller, place, guardian=GUARDIAN)
    kept = await sign_up(caller, other, guardian=GUARDIAN)
    waiting, _ = await volunteer(callers)
    assert (await sign_up(waiting, place))["waiting_number"] == 1
    consent = next(each for each in await consents(caller, me) if each["activity_id"] == heard["activity_id"])
    assert (consent["name"], [each["name"] for each in consent["actions"]]) == ("监护人", ["withdrawal"])
    await withdrawn(caller, me, consent)
    gone = (await caller.get(f"/signups/{made['id']}")).json()
    assert (gone["state"], gone["cancelled_because"]) == ("cancelled", "consent_withdrawn")
    assert (await caller.get(f"/signups/{kept['id']}")).json()["state"] == "confirmed"
    assert [
        (fact.data["signup_id"], fact.data["because"]) for fact in await told(app, "volunteers.signup.cancelled.v1")
    ] == [(made["id"], "consent_withdrawn")]
    assert len(await told(app, "volunteers.signup.promoted.v1")) == 1
    fact = (await told(app, "volunteers.consent.withdrawn.v1"))[0]
    assert (fact.data["activity_id"], GUARDIAN["phone"] in str(fact.data)) == (heard["activity_id"], False)
    seen = (await caller.get(f"/volunteers/{me['id']}")).json()
    again = await caller.post(f"/volunteers/{me['id']}/consents/{consent['id']}/withdrawal", seen=seen)
    assert again.json()["type"] == "consent-gone"


async def test_consent_to_the_registration_withdrawn_stops_a_child_until_it_is_given_again(
    app: FastAPI, callers: Callers
) -> None:
    _, place = await opportunity(app)
    caller, me = await child(callers, 12)
    made = await sign_up(caller, place)
    # The guardian comes to the office: an officer there withdraws it, a stranger does not see the child.
    officer = callers.as_(Role.TOWN_OFFICER, EAST)
    (consent,) = await consents(officer, me)
    assert (consent["name"], consent["phone"]) == ("监*", "138****0000")
    stranger = callers.as_(Role.TOWN_OFFICER, STONE)
    assert (await stranger.get(f"/volunteers/{me['id']}/consents")).status_code == 404
    await withdrawn(officer, me, consent)
    assert (await caller.get(f"/signups/{made['id']}")).json()["cancelled_because"] == "consent_withdrawn"
    refused = await caller.post(f"/opportunities/{place}/signups")
    assert (refused.status_code, refused.json()["type"]) == (422, "guardian-consent-missing")
    seen = (await caller.get(f"/volunteers/{me['id']}")).json()
    assert (await caller.post(f"/volunteers/{me['id']}/consents", GUARDIAN, seen=seen)).status_code == 201
    assert (await sign_up(caller, place))["state"] == "confirmed"
    assert len(await told(app, "volunteers.consent.given.v1")) == 1


async def test_an_adults_sign_ups_do_not_hang_on_a_consent_of_childhood(app: FastAPI, callers: Callers) -> None:
    # Registered as a child; on the day of the activity of age.
    soon, still = (SOON + timedelta(days=1)).replace(hour=4), SOON - timedelta(days=1)
    turning = person_number(f"{soon.year - 14}{soon.month:02d}{soon.day:02d}")
    _, after = await opportunity(
        app, starts_at=(soon + timedelta(days=2)).isoformat(), ends_at=(soon + timedelta(days=2, hours=1)).isoformat()
    )
    _, before = await opportunity(app, starts_at=still.isoformat(), ends_at=(still + timedelta(hours=1)).isoformat())
    caller, me = await volunteer(callers, id_number=turning, guardian=GUARDIAN)
    early, late = await sign_up(caller, before), await sign_up(caller, after, guardian=GUARDIAN)
    (registration,) = [each for each in await consents(caller, me) if each["activity_id"] is None]
    await withdrawn(caller, me, registration)
    assert (await caller.get(f"/signups/{early['id']}")).json()["state"] == "cancelled"
    assert (await caller.get(f"/signups/{late['id']}")).json()["state"] == "confirmed"


async def test_a_nine_year_old_needs_a_companion(app: FastAPI, callers: Callers) -> None:
    _, place = await opportunity(app, wanted=wanting(3))
    caller, me = await child(callers, 9.5)
    for alone in ({}, {"guardian": GUARDIAN}):
        refused = await caller.post(f"/opportunities/{place}/signups", alone or None)
        assert (refused.status_code, refused.json()["type"]) == (422, "companion-missing")
    assert "未满 10 周岁" in refused.json()["detail"]
    made = await sign_up(caller, place, guardian={**GUARDIAN, "accompanies": True})
    assert made["state"] == "confirmed"
    coming = next(each for each in await consents(caller, me) if each["activity_id"])
    assert coming["accompanies"] is True
    await withdrawn(caller, me, coming)
    assert (await caller.get(f"/signups/{made['id']}")).json()["state"] == "cancelled"
    older, _ = await child(callers, 10.5)
    assert (await sign_up(older, place))["state"] == "confirmed"
    assert (
        await callers.as_(Role.LEADER, CITY).post(f"/volunteers/{me['id']}/consents/{coming['id']}/withdrawal", seen=me)
    ).status_code == 403


async def test_consent_withdrawn_once_it_has_begun_keeps_out_who_has_not_checked_in(
    app: FastAPI, callers: Callers, demo_time: Any
) -> None:
    missing = "guardian-consent-missing"
    for years, guardian, refusal in ((15.5, {"guardian": GUARDIAN}, "not-confirmed"), (12, {}, missing)):
        day = Day(app, callers, demo_time)
        day.activity, day.opportunity = await opportunity(app)
        day.volunteer, me = await child(callers, years)
        day.signup = await sign_up(day.volunteer, day.opportunity, **guardian)
        (given,) = [each for each in await consents(day.volunteer, me) if bool(each["activity_id"]) == bool(guardian)]
        await withdrawn(day.volunteer, me, given, at=day.at(0.1))
        gone = (await day.volunteer.get(f"/signups/{day.signup['id']}")).json()
        assert (gone["state"], gone["cancelled_because"]) == ("cancelled", "consent_withdrawn")
        assert (await day.check("in", 0.2)).json()["type"] == refusal
        on_the_spot = {"code": await day.code(0.2)}
        path = f"/opportunities/{day.opportunity}/walk-ins"
        assert (await day.volunteer.post(path, on_the_spot, headers=day.at(0.2))).json()["type"] == missing


async def test_a_child_whose_guardian_withdrew_is_kept_out_of_what_is_moved_to_a_day_of_their_childhood(
    app: FastAPI, callers: Callers, demo_time: Any
) -> None:
    soon = (SOON + timedelta(days=1)).replace(hour=4)
    turning = person_number(f"{soon.year - 14}{soon.month:02d}{soon.day:02d}")
    days = []
    for places in (1, 0):
        day = Day(app, callers, demo_time)
        day.activity, day.opportunity = await opportunity(app, wanted=wanting(places), **later(72))
        days.append(day)
    caller, me = await volunteer(callers, id_number=turning, guardian=GUARDIAN)
    (registration,) = await consents(caller, me)
    await withdrawn(caller, me, registration)
    for day, hours in zip(days, (-24, -20), strict=True):
        day.volunteer = caller
        day.signup = await sign_up(caller, day.opportunity, guardian=GUARDIAN)
        when = {"starts_at": during(hours).isoformat(), "ends_at": during(hours + 2).isoformat()}
        await hear(app, "published", {**day.activity, **when})
    assert (await days[0].check("in", -24)).json()["type"] == "guardian-consent-missing"
    path, shown = f"/opportunities/{days[1].opportunity}/walk-ins", {"code": await days[1].code(-20)}
    refused = await caller.post(path, shown, headers=days[1].at(-20))
    assert refused.json()["type"] == "guardian-consent-missing"
