"""Makes lists for the registry and lets it do with them what its worker would."""

import io
from collections.abc import Sequence
from typing import Any

import openpyxl
from fastapi import FastAPI

from chassis import jobs
from chassis.testing import EAST_RC, Caller
from services.registry.tests.make import id_number, numbered

FILED = {
    "组织名称": "东风睦邻互助社",
    "村（社区）": EAST_RC.code,
    "组织类型": "社会团体类",
    "类别": "慈善互助类",
    "活动场所": "社区综合服务中心二楼",
    "成员人数": "12",
    "自然人发起人": "；".join(f"演示{n} {id_number(n)}" for n in (1, 2, 3)),
    "法人发起人": "",
    "备案编号": "东城备〔2024〕12号",
    "备案日期": "2024-06-01",
}
BY_BODIES = f"演示公司 {numbered(1)}；演示中心 {numbered(2)}"
WORKER = {
    "姓名": "演示社工",
    "证件类型": "",
    "证件号码": id_number(7),
    "服务片区": EAST_RC.code,
    "职业水平等级": "助理社会工作师",
    "证书编号": "DEMO-000001",
    "发证日期": "2020-06-01",
    "用人单位类型": "镇街直聘",
    "所在机构": "",
    "登记日期": "2025-06-01",
}


def workbook(*rows: dict[str, Any]) -> bytes:
    """The list as a file."""
    book = openpyxl.Workbook()
    book.active.append(list(rows[0]))
    for row in rows:
        book.active.append(list(row.values()))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


async def lay(app: FastAPI, by: Caller, kind: str, content: bytes) -> dict[str, Any]:
    """Uploads a list and lets it be checked; the job afterwards."""
    answer = await by.post(f"/imports/{kind}", params={"name": "名册.xlsx"}, content=content)
    assert answer.status_code == 202, answer.text
    return await done(app, by, answer.json())


async def done(app: FastAPI, by: Caller, job: dict[str, Any]) -> dict[str, Any]:
    """Lets a job be done, as the worker would."""
    await jobs.carry_out(app.state, job["id"])
    return (await by.get(f"/jobs/{job['id']}")).json()


async def confirm(app: FastAPI, by: Caller, job: dict[str, Any], **body: Any) -> dict[str, Any]:
    """Confirms it and lets it be entered."""
    answer = await by.post(f"/jobs/{job['id']}/confirmation", body, seen=job)
    assert answer.status_code == 202, answer.text
    return await done(app, by, answer.json())


async def answered(by: Caller, job: dict[str, Any]) -> Any:
    """The workbook that came back."""
    answer = await by.get(job["result"].removeprefix("/api/registry"))
    assert answer.status_code == 200, answer.text
    return openpyxl.load_workbook(io.BytesIO(answer.content)).worksheets[0]


async def faults(by: Caller, job: dict[str, Any]) -> Sequence[str]:
    """The column of faults, row by row."""
    page = await answered(by, job)
    at = [cell.value for cell in page[1]].index("错误") + 1
    return [page.cell(number, at).value or "" for number in range(2, page.max_row + 1)]
