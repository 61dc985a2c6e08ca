"""One's own data written out as it is read, table by table: as JSON, or as a page to read and print."""

import tomllib
from collections.abc import AsyncIterator
from datetime import datetime
from enum import StrEnum
from functools import cache
from html import escape
from typing import Any

from pydantic_core import to_json
from sqlalchemy import select

from chassis import clock
from chassis.database import Sessions, system_transaction
from chassis.tables import FactRow
from chassis.vault import Vault
from volunteers.dated import DATA
from volunteers.facts import VolunteerUnmasked
from volunteers.own.kept import Person, sections

AT_ONCE = 200
ACCESSES = "查看完整资料的记录"


class Form(StrEnum):
    """导出格式."""

    JSON = "json"
    HTML = "html"


MEDIA = {Form.JSON: "application/json", Form.HTML: "text/html; charset=utf-8"}
STYLE = "body{font-family:sans-serif}table{border-collapse:collapse}td,th{border:1px solid #999;padding:4px 8px}"


@cache
def _labels() -> dict[str, str]:
    read: dict[str, dict[str, str]] = tomllib.loads((DATA / "own_data.toml").read_text(encoding="utf-8"))
    return read["labels"]


async def rows(sessions: Sessions, keys: Vault, person: Person, at: datetime) -> AsyncIterator[tuple[str, str, Any]]:
    """Key, title and one row after the other; a title comes alone where its table has none."""
    async with system_transaction(sessions, at=at) as tx:
        for section in sections():
            yield section.key, section.title, None
            found = await tx.stream_scalars(section.of(person).execution_options(yield_per=AT_ONCE))
            async for record in found:
                yield section.key, section.title, section.row(record, keys)
        yield "accesses", ACCESSES, None
        mine = FactRow.subject.in_([str(each) for each in person.volunteers])
        looked = select(FactRow.time, FactRow.data).where(mine, FactRow.type == VolunteerUnmasked.TYPE)
        for time, data in await tx.execute(looked.order_by(FactRow.pos)):
            yield "accesses", ACCESSES, {"time": time, "reason": data["reason"]}


async def as_json(sessions: Sessions, keys: Vault, person: Person, at: datetime) -> AsyncIterator[bytes]:
    """One object, its sections in order."""
    yield b'{"service":"volunteers","exported_at":' + to_json(at) + b',"sections":['
    first, between = True, b""
    async for key, title, row in rows(sessions, keys, person, at):
        if row is None:
            head = to_json({"key": key, "title": title})[:-1] + b',"rows":['
            yield head if first else b"]}," + head
            first, between = False, b""
        else:
            yield between + to_json(row)
            between = b","
    yield b"]}]}"


async def as_html(sessions: Sessions, keys: Vault, person: Person, at: datetime) -> AsyncIterator[bytes]:
    """A page without scripts: one table for each kind of record."""
    when = at.astimezone(clock.CITY).strftime("%Y-%m-%d %H:%M")
    yield f'<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>{STYLE}</style>'.encode()
    yield f"<title>本人资料</title><h1>志愿服务系统保存的本人资料</h1><p>导出时间：{when}</p>".encode()
    opened, empty = "", False
    async for _key, title, row in rows(sessions, keys, person, at):
        if row is None:
            yield (opened + ("<p>没有记录</p>" if empty else "") + f"<h2>{escape(title)}</h2>").encode()
            opened, empty = "", True
        elif empty:
            heads = "".join(f"<th>{escape(_labels().get(name, name))}</th>" for name in row)
            yield f"<table><tr>{heads}</tr>{_line(row)}".encode()
            opened, empty = "</table>", False
        else:
            yield _line(row).encode()
    yield (opened + ("<p>没有记录</p>" if empty else "") + "</html>").encode()


def _line(row: dict[str, Any]) -> str:
    return "<tr>" + "".join(f"<td>{escape(_shown(value))}</td>" for value in row.values()) + "</tr>"


def _shown(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime):
        return value.astimezone(clock.CITY).strftime("%Y-%m-%d %H:%M")
    return "、".join(map(str, value)) if isinstance(value, list) else str(value)


WRITING = {Form.JSON: as_json, Form.HTML: as_html}
