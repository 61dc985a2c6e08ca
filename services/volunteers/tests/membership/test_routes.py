"""Coming into a team and going from it over HTTP: asked, invited, admitted, left, removed; nobody vanishes."""

from fastapi import FastAPI

from chassis.principal import Role
from chassis.testing import EAST, STONE, Callers, told
from services.volunteers.tests.make import GUARDIAN, hear_oneself, join, person_number, team, volunteer


async def test_a_volunteer_asks_and_the_leader_admits(app: FastAPI, callers: Callers) -> None:
    made, leader, _ = await team(callers)
    caller, me = await volunteer(callers)
    asked = (await caller.post(f"/teams/{made['id']}/memberships")).json()
    assert (asked["state"], asked["team_name"], asked["joined_on"]) == ("asked", "晨光助老队", None)
    assert [each["label"] for each in asked["actions"]] == ["撤回申请"]
    again = await caller.post(f"/teams/{made['id']}/memberships")
    assert again.json()["type"] == "already-in-team"
    itself = await caller.post(f"/memberships/{asked['id']}/admission", seen=asked)
    assert itself.status_code == 404, "nobody lets themselves in"
    (seen,) = (await leader.get("/memberships", team_id=made["id"], state="asked")).json()["items"]
    assert [each["name"] for each in seen["actions"]] == ["admission", "refusal"]
    joined = (await leader.post(f"/memberships/{asked['id']}/admission", seen=seen)).json()
    assert joined["state"] == "member"
    assert joined["joined_on"] is not None
    assert (await leader.get(f"/teams/{made['id']}")).json()["members"] == 2
    (fact,) = [each for each in await told(app, "volunteers.team.member_joined.v1") if each.data["members"] == 2]
    assert fact.data["volunteer_id"] == me["id"]
    titles = [each.data["title_code"] for each in await told(app, "volunteers.task.closed.v1")]
    assert titles == ["team-joining"]
    again = await leader.post(f"/memberships/{asked['id']}/admission", seen=joined)
    assert again.json()["type"] == "membership-decided"


async def test_only_who_has_the_team_sees_and_decides(callers: Callers) -> None:
    made, _, _ = await team(callers)
    caller, _ = await volunteer(callers)
    asked = (await caller.post(f"/teams/{made['id']}/memberships")).json()
    stranger, _ = await volunteer(callers)
    assert (await stranger.get(f"/memberships/{asked['id']}")).status_code == 404
    assert (await stranger.get("/memberships", team_id=made["id"])).json()["items"] == []
    elsewhere = callers.as_(Role.TOWN_OFFICER, STONE)
    assert (await elsewhere.post(f"/memberships/{asked['id']}/admission", seen=asked)).status_code == 404
    office = callers.as_(Role.TOWN_OFFICER, EAST)
    stale = await office.post(f"/memberships/{asked['id']}/admission", seen={"version": 9})
    assert stale.json()["type"] == "version-stale"
    refused = await office.post(f"/memberships/{asked['id']}/refusal", {"reason": "队伍已满员"}, seen=asked)
    assert (refused.json()["state"], refused.json()["ended_because"]) == ("declined", "队伍已满员")
    once_more = await caller.post(f"/teams/{made['id']}/memberships")
    assert once_more.status_code == 201


async def test_who_is_invited_answers_and_who_asked_is_let_in_by_an_invitation(callers: Callers) -> None:
    made, leader, _ = await team(callers)
    path = f"/teams/{made['id']}"
    first, me = await volunteer(callers)
    invited = await leader.post(f"{path}/invitations", {"volunteer_number": me["number"]}, seen=made)
    assert invited.json()["state"] == "invited", invited.text
    (mine,) = (await first.get("/memberships")).json()["items"]
    assert [each["label"] for each in mine["actions"]] == ["接受邀请", "不参加"]
    accepted = (await first.post(f"/memberships/{mine['id']}/acceptance", seen=mine)).json()
    assert accepted["state"] == "member"
    second, other = await volunteer(callers)
    await second.post(f"{path}/memberships")
    seen = (await leader.get(path)).json()
    let_in = (await leader.post(f"{path}/invitations", {"volunteer_number": other["number"]}, seen=seen)).json()
    assert let_in["state"] == "member"
    third, another = await volunteer(callers)
    seen = (await leader.get(path)).json()
    refused = (await leader.post(f"{path}/invitations", {"volunteer_number": another["number"]}, seen=seen)).json()
    declined = (await third.post(f"/memberships/{refused['id']}/declining", seen=refused)).json()
    assert declined["state"] == "declined"
    assert (await leader.get(path)).json()["members"] == 3


async def test_a_minor_joins_only_with_a_guardians_consent(callers: Callers) -> None:
    made, leader, _ = await team(callers)
    child, _ = await volunteer(callers, id_number=person_number("20110601"), guardian=GUARDIAN)
    path = f"/teams/{made['id']}/memberships"
    alone = (await child.post(path)).json()
    assert (alone["type"], alone["errors"][0]["pointer"]) == ("guardian-consent-missing", "/guardian")
    assert (await child.post(path, {"guardian": GUARDIAN})).status_code == 201
    youth, other = await volunteer(callers, id_number=person_number("20110602"), guardian=GUARDIAN)
    body = {"volunteer_number": other["number"]}
    invited = (await leader.post(f"/teams/{made['id']}/invitations", body, seen=made)).json()
    answer = f"/memberships/{invited['id']}/acceptance"
    assert (await youth.post(answer, seen=invited)).json()["type"] == "guardian-consent-missing"
    assert (await youth.post(answer, {"guardian": GUARDIAN}, seen=invited)).json()["state"] == "member"


async def test_a_consent_that_is_withdrawn_ends_what_hangs_on_it_in_the_team_alone(callers: Callers) -> None:
    made, leader, _ = await team(callers)
    other, _, _ = await team(callers, name="环保队")
    youth, me = await volunteer(callers, id_number=person_number("20110603"), guardian=GUARDIAN)
    for each in (made, other):
        await youth.post(f"/teams/{each['id']}/memberships", {"guardian": GUARDIAN})
    consents = (await youth.get(f"/volunteers/{me['id']}/consents")).json()["items"]
    (mine,) = [each for each in consents if each["team_id"] == made["id"]]
    path = f"/volunteers/{me['id']}/consents/{mine['id']}/withdrawal"
    assert (await youth.post(path, seen=(await youth.get(f"/volunteers/{me['id']}")).json())).status_code == 200
    states = {each["team_id"]: each["state"] for each in (await youth.get("/memberships")).json()["items"]}
    assert states == {made["id"]: "declined", other["id"]: "asked"}
    assert (await leader.get("/memberships", team_id=made["id"], state="asked")).json()["items"] == []


async def test_a_child_whose_registration_nobody_stands_for_leaves_every_team(callers: Callers) -> None:
    made, leader, _ = await team(callers)
    child, me = await volunteer(callers, id_number=person_number("20160601"), guardian=GUARDIAN)
    asked = (await child.post(f"/teams/{made['id']}/memberships", {"guardian": GUARDIAN})).json()
    await leader.post(f"/memberships/{asked['id']}/admission", seen=asked)
    consents = (await child.get(f"/volunteers/{me['id']}/consents")).json()["items"]
    (registered,) = [each for each in consents if each["team_id"] is None]
    path = f"/volunteers/{me['id']}/consents/{registered['id']}/withdrawal"
    assert (await child.post(path, seen=(await child.get(f"/volunteers/{me['id']}")).json())).status_code == 200
    assert (await child.get(f"/memberships/{asked['id']}")).json()["state"] == "left"
    again = await child.post(f"/teams/{made['id']}/memberships", {"guardian": GUARDIAN})
    assert again.json()["type"] == "guardian-consent-missing"


async def test_who_is_not_registered_registers_first(callers: Callers) -> None:
    made, _, _ = await team(callers)
    answer = await callers.as_(Role.VOLUNTEER).post(f"/teams/{made['id']}/memberships")
    assert answer.json()["type"] == "register-first"


async def test_who_leaves_or_is_removed_stays_in_the_past(app: FastAPI, callers: Callers) -> None:
    made, leader, registered = await team(callers)
    caller, member = await join(callers, made, leader)
    _, other = await join(callers, made, leader)
    left = (await caller.post(f"/memberships/{member['id']}/leaving", seen=member)).json()
    removed = await leader.post(f"/memberships/{other['id']}/removal", {"reason": "多次爽约"}, seen=other)
    assert removed.json()["state"] == "removed", removed.text
    assert (left["state"], removed.json()["ended_because"]) == ("left", "多次爽约")
    assert left["ended_on"] is not None
    history = (await leader.get("/memberships", team_id=made["id"])).json()["items"]
    assert sorted(each["state"] for each in history) == ["left", "member", "removed"]
    assert (await caller.post(f"/memberships/{member['id']}/leaving", seen=left)).json()["type"] == "not-a-member"
    told_of = [each.data["because"] for each in await told(app, "volunteers.team.member_left.v1")]
    assert told_of == ["left", "removed"]
    again = await caller.post(f"/teams/{made['id']}/memberships")
    assert again.status_code == 201, "who left may ask again"
    (lead,) = (await leader.get("/memberships", volunteer_id=registered["id"])).json()["items"]
    assert lead["actions"] == []
    assert (await leader.post(f"/memberships/{lead['id']}/leaving", seen=lead)).json()["type"] == "leader-stays"


async def test_who_withdraws_leaves_every_team_and_a_leader_leaves_a_to_do(app: FastAPI, callers: Callers) -> None:
    made, leader, registered = await team(callers)
    caller, _ = await join(callers, made, leader)
    asking, _ = await volunteer(callers)
    await asking.post(f"/teams/{made['id']}/memberships")
    for each in (caller, asking, leader):
        (me,) = (await each.get("/volunteers")).json()["items"]
        assert (await each.post(f"/volunteers/{me['id']}/withdrawal", seen=me)).status_code == 200
    await hear_oneself(app)
    office = callers.as_(Role.TOWN_OFFICER, EAST)
    history = (await office.get("/memberships", team_id=made["id"])).json()["items"]
    assert sorted(each["state"] for each in history) == ["declined", "left", "left"]
    seen = (await office.get(f"/teams/{made['id']}")).json()
    assert (seen["members"], seen["leader_volunteer_id"]) == (0, None)
    opened = [each.data["title_code"] for each in await told(app, "volunteers.task.opened.v1")]
    assert opened[-1] == "team-leader"
    new, _ = await volunteer(callers)
    asked = (await new.post(f"/teams/{made['id']}/memberships")).json()
    member = (await office.post(f"/memberships/{asked['id']}/admission", seen=asked)).json()
    seen = (await office.get(f"/teams/{made['id']}")).json()
    body = {"volunteer_id": member["volunteer_id"]}
    assert (await office.post(f"/teams/{made['id']}/leader", body, seen=seen)).status_code == 200
    assert [each.data["title_code"] for each in await told(app, "volunteers.task.closed.v1")][-1] == "team-leader"
    assert (await leader.get("/teams")).json()["items"] == []
    assert registered["id"] != member["volunteer_id"]
