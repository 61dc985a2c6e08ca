"""Lists of organisations and social workers over HTTP: judged by the law of their day, confirmed by another."""

from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import func, select, text

from chassis.database import new_id
from chassis.principal import Role
from chassis.tables import AreaCopy, Audience
from chassis.testing import CITY, EAST, EAST_RC, EAST_RC_2, STONE, STONE_VC, Caller, Callers, everywhere, told
from registry.bulk.sheets import ORGANISATIONS, SOCIAL_WORKERS
from registry.organisation.model import Organisation
from registry.social_worker.model import SocialWorker
from services.registry.tests.bulk.lists import BY_BODIES, FILED, WORKER, answered, confirm, done, faults, lay, workbook
from services.registry.tests.make import application, declaration, id_number


@pytest.fixture
def officer(callers: Callers) -> Caller:
    return callers.as_(Role.TOWN_OFFICER, EAST)


async def test_filings_on_paper_come_in_by_two_officers(app: FastAPI, callers: Callers, officer: Caller) -> None:
    draft = {
        **FILED,
        "组织名称": "东风棋艺社",
        "备案编号": "",
        "备案日期": "",
        "自然人发起人": "",
        "法人发起人": BY_BODIES,
    }
    job = await lay(app, officer, "organisations", workbook(FILED, draft))
    assert (job["state"], job["counts"]) == ("waiting", {"new": 2}), job
    assert [each["name"] for each in job["actions"]] == ["cancellation"]
    refused = await officer.post(f"/jobs/{job['id']}/confirmation", {}, seen=job)
    assert (refused.status_code, refused.json()["type"]) == (403, "own-list")
    second = callers.as_(Role.TOWN_OFFICER, EAST)
    job = await confirm(app, second, job)
    assert (job["state"], job["counts"]) == ("done", {"new": 2}), job
    assert [(each.type, each.actor) for each in (await told(app))[:2]] == [
        ("registry.organisation.filed.v1", str(second.account_id)),
        ("registry.organisation.drafted.v1", str(second.account_id)),
    ]
    filed = (await told(app, "registry.organisation.filed.v1"))[0]
    assert (filed.data["number"], filed.data["valid_from"]) == ("东城备〔2024〕12号", "2024-06-01")
    items = {each["name"]: each for each in (await officer.get("/organisations")).json()["items"]}
    assert {name: each["state"] for name, each in items.items()} == {"东风睦邻互助社": "filed", "东风棋艺社": "draft"}
    view = (await officer.get(f"/organisations/{items['东风睦邻互助社']['id']}")).json()
    assert (len(view["initiators"]), view["judged_by"]) == (3, "粤民规字〔2022〕2号(试行)")
    again = await lay(app, officer, "organisations", workbook(FILED, draft, {**FILED, "成员人数": "30"}))
    assert again["counts"] == {"same": 2, "wrong": 1}
    changed = await lay(app, officer, "organisations", workbook({**FILED, "成员人数": "30"}))
    assert changed["counts"] == {"kept": 1}


PLANTED: list[tuple[str, Any, str]] = [
    ("组织名称", "东风睦邻协会", "名称须以"),
    ("组织名称", "", "必填"),
    ("村（社区）", STONE_VC.code, "不在您的管辖范围内"),
    ("组织类型", "基金会", "不在可选范围内"),
    ("类别", "其它", "不在可选范围内"),
    ("成员人数", "十二", "应为整数"),
    ("成员人数", "9", "成员须有 10 名以上（依据 粤民规字〔2022〕2号(试行)）"),
    ("自然人发起人", f"演示 {id_number(1)}", "发起人须有 3 名以上自然人"),
    ("自然人发起人", "演示 44190019800101001", "位数不对"),
    ("自然人发起人", id_number(1), "姓名、空格、证件号码"),
    ("法人发起人", "演示公司 91441900", "应为18位"),
    ("备案编号", "", "一并填写"),
    ("备案日期", "2014-01-01", "没有可适用的规定"),
    ("备案日期", "2099-01-01", "晚于今天"),
]


async def test_every_fault_of_an_organisation_is_named_in_its_row_and_column(app: FastAPI, officer: Caller) -> None:
    rows = [
        {**FILED, "组织名称": f"演示{n}互助社", "备案编号": f"东城备-{n:03}", column: value}
        for n, (column, value, _) in enumerate(PLANTED)
    ]
    job = await lay(app, officer, "organisations", workbook(*rows))
    assert job["counts"] == {"wrong": len(PLANTED)}
    page, said = await answered(officer, job), await faults(officer, job)
    for number, (column, value, told_as) in enumerate(PLANTED):
        assert told_as in said[number], (column, value, said[number])
        assert column in said[number]
        assert told_as in page.cell(number + 2, list(FILED).index(column) + 1).comment.text


async def test_communities_are_found_by_the_names_that_screens_show(app: FastAPI, officer: Caller) -> None:
    async with everywhere(app) as tx:
        (await tx.get_one(AreaCopy, EAST_RC.id)).name = "花园新村社区居民委员会"
        (await tx.get_one(AreaCopy, EAST_RC_2.id)).name = "林村村民委员会"
    filed = await lay(app, officer, "organisations", workbook({**FILED, "村（社区）": "花园新村社区"}))
    serving = await lay(app, officer, "social-workers", workbook({**WORKER, "服务片区": "林村"}))
    assert (filed["counts"], serving["counts"]) == ({"new": 1}, {"new": 1})


def test_no_choice_holds_what_choices_are_parted_by() -> None:
    columns = (*ORGANISATIONS.columns, *SOCIAL_WORKERS.columns)
    assert not [word for each in columns for word in each.choices.values() if set(word) & set("、,，;；")]


async def test_an_organisation_stands_on_a_list_once(app: FastAPI, officer: Caller) -> None:
    job = await lay(app, officer, "organisations", workbook(FILED, FILED, {**FILED, "备案编号": "东城备-2"}))
    assert (job["counts"], await faults(officer, job)) == (
        {"new": 1, "wrong": 2},
        ["", "备案编号：与第 2 行重复；组织名称：与第 2 行重复", "组织名称：与第 2 行重复"],
    )
    await officer.post("/organisations", declaration())
    assert (await lay(app, officer, "organisations", workbook(FILED)))["counts"] == {"kept": 1}
    async with everywhere(app) as tx:
        assert await tx.scalar(select(func.count()).select_from(Organisation)) == 1


async def test_social_workers_come_in_by_the_rule_of_their_day(app: FastAPI, callers: Callers, officer: Caller) -> None:
    filing = await lay(app, officer, "organisations", workbook(FILED))
    await confirm(app, callers.as_(Role.TOWN_OFFICER, EAST), filing)
    other = {
        "证件号码": id_number(8),
        "证书编号": "DEMO-000002",
        "用人单位类型": "社工机构",
        "所在机构": FILED["备案编号"],
    }
    content = workbook(WORKER, {**WORKER, **other, "服务片区": EAST.code})
    job = await confirm(app, officer, await lay(app, officer, "social-workers", content))
    assert (job["state"], job["counts"]) == ("done", {"new": 2}), job
    facts = await told(app, "registry.social_worker.registered.v1")
    assert [(each.data["valid_from"], each.data["valid_to"]) for each in facts] == [("2025-06-01", "2028-06-01")] * 2
    assert facts[1].data["organisation_id"] is not None
    assert (await lay(app, officer, "social-workers", content))["counts"] == {"same": 2}
    async with everywhere(app) as tx:
        assert await tx.scalar(select(func.count()).select_from(SocialWorker)) == 2
    by_hand = await officer.post("/social-workers", application(EAST_RC_2, id_number=id_number(7)))
    assert by_hand.json()["type"] == "already-registered"


async def test_every_fault_of_a_social_worker_is_named(app: FastAPI, officer: Caller) -> None:
    await officer.post("/social-workers", application(id_number=id_number(9), certificate_number="DEMO-999999"))
    planted = [
        ("证书编号", "1", "格式不符"),
        ("证书编号", "DEMO-999999", "登记在他人名下"),
        ("发证日期", "2025-07-01", "证书日期不能晚于登记日期"),
        ("所在机构", "无此机构", "没有这个机构"),
        ("用人单位类型", "社工机构", "须填所在机构"),
        ("登记日期", "2099-01-01", "晚于今天"),
        ("职业水平等级", "", "必填"),
    ]
    rows = [
        {**WORKER, "证件号码": id_number(100 + n), "证书编号": f"DEMO-1{n:05}", column: value}
        for n, (column, value, _) in enumerate(planted)
    ]
    job = await lay(app, officer, "social-workers", workbook(*rows))
    assert job["counts"] == {"wrong": len(planted)}
    for said, (column, value, told_as) in zip(await faults(officer, job), planted, strict=True):
        assert told_as in said, (column, value, said)


async def test_whoever_opens_a_list_may_lay_it_and_the_auditor_reads_that_they_did(
    app: FastAPI, callers: Callers, officer: Caller
) -> None:
    job = await lay(app, officer, "social-workers", workbook(WORKER))
    for reader in (
        callers.as_(Role.DEPARTMENT_OFFICER, EAST),
        callers.as_(Role.DEPARTMENT_OFFICER),
        callers.as_(Role.LEADER),
    ):
        seen = await reader.get(f"/jobs/{job['id']}")
        assert (seen.status_code, seen.json()["result"]) == (200, None)
        refused = await reader.get(f"/jobs/{job['id']}/result")
        assert (refused.status_code, refused.headers["content-type"]) == (403, "application/problem+json")
    assert await told(app, "registry.list.opened.v1") == []
    openers = [officer, callers.as_(Role.TOWN_OFFICER, EAST), callers.as_(Role.BUREAU_OFFICER)]
    for opener in openers:
        assert (await answered(opener, job))["A2"].value == WORKER["姓名"]
    assert [
        (each.actor, each.audience, each.scope_key, each.data) for each in await told(app, "registry.list.opened.v1")
    ] == [
        (
            str(opener.account_id),
            Audience.AUDIT,
            EAST.scope_key,
            {"job_id": job["id"], "kind": "social-workers", "laid_by": str(officer.account_id)},
        )
        for opener in openers
    ]


async def test_a_list_is_decided_by_who_may_lay_it(app: FastAPI, callers: Callers, officer: Caller) -> None:
    job = await lay(app, officer, "social-workers", workbook(WORKER))
    for reader in (callers.as_(Role.DEPARTMENT_OFFICER, EAST), callers.as_(Role.LEADER)):
        assert (await reader.get(f"/jobs/{job['id']}")).json()["actions"] == []
        for verb, body in (("confirmation", {}), ("cancellation", None)):
            assert (await reader.post(f"/jobs/{job['id']}/{verb}", body, seen=job)).status_code == 403
    colleague = callers.as_(Role.TOWN_OFFICER, EAST)
    offered = (await colleague.get(f"/jobs/{job['id']}")).json()["actions"]
    assert [each["name"] for each in offered] == ["confirmation", "cancellation"]
    ended = await colleague.post(f"/jobs/{job['id']}/cancellation", seen=job)
    assert ended.json()["state"] == "cancelled", ended.text


async def test_a_row_that_was_out_of_reach_stays_out_whoever_confirms(
    app: FastAPI, callers: Callers, officer: Caller
) -> None:
    away = {**FILED, "组织名称": "石排互助社", "备案编号": "石备〔2024〕1号", "村（社区）": STONE_VC.code}
    job = await lay(app, officer, "organisations", workbook(FILED, away))
    assert job["counts"] == {"new": 1, "wrong": 1}
    job = await confirm(app, callers.as_(Role.BUREAU_OFFICER), job, skip_wrong=True)
    assert (job["state"], job["counts"]) == ("done", {"new": 1, "wrong": 1})
    assert [each.scope_key for each in await told(app, "registry.organisation.filed.v1")] == [EAST_RC.scope_key]


async def test_a_list_of_two_towns_lies_above_both(app: FastAPI, callers: Callers, officer: Caller) -> None:
    account = new_id()
    grants = [
        {"role": Role.TOWN_OFFICER, "area_id": str(town.id), "scope_key": town.scope_key} for town in (EAST, STONE)
    ]
    claims = {"sub": str(account), "kind": "staff", "sid": str(new_id()), "grants": grants}
    both = Caller(app, callers.signer.sign(claims), account)
    away = {**WORKER, "证件号码": id_number(8), "证书编号": "DEMO-000002", "服务片区": STONE_VC.code}
    job = await lay(app, both, "social-workers", workbook(WORKER, away))
    assert (job["area_id"], job["counts"]) == (str(CITY.id), {"new": 2})
    for one in (officer, callers.as_(Role.TOWN_OFFICER, STONE)):
        assert (await one.get(f"/jobs/{job['id']}")).status_code == 404
    bureau = callers.as_(Role.BUREAU_OFFICER)
    assert (await bureau.get(f"/jobs/{job['id']}/result")).status_code == 200
    job = await confirm(app, both, job)
    assert (job["state"], job["counts"]) == ("done", {"new": 2})
    [imported] = await told(app, "registry.list.imported.v1")
    assert imported.scope_key == CITY.scope_key


async def test_lists_of_a_kind_are_entered_one_after_another(app: FastAPI, callers: Callers, officer: Caller) -> None:
    draft = workbook({**FILED, "备案编号": "", "备案日期": ""})
    laid = [await lay(app, officer, "organisations", draft) for _ in range(2)]
    async with everywhere(app) as tx:
        await tx.execute(text("delete from procrastinate_jobs"))  # what was checked
    second = callers.as_(Role.TOWN_OFFICER, EAST)
    for job in laid:
        assert (await second.post(f"/jobs/{job['id']}/confirmation", {}, seen=job)).status_code == 202
    async with everywhere(app) as tx:
        begun = [await tx.scalar(text("select (procrastinate_fetch_job_v2(null, null)).args->>'job_id'")) for _ in laid]
    assert begun == [laid[0]["id"], None]
    for job, counts in zip(laid, ({"new": 1}, {"same": 1}), strict=True):
        assert (await done(app, officer, job))["counts"] == counts


async def test_lists_are_taken_away_as_filtered(app: FastAPI, callers: Callers, officer: Caller) -> None:
    await officer.post("/organisations", declaration())
    await officer.post("/organisations", declaration(name="+另一互助社", category="culture_sports"))
    await officer.post("/social-workers", application())
    asked = await officer.post("/exports/organisations", {"category": "culture_sports", "area_id": str(EAST_RC.id)})
    page = await answered(officer, await done(app, officer, asked.json()))
    assert [[cell.value for cell in row][:4] for row in page.iter_rows(min_row=2)] == [
        ["'+另一互助社", f"测试{EAST_RC.code}", "社会团体类", "文体健身类"]
    ]
    asked = await officer.post("/exports/social-workers", {})
    page = await answered(officer, await done(app, officer, asked.json()))
    assert [cell.value for cell in page[2]][:4] == ["演*", f"测试{EAST_RC.code}", "助理社会工作师", "DEMO-000001"]
    refused = await officer.post("/exports/social-workers", {"full": True, "reason": "核对"})
    assert refused.status_code == 403
    assert (await callers.as_(Role.SOCIAL_WORKER, EAST).post("/exports/social-workers", {})).status_code == 403
