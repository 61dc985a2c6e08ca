"""Deliberations over HTTP: from a need to what was agreed, answered for in public, and to the project that follows."""

from datetime import datetime, timedelta
from uuid import uuid4

from fastapi import FastAPI

from chassis.principal import Role
from chassis.testing import EAST, EAST_RC, EAST_RC_2, STONE, Callers, told
from services.projects.tests.answers import made
from services.projects.tests.make import HELD, Town, agreement, at, deliberation, filed, hear, met, plan, uploaded


async def test_from_a_need_to_what_everybody_reads(app: FastAPI, callers: Callers, town: Town) -> None:
    need = await town.pooled()
    view = await town.agreed(need["id"])
    assert (view["state"], view["outcome"], view["is_executed"]) == ("concluded", "agreed", False)
    assert view["links"]["needs"] == [f"/api/projects/needs/{need['id']}"]
    (item,) = view["items"]
    doer = at(app, town.community, met(view) + timedelta(days=3))
    body = {"status": "done", "feedback": "方案已公示七日,无人反对"}
    done = await doer.post(f"/deliberation-items/{item['id']}/feedback", body, seen=item)
    assert (done.json()["status"], done.json()["actions"]) == ("done", []), done.text
    again = await doer.post(f"/deliberation-items/{item['id']}/feedback", body, seen=done.json())
    assert again.json()["type"] == "item-settled"
    public = (await callers.signed_out().get(f"/published/deliberations/{view['id']}")).json()
    assert (public["is_executed"], public["items"][0]["feedback"]) == (True, body["feedback"])
    assert "minutes" not in public
    assert "dissent" not in public
    listed = (await callers.signed_out().get("/published/deliberations", area_id=EAST.id, outcome="agreed")).json()
    assert [each["id"] for each in listed["items"]] == [view["id"]]
    kinds = [fact.type.split(".")[2] for fact in await told(app) if ".deliberation." in fact.type]
    assert kinds == ["drafted", "notified", "held", "concluded", "item_done"]
    (concluded,) = await told(app, "projects.deliberation.concluded.v1")
    assert concluded.data["need_ids"] == [need["id"]]


async def test_its_to_dos_have_a_day_and_are_closed(app: FastAPI, town: Town) -> None:
    view = await town.agreed()
    (item,) = view["items"]
    mine = [fact.data for fact in await told(app) if ".task." in fact.type]
    holding, concluding = "deliberation-holding", "deliberation-concluding"
    assert [task["title_code"] for task in mine] == [holding, holding, concluding, concluding, "deliberation-item"]
    assert mine[0]["task_id"] == mine[1]["task_id"]
    assert mine[2]["task_id"] == mine[3]["task_id"]
    assert mine[4]["due_on"] == item["due_on"]
    await town.community.post(
        f"/deliberation-items/{item['id']}/feedback", {"status": "dropped", "feedback": "另有安排"}, seen=item
    )
    (*_, last) = await told(app, "projects.task.closed.v1")
    assert last.data["task_id"] == mine[4]["task_id"]


async def test_refusals_have_names(callers: Callers, town: Town) -> None:
    async def refused(**changes: object) -> str:
        answer = await town.community.post("/deliberations", deliberation(**changes))
        assert answer.status_code in {404, 422}
        return str(answer.json()["type"])

    elsewhere = await town.pooled(EAST_RC_2)
    assert await refused(category="elderly") == "deliberation-without-need"
    assert await refused(need_ids=[elsewhere["id"]]) == "need-elsewhere"
    assert await refused(category="nonsense") == "unknown-category"
    assert await refused(invited={"committee": 3}) == "required-party-missing"
    assert await refused(invited={"non_local_residents": 3, "friends": 1}) == "unknown-party"
    assert await refused(continues_id=str(uuid4())) == "nothing-to-continue"
    assert await refused(area_id=str(EAST_RC_2.id)) == "not-found"
    assert (await town.worker.post("/deliberations", deliberation())).status_code == 403
    assert (await callers.signed_out().get("/deliberations")).status_code == 401


async def test_told_in_time_and_told_anew(app: FastAPI, town: Town) -> None:
    seen = await town.notified()
    late = at(app, town.community, met(seen) - timedelta(days=2))
    body = deliberation(meets_at=seen["meets_at"], topic="修订议题")
    revised = await late.send("PUT", f"/deliberations/{seen['id']}/revision", body, seen=seen)
    assert (revised.json()["state"], revised.json()["notified_at"]) == ("draft", None), revised.text
    refused = await late.post(f"/deliberations/{seen['id']}/notification", seen=revised.json())
    assert (refused.json()["type"], refused.json()["notice_days"]) == ("notice-too-late", 3)
    other = deliberation(continues_id=str(uuid4()))
    assert (await late.send("PUT", f"/deliberations/{seen['id']}/revision", other, seen=revised.json())).json()[
        "type"
    ] == "nothing-to-continue"


async def test_held_on_its_day_with_a_quorum_and_its_files(app: FastAPI, callers: Callers, town: Town) -> None:
    seen, added = await town.notified(), await uploaded(town.community, "签到表.pdf")
    path = f"/deliberations/{seen['id']}"
    body = HELD | {"attachment_ids": [added["id"]]}
    assert (await town.community.post(f"{path}/holding", body, seen=seen)).json()["type"] == "meeting-not-begun"
    convener = at(app, town.community, met(seen))
    few = await convener.post(f"{path}/holding", body | {"present": {"committee": 3}}, seen=seen)
    assert (few.json()["type"], few.json()["quorum"]) == ("quorum-missing", 8)
    foreign = await uploaded(town.town)
    strange = await convener.post(f"{path}/holding", body | {"attachment_ids": [foreign["id"]]}, seen=seen)
    assert (strange.json()["type"], strange.json()["errors"][0]["pointer"]) == (
        "attachment-unknown",
        "/attachment_ids/0",
    )
    held = await convener.post(f"{path}/holding", body, seen=seen)
    assert (held.json()["state"], held.json()["dissent"]) == ("held", HELD["dissent"]), held.text
    listed = (await town.town.get("/attachments", subject_id=seen["id"])).json()["items"]
    assert [each["name"] for each in listed] == ["签到表.pdf"]
    assert (await convener.post(f"{path}/holding", body, seen=held.json())).json()[
        "type"
    ] == "deliberation-not-notified"
    assert (await town.community.post(f"{path}/notification", seen=held.json())).json()[
        "type"
    ] == "deliberation-not-open"
    unclear = agreement(seen)
    unclear["items"][0]["organisation_id"] = str(uuid4())
    refused = await convener.post(f"{path}/conclusion", unclear, seen=held.json())
    assert refused.json()["type"] == "responsible-unclear"
    assert (await callers.as_(Role.TOWN_OFFICER, STONE).get(path)).status_code == 404


async def test_an_organisation_answers_for_its_own_items(app: FastAPI, callers: Callers, town: Town) -> None:
    seen, mine = await town.held(), uuid4()
    await hear(app, filed(mine, seq=103))
    convener, body = at(app, town.community, met(seen)), agreement(seen)
    body["items"][0] |= {"role": None, "organisation_id": str(mine)}
    concluded = (await convener.post(f"/deliberations/{seen['id']}/conclusion", body, seen=seen)).json()
    manager = callers.as_(Role.ORGANISATION_MANAGER, EAST, organisation_id=mine)
    (item,) = (await manager.get("/deliberation-items", status="open")).json()["items"]
    assert item["id"] == concluded["items"][0]["id"]
    stranger = callers.as_(Role.ORGANISATION_MANAGER, EAST, organisation_id=uuid4())
    assert (await stranger.get(f"/deliberation-items/{item['id']}")).status_code == 404
    told_so = {"status": "done", "feedback": "已完成安装"}
    done = await manager.post(f"/deliberation-items/{item['id']}/feedback", told_so, seen=item)
    assert done.status_code == 200, done.text
    (fact,) = await told(app, "projects.deliberation.item_done.v1")
    assert fact.data["remaining"] == 0


async def test_only_who_answers_for_an_item_gives_feedback(app: FastAPI, callers: Callers, town: Town) -> None:
    seen, mine = await town.held(), uuid4()
    await hear(app, filed(mine, seq=103))
    convener, body = at(app, town.community, met(seen)), agreement(seen)
    (first,) = body["items"]
    body["items"] = [first | {"role": "town_officer"}, first | {"role": None, "organisation_id": str(mine)}]
    concluded = (await convener.post(f"/deliberations/{seen['id']}/conclusion", body, seen=seen)).json()
    townish, theirs = sorted(concluded["items"], key=lambda each: each["role"] is None)
    told_so = {"status": "done", "feedback": "已完成安装"}
    for item, caller, may in (
        (townish, town.community, False),
        (theirs, town.community, False),
        (theirs, town.town, False),
        (townish, town.town, True),
    ):
        path = f"/deliberation-items/{item['id']}"
        shown = (await caller.get(path)).json()
        assert [each["name"] for each in shown["actions"]] == (["feedback"] if may else [])
        answer = await at(app, caller, met(seen)).post(f"{path}/feedback", told_so, seen=shown)
        assert answer.status_code == (200 if may else 403), answer.text
        assert may or answer.json()["type"] == "not-responsible"


async def test_an_item_is_given_to_nobody_out_of_reach(app: FastAPI, town: Town) -> None:
    """A community's officers stand below the town: what the town agreed on would be a to-do that reaches nobody."""
    needs = [(await town.pooled())["id"], (await town.pooled(EAST_RC_2))["id"]]
    made = await town.town.post("/deliberations", deliberation(*needs, place=EAST))
    seen = (await town.town.post(f"/deliberations/{made.json()['id']}/notification", seen=made.json())).json()
    later = at(app, town.town, met(seen))
    seen = (await later.post(f"/deliberations/{seen['id']}/holding", HELD, seen=seen)).json()
    body = agreement(seen)
    (first,) = body["items"]
    body["items"] = [first, first | {"role": None, "organisation_id": str(uuid4())}]
    refused = (await later.post(f"/deliberations/{seen['id']}/conclusion", body, seen=seen)).json()
    assert refused["type"] == "responsible-out-of-reach", refused
    assert [each["pointer"] for each in refused["errors"]] == ["/items/0/role", "/items/1/organisation_id"]
    body["items"] = [first | {"role": "town_officer"}]
    assert (await later.post(f"/deliberations/{seen['id']}/conclusion", body, seen=seen)).status_code == 200


async def test_the_town_takes_further_what_a_community_referred(app: FastAPI, town: Town) -> None:
    seen = await town.held()
    convener = at(app, town.community, met(seen))
    body = {"outcome": "escalated", "conclusion": "涉及多个社区,报请镇街"}
    first = (await convener.post(f"/deliberations/{seen['id']}/conclusion", body, seen=seen)).json()
    further = await town.town.post("/deliberations", deliberation(place=EAST, continues_id=first["id"]))
    assert further.json()["links"]["continues"] == first["links"]["self"], further.text
    tasks = [fact for fact in await told(app) if fact.data.get("title_code") == "deliberation-escalated"]
    assert [fact.type.split(".")[2] for fact in tasks] == ["opened", "closed"]
    again = await town.town.post("/deliberations", deliberation(place=EAST, continues_id=first["id"]))
    assert (again.status_code, again.json()["type"]) == (422, "nothing-to-continue")
    assert (await town.town.get(f"/deliberations/{first['id']}")).json()["is_continued"]


async def test_a_project_grows_from_what_was_agreed(callers: Callers, town: Town) -> None:
    need = await town.pooled()
    agreed, unsettled = await town.agreed(need["id"]), await town.held(need["id"])
    refused = await town.community.post("/projects", plan(need["id"], deliberation_id=unsettled["id"]))
    assert (refused.status_code, refused.json()["type"]) == (422, "deliberation-not-agreed")
    elsewhere = await town.pooled(EAST_RC_2)
    far = await town.town.post("/projects", plan(elsewhere["id"], deliberation_id=agreed["id"]))
    assert far.json()["type"] == "deliberation-not-agreed"
    unknown = await town.community.post("/projects", plan(need["id"], deliberation_id=str(uuid4())))
    assert unknown.json()["type"] == "deliberation-not-agreed"
    project = (await town.community.post("/projects", plan(need["id"], deliberation_id=agreed["id"]))).json()
    assert project["links"]["deliberation"] == agreed["links"]["self"]
    below = await town.community.get(agreed["links"]["projects"].removeprefix("/api/projects"))
    assert [each["id"] for each in below.json()["items"]] == [project["id"]]
    chain = (await town.community.get(f"/needs/{need['id']}/chain")).json()
    assert [each["id"] for each in chain["deliberations"]] == [agreed["id"], unsettled["id"]]


async def test_the_rule_of_the_day_is_public(callers: Callers) -> None:
    rule = (await callers.signed_out().get("/deliberation-rule")).json()
    assert (rule["notice_days"], rule["required"]) == (3, ["non_local_residents"])
    assert "中办发〔2015〕41号" in rule["source"]
    community = callers.as_(Role.COMMUNITY_OFFICER, EAST_RC)
    assert (await community.get("/deliberations", state="draft", area_id=EAST_RC.id)).json()["items"] == []


async def test_the_first_act_offered_is_the_one_that_moves_it_on(app: FastAPI, town: Town) -> None:
    async def offered(moment: datetime) -> list[str]:
        shown = made(await at(app, town.community, moment).get(f"/deliberations/{view['id']}"))
        return [each["name"] for each in shown["actions"]]

    view = made(await town.community.post("/deliberations", deliberation((await town.pooled())["id"])), 201)
    meets = datetime.fromisoformat(view["meets_at"])
    assert await offered(meets - timedelta(days=5)) == ["notification", "revision"]
    # Too late to tell in time: only another day helps.
    assert await offered(meets - timedelta(days=1)) == ["revision"]
    made(await town.community.post(f"/deliberations/{view['id']}/notification", seen=view))
    assert await offered(meets - timedelta(minutes=1)) == ["revision"]
    assert await offered(meets) == ["holding", "revision"]
