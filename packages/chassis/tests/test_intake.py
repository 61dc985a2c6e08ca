"""Characters that no column keeps, bodies that cannot be read, instants beyond the calendar: refused by field."""

import json
from collections.abc import AsyncIterator
from typing import Annotated, Any, Literal

import httpx
import pytest
from fastapi import APIRouter, FastAPI, Request
from pydantic import BaseModel, Field, SecretStr, TypeAdapter, ValidationError

from chassis import problems
from chassis.clock import Instant
from chassis.intake import require_storable
from chassis.sheets import CellFault, Column


class Square(BaseModel, extra="forbid"):
    kind: Literal["square"]
    side: int


class Circle(BaseModel, extra="forbid"):
    kind: Literal["circle"]
    across: int


class Said(BaseModel):
    text: str = ""
    secret: SecretStr = SecretStr("")
    inside: list[dict[str, str]] = []
    shapes: list[Annotated[Square | Circle, Field(discriminator="kind")]] = []


@pytest.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    router = APIRouter()

    @router.post("/said")
    async def said(request: Request) -> str:
        await require_storable(request)
        return Said.model_validate(await request.json()).text

    @router.post("/read")
    async def read(body: Said) -> str:
        return body.text

    app = FastAPI()
    problems.install(app)
    app.include_router(router)
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="https://testserver") as opened:
        yield opened


def pointers(answer: Any) -> list[str]:
    assert answer.status_code == 422, answer.text
    return [error["pointer"] for error in answer.json()["errors"]]


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ({"text": "张\x00三"}, ["/text"]),
        ({"secret": "\ud800"}, ["/secret"]),
        ({"inside": [{}, {"a/b~c": "\x00"}], "text": "\x00"}, ["/inside/1/a~1b~0c", "/text"]),
        ({"\ud800": {"x": "\udfff"}}, ["/?/x"]),
        ("\x00", ["/"]),
        ({"text": "\x13", "inside": [{"a": "\b"}, {"b": "\x1f"}]}, ["/text", "/inside/0/a", "/inside/1/b"]),
    ],
)
async def test_what_no_column_can_keep_is_named_by_field(
    client: httpx.AsyncClient, body: Any, named: list[str]
) -> None:
    sent = json.dumps(body).encode()
    assert pointers(await client.post("/said", content=sent, headers={"Content-Type": "application/json"})) == named


async def test_a_query_is_looked_through_too(client: httpx.AsyncClient) -> None:
    assert pointers(await client.post("/said?name=a%00b&other=c", json={})) == ["?name"]
    assert pointers(await client.post("/said?name=a%0Ab&other=%1f", json={})) == ["?other"]


@pytest.mark.parametrize("text", ["😀", "\\u0000", "C:\\ud800", "C:\\boot\\forms", "一\n二\r\n\t三"])
async def test_what_only_looks_like_one_passes(client: httpx.AsyncClient, text: str) -> None:
    assert (await client.post("/said", json={"text": text})).json() == text


@pytest.mark.parametrize("sent", [b'"\xff\xfe"', b"[" * 5000, b'{"text": ' + b"9" * 5000 + b"}"])
async def test_a_body_that_cannot_be_read_is_the_one_at_fault(client: httpx.AsyncClient, sent: bytes) -> None:
    assert pointers(await client.post("/read", content=sent, headers={"Content-Type": "application/json"})) == ["/"]


@pytest.mark.parametrize(
    ("shape", "named"),
    [
        ({"kind": "square", "side": "x"}, "/shapes/1/side"),
        ({"kind": "square"}, "/shapes/1/side"),
        ({"kind": "square", "side": 1, "a/b": 1}, "/shapes/1/a~1b"),
        ({"kind": "ball"}, "/shapes/1/kind"),
        ({}, "/shapes/1/kind"),
        ("square", "/shapes/1"),
    ],
)
async def test_a_field_of_one_of_several_kinds_is_pointed_to_where_it_was_sent(
    client: httpx.AsyncClient, shape: Any, named: str
) -> None:
    shapes = [{"kind": "circle", "across": 1}, shape]
    assert pointers(await client.post("/read", json={"shapes": shapes})) == [named]


@pytest.mark.parametrize(
    "text", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "1899-12-31T23:59:59Z", "2026-11-23T09:00:00"]
)
def test_an_instant_lies_within_the_calendar_and_has_a_zone(text: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Instant).validate_python(text)


def test_a_cell_of_a_list_with_such_a_character_is_a_fault_whatever_file_it_came_in() -> None:
    name = Column("name", "姓名", "张三")
    assert name.read("演示甲\t") == "演示甲"
    for unkept in ("演示\x01甲", "演示\x7f甲\x1b"):
        with pytest.raises(CellFault, match="含有无法保存的字符"):
            name.read(unkept)
