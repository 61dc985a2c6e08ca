"""Makes paper lists and lets the service do with them what its worker would."""

import io
from typing import Any

import openpyxl
from fastapi import FastAPI

from chassis import jobs
from chassis.testing import EAST_RC, Caller
from services.volunteers.tests.make import person_number

HEAD = [
    *("姓名", "证件类型", "证件号码", "联系电话", "村（社区）", "群体", "特长", "同意日期"),
    *("监护人姓名", "监护人电话", "监护人关系"),
]


def line(**changes: Any) -> list[Any]:
    """A row of a paper list."""
    row = {
        "姓名": "演示纸",
        "证件类型": "居民身份证",
        "证件号码": person_number(),
        "联系电话": "13800000001",
        "村（社区）": EAST_RC.code,
        "群体": "共产党员、离退休人员",
        "特长": "理发、摄影",
        "同意日期": "2026-11-01",
    }
    return [(row | changes).get(name, "") for name in HEAD]


def workbook(*rows: list[Any]) -> bytes:
    """The list as a file."""
    book = openpyxl.Workbook()
    book.active.append(HEAD)
    for row in rows:
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


async def lay(app: FastAPI, by: Caller, content: bytes) -> dict[str, Any]:
    """Uploads a list and lets it be checked; the job afterwards."""
    answer = await by.post("/imports/volunteers", params={"name": "名单.xlsx"}, content=content)
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
    answer = await by.get(job["result"].removeprefix("/api/volunteers"))
    assert answer.status_code == 200, answer.text
    return openpyxl.load_workbook(io.BytesIO(answer.content)).worksheets[0]
