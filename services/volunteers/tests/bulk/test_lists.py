"""Paper lists of volunteers over HTTP: judged, answered in the same workbook, entered whole, and taken away again."""

import io
from typing import Any

import openpyxl
import pytest
from fastapi import FastAPI
from sqlalchemy import func, select, text, update

from chassis import clock, jobs
from chassis.principal import Role
from chassis.tables import AreaCopy
from chassis.testing import CITY, EAST, EAST_RC, EAST_RC_2, STONE, STONE_VC, Caller, Callers, everywhere, told
from procedures.bulk import keeping
from procedures.bulk.dated import ListRule
from services.volunteers.tests.bulk.lists import HEAD, answered, confirm, done, lay, line, workbook
from services.volunteers.tests.make import person_number, registration, volunteer
from volunteers.bulk.sheet import SHEET
from volunteers.volunteer import rules
from volunteers.volunteer.model import GuardianConsent, Relation, Volunteer


@pytest.fixture
def officer(callers: Callers) -> Caller:
    return callers.as_(Role.TOWN_OFFICER, EAST)


async def test_a_list_is_checked_first_and_entered_when_confirmed(app: FastAPI, officer: Caller) -> None:
    job = await lay(app, officer, workbook(line(), line(姓名="演示乙")))
    assert (job["state"], job["counts"]) == ("waiting", {"new": 2}), job
    assert [action["name"] for action in job["actions"]] == ["confirmation", "cancellation"]
    assert await told(app, "volunteers.volunteer.registered.v1") == []
    job = await confirm(app, officer, job)
    assert (job["state"], job["counts"], job["done"]) == ("done", {"new": 2}, 2), job
    facts = await told(app, "volunteers.volunteer.registered.v1")
    assert [(each.actor, each.data["age_band"], each.data["groups"]) for each in facts] == [
        (str(officer.account_id), "35_59", ["party_member", "retiree"])
    ] * 2
    assert "演示" not in str([each.data for each in facts])
    assert [each.data["counts"] for each in await told(app, "volunteers.list.imported.v1")] == [{"new": 2}]
    items = (await officer.get("/volunteers")).json()["items"]
    assert {(each["name"], each["masked"], each["area_id"]) for each in items} == {("演*", True, str(EAST_RC.id))}


async def test_the_same_list_again_adds_nobody(app: FastAPI, officer: Caller) -> None:
    content = workbook(line(), line())
    await confirm(app, officer, await lay(app, officer, content))
    again = await lay(app, officer, content)
    assert again["counts"] == {"same": 2}
    refused = await officer.post(f"/jobs/{again['id']}/confirmation", {}, seen=again)
    assert (refused.status_code, refused.json()["type"]) == (422, "nothing-to-enter")
    async with everywhere(app) as tx:
        assert await tx.scalar(select(func.count()).select_from(Volunteer)) == 2


async def test_a_number_drawn_twice_is_drawn_again(
    app: FastAPI, callers: Callers, officer: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, there = await volunteer(callers, STONE_VC)  # in another town, where the officer sees nobody
    taken = there["number"]
    monkeypatch.setattr(rules, "new_number", lambda _scope_key: taken)
    job = await confirm(app, officer, await lay(app, officer, workbook(line(), line())))
    assert (job["state"], job["counts"]) == ("done", {"new": 2}), job
    async with everywhere(app) as tx:
        assert len(set(await tx.scalars(select(Volunteer.number)))) == 3


PLANTED: list[tuple[str, Any, str]] = [
    ("姓名", "张", "至少 2 个字"),
    ("姓名", "", "必填"),
    ("证件类型", "军官证", "不在可选范围内"),
    ("证件号码", person_number()[:-1] + "?", "不该出现的字符"),
    ("证件号码", "4401", "位数不对"),
    ("证件号码", 440000198001011234.0, "存成了数字"),
    ("证件号码", "", "必填"),
    ("联系电话", "12345", "请填写手机号码"),
    ("村（社区）", STONE_VC.code, "不在您的管辖范围内"),
    ("村（社区）", EAST.code, "没有这个村（社区）"),
    ("群体", "共产党员、群众", "不在可选范围内"),
    ("特长", "、".join(f"特长{n}" for n in range(11)), "至多 10 项"),
    ("同意日期", "2026-02-30", "应为日期"),
    ("同意日期", "2099-01-01", "晚于今天"),
    ("监护人电话", "13800000000", "一并填写"),
]


async def test_every_fault_is_named_in_its_row_and_column_of_the_same_workbook(app: FastAPI, officer: Caller) -> None:
    rows = [line()]
    for column, value, _ in PLANTED:
        rows += [line(**{column: value}), line()]
    twice = line()
    rows += [twice, twice]
    job = await lay(app, officer, workbook(*rows))
    assert job["counts"] == {"new": len(PLANTED) + 2, "wrong": len(PLANTED) + 1}, job
    page = await answered(officer, job)
    heads = [cell.value for cell in page[1]]
    assert heads == [*HEAD, "错误", "处理结果"]
    faults = heads.index("错误") + 1
    for place, (column, value, told_as) in enumerate(PLANTED):
        number = 3 + 2 * place
        assert (column if column != "监护人电话" else "监护人姓名") in page.cell(number, faults).value
        assert told_as in page.cell(number, faults).value, (column, value)
        at = page.cell(number, HEAD.index("监护人姓名" if column == "监护人电话" else column) + 1)
        assert told_as in at.comment.text
        assert at.fill.fgColor.rgb == "FFFFC7CE"
        assert page.cell(number - 1, faults).value is None
    last = page.cell(len(rows) + 1, faults).value
    assert f"与第 {len(rows)} 行是同一人" in last
    shown = (await officer.get(job["faults"].removeprefix("/api/volunteers"))).json()["items"]
    named = {(each["row"], each["column"]): each["fault"] for each in shown}
    for place, (column, _, told_as) in enumerate(PLANTED):
        assert told_as in named[3 + 2 * place, "监护人姓名" if column == "监护人电话" else column]
    assert {row for row, _ in named} == {*range(3, 3 + 2 * len(PLANTED), 2), len(rows) + 1}


COMMITTEE = "花园新村社区居民委员会"


@pytest.mark.parametrize(
    ("names", "said", "told_as"),
    [
        ((COMMITTEE, None), COMMITTEE, None),
        ((COMMITTEE, None), "花园新村社区", None),
        (("花园新村居民委员会", "花园社区居民委员会"), "花园新村社区", None),
        (("林村村民委员会", "西湖村村民委员会"), "林村", None),
        (("林村村民委员会", "西湖村村民委员会"), "西湖村", None),
        (
            (COMMITTEE, "花园新村居民委员会"),
            "花园新村社区",
            f"有 2 个叫“花园新村社区”的村（社区），请填 12 位代码：{COMMITTEE}",
        ),
        ((COMMITTEE, "花园新村居民委员会"), COMMITTEE, None),
        ((COMMITTEE, None), "花园新村", "没有这个村（社区）"),
    ],
)
async def test_a_community_is_found_by_the_name_that_screens_show(
    app: FastAPI, officer: Caller, names: tuple[str | None, str | None], said: str, told_as: str | None
) -> None:
    async with everywhere(app) as tx:
        for place, name in zip((EAST_RC, EAST_RC_2), names, strict=True):
            (await tx.get_one(AreaCopy, place.id)).name = name
        (await tx.get_one(AreaCopy, STONE_VC.id)).name = COMMITTEE  # beyond the officer's reach
    job = await lay(app, officer, workbook(line(**{"村（社区）": said})))
    if told_as is None:
        assert job["counts"] == {"new": 1}
    else:
        page = await answered(officer, job)
        assert page["E2"].comment.text.startswith(told_as)


CHILD = {"证件号码": person_number("20150601"), "同意日期": "2026-05-01"}
GUARDIAN = {"监护人姓名": "监护人", "监护人电话": "13800000000"}


@pytest.mark.parametrize("said", ["祖父母", "外祖父母", "祖父母、外祖父母", "祖父母或外祖父母", "（外）祖父母"])
async def test_grandparents_are_one_choice_however_they_are_written(
    app: FastAPI, officer: Caller, demo_time: Any, said: str
) -> None:
    officer.headers.update(demo_time("2026-06-01T09:00:00+08:00"))
    job = await confirm(app, officer, await lay(app, officer, workbook(line(**CHILD, **GUARDIAN, 监护人关系=said))))
    assert job["counts"] == {"new": 1}
    async with everywhere(app) as tx:
        assert await tx.scalar(select(GuardianConsent.relation)) == Relation.GRANDPARENT


@pytest.mark.parametrize("born", [CHILD, {}])
@pytest.mark.parametrize(
    ("guardian", "told_as"),
    [
        (GUARDIAN | {"监护人关系": "邻居"}, "监护人关系：不在可选范围内：父母、祖父母或外祖父母、其他监护人"),
        ({"监护人姓名": "监护人", "监护人关系": "父母"}, "监护人电话：监护人的姓名、电话、关系须一并填写"),
        (GUARDIAN | {"监护人电话": "1", "监护人关系": "父母"}, "监护人电话：请填写手机号码，或带区号的固定电话"),
        (
            {"监护人电话": "13800000000", "监护人关系": "邻居"},
            "监护人关系：不在可选范围内：父母、祖父母或外祖父母、其他监护人；监护人姓名：监护人的姓名、电话、关系须一并填写",
        ),
    ],
)
async def test_only_an_empty_cell_of_the_guardian_is_asked_for(
    app: FastAPI, officer: Caller, demo_time: Any, born: dict[str, str], guardian: dict[str, str], told_as: str
) -> None:
    officer.headers.update(demo_time("2026-06-01T09:00:00+08:00"))
    page = await answered(
        officer, await lay(app, officer, workbook(line(**{"同意日期": "2026-05-01"} | born, **guardian)))
    )
    assert page.cell(2, len(HEAD) + 1).value == told_as


def test_no_choice_holds_what_choices_are_parted_by() -> None:
    words = [word for column in SHEET.columns for word in column.choices.values()]
    assert not [word for word in words if set(word) & set("、,，;；")]


async def test_of_many_faults_the_first_two_hundred_are_shown_and_none_where_there_are_none(
    app: FastAPI, callers: Callers, officer: Caller
) -> None:
    job = await lay(app, officer, workbook(line(), *[line(联系电话="1") for _ in range(201)]))
    assert job["counts"] == {"new": 1, "wrong": 201}
    path = f"/jobs/{job['id']}/faults"
    shown = (await officer.get(path)).json()["items"]
    assert (len(shown), shown[-1]["row"]) == (200, 202)
    assert (await callers.as_(Role.TOWN_OFFICER, STONE).get(path)).status_code == 404
    faultless = await lay(app, officer, workbook(line()))
    assert faultless["faults"] is None


async def test_a_list_with_faults_comes_in_without_them_or_not_at_all(app: FastAPI, officer: Caller) -> None:
    job = await lay(app, officer, workbook(line(), line(联系电话="1")))
    refused = await officer.post(f"/jobs/{job['id']}/confirmation", {}, seen=job)
    assert (refused.status_code, refused.json()["type"]) == (422, "rows-wrong")
    job = await confirm(app, officer, job, skip_wrong=True)
    assert (job["state"], job["counts"]) == ("done", {"new": 1, "wrong": 1})
    assert len(await told(app, "volunteers.volunteer.registered.v1")) == 1


async def test_a_list_changes_whom_it_registered_and_leaves_who_registered_by_phone(
    app: FastAPI, callers: Callers, officer: Caller
) -> None:
    by_phone = registration(EAST_RC)
    await callers.as_(Role.VOLUNTEER).post("/volunteers", by_phone)
    elsewhere = registration(STONE_VC)
    await callers.as_(Role.VOLUNTEER).post("/volunteers", elsewhere)
    number = person_number()
    await confirm(app, officer, await lay(app, officer, workbook(line(证件号码=number))))
    moved = line(证件号码=number, **{"村（社区）": EAST_RC_2.code, "群体": "青少年"})
    other_name = line(证件号码=number, 姓名="另一人")
    own = line(证件号码=by_phone["id_number"], 姓名="演示甲", 群体="")
    away = line(证件号码=elsewhere["id_number"], 姓名="演示甲")
    job = await lay(app, officer, workbook(moved, own, away))
    assert job["counts"] == {"changed": 1, "kept": 2}
    page = await answered(officer, job)
    said = [page.cell(row, len(HEAD) + 2).value.partition("：") for row in (2, 3, 4)]
    assert [each[0] for each in said] == ["更新", "已有，不作更改", "已有，不作更改"]
    assert [each[2][:4] for each in said] == ["", "本人已用", "此人已在"]
    job = await confirm(app, officer, job)
    assert (job["state"], job["counts"]) == ("done", {"changed": 1, "kept": 2})
    assert [each.data["groups"] for each in await told(app, "volunteers.volunteer.changed.v1")] == [["youth"]]
    async with everywhere(app) as tx:
        changed = (await tx.scalars(select(Volunteer).where(Volunteer.registered_by.is_not(None)))).one()
        assert (changed.area_id, changed.groups, changed.version) == (EAST_RC_2.id, ["youth"], 2)
    assert (await lay(app, officer, workbook(other_name)))["counts"] == {"wrong": 1}


async def test_who_registers_by_phone_claims_the_registration_on_paper(
    app: FastAPI, callers: Callers, officer: Caller
) -> None:
    number = person_number()
    await confirm(app, officer, await lay(app, officer, workbook(line(证件号码=number, 姓名="演示纸"))))
    stranger = await callers.as_(Role.VOLUNTEER).post("/volunteers", registration(id_number=number, name="演示甲"))
    assert (stranger.status_code, stranger.json()["type"]) == (409, "person-registered")
    caller = callers.as_(Role.VOLUNTEER)
    claimed = await caller.post("/volunteers", registration(id_number=number, name="演示纸"))
    assert claimed.status_code == 201, claimed.text
    mine = (await caller.get("/volunteers")).json()["items"]
    assert [each["id"] for each in mine] == [claimed.json()["id"]]
    facts = await told(app, "volunteers.volunteer.registered.v1")
    assert [each.subject for each in facts] == [claimed.json()["id"]] * 2
    assert facts[1].data["account_id"] == str(caller.account_id)
    again = await callers.as_(Role.VOLUNTEER).post("/volunteers", registration(id_number=number, name="演示纸"))
    assert again.json()["type"] == "person-registered"


async def test_a_child_comes_in_with_a_guardian_alone(app: FastAPI, officer: Caller, demo_time: Any) -> None:
    officer.headers.update(demo_time("2026-06-01T09:00:00+08:00"))
    number = person_number("20150601")
    dated = {"证件号码": number, "同意日期": "2026-05-01"}
    assert (await lay(app, officer, workbook(line(**dated))))["counts"] == {"wrong": 1}
    guardian = {"监护人姓名": "监护人", "监护人电话": "13800000000", "监护人关系": "父母"}
    job = await confirm(app, officer, await lay(app, officer, workbook(line(**dated, **guardian))))
    assert job["counts"] == {"new": 1}
    facts = await told(app, "volunteers.volunteer.registered.v1")
    assert [(each.data["age_band"], clock.day(each.time).isoformat()) for each in facts] == [("under_14", "2026-06-01")]


async def test_csv_as_a_spreadsheet_in_china_writes_it(app: FastAPI, officer: Caller) -> None:
    text = "\r\n".join(",".join(map(str, row)) for row in (HEAD, line(), line()))
    assert (await lay(app, officer, text.encode("gb18030")))["counts"] == {"new": 2}
    assert (await lay(app, officer, text.encode("utf-8-sig")))["counts"] == {"new": 2}
    broken = await lay(app, officer, b"PK not a workbook")
    assert (broken["state"], broken["detail"]) == ("failed", "文件无法读取，请上传 xlsx 工作簿或 CSV 文件。")
    headless = await lay(app, officer, "姓名,证件号码\n甲乙,1".encode())
    assert headless["detail"] == "缺少列：联系电话、村（社区）、同意日期"


async def test_a_cancelled_list_leaves_nothing(app: FastAPI, officer: Caller) -> None:
    job = await lay(app, officer, workbook(line()))
    left = await officer.post(f"/jobs/{job['id']}/cancellation", seen=job)
    assert left.json()["state"] == "cancelled", left.text
    late = await officer.post(f"/jobs/{job['id']}/confirmation", {}, seen=left.json())
    assert late.json()["type"] == "job-not-waiting"
    twice = await officer.post(f"/jobs/{job['id']}/cancellation", seen=left.json())
    assert twice.json()["type"] == "job-over"


async def test_a_list_that_is_cancelled_while_it_is_entered_leaves_nothing(app: FastAPI, officer: Caller) -> None:
    job = await lay(app, officer, workbook(line()))
    asked = await officer.post(f"/jobs/{job['id']}/confirmation", {}, seen=job)
    async with everywhere(app) as tx:
        running = await tx.get(jobs.Job, asked.json()["id"])
        running.cancelled = True
    after = await done(app, officer, asked.json())
    assert (after["state"], await told(app, "volunteers.volunteer.registered.v1")) == ("cancelled", [])


async def test_what_a_killed_worker_had_begun_is_done_once(app: FastAPI, officer: Caller) -> None:
    job = await lay(app, officer, workbook(line()))
    asked = await officer.post(f"/jobs/{job['id']}/confirmation", {}, seen=job)
    async with everywhere(app) as tx:
        begun = await tx.get(jobs.Job, asked.json()["id"])
        begun.state = jobs.State.RUNNING  # as its worker left it
    assert (await done(app, officer, asked.json()))["state"] == "done"
    assert (await done(app, officer, asked.json()))["state"] == "done"
    assert len(await told(app, "volunteers.volunteer.registered.v1")) == 1


GIVEN_UP = text("select procrastinate_finish_job_v1(id, 'failed', false) from procrastinate_jobs where status = 'todo'")


@pytest.mark.parametrize(("cancelled", "ended"), [(False, "failed"), (True, "cancelled")])
async def test_what_the_queue_has_given_up_is_ended(app: FastAPI, officer: Caller, cancelled: bool, ended: str) -> None:
    content = workbook(line())
    job = (await officer.post("/imports/volunteers", params={"name": "名单.xlsx"}, content=content)).json()
    async with everywhere(app) as tx:
        (await tx.get(jobs.Job, job["id"])).state = jobs.State.RUNNING  # and its database went away
    begun = (await officer.get(f"/jobs/{job['id']}")).json()
    if cancelled:
        await officer.post(f"/jobs/{job['id']}/cancellation", seen=begun)
    await jobs.end_lost(app.state.sessions, clock.wall())
    assert (await officer.get(f"/jobs/{job['id']}")).json()["state"] == "running"
    async with everywhere(app) as tx:
        await tx.execute(GIVEN_UP)
    await jobs.end_lost(app.state.sessions, clock.wall())
    job = (await officer.get(f"/jobs/{job['id']}")).json()
    assert (job["state"], job["actions"]) == (ended, [])


async def kept(app: FastAPI) -> set[tuple[str, str]]:
    async with everywhere(app) as tx:
        files = await tx.scalars(select(jobs.JobFile))
        return {(str(each.job_id), each.role) for each in files}


async def test_lists_are_kept_no_longer_than_they_serve(app: FastAPI, officer: Caller) -> None:
    entered = await confirm(app, officer, await lay(app, officer, workbook(line())))
    waiting = await lay(app, officer, workbook(line()))
    taken = await done(app, officer, (await officer.post("/exports/volunteers", {})).json())
    await keeping.forget(app.state.sessions, clock.wall())
    assert await kept(app) == {
        (entered["id"], "result"),
        (waiting["id"], "given"),
        (waiting["id"], "result"),
        (taken["id"], "result"),
    }
    for job in (entered, waiting, taken):
        assert (await officer.get(f"/jobs/{job['id']}/result")).status_code == 200
    async with everywhere(app) as tx:
        await tx.execute(update(jobs.Job).values(made_at=clock.wall() - ListRule.on(clock.day(clock.wall())).kept))
    await keeping.forget(app.state.sessions, clock.wall())
    assert await kept(app) == set()
    for job, state in ((entered, "done"), (waiting, "cancelled"), (taken, "done")):
        seen = (await officer.get(f"/jobs/{job['id']}")).json()
        assert (seen["state"], seen["result"], seen["actions"]) == (state, None, [])
        assert (await officer.get(f"/jobs/{job['id']}/result")).status_code == 404


async def test_lists_are_seen_in_their_area_and_laid_by_who_collects_forms(
    app: FastAPI, callers: Callers, officer: Caller
) -> None:
    job = await lay(app, officer, workbook(line()))
    assert (await callers.as_(Role.TOWN_OFFICER, EAST).get(f"/jobs/{job['id']}")).status_code == 200
    assert (await callers.as_(Role.TOWN_OFFICER, STONE).get(f"/jobs/{job['id']}")).status_code == 404
    for role in (Role.LEADER, Role.SOCIAL_WORKER, Role.VOLUNTEER):
        refused = await callers.as_(role, EAST).post("/imports/volunteers", params={"name": "a.csv"}, content=b"x")
        assert refused.status_code == 403
    async with everywhere(app) as tx:
        kept = (await tx.scalars(select(jobs.JobFile.cipher))).all()
    assert len(kept) == 2
    assert all("演示纸".encode() not in each for each in kept)


async def test_the_template_names_columns_and_ones_communities(callers: Callers) -> None:
    answer = await callers.as_(Role.TOWN_OFFICER, STONE).get("/imports/volunteers/template")
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    assert book.sheetnames == ["志愿者名单", "填写说明", "村（社区）"]
    assert [cell.value.rstrip("*") for cell in book.worksheets[0][1]][:5] == HEAD[:5]
    assert [cell.value for cell in book.worksheets[2]["A"]] == ["代码", STONE_VC.code]


async def test_a_template_filled_in_below_its_example_comes_in(app: FastAPI, officer: Caller) -> None:
    book = openpyxl.load_workbook(io.BytesIO((await officer.get("/imports/volunteers/template")).content))
    heads = [cell.value.rstrip("*") for cell in book.worksheets[0][1]]
    row = dict(zip(HEAD, line(), strict=True))
    for place, head in enumerate(heads, start=1):
        book.worksheets[0].cell(3, place, row.get(head, ""))
    file = io.BytesIO()
    book.save(file)
    assert (await lay(app, officer, file.getvalue()))["counts"] == {"new": 1}


async def test_a_list_is_taken_away_masked_or_with_a_reason_in_full(
    app: FastAPI, callers: Callers, officer: Caller
) -> None:
    number = person_number()
    await volunteer(callers, EAST_RC, name="=cmd()", id_number=number)
    await volunteer(callers, STONE_VC)
    asked = await officer.post("/exports/volunteers", {"group": "retiree"})
    assert asked.status_code == 202, asked.text
    job = await done(app, officer, asked.json())
    assert (job["state"], job["counts"]) == ("done", {"rows": 1}), job
    page = await answered(officer, job)
    assert (page["B2"].value, page["D2"].value) == ("'=*", f"{number[:4]}**********{number[-4:]}")
    bare = await officer.post("/exports/volunteers", {"full": True})
    assert bare.json()["type"] == "reason-missing"
    asked = await officer.post("/exports/volunteers", {"full": True, "reason": "年度核对"})
    job = await done(app, officer, asked.json())
    page = await answered(officer, job)
    assert (page["B2"].value, page["D2"].value) == ("'=cmd()", number)
    assert [(each.data["full"], each.data["reason"]) for each in await told(app, "volunteers.list.exported.v1")] == [
        (False, None),
        (True, "年度核对"),
    ]
    colleague = callers.as_(Role.TOWN_OFFICER, EAST)
    assert (await colleague.get(f"/jobs/{job['id']}/result")).status_code == 404
    leader = callers.as_(Role.LEADER, CITY)
    assert (await leader.post("/exports/volunteers", {})).status_code == 403
