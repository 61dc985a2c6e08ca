"""What no column, sheet or paper can hold is refused by field before all else: control characters, lone surrogates."""

import json
import re
from collections.abc import Iterator
from typing import Any

from fastapi import Request

from chassis.problems import FieldError, Invalid

# A body is looked through only if its bytes can hold one: in JSON they are written as escapes.
_SUSPECT = re.compile(rb"\\(u00[01]|u[dD][89a-fA-F]|[bf])")
UNKEPT_TOLD = "含有无法保存的字符"
UNKEPT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


async def require_storable(request: Request) -> None:
    """Refuses a query or a JSON body with such a character, naming each field."""
    found: list[str] = []
    if re.search(rb"%[01]", request.scope["query_string"]):
        found += [f"?{name}" for name, value in request.query_params.multi_items() if UNKEPT.search(value)]
    if "json" in request.headers.get("content-type", "") and _SUSPECT.search(sent := await request.body()):
        found += _places(_read(sent))
    if found:
        raise Invalid(errors=[FieldError(pointer=place, title=UNKEPT_TOLD) for place in found])


def _read(sent: bytes) -> Any:  # noqa: ANN401 - JSON
    """What is no JSON is refused where the request is taken apart."""
    try:
        return json.loads(sent)
    except (ValueError, RecursionError):
        return None


def _places(value: Any, here: str = "") -> Iterator[str]:  # noqa: ANN401 - JSON
    """Where one stands; in a name, the field is one that nobody knows."""
    if isinstance(value, dict):
        for name, each in value.items():
            part = name.replace("~", "~0").replace("/", "~1").encode(errors="replace").decode()
            yield from _places(each, f"{here}/{part}")
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from _places(each, f"{here}/{number}")
    elif isinstance(value, str) and UNKEPT.search(value):
        yield here or "/"
