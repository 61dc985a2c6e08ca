"""Projects over HTTP: from needs, by whom, through the town's approval, to their outcome."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

from fastapi import FastAPI

from chassis.principal import Role
from chassis.testing import EAST, EAST_RC_2, STONE, STONE_VC, Callers, told
from services.projects.tests.make import Town, at, event, filed, hear, plan


async def test_from_need_to_approval(app: FastAPI, callers: Callers, town: Town) -> None:
    view = await town.approved()
    assert view["state"] == "approved"
    need = (await town.community.get(view["links"]["needs"][0].removeprefix("/api/projects"))).json()
    assert (need["state"], need["project_id"]) == ("planned", view["id"])
    assert need["links"]["project"] == f"/api/projects/projects/{view['id']}"
    of_need = (await town.community.get("/projects", need_id=need["id"])).json()["items"]
    assert [each["id"] for each in of_need] == [view["id"]]
    public = await callers.signed_out().get(f"/published/projects/{view['id']}")
    assert public.json()["budget_fen"] == 5_000_000
    (fact,) = await told(app, "projects.project.approved.v1")
    assert fact.data == {
        "project_id": view["id"],
        "need_ids": [need["id"]],
        "budget_fen": 5_000_000,
        "goals": ["每月探访 12 位独居老人"],
        "organisation_id": None,
        "deliberation_id": None,
    }
    assert [each["id"] for each in (await town.town.get("/needs", without_project=True)).json()["items"]] == []


async def test_a_project_without_a_need_is_refused_by_name(town: Town) -> None:
    refused = await town.community.post("/projects", plan())
    assert (refused.status_code, refused.json()["type"]) == (422, "project-without-need")
    unknown = await town.community.post("/projects", plan(str(uuid4())))
    assert unknown.json()["type"] == "need-not-pooled"
    assert unknown.json()["errors"][0]["pointer"] == "/need_ids/0"


async def test_needs_of_one_town_make_a_town_project(callers: Callers, town: Town) -> None:
    one, other = await town.pooled(), await town.pooled(EAST_RC_2)
    made = await town.town.post("/projects", plan(one["id"], other["id"]))
    assert made.json()["area_id"] == str(EAST.id), made.text
    assert (await town.community.post("/projects", plan(one["id"], other["id"]))).status_code == 404
    stone = callers.as_(Role.TOWN_OFFICER, STONE)
    far = (
        await stone.post(
            "/needs", {"area_id": str(STONE_VC.id), "title": "路灯", "category": "facilities", "channel": "forum"}
        )
    ).json()
    await stone.post(f"/needs/{far['id']}/acceptance", seen=far)
    assert (await town.town.post("/projects", plan(one["id"], far["id"]))).json()["type"] == "needs-far-apart"
    assert (await town.town.post("/projects", plan(far["id"]))).status_code == 404


async def test_returned_revised_and_submitted_again(town: Town) -> None:
    view = await town.submitted()
    assert {action["name"] for action in view["actions"]} == set()
    seen_by_town = (await town.town.get(f"/projects/{view['id']}")).json()
    assert {action["name"] for action in seen_by_town["actions"]} == {"approval", "return"}
    returned = (await town.town.post(f"/projects/{view['id']}/return", {"reason": "预算过高"}, seen=view)).json()
    assert (returned["state"], returned["returned_because"]) == ("returned", "预算过高")
    cheaper = plan(*view["need_ids"], budget_fen=1)
    revised = await town.community.send("PUT", f"/projects/{view['id']}/revision", cheaper, seen=returned)
    assert revised.json()["budget_fen"] == 1, revised.text
    again = await town.community.post(f"/projects/{view['id']}/submission", seen=revised.json())
    assert (again.json()["state"], again.json()["returned_because"]) == ("submitted", None)
    late = await town.community.send("PUT", f"/projects/{view['id']}/revision", cheaper, seen=again.json())
    assert late.json()["type"] == "project-not-editable"


async def test_each_round_of_review_is_a_task_of_its_own(app: FastAPI, town: Town) -> None:
    view = await town.submitted()
    returned = (await town.town.post(f"/projects/{view['id']}/return", {"reason": "预算过高"}, seen=view)).json()
    again = (await town.community.post(f"/projects/{view['id']}/submission", seen=returned)).json()
    await town.town.post(f"/projects/{view['id']}/approval", seen=again)
    tasks = [fact for fact in await told(app) if ".task." in fact.type and "projects/projects" in fact.data["href"]]
    opened = [fact.data["task_id"] for fact in tasks if "opened" in fact.type]
    closed = [fact.data["task_id"] for fact in tasks if "closed" in fact.type]
    assert opened == closed
    assert len(set(opened)) == 3
    roles = [fact.data["role"] for fact in tasks if "opened" in fact.type]
    assert roles == ["town_officer", "community_officer", "town_officer"]


async def test_nobody_approves_their_own_submission(callers: Callers, town: Town) -> None:
    made = (await town.town.post("/projects", plan((await town.pooled())["id"]))).json()
    sent = (await town.town.post(f"/projects/{made['id']}/submission", seen=made)).json()
    assert sent["actions"] == []
    own = await town.town.post(f"/projects/{made['id']}/approval", seen=sent)
    assert (own.status_code, own.json()["type"]) == (403, "own-submission")
    assert (await town.community.post(f"/projects/{made['id']}/approval", seen=sent)).status_code == 403
    colleague = callers.as_(Role.TOWN_OFFICER, EAST)
    assert (await colleague.post(f"/projects/{made['id']}/approval", seen=sent)).json()["state"] == "approved"


async def test_of_two_projects_for_one_need_the_second_is_stopped(callers: Callers, town: Town) -> None:
    first = await town.submitted()
    second = (await town.community.post("/projects", plan(*first["need_ids"]))).json()
    second = (await town.community.post(f"/projects/{second['id']}/submission", seen=second)).json()
    await town.town.post(f"/projects/{first['id']}/approval", seen=first)
    stopped = await town.town.post(f"/projects/{second['id']}/approval", seen=second)
    assert stopped.json()["type"] == "need-not-pooled"
    assert stopped.json()["need_ids"] == first["need_ids"]


async def test_an_organisation_proposes_for_itself_alone(app: FastAPI, callers: Callers, town: Town) -> None:
    mine, other = uuid4(), uuid4()
    await hear(app, filed(mine, 110), filed(other, 111))
    manager = callers.as_(Role.ORGANISATION_MANAGER, EAST, organisation_id=mine)
    need = await town.pooled()
    made = await manager.post("/projects", plan(need["id"]))
    assert made.json()["organisation_id"] == str(mine), made.text
    assert (await manager.post("/projects", plan(need["id"], organisation_id=str(other)))).status_code == 404
    assert (await manager.get("/projects", count=True)).json()["count"] == 1
    stranger = callers.as_(Role.ORGANISATION_MANAGER, EAST, organisation_id=other)
    assert (await stranger.get(f"/projects/{made.json()['id']}")).status_code == 404
    sent = await manager.post(f"/projects/{made.json()['id']}/submission", seen=made.json())
    assert sent.status_code == 200, sent.text
    gone = {
        "organisation_id": str(mine),
        "kind": "",
        "path": "filed",
        "category": "",
        "reason": "",
        "valid_from": "2021-01-01",
    }
    await hear(app, event("registry.organisation.deregistered.v1", gone, seq=112))
    refused = await town.town.post(f"/projects/{made.json()['id']}/approval", seen=sent.json())
    assert refused.json()["type"] == "organisation-not-standing"


async def test_registered_bodies_stand_promoted_ones_as_before_and_revoked_ones_no_longer(
    app: FastAPI, callers: Callers, town: Town
) -> None:
    promoted, registered = uuid4(), uuid4()
    about = {"kind": "social_association", "path": "registered", "category": "public_service", "uscc": ""}
    began = about | {"valid_from": "2999-01-01"}
    await hear(app, filed(promoted, 110))
    await hear(
        app,
        event("registry.organisation.promoted.v1", began | {"organisation_id": str(promoted)}, seq=111),
        event(
            "registry.organisation.registered.v1",
            about | {"organisation_id": str(registered), "valid_from": "2021-01-01"},
            seq=112,
        ),
    )
    need = await town.pooled()
    for organisation in (promoted, registered):
        manager = callers.as_(Role.ORGANISATION_MANAGER, EAST, organisation_id=organisation)
        assert (await manager.post("/projects", plan(need["id"]))).status_code == 201
    revoked = {"organisation_id": str(registered), "valid_from": "2022-01-01", "ground": "grave-violation"}
    await hear(app, event("registry.organisation.revoked.v1", about | revoked, seq=113))
    refused = await manager.post("/projects", plan(need["id"]))
    assert refused.json()["type"] == "organisation-not-standing"


async def test_closing_waits_for_what_was_announced(app: FastAPI, town: Town) -> None:
    project = await town.approved()
    activity = await town.published(project)
    seen = (await town.community.get(f"/projects/{project['id']}")).json()
    assert seen["activities_published"] == 1
    body = {"outcome": "探访了 12 位老人"}
    refused = await town.community.post(f"/projects/{project['id']}/closing", body, seen=seen)
    assert refused.json()["type"] == "activity-still-published"
    await town.worker.post(f"/activities/{activity['id']}/cancellation", {"reason": "台风停课"}, seen=activity)
    seen = (await town.community.get(f"/projects/{project['id']}")).json()
    assert "closing" in {action["name"] for action in seen["actions"]}
    closed = await town.community.post(f"/projects/{project['id']}/closing", body, seen=seen)
    assert (closed.json()["state"], closed.json()["outcome"]) == ("closed", body["outcome"])
    assert [fact.type.split(".")[1:3] for fact in (await told(app))[-2:]] == [["project", "closed"], ["need", "pooled"]]
    need = (await town.community.get(f"/needs/{project['need_ids'][0]}")).json()
    assert (need["state"], need["project_id"]) == ("pooled", None)


async def test_above_an_amount_the_bureau_decides_after_the_town(app: FastAPI, callers: Callers, town: Town) -> None:
    view = await town.submitted(budget_fen=50_000_001)
    early = await town.bureau.post(f"/projects/{view['id']}/approval", seen=view)
    assert (early.status_code, early.json()["type"], early.json()["role"]) == (403, "not-your-step", "town_officer")
    halfway = (await town.town.post(f"/projects/{view['id']}/approval", seen=view)).json()
    assert (halfway["state"], halfway["review"]["step"], halfway["review"]["role"]) == (
        "submitted",
        2,
        "bureau_officer",
    )
    assert halfway["actions"] == []
    again = await town.town.post(f"/projects/{view['id']}/approval", seen=halfway)
    assert (again.status_code, again.json()["type"]) == (403, "decided-before")
    need = (await town.community.get(f"/needs/{view['need_ids'][0]}")).json()
    assert need["state"] == "pooled"
    approved = (await town.bureau.post(f"/projects/{view['id']}/approval", seen=halfway)).json()
    assert (approved["state"], approved["review"]) == ("approved", None)
    decided = await told(app, "projects.approval.decided.v1")
    assert [(fact.data["step"], fact.data["outcome"]) for fact in decided] == [(0, "approved"), (1, "approved")]
    opened = [fact.data for fact in await told(app, "projects.task.opened.v1") if "review" in fact.data["title_code"]]
    assert [task["role"] for task in opened] == ["town_officer", "bureau_officer"]
    assert all(task["due_on"] for task in opened)
    assert {task["barred_account_id"] for task in opened} == {str(town.community.account_id)}


async def test_what_waits_too_long_is_seen(app: FastAPI, town: Town) -> None:
    view = await town.submitted()
    assert view["review"]["overdue"] is False
    later = at(app, town.town, datetime.now(UTC) + timedelta(days=20))
    (late,) = (await later.get("/projects", overdue=True)).json()["items"]
    assert (late["id"], late["review"]["overdue"]) == (view["id"], True)
    assert (await town.town.get("/projects", overdue=True)).json()["items"] == []


async def test_wrong_days_and_too_large_amounts_are_said_at_their_fields(town: Town) -> None:
    body = plan((await town.pooled())["id"]) | {"budget_fen": 10**13 + 1, "ends_on": "2026-01-01"}
    problem = (await town.community.post("/projects", body | {"starts_on": "2026-02-01"})).json()
    assert {each["pointer"]: each["title"] for each in problem["errors"]} == {
        "/budget_fen": "不得大于 100,000,000,000.00 元",
        "/ends_on": "结束日期不能早于开始日期",
    }
