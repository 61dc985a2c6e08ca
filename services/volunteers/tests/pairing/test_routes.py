"""Pairing over HTTP: no team is left without a social worker when one leaves."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from fastapi import FastAPI

from chassis.database import new_id
from chassis.principal import Role
from chassis.testing import CITY, EAST, EAST_RC, EAST_RC_2, STONE, STONE_VC, Caller, Callers, told
from services.volunteers.tests.make import Worker, hear, join, opportunity, sign_up, team, volunteer
from volunteers.dated import PairingRule

NOTE = {"note": "每周三上午探访，钥匙在社区服务站"}


async def pair(office: Caller, made: dict[str, Any], worker: Worker, **changes: Any) -> dict[str, Any]:
    answer = await office.post("/pairings", {"team_id": made["id"], "social_worker_id": worker.id, **changes})
    assert answer.status_code == 201, answer.text
    return answer.json()  # type: ignore[no-any-return]


class Linked:
    """A team, its leader's phone, its social worker, the pairing, and the office that keeps it."""

    def __init__(self, app: FastAPI, callers: Callers) -> None:
        self.app, self.callers = app, callers
        self.office = callers.as_(Role.TOWN_OFFICER, EAST)

    async def begin(self) -> "Linked":
        self.worker = await Worker(self.app).begin()
        self.team, self.leader, _ = await team(self.callers)
        self.pairing = await pair(self.office, self.team, self.worker)
        return self

    async def activity(self, **changes: Any) -> dict[str, Any]:
        """One that the paired worker leads and the leader has signed up for."""
        heard, place = await opportunity(self.app, lead_person_id=self.worker.person_id, **changes)
        await sign_up(self.leader, place)
        return heard

    async def seen(self) -> dict[str, Any]:
        """The pairing as it stands."""
        return (await self.office.get(f"/pairings/{self.pairing['id']}")).json()  # type: ignore[no-any-return]

    async def do(self, verb: str, body: dict[str, Any]) -> Any:
        """A verb of the office."""
        return await self.office.post(f"/pairings/{self.pairing['id']}/{verb}", body, seen=await self.seen())

    async def waiting(self) -> list[tuple[str, str]]:
        """The to-dos that are open: what, and whose."""
        open_: dict[str, tuple[str, str]] = {}
        for fact in await told(self.app):
            if fact.type == "volunteers.task.opened.v1":
                open_[fact.data["task_id"]] = (fact.data["title_code"], fact.data["role"])
            if fact.type == "volunteers.task.closed.v1":
                open_.pop(fact.data["task_id"], None)
        return sorted(open_.values())


@pytest.fixture
async def linked(app: FastAPI, callers: Callers) -> Linked:
    return await Linked(app, callers).begin()


async def test_a_worker_in_service_is_paired_with_a_team(app: FastAPI, linked: Linked) -> None:
    seen = linked.pairing
    assert (seen["state"], seen["team_name"], seen["members"]) == ("running", "晨光助老队", 1)
    assert [each["name"] for each in seen["actions"]] == ["handover", "release", "ending"]
    (fact,) = await told(app, "volunteers.pairing.started.v1")
    assert fact.data == {
        "pairing_id": seen["id"],
        "team_id": linked.team["id"],
        "organisation_id": None,
        "social_worker_id": linked.worker.id,
        "field": "elderly",
        "members": 1,
        "valid_from": seen["starts_on"],
        "predecessor_id": None,
    }
    assert await linked.waiting() == []
    again = {"team_id": linked.team["id"], "social_worker_id": linked.worker.id}
    assert (await linked.office.post("/pairings", again)).json()["type"] == "team-paired"


async def test_pairings_are_kept_within_scope(callers: Callers, linked: Linked) -> None:
    path = f"/pairings/{linked.pairing['id']}"
    elsewhere = callers.as_(Role.TOWN_OFFICER, STONE)
    assert (await elsewhere.get(path)).status_code == 404
    body = {"social_worker_id": linked.worker.id, **NOTE}
    assert (await elsewhere.post(f"{path}/handover", body, seen=linked.pairing)).status_code == 404
    assert (await elsewhere.get("/pairing-candidates", team_id=linked.team["id"])).status_code == 404
    assert (await linked.leader.get(path)).status_code == 404
    worker = callers.as_(Role.SOCIAL_WORKER, EAST_RC)
    assert [each["id"] for each in (await worker.get("/pairings")).json()["items"]] == [linked.pairing["id"]]
    assert (await worker.post(f"{path}/handover", body, seen=linked.pairing)).status_code == 403


@pytest.mark.parametrize("leaving", ["lapse", "vacate"])
async def test_when_the_worker_leaves_the_team_waits_for_another_in_somebodys_list(
    app: FastAPI, linked: Linked, leaving: str
) -> None:
    await getattr(linked.worker, leaving)()
    seen = await linked.seen()
    because = {"lapse": "registration_lapsed", "vacate": "post_vacated"}[leaving]
    assert (seen["state"], seen["handover_because"]) == ("handover_due", because)
    assert await linked.waiting() == [("pairing-handover", "town_officer")]
    (fact,) = await told(app, "volunteers.pairing.handover_due.v1")
    assert (fact.data["because"], fact.data["until"]) == (because, seen["handover_until"])
    await linked.worker.lapse()
    await linked.worker.vacate()
    assert len(await told(app, "volunteers.pairing.handover_due.v1")) == 1


async def test_who_moves_to_another_post_first_keeps_the_teams(app: FastAPI, linked: Linked) -> None:
    linked.worker.posts.append("00000000-0000-7000-8000-000000000001")
    await linked.worker.fill(1)
    await linked.worker.vacate(0)
    assert (await linked.seen())["state"] == "running"
    await linked.worker.vacate(1)
    assert (await linked.seen())["state"] == "handover_due"


async def test_the_town_hands_over_to_a_successor(app: FastAPI, linked: Linked) -> None:
    await linked.worker.vacate()
    next_ = await Worker(app).begin()
    answer = await linked.do("handover", {"social_worker_id": next_.id, **NOTE})
    assert answer.status_code == 201, answer.text
    new = answer.json()
    assert (new["state"], new["predecessor_id"]) == ("running", linked.pairing["id"])
    old = await linked.seen()
    assert (old["state"], old["handover_note"], old["ends_on"]) == ("handed_over", NOTE["note"], new["starts_on"])
    assert old["actions"] == []
    assert await linked.waiting() == []
    (fact,) = await told(app, "volunteers.pairing.handed_over.v1")
    assert fact.data["successor_social_worker_id"] == next_.id
    again = await linked.do("handover", {"social_worker_id": next_.id, **NOTE})
    assert again.json()["type"] == "pairing-over"


async def test_the_worker_asks_for_a_hand_over_and_nobody_elses(callers: Callers, linked: Linked) -> None:
    path, body = f"/pairings/{linked.pairing['id']}/release", {"reason": "调往他镇"}
    other = callers.as_(Role.SOCIAL_WORKER, EAST_RC)
    assert (await other.post(path, body, seen=linked.pairing)).json()["type"] == "not-your-pairing"
    assert (await other.get(f"/pairings/{linked.pairing['id']}")).json()["actions"] == []
    from_worker = callers.as_(Role.SOCIAL_WORKER, EAST_RC, person_id=linked.worker.person_id)  # type: ignore[arg-type]
    released = (await from_worker.post(path, body, seen=linked.pairing)).json()
    assert (released["state"], released["handover_because"]) == ("handover_due", "released")
    assert await linked.waiting() == [("pairing-handover", "town_officer")]


async def test_successors_are_proposed_with_reasons_the_best_first(app: FastAPI, linked: Linked) -> None:
    same = await Worker(app, field="elderly").begin()
    near = await Worker(app, EAST_RC_2).begin()
    await Worker(app, STONE_VC).begin()
    await Worker(app).register()
    gone = await Worker(app).begin()
    await gone.lapse()
    busy = await Worker(app).begin()
    for number in range(rule().most_teams):
        other, _, _ = await team(linked.callers, EAST_RC_2, f"环保{number}队")
        await pair(linked.office, other, busy)
    found = (await linked.office.get("/pairing-candidates", team_id=linked.team["id"])).json()
    assert [each["social_worker_id"] for each in found["items"]] == [same.id, near.id]
    assert found["items"][0]["why"] == ["same_community", "same_field", "same_town", "no_team_yet"]
    assert found["items"][1]["why"] == ["same_town", "no_team_yet"]
    assert found["items"][0]["spare_teams"] == found["most_teams"] == rule().most_teams
    assert found["source"] == rule().source
    refused = await linked.do("handover", {"social_worker_id": busy.id, **NOTE})
    assert refused.json()["type"] == "span-exceeded"


async def test_a_candidate_is_told_by_community_and_employer(app: FastAPI, linked: Linked) -> None:
    agency = str(new_id())
    near = await Worker(app, EAST_RC_2, organisation_id=agency).begin()
    near.posts.append(str(new_id()))
    await near.fill(1)
    found = (await linked.office.get("/pairing-candidates", team_id=linked.team["id"])).json()
    assert [each["posts"] for each in found["items"]] == [[{"area_id": str(EAST_RC_2.id), "organisation_id": agency}]]


async def test_who_has_asked_to_leave_is_not_proposed(app: FastAPI, linked: Linked) -> None:
    next_ = await Worker(app).begin()
    await linked.do("release", {"reason": "调往他镇"})
    found = (await linked.office.get("/pairing-candidates", team_id=linked.team["id"])).json()
    assert [each["social_worker_id"] for each in found["items"]] == [next_.id]


async def test_who_comes_back_takes_the_own_team_back_with_as_many_as_before(app: FastAPI, linked: Linked) -> None:
    for number in range(1, rule().most_teams):
        other, _, _ = await team(linked.callers, EAST_RC_2, f"环保{number}队")
        await pair(linked.office, other, linked.worker)
    await linked.worker.lapse()
    await linked.worker.register()
    found = (await linked.office.get("/pairing-candidates", team_id=linked.team["id"])).json()
    assert [each["social_worker_id"] for each in found["items"]] == [linked.worker.id]
    back = await linked.do("handover", {"social_worker_id": linked.worker.id, **NOTE})
    assert (back.status_code, back.json().get("state")) == (201, "running"), back.text
    new, _, _ = await team(linked.callers, EAST_RC_2, "又一队")
    one_more = {"team_id": new["id"], "social_worker_id": linked.worker.id}
    assert (await linked.office.post("/pairings", one_more)).json()["type"] == "span-exceeded"


def rule() -> PairingRule:
    return PairingRule.on(datetime.now(UTC).date())


async def test_joint_activities_are_those_of_the_worker_with_members_in(callers: Callers, linked: Linked) -> None:
    await linked.activity()
    await opportunity(linked.app, lead_person_id=linked.worker.person_id)
    stranger, _ = await volunteer(callers)
    _, place = await opportunity(linked.app, lead_person_id=linked.worker.person_id)
    await sign_up(stranger, place)
    later = (datetime.now(UTC) + timedelta(days=9)).isoformat()
    ends = (datetime.now(UTC) + timedelta(days=9, hours=1)).isoformat()
    led_by_another, elsewhere = await opportunity(linked.app, place=STONE, starts_at=later, ends_at=ends)
    await sign_up(linked.leader, elsewhere)
    seen = await linked.seen()
    assert (seen["joint_activities"], seen["coming_activities"]) == (0, 1)
    path = f"/pairings/{linked.pairing['id']}/joint-activities"
    listed = (await linked.office.get(path, count="true")).json()
    assert listed["count"] == 1
    assert listed["items"][0]["activity_id"] != led_by_another["activity_id"]
    assert (await linked.office.get("/pairings", state="running")).json()["items"][0]["coming_activities"] == 1


async def test_nothing_ends_while_the_team_is_still_expected(callers: Callers, linked: Linked) -> None:
    heard, reason = await linked.activity(), {"reason": "队伍合并"}
    assert (await linked.do("ending", reason)).json()["type"] == "successor-needed"
    office, path = linked.office, f"/teams/{linked.team['id']}"
    seen = (await office.get(path)).json()
    refused = (await office.post(f"{path}/dissolution", reason, seen=seen)).json()
    assert (refused["type"], refused["coming"]) == ("team-still-serves", 1)
    next_ = await Worker(linked.app).begin()
    await linked.do("handover", {"social_worker_id": next_.id, **NOTE})
    still = (await office.post(f"{path}/dissolution", reason, seen=seen)).json()
    assert still["type"] == "team-still-serves", "what the worker before had planned is still to come"
    await hear(linked.app, "cancelled", heard)
    gone = await office.post(f"{path}/dissolution", reason, seen=seen)
    assert gone.json()["state"] == "dissolved", gone.text
    (ended, _) = (await office.get("/pairings", team_id=linked.team["id"])).json()["items"]
    assert (ended["state"], ended["reason"]) == ("ended", "队伍合并")
    assert await linked.waiting() == []


async def test_an_ended_pairing_leaves_the_team_in_somebodys_list(linked: Linked) -> None:
    ended = await linked.do("ending", {"reason": "队伍暂停活动"})
    assert ended.json()["state"] == "ended", ended.text
    assert await linked.waiting() == [("team-pairing", "town_officer")]
    await pair(linked.office, linked.team, linked.worker)
    assert await linked.waiting() == []


async def test_dissolving_closes_a_hand_over_that_waits(linked: Linked) -> None:
    await linked.worker.lapse()
    seen = (await linked.office.get(f"/teams/{linked.team['id']}")).json()
    await linked.office.post(f"/teams/{linked.team['id']}/dissolution", {"reason": "队员都已搬走"}, seen=seen)
    assert await linked.waiting() == []


async def test_ratio_and_span_by_community_and_teams_without_a_worker(app: FastAPI, linked: Linked) -> None:
    await join(linked.callers, linked.team, linked.leader)
    lone, _, _ = await team(linked.callers, EAST_RC_2, "环保队")
    second, _, _ = await team(linked.callers, EAST_RC, "义诊队")
    await pair(linked.office, second, linked.worker)
    other = await Worker(app, EAST_RC_2).begin()
    third, _, _ = await team(linked.callers, EAST_RC_2, "护苗队")
    await pair(linked.office, third, other)
    await other.vacate()
    seen = (await linked.office.get("/pairing-coverage", area_id=str(EAST.id))).json()
    assert (seen["communities"], seen["with_team"], seen["most_teams"]) == (2, 2, rule().most_teams)
    first, next_ = ({**each, "name": None} for each in seen["areas"])
    counts = {"teams": 2, "members": 3, "paired_members": 3, "running": 2, "handover_due": 0}
    where = {"area_id": str(EAST_RC.id), "code": EAST_RC.code, "level": "community", "name": None}
    assert first == {**where, **counts, "paired_workers": 1, "workers_in_post": 1, "widest": 2}
    assert (next_["teams"], next_["running"], next_["handover_due"], next_["workers_in_post"]) == (2, 0, 1, 0)
    assert (next_["members"], next_["paired_members"], seen["paired_workers"]) == (2, 0, 1)
    await pair(linked.office, lone, linked.worker)
    both = (await linked.office.get("/pairing-coverage", area_id=str(EAST.id))).json()
    assert [(each["paired_workers"], each["paired_members"]) for each in both["areas"]] == [(1, 3), (1, 1)]
    assert both["paired_workers"] == 1, "with teams in two communities still one"
    assert {each["team_id"] for each in seen["without_worker"]} == {lone["id"], third["id"]}
    elsewhere = linked.callers.as_(Role.TOWN_OFFICER, STONE)
    assert (await elsewhere.get("/pairing-coverage", area_id=str(EAST.id))).status_code == 404
    whole = (await linked.callers.as_(Role.LEADER, CITY).get("/pairing-coverage", area_id=str(CITY.id))).json()
    assert (whole["communities"], len(whole["areas"])) == (3, 2)


async def test_only_who_is_registered_and_in_post_is_paired(app: FastAPI, callers: Callers) -> None:
    worker = await Worker(app).begin()
    made, _, _ = await team(callers)
    await worker.lapse()
    body = {"team_id": made["id"], "social_worker_id": worker.id}
    office = callers.as_(Role.TOWN_OFFICER, EAST)
    assert (await office.post("/pairings", body)).json()["type"] == "worker-not-registered"
    await worker.register()
    await worker.vacate()
    assert (await office.post("/pairings", body)).json()["type"] == "worker-not-in-post"
    await worker.fill()
    assert (await office.post("/pairings", body)).status_code == 201
