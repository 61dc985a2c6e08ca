"""Acceptance: all evidence, stages in order, corrections answered, the survey closed, and never by who asked."""

from datetime import timedelta
from typing import Any

from chassis.principal import Role
from chassis.testing import EAST, told
from services.projects.tests.answers import made, refused
from services.projects.tests.buying import EVIDENCE
from services.projects.tests.make import PDF, PHONES, uploaded
from services.projects.tests.market import Market

ALL: list[dict[str, Any]] = [{"name": each, "text": "见附件"} for each in EVIDENCE]
OPINION = {"opinion": "材料齐全，同意验收"}


def asked(stage_no: int = 1, evidence: list[dict[str, Any]] = ALL) -> dict[str, Any]:
    """申请."""
    return {"stage_no": stage_no, "evidence": evidence}


async def test_nothing_is_asked_without_its_evidence_or_out_of_order(market: Market) -> None:
    contract, winner = await market.signed(), market.at(market.providers[0], market.after_notice)
    path = f"/contracts/{contract['id']}/acceptances"
    problem = refused(await winner.post(path, asked(evidence=ALL[:1]), seen=contract), "evidence-missing", 422)
    assert problem["errors"][0]["title"] == "缺少：财务报告"
    more = [*ALL, {"name": "满意度名单", "text": "自行选择的受访者"}]
    problem = refused(await winner.post(path, asked(evidence=more), seen=contract), "evidence-missing", 422)
    assert problem["errors"][0]["pointer"] == "/evidence/2/name"
    refused(await winner.post(path, asked(2), seen=contract), "stage-out-of-order")
    refused(await winner.post(path, asked(3), seen=contract), "stage-unknown", 422)
    made(await winner.post(path, asked(), seen=contract), 201)
    refused(await winner.post(path, asked(), seen=contract), "version-stale", 412)
    contract = made(await winner.get(f"/contracts/{contract['id']}"))
    refused(await winner.post(path, asked(), seen=contract), "stage-out-of-order")


async def test_nothing_is_asked_under_a_contract_that_is_not_signed(market: Market) -> None:
    officer, winner = (market.at(each, market.after_notice) for each in (market.officer, market.providers[0]))
    purchase = await market.awarded()
    drafted = market.agreed(purchase["awarded_fen"])
    contract = made(await officer.post(f"/purchases/{purchase['id']}/contract", drafted), 201)
    contract = made(await officer.post(f"/contracts/{contract['id']}/offer", seen=contract))
    refused(
        await winner.post(f"/contracts/{contract['id']}/acceptances", asked(), seen=contract), "contract-not-in-force"
    )


async def test_files_of_the_evidence_are_seen_with_the_acceptance(market: Market) -> None:
    contract, winner = await market.signed(), market.at(market.providers[0], market.after_notice)
    path, officer = f"/contracts/{contract['id']}/acceptances", market.at(market.officer, market.after_notice)
    added, foreign = await uploaded(winner, "服务记录.pdf"), await uploaded(officer)
    content = f"/attachments/{added['id']}/content"
    assert (await officer.get(content)).status_code == 404
    strange = [ALL[0], ALL[1] | {"attachment_ids": [foreign["id"]]}]
    problem = refused(await winner.post(path, asked(evidence=strange), seen=contract), "attachment-unknown", 422)
    assert problem["errors"][0]["pointer"] == "/evidence/1/attachment_ids/0"
    shown = [ALL[0] | {"attachment_ids": [added["id"]]}, ALL[1]]
    acceptance = made(await winner.post(path, asked(evidence=shown), seen=contract), 201)
    assert acceptance["evidence"][0]["attachment_ids"] == [added["id"]]
    assert (await officer.get(content)).content == PDF
    day = (market.after_notice + timedelta(days=10)).date().isoformat()
    correcting = {"findings": ["财务报告缺页"], "due_on": day}
    seen = made(await officer.post(f"/acceptances/{acceptance['id']}/correction", correcting, seen=acceptance))
    report = await uploaded(winner, "财务报告.pdf", PDF + b"\n")
    better = [shown[0], ALL[1] | {"attachment_ids": [report["id"]]}]
    replies = [{"finding_id": seen["findings"][0]["id"], "text": "已补齐"}]
    answer = {"evidence": better, "replies": replies}
    made(await winner.post(f"/acceptances/{acceptance['id']}/resubmission", answer, seen=seen))
    assert (await officer.get(f"/attachments/{report['id']}/content")).status_code == 200
    listed = made(await officer.get("/attachments", subject_id=acceptance["id"]))["items"]
    assert {each["id"] for each in listed} == {added["id"], report["id"]}


async def test_the_provider_names_no_respondents(market: Market) -> None:
    contract, winner = await market.signed(), market.at(market.providers[0], market.after_notice)
    chosen = asked() | {"respondent_ids": [str(market.officer.account_id)]}
    problem = refused(await winner.post(f"/contracts/{contract['id']}/acceptances", chosen, seen=contract), "invalid")
    assert problem["errors"][0]["pointer"] == "/respondent_ids"


async def test_not_passed_before_the_survey_is_closed_nor_by_who_asked(market: Market) -> None:
    acceptance = await market.requested()
    officer, path = market.at(market.officer, market.after_notice), f"/acceptances/{acceptance['id']}/passing"
    refused(await officer.post(path, OPINION, seen=acceptance), "survey-not-closed", 409)
    winner = market.at(market.providers[0], market.after_notice)
    refused(await winner.post(path, OPINION, seen=acceptance), "forbidden", 403)
    both = market.callers.as_(Role.TOWN_OFFICER, EAST, account_id=market.providers[0].account_id)
    refused(await market.at(both, market.after_notice).post(path, OPINION, seen=acceptance), "own-request", 403)


async def test_a_correction_is_answered_before_anything_is_passed_or_closed(market: Market) -> None:
    acceptance = await market.requested()
    await market.surveyed(acceptance, 1_000_000)
    officer, path = market.at(market.officer, market.after_notice), f"/acceptances/{acceptance['id']}"
    day = (market.after_notice + timedelta(days=10)).date().isoformat()
    late = (market.after_notice + timedelta(days=60)).date().isoformat()
    body = {"findings": ["缺少三月服务记录", "签到表不清"], "due_on": day}
    much = await officer.post(f"{path}/correction", body | {"due_on": late}, seen=acceptance)
    problem = refused(much, "correction-too-long")
    assert problem["errors"][0]["title"].endswith(f" 至 {problem['latest']} 之间")
    seen = made(await officer.post(f"{path}/correction", body, seen=acceptance))
    refused(await officer.post(f"{path}/passing", OPINION, seen=seen), "correction-open", 409)
    project = made(await officer.get(f"/projects/{acceptance['project_id']}"))
    closing = {"outcome": "结束", "met_need_ids": []}
    refused(await officer.post(f"/projects/{project['id']}/closing", closing, seen=project), "correction-open", 409)
    winner = market.at(market.providers[0], market.after_notice)
    first, second = seen["findings"]
    one = {"evidence": ALL, "replies": [{"finding_id": first["id"], "text": "已补充"}]}
    refused(await winner.post(f"{path}/resubmission", one, seen=seen), "replies-missing", 422)
    both = one | {"replies": [*one["replies"], {"finding_id": second["id"], "text": "已重印"}]}
    seen = made(await winner.post(f"{path}/resubmission", both, seen=seen))
    refused(await winner.post(f"{path}/resubmission", both, seen=seen), "nothing-to-correct")
    passed = made(await officer.post(f"{path}/passing", OPINION, seen=seen))
    assert passed["state"] == "passed"
    assert {each["state"] for each in passed["findings"]} == {"closed"}


async def test_the_activities_of_the_stage_are_listed_by_the_system(market: Market) -> None:
    contract = await market.signed()
    held = []
    for day in (3, 5):
        moment = market.after_notice + timedelta(days=day)
        held.append((await market.held(contract, moment))["id"])
    winner, path = market.at(market.providers[0], moment + timedelta(hours=25)), f"/contracts/{contract['id']}"
    seen = made(await winner.get(path))
    refused(
        await winner.post(f"{path}/acceptances", {"stage_no": 1, "evidence": ALL}, seen=seen),
        "recording-still-open",
        409,
    )
    acceptance = await market.requested(contract, moment=moment + timedelta(hours=26))
    assert acceptance["activity_ids"] == held
    await market.surveyed(acceptance, 1_000_000)
    await market.passed(acceptance)
    last = await market.requested(contract, 2)
    assert last["activity_ids"] == []  # none is counted twice


async def test_what_took_place_is_neither_called_off_nor_left_open(market: Market) -> None:
    """The provider does not choose its respondents: whoever was recorded is asked."""
    contract, moment = await market.signed(), market.after_notice + timedelta(days=1)
    activity = await market.published(contract, moment)
    path, body = f"/activities/{activity['id']}", {"phones": PHONES[:3]}
    worker = market.at(market.town.worker, moment + timedelta(hours=1))
    made(await worker.post(f"{path}/participations", body), 201)
    after = moment + timedelta(days=30)
    manager, reason = market.at(market.providers[0], after), {"reason": "未举办"}
    seen = made(await manager.get(path))
    assert [each["name"] for each in seen["actions"]] == ["completion"]
    assert made(await manager.get(f"{path}/participation"))["actions"] == []
    refused(await manager.post(f"{path}/cancellation", reason, seen=seen), "activity-takes-place", 409)
    contract = made(await manager.get(f"/contracts/{contract['id']}"))
    asking = f"/contracts/{contract['id']}/acceptances"
    refused(await manager.post(asking, asked(), seen=contract), "activity-unfinished", 409)
    made(await manager.post(f"{path}/completion", seen=seen))
    acceptance = made(await manager.post(asking, asked(), seen=contract), 201)
    assert acceptance["activity_ids"] == [activity["id"]]


async def test_what_nobody_came_to_is_called_off_once_nobody_can_be_recorded(market: Market) -> None:
    contract, moment = await market.signed(), market.after_notice + timedelta(days=1)
    activity = await market.published(contract, moment)
    path, reason = f"/activities/{activity['id']}", {"reason": "大雨，无人到场"}
    meanwhile = market.at(market.providers[0], moment + timedelta(hours=3))
    refused(await meanwhile.post(f"{path}/cancellation", reason, seen=activity), "activity-takes-place", 409)
    after = market.at(market.providers[0], moment + timedelta(days=30))
    (offered,) = made(await after.get(f"{path}/participation"))["actions"]
    assert offered["name"] == "cancellation"
    assert made(await after.post(f"{path}/cancellation", reason, seen=activity))["state"] == "cancelled"


async def test_an_inspection_is_asked_of_every_officer_who_may_inspect(market: Market) -> None:
    """Who asked for it in a provider's name belongs to an organisation, and inspects nowhere."""
    await market.requested()
    tasks = [each.data for each in await told(market.app, "projects.task.opened.v1")]
    (asked,) = [each for each in tasks if each["title_code"] == "acceptance-inspection"]
    assert (asked["barred_account_id"], asked["stand_in_role"]) == (None, None)
