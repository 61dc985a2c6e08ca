"""What was done for somebody on paper is their own once they have claimed it by phone, and nobody else's."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from fastapi import FastAPI

from chassis import clock
from chassis.principal import Role
from chassis.testing import EAST, EAST_RC, Caller, Callers, everywhere
from services.volunteers.tests.bulk.lists import confirm, lay, line, workbook
from services.volunteers.tests.certificate.office import LATER, SIGNED, seal
from services.volunteers.tests.make import (
    HERE,
    Day,
    during,
    opportunity,
    person_number,
    registration,
    registry_says,
    team,
    volunteer,
)
from services.volunteers.tests.recognised import completed, course, served
from volunteers.hours.model import Hours


class Paper:
    """Somebody on a paper list, what a lead does for them, and the phone with which they claim it."""

    def __init__(self, app: FastAPI, callers: Callers, demo_time: Any) -> None:
        self.app, self.callers, self.number = app, callers, person_number()
        self.day = Day(app, callers, demo_time)
        self.lead = callers.as_(Role.SOCIAL_WORKER, EAST_RC)
        self.committee = callers.as_(Role.COMMUNITY_OFFICER, EAST_RC)

    async def lay(self) -> "Paper":
        office = self.callers.as_(Role.TOWN_OFFICER, EAST)
        await confirm(self.app, office, await lay(self.app, office, workbook(line(证件号码=self.number))))
        [self.me] = (await office.get("/volunteers")).json()["items"]
        self.day.activity, self.day.opportunity = await opportunity(self.app)
        return self

    async def admitted(self, hours: float = -24) -> dict[str, Any]:
        """Taken in by the lead, before it begins or, later, on the spot."""
        body = {"volunteer_number": self.me["number"], "reason": "本人到社区登记报名"}
        path = f"/opportunities/{self.day.opportunity}/admissions"
        answer = await self.lead.post(path, body, headers=self.day.at(hours))
        assert answer.status_code == 201, answer.text
        self.day.signup = answer.json()
        return self.day.signup

    async def entered(self) -> dict[str, Any]:
        """An hour of it by hand, confirmed by the committee."""
        times = {"starts_at": during(0).isoformat(), "ends_at": during(1).isoformat()}
        body = {"signup_id": self.day.signup["id"], **times, "reason": "没有手机"}
        made = await self.lead.post("/hours", body, headers=self.day.at(5))
        assert made.status_code == 201, made.text
        return dict(made.json())

    async def confirmed(self) -> dict[str, Any]:
        made = await self.entered()
        done = await self.committee.post(f"/hours/{made['id']}/confirmation", seen=made)
        assert done.status_code == 200, done.text
        return dict(done.json())

    async def claim(self) -> Caller:
        person = self.callers.as_(Role.VOLUNTEER)
        answer = await person.post("/volunteers", registration(name="演示纸", id_number=self.number))
        assert (answer.status_code, answer.json()["id"]) == (201, self.me["id"]), answer.text
        self.day.volunteer = person
        return person


@pytest.fixture
async def paper(app: FastAPI, callers: Callers, demo_time: Any) -> Paper:
    return await Paper(app, callers, demo_time).lay()


async def own(person: Caller, path: str) -> list[dict[str, Any]]:
    answer = await person.get(path)
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


async def test_sign_ups_by_the_lead_are_ones_own_to_cancel_or_to_come_to(paper: Paper) -> None:
    here = paper.day.opportunity
    _, paper.day.opportunity = await opportunity(
        paper.app, starts_at=during(30).isoformat(), ends_at=during(32).isoformat()
    )
    other = await paper.admitted()
    paper.day.opportunity = here
    signup = await paper.admitted()
    person = await paper.claim()
    assert {each["id"] for each in await own(person, "/signups")} == {signup["id"], other["id"]}
    seen = (await person.get(f"/signups/{other['id']}")).json()
    assert "cancellation" in [each["name"] for each in seen["actions"]]
    cancelled = await person.post(f"/signups/{other['id']}/cancellation", seen=seen)
    assert cancelled.json()["state"] == "cancelled", cancelled.text
    hours = await paper.day.serve()
    assert (hours["minutes"], [each["name"] for each in hours["actions"]]) == (90, ["dispute"])


async def test_who_was_checked_in_by_the_lead_checks_out(paper: Paper) -> None:
    await paper.admitted(0.2)
    person = await paper.claim()
    [attendance] = await own(person, "/attendances")
    assert attendance["state"] == "checked_in"
    out = await paper.day.check("out", 1.5, **HERE)
    assert (out.status_code, out.json()["state"]) == (200, "checked_out"), out.text


async def test_hours_from_before_are_counted_and_disputed(paper: Paper, callers: Callers) -> None:
    await paper.admitted()
    made = await paper.entered()
    person = await paper.claim()
    [mine] = await own(person, "/hours")
    assert (mine["id"], [each["name"] for each in mine["actions"]]) == (made["id"], ["dispute"])
    total = (await person.get("/hours/total", volunteer_id=paper.me["id"])).json()
    assert total["waiting_minutes"] == 60
    # By whatever account with whatever office: it is their own time.
    in_office = callers.as_(Role.COMMUNITY_OFFICER, EAST_RC, account_id=person.account_id)
    refused = await in_office.post(f"/hours/{made['id']}/confirmation", seen=made)
    assert (refused.status_code, refused.json()["type"]) == (403, "own-hours")
    disputed = await person.post(f"/hours/{made['id']}/dispute", {"reason": "实际两小时"}, seen=mine)
    assert disputed.json()["state"] == "disputed", disputed.text


async def test_what_was_sealed_stays_sealed_and_is_certified_to_its_person(paper: Paper) -> None:
    await paper.admitted()
    hours = await paper.confirmed()
    await seal(paper.app)
    registry_says(paper.app, "good")
    on, when = clock.day(during(0)), paper.day.at(LATER)
    period = {"area_id": str(EAST_RC.id), "from_on": (on - timedelta(days=30)).isoformat(), "to_on": on.isoformat()}
    at_once = {"volunteer_id": paper.me["id"], **period, **SIGNED}
    issued = await paper.committee.post("/certificates/issuance", at_once, headers=when)
    assert issued.status_code == 201, issued.text
    person = await paper.claim()
    assert [each["id"] for each in await own(person, "/certificates")] == [issued.json()["id"]]
    document = await person.get(issued.json()["links"]["document"].removeprefix("/api/volunteers"))
    assert document.status_code == 200, document.text
    [organiser] = await own(person, f"/certificates/organisers?volunteer_id={paper.me['id']}")
    assert organiser["minutes"] == hours["minutes"]
    asked = await person.post("/certificates", period, headers=when)
    assert asked.status_code == 201, asked.text
    # The entry is read under its seal, with the account under which it was entered.
    again = await paper.committee.post(
        f"/certificates/{asked.json()['id']}/issuance", SIGNED, seen=asked.json(), headers=when
    )
    assert (again.status_code, again.json()["state"]) == (200, "issued"), again.text
    async with everywhere(paper.app) as tx:
        entry = await tx.get_one(Hours, UUID(hours["id"]))
        assert (str(entry.entered_account_id), entry.account_id) == (paper.me["id"], person.account_id)


async def test_teams_memberships_trainings_and_stars_come_along(paper: Paper, callers: Callers) -> None:
    led, *_ = await team(callers, name="纸上的队", leader_number=paper.me["number"])
    other, leader, _ = await team(callers, name="邀请的队")
    number = {"volunteer_number": paper.me["number"]}
    invited = (await leader.post(f"/teams/{other['id']}/invitations", number, seen=other)).json()
    provider, taught = await course(callers)
    training = await completed(callers, provider, taught, paper.me)
    await served(paper.app, paper.me, 120)
    applied = await paper.committee.post("/honours", {"stars": 1, **number})
    assert applied.status_code == 201, applied.text
    person = await paper.claim()
    assert [each["id"] for each in await own(person, "/teams")] == [led["id"]]
    someone, _ = await volunteer(callers)
    asked = (await someone.post(f"/teams/{led['id']}/memberships")).json()
    admitted = await person.post(f"/memberships/{asked['id']}/admission", seen=asked)
    assert admitted.json()["state"] == "member", admitted.text
    mine = {each["id"]: each for each in await own(person, f"/memberships?volunteer_id={paper.me['id']}")}
    assert [each["leads"] for each in mine.values()] == [False, True]
    joined = await person.post(f"/memberships/{invited['id']}/acceptance", seen=mine[invited["id"]])
    assert joined.json()["state"] == "member", joined.text
    assert [each["id"] for each in await own(person, "/trainings")] == [training["id"]]
    assert [each["id"] for each in await own(person, "/honours")] == [applied.json()["id"]]
    assert (await person.get(f"/volunteers/{paper.me['id']}/stars")).json()["confirmed_minutes"] == 7200


async def test_all_of_it_is_taken_away_and_nobody_else_sees_any(paper: Paper, callers: Callers) -> None:
    await paper.admitted(0.2)
    await served(paper.app, paper.me, 2)
    person = await paper.claim()
    listed = (await person.get("/volunteers/mine")).json()["sections"]
    exported = (await person.get("/volunteers/mine/export")).json()["sections"]
    kept = {each["key"]: len(each["rows"]) for each in exported}
    assert {key: kept[key] for key in ("signup", "attendance", "hours")} == {"signup": 2, "attendance": 1, "hours": 1}
    assert {each["key"]: each["count"] for each in listed}.items() <= kept.items()
    [entry] = await own(person, "/hours")
    stranger, _ = await volunteer(callers)
    for other, refusal in ((stranger, 404), (callers.signed_out(), 401)):
        assert (await other.get(f"/hours/{entry['id']}")).status_code == refusal
    for path in ("/hours", "/signups", "/attendances"):
        assert await own(stranger, path) == []
