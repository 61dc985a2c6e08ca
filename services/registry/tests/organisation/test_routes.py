"""Filing an organisation over HTTP: who may, in which order, and what is refused by name."""

from typing import Any

from fastapi import FastAPI
from sqlalchemy import text

from chassis.principal import Role
from chassis.testing import EAST, EAST_RC, STONE, STONE_VC, Caller, Callers, told
from services.registry.tests.make import declaration, revision


async def drafted(callers: Callers, **changes: Any) -> tuple[Caller, dict[str, Any]]:
    clerk = callers.as_(Role.COMMUNITY_OFFICER, EAST_RC)
    answer = await clerk.post("/organisations", declaration(**changes))
    assert answer.status_code == 201, answer.text
    return clerk, answer.json()


async def submitted(callers: Callers) -> dict[str, Any]:
    clerk, made = await drafted(callers)
    answer = await clerk.post(f"/organisations/{made['id']}/submission", seen=made)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def test_files_an_organisation(app: FastAPI, callers: Callers) -> None:
    view = await submitted(callers)
    officer = callers.as_(Role.TOWN_OFFICER, EAST)
    filed = await officer.post(f"/organisations/{view['id']}/filing", {"number": "东城备〔2026〕001号"}, seen=view)
    assert filed.json()["state"] == "filed", filed.text
    assert filed.headers["etag"] == f'"{filed.json()["version"]}"'
    assert filed.json()["judged_by"].startswith("粤民规字")
    kinds = [".".join(fact.type.split(".")[1:3]) for fact in await told(app)]
    filing = ["organisation.drafted", "organisation.submitted", "task.opened", "organisation.filed", "task.closed"]
    assert kinds == filing


async def test_names_are_masked_and_facts_carry_none(app: FastAPI, callers: Callers) -> None:
    _, view = await drafted(callers)
    assert {each["name"] for each in view["initiators"]} == {"演*"}
    assert all("演示" not in str(fact.data) for fact in await told(app))


async def test_refuses_too_few_initiators_with_the_article(callers: Callers) -> None:
    clerk, view = await drafted(callers, initiators=declaration()["initiators"][:2], members=9)
    answer = await clerk.post(f"/organisations/{view['id']}/submission", seen=view)
    assert answer.status_code == 422
    assert answer.json()["type"] == "conditions-not-met"
    assert {error["pointer"] for error in answer.json()["errors"]} == {"/initiators", "/members"}
    assert "粤民规字〔2022〕2号" in answer.json()["detail"]


async def test_a_filing_of_2016_is_judged_by_the_older_rule(callers: Callers, demo_time: Any) -> None:
    clerk, view = await drafted(callers, initiators=declaration()["initiators"][:2])
    clerk.headers.update(demo_time("2016-12-01T09:00:00+08:00"))
    answer = await clerk.post(f"/organisations/{view['id']}/submission", seen=view)
    assert answer.status_code == 200, answer.text
    assert "假设" in answer.json()["judged_by"]


async def test_another_town_does_not_find_it(callers: Callers) -> None:
    view = await submitted(callers)
    stranger = callers.as_(Role.TOWN_OFFICER, STONE)
    assert (await stranger.get(f"/organisations/{view['id']}")).status_code == 404
    assert (await stranger.get("/organisations")).json()["items"] == []
    filing = await stranger.post(f"/organisations/{view['id']}/filing", {"number": "某备001号"}, seen=view)
    assert filing.status_code == 404


async def test_a_community_may_not_file(callers: Callers) -> None:
    view = await submitted(callers)
    clerk = callers.as_(Role.COMMUNITY_OFFICER, EAST_RC)
    assert (
        await clerk.post(f"/organisations/{view['id']}/filing", {"number": "某备001号"}, seen=view)
    ).status_code == 403


async def test_the_submitter_may_not_review(callers: Callers) -> None:
    officer = callers.as_(Role.TOWN_OFFICER, EAST)
    view = (await officer.post("/organisations", declaration())).json()
    view = (await officer.post(f"/organisations/{view['id']}/submission", seen=view)).json()
    assert "filing" not in {action["name"] for action in view["actions"]}
    answer = await officer.post(f"/organisations/{view['id']}/filing", {"number": "某备001号"}, seen=view)
    assert (answer.status_code, answer.json()["type"]) == (403, "own-submission")


async def test_a_stale_version_is_told(callers: Callers) -> None:
    clerk, view = await drafted(callers)
    await clerk.send("PUT", f"/organisations/{view['id']}/revision", revision(members=20), seen=view)
    answer = await clerk.post(f"/organisations/{view['id']}/submission", seen=view)
    assert (answer.status_code, answer.json()["type"]) == (412, "version-stale")
    bare = await clerk.post(f"/organisations/{view['id']}/submission")
    assert (bare.status_code, bare.json()["type"]) == (428, "version-missing")


async def test_the_same_key_has_one_effect(app: FastAPI, callers: Callers) -> None:
    clerk = callers.as_(Role.COMMUNITY_OFFICER, EAST_RC)
    headers = {"Idempotency-Key": "key-of-this-draft"}
    first = await clerk.post("/organisations", declaration(), headers=headers)
    again = await clerk.post("/organisations", declaration(), headers=headers)
    assert first.content == again.content
    assert again.headers["idempotent-replayed"] == "true"
    assert len(await told(app)) == 1
    other = await clerk.post("/organisations", declaration(members=99), headers=headers)
    assert other.json()["type"] == "key-reused"


async def test_bad_input_points_at_the_field(callers: Callers) -> None:
    clerk = callers.as_(Role.COMMUNITY_OFFICER, EAST_RC)
    wrong = declaration(unknown=1)
    wrong["initiators"][1]["id_number"] = wrong["initiators"][1]["id_number"][:-1] + "?"
    assert [e["pointer"] for e in (await clerk.post("/organisations", wrong)).json()["errors"]] == ["/unknown"]
    del wrong["unknown"]
    answer = (await clerk.post("/organisations", wrong)).json()
    assert [e["pointer"] for e in answer["errors"]] == ["/initiators/1/id_number"]
    unsigned = await callers.signed_out().get("/organisations")
    assert (unsigned.status_code, unsigned.json()["type"]) == (401, "sign-in-needed")


async def test_a_number_is_given_once_in_the_whole_city(callers: Callers) -> None:
    view = await submitted(callers)
    number = {"number": "东莞备〔2026〕001号"}
    officer = callers.as_(Role.TOWN_OFFICER, EAST)
    assert (await officer.post(f"/organisations/{view['id']}/filing", number, seen=view)).status_code == 200
    drafter, reviewer = (callers.as_(Role.TOWN_OFFICER, STONE) for _ in range(2))
    made = (await drafter.post("/organisations", declaration(STONE_VC))).json()
    sent = (await drafter.post(f"/organisations/{made['id']}/submission", seen=made)).json()
    refused = (await reviewer.post(f"/organisations/{sent['id']}/filing", number, seen=sent)).json()
    assert (refused["type"], refused["errors"][0]["pointer"]) == ("number-taken", "/number")


async def test_reasons_stay_in_the_registry(app: FastAPI, callers: Callers) -> None:
    view = await submitted(callers)
    officer, reason = callers.as_(Role.TOWN_OFFICER, EAST), {"reason": "负责人张某去世"}
    view = (await officer.post(f"/organisations/{view['id']}/filing", {"number": "某备001号"}, seen=view)).json()
    ended = (await officer.post(f"/organisations/{view['id']}/deregistration", reason, seen=view)).json()
    assert ended["deregistered_because"] == "负责人张某去世"
    assert all("张某" not in str(fact.data) for fact in await told(app))


async def test_a_revision_names_no_community(callers: Callers) -> None:
    clerk, view = await drafted(callers)
    named = await clerk.send("PUT", f"/organisations/{view['id']}/revision", declaration(), seen=view)
    assert [error["pointer"] for error in named.json()["errors"]] == ["/area_id"]


async def test_row_security_hides_the_initiators_of_hidden_organisations(app: FastAPI, callers: Callers) -> None:
    await drafted(callers)
    counted = text("select count(*) from initiator")
    async with app.state.sessions() as session:
        assert await session.scalar(counted) == 0
    async with app.state.sessions() as session:
        session.info.update(ranges=((EAST.scope_key, EAST.scope_key + "~"),))
        assert await session.scalar(counted) == 3
