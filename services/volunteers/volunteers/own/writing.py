"""One's own data gathered from all tables and written out: as JSON, or as a page to read and print."""

import tomllib
from datetime import datetime
from enum import StrEnum
from functools import cache
from html import escape
from typing import Any
from uuid import UUID

from pydantic_core import to_json
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis import clock
from chassis.tables import AreaCopy, FactRow
from chassis.vault import Vault
from volunteers.dated import DATA
from volunteers.facts import VolunteerUnmasked
from volunteers.own.kept import Person, Section, sections

# Key, title and rows.
Told = tuple[str, str, list[dict[str, Any]]]
ACCESSES = "查看完整资料的记录"


class Form(StrEnum):
    """导出格式."""

    JSON = "json"
    HTML = "html"


MEDIA = {Form.JSON: "application/json", Form.HTML: "text/html; charset=utf-8"}
STYLE = (
    "body{font-family:sans-serif}table{border-collapse:collapse;margin-bottom:1em;break-inside:avoid}"
    "td,th{border:1px solid #999;padding:4px 8px;text-align:left}th{width:12em;font-weight:normal;color:#555}"
)


@cache
def _words(of: str) -> dict[str, str]:
    """Names of columns (`labels`) or of what stands in them (`values`)."""
    read: dict[str, dict[str, str]] = tomllib.loads((DATA / "own_data.toml").read_text(encoding="utf-8"))
    return read[of]


async def kept(tx: AsyncSession, keys: Vault, person: Person) -> list[Told]:
    """Everything, table by table, the rows of each in the clear; areas by their names too."""
    areas = {
        each.id: each.name or each.code for each in await tx.execute(select(AreaCopy.id, AreaCopy.name, AreaCopy.code))
    }
    found = [(each.key, each.title, await _rows(tx, keys, each, person)) for each in sections()]
    for row in (row for *_, rows in found for row in rows if "area_id" in row):
        row["area"] = areas.get(row["area_id"])
    mine = FactRow.subject.in_([str(each) for each in person.volunteers])
    looked = select(FactRow.time, FactRow.data).where(mine, FactRow.type == VolunteerUnmasked.TYPE)
    accesses = await tx.execute(looked.order_by(FactRow.pos))
    return [*found, ("accesses", ACCESSES, [{"time": time, "reason": data["reason"]} for time, data in accesses])]


async def _rows(tx: AsyncSession, keys: Vault, section: Section, person: Person) -> list[dict[str, Any]]:
    return [section.row(each, keys) for each in await tx.scalars(section.of(person))]


def as_json(told: list[Told], at: datetime) -> bytes:
    """One object, its sections in order."""
    listed = [{"key": key, "title": title, "rows": rows} for key, title, rows in told]
    return to_json({"service": "volunteers", "exported_at": at, "sections": listed})


def as_html(told: list[Told], at: datetime) -> bytes:
    """A page without scripts: under each kind its records, one below the other, without the keys of other records."""
    when = at.astimezone(clock.CITY).strftime("%Y-%m-%d %H:%M")
    head = f'<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>{STYLE}</style>'
    title = f"<title>本人资料</title><h1>志愿服务系统保存的本人资料</h1><p>导出时间：{when}</p>"
    tables = (f"<h2>{escape(title)}</h2>{_table(rows)}" for _key, title, rows in told)
    return "".join([head, title, *tables, "</html>"]).encode()


def _table(rows: list[dict[str, Any]]) -> str:
    if not rows:
        return "<p>没有记录</p>"
    return "".join(f"<table>{''.join(_line(*each) for each in row.items())}</table>" for row in rows)


def _line(name: str, value: object) -> str:
    """A column that says something; what is a key or data for machines stands in the other form of export."""
    first = value[0] if isinstance(value, list) and value else value
    if first is None or first == [] or isinstance(first, UUID | dict):
        return ""
    return f"<tr><th>{escape(_words('labels').get(name, name))}</th><td>{escape(_shown(value))}</td></tr>"


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime):
        return value.astimezone(clock.CITY).strftime("%Y-%m-%d %H:%M")
    if isinstance(value, list):
        return "、".join(map(_shown, value))
    return _words("values").get(str(value), str(value))


WRITING = {Form.JSON: as_json, Form.HTML: as_html}
