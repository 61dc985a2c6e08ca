"""Activities over HTTP: planned, published to everybody, changed, held, cancelled."""

from datetime import datetime, timedelta
from uuid import uuid4

from fastapi import FastAPI

from chassis.principal import Role
from chassis.testing import CITY, EAST, EAST_RC, EAST_RC_2, STONE, Callers, told
from services.projects.tests.make import Town, activity, at, event, filed, hear, plan, registered, started


async def test_published_to_everybody_with_its_way_back(app: FastAPI, callers: Callers, town: Town) -> None:
    view = await town.published()
    need_id = view["need_ids"][0]
    assert view["links"]["project"] == f"/api/projects/projects/{view['project_id']}"
    assert view["links"]["needs"] == [f"/api/projects/needs/{need_id}"]
    assert view["links"]["opportunities"] == f"/api/volunteers/opportunities?activity_id={view['id']}"
    assert view["links"]["surveys"] == f"/api/assessment/surveys?activity_id={view['id']}"
    (fact,) = await told(app, "projects.activity.published.v1")
    assert fact.data == {
        "activity_id": view["id"],
        "project_id": view["project_id"],
        "need_ids": [need_id],
        "lead_social_worker_id": str(town.lead),
        "lead_person_id": str(town.lead_person),
        "organisation_id": None,
        "title": "重阳探访",
        "starts_at": view["starts_at"],
        "ends_at": view["ends_at"],
        "place": {"name": "社区综合服务中心", "latitude": 23.04, "longitude": 113.75},
        "wanted": [{"role": "visitor", "name": "探访员", "count": 5, "minimum_age": 16}],
        "requirements": [],
    }
    anybody = callers.signed_out()
    page = (await anybody.get(f"/published/activities/{view['id']}")).json()
    assert page["title"] == "重阳探访"
    assert not {"lead_social_worker_id", "lead_person_id", "version", "actions"} & set(page)
    file = await anybody.get(f"/published/activities/{view['id']}/calendar.ics")
    assert file.headers["content-type"] == "text/calendar; charset=utf-8"
    assert "SUMMARY:重阳探访" in file.text


async def test_the_public_list_filters_and_pages(callers: Callers, town: Town) -> None:
    project = await town.approved()
    first = await town.published(project, title="清洁家园")
    later = (datetime.fromisoformat(first["starts_at"]) + timedelta(days=9)).isoformat()
    end = (datetime.fromisoformat(later) + timedelta(hours=1)).isoformat()
    second = await town.published(project, title="100%手工", starts_at=later, ends_at=end)
    await town.planned(project, title="未发布")
    anybody = callers.signed_out()
    page = (await anybody.get("/published/activities", limit=1)).json()
    assert [each["id"] for each in page["items"]] == [first["id"]]
    rest = (await anybody.get("/published/activities", limit=1, after=page["next"])).json()
    assert ([each["id"] for each in rest["items"]], rest["next"]) == ([second["id"]], None)
    for query, found in (
        ({"q": "%手"}, [second["id"]]),
        ({"from": later[:10]}, [second["id"]]),
        ({"area_id": str(STONE.id)}, []),
        ({"area_id": str(CITY.id), "q": "清洁"}, [first["id"]]),
        ({"project_id": project["id"], "state": "held"}, []),
    ):
        items = (await anybody.get("/published/activities", **query)).json()["items"]
        assert [each["id"] for each in items] == found, query
    assert (await anybody.get("/published/activities", state="planned")).status_code == 422


async def test_planning_needs_an_approved_project_and_a_registered_lead(app: FastAPI, town: Town) -> None:
    project = await town.submitted()
    path = f"/projects/{project['id']}/activities"
    assert (await town.worker.post(path, activity(town.lead))).json()["type"] == "project-not-approved"
    await town.town.post(f"/projects/{project['id']}/approval", seen=project)
    assert (await town.worker.post(path, activity(uuid4()))).json()["type"] == "lead-not-registered"
    reversed_ = activity(town.lead, ends_at="2026-01-01T00:00:00Z")
    assert (await town.worker.post(path, reversed_)).json()["type"] == "times-reversed"
    elsewhere = activity(town.lead, area_id=str(EAST_RC_2.id))
    assert (await town.worker.post(path, elsewhere)).json()["type"] == "area-outside-project"
    twice = activity(town.lead, wanted=activity(town.lead)["wanted"] * 2)
    assert (await town.worker.post(path, twice)).status_code == 422
    assert (await town.community.post(path, activity(town.lead))).status_code == 403
    made = (await town.worker.post(path, activity(town.lead))).json()
    lapsed = {"social_worker_id": str(town.lead), "valid_to": "2021-01-01"}
    await hear(app, event("registry.social_worker.registration_lapsed.v1", lapsed, seq=120))
    refused = await town.worker.post(f"/activities/{made['id']}/publication", seen=made)
    assert refused.json()["type"] == "lead-not-registered"


async def test_an_early_renewal_leaves_no_gap(app: FastAPI, town: Town) -> None:
    lead, person = uuid4(), uuid4()
    soon = datetime.fromisoformat(activity(lead)["starts_at"]) + timedelta(days=30)
    await hear(
        app,
        registered(lead, person, 130, valid_to=str(soon.date())),
        registered(lead, person, 131, valid_from=str(soon.date()), valid_to="2999-01-01"),
    )
    assert (await town.planned(lead_social_worker_id=str(lead)))["lead_person_id"] == str(person)


async def test_a_changed_plan_is_told_again(app: FastAPI, callers: Callers, town: Town) -> None:
    view = await town.published()
    path = f"/activities/{view['id']}"
    wanted = [{"role": "visitor", "name": "探访员", "count": 2, "minimum_age": 16}]
    changed = await town.worker.send("PATCH", path, {"wanted": wanted}, seen=view)
    assert changed.status_code == 200, changed.text
    assert (await told(app, "projects.activity.published.v1"))[-1].data["wanted"] == wanted
    past = {"starts_at": "2020-01-01T00:00:00Z"}
    assert (await town.worker.send("PATCH", path, past, seen=changed.json())).json()["type"] == "activity-in-past"
    late = at(app, town.worker, started(view))
    refused = await late.send("PATCH", path, {"wanted": []}, seen=changed.json())
    assert refused.json()["type"] == "activity-started"
    assert (await callers.as_(Role.LEADER, EAST).send("PATCH", path, {}, seen=view)).status_code == 403


async def test_a_role_asks_for_ages_skills_and_trainings_that_exist(app: FastAPI, callers: Callers, town: Town) -> None:
    course, unknown = uuid4(), str(uuid4())
    offered = {"course_id": str(course), "name": "急救基础"}
    await hear(app, event("volunteers.course.offered.v1", offered, seq=130))
    role = {"role": "visitor", "name": "探访员", "count": 2, "minimum_age": 18}
    asks = {"maximum_age": 65, "skills": ["急救"], "training_ids": [str(course)]}
    project = await town.approved()
    path = f"/projects/{project['id']}/activities"
    refused = await town.worker.post(path, activity(town.lead, wanted=[{**role, "training_ids": [unknown]}]))
    assert (refused.json()["type"], refused.json()["errors"][0]["pointer"]) == (
        "course-unknown",
        "/wanted/0/training_ids",
    )
    reversed_ = activity(town.lead, wanted=[{**role, "maximum_age": 17}])
    assert (await town.worker.post(path, reversed_)).status_code == 422
    made = await town.worker.post(path, activity(town.lead, wanted=[{**role, **asks}]))
    assert made.status_code == 201, made.text
    shown = {"maximum_age": 65, "skills": ["急救"], "trainings": [offered]}
    assert made.json()["wanted"] == [{**role, **shown}]
    published = await town.worker.post(f"/activities/{made.json()['id']}/publication", seen=made.json())
    fact = (await told(app, "projects.activity.published.v1"))[-1]
    assert (fact.data["wanted"], fact.data["requirements"]) == ([role], [{"role": "visitor", **shown}])
    page = (await callers.signed_out().get(f"/published/activities/{published.json()['id']}")).json()
    assert page["wanted"] == [{**role, **shown}]


async def test_held_and_cancelled(app: FastAPI, town: Town) -> None:
    project = await town.approved()
    view, other = await town.published(project), await town.published(project)
    early = await town.worker.post(f"/activities/{view['id']}/completion", seen=view)
    assert early.json()["type"] == "activity-not-started"
    late = at(app, town.worker, started(view))
    assert {a["name"] for a in (await late.get(f"/activities/{view['id']}")).json()["actions"]} == {"completion"}
    held = await late.post(f"/activities/{view['id']}/completion", seen=view)
    assert (held.json()["state"], held.json()["actions"]) == ("held", [])
    called_off = await town.worker.post(f"/activities/{other['id']}/cancellation", {"reason": "台风"}, seen=other)
    assert called_off.json()["cancelled_because"] == "台风"
    plan_against_done = (await town.community.get(f"/projects/{project['id']}")).json()
    assert (plan_against_done["activities_published"], plan_against_done["activities_held"]) == (0, 1)
    closed = await town.community.post(
        f"/projects/{project['id']}/closing", {"outcome": "完成"}, seen=plan_against_done
    )
    assert closed.json()["state"] == "closed", closed.text
    need = (await town.community.get(f"/needs/{project['need_ids'][0]}")).json()
    assert need["state"] == "met"
    kinds = [fact.type.split(".")[2] for fact in await told(app) if ".activity." in fact.type]
    assert kinds == ["planned", "published", "planned", "published", "held", "cancelled"]


async def test_a_town_projects_activity_in_one_community(app: FastAPI, callers: Callers, town: Town) -> None:
    mine = uuid4()
    await hear(app, filed(mine, 140))
    one, other = await town.pooled(), await town.pooled(EAST_RC_2)
    made = (await town.town.post("/projects", plan(one["id"], other["id"], organisation_id=str(mine)))).json()
    sent = (await town.town.post(f"/projects/{made['id']}/submission", seen=made)).json()
    project = (await callers.as_(Role.TOWN_OFFICER, EAST).post(f"/projects/{made['id']}/approval", seen=sent)).json()
    manager = callers.as_(Role.ORGANISATION_MANAGER, EAST, organisation_id=mine)
    body = activity(town.lead, area_id=str(EAST_RC.id))
    planned = await manager.post(f"/projects/{project['id']}/activities", body)
    assert (planned.status_code, planned.json()["area_id"]) == (201, str(EAST_RC.id)), planned.text
    # The community's own worker publishes it without reaching the town's project.
    assert (await town.worker.get(f"/projects/{project['id']}")).status_code == 404
    published = await town.worker.post(f"/activities/{planned.json()['id']}/publication", seen=planned.json())
    assert published.json()["state"] == "published", published.text
    assert (await manager.get("/activities", count=True, need_id=one["id"])).json()["count"] == 1
    strange = callers.as_(Role.SOCIAL_WORKER, EAST_RC_2)
    assert (await strange.get(f"/activities/{planned.json()['id']}")).status_code == 404


async def test_a_closed_projects_plan_is_not_offered_for_publication(town: Town) -> None:
    project = await town.approved()
    planned = await town.planned(project)
    assert "publication" in [action["name"] for action in planned["actions"]]
    project = (await town.town.get(f"/projects/{project['id']}")).json()
    closed = await town.community.post(f"/projects/{project['id']}/closing", {"outcome": "不再举办"}, seen=project)
    assert closed.status_code == 200, closed.text
    listed = (await town.worker.get("/activities", project_id=project["id"])).json()["items"]
    for view in (*listed, (await town.worker.get(f"/activities/{planned['id']}")).json()):
        assert [action["name"] for action in view["actions"]] == ["revision", "cancellation"]
