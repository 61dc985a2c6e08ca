"""Refusals by name: each is a class, answered as RFC 9457 and enumerated in OpenAPI."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from chassis import messages

MEDIA_TYPE = "application/problem+json"


class FieldError(BaseModel):
    """One field that is wrong, by JSON pointer."""

    pointer: str
    title: str


class Problem(Exception):
    """请求未能办理。"""

    status: ClassVar[int] = 409
    headers: ClassVar[Mapping[str, str]] = {}

    def __init__(
        self,
        detail: str | None = None,
        *,
        pointer: str | None = None,
        errors: list[FieldError] | None = None,
        **params: object,
    ) -> None:
        super().__init__(detail or self.title())
        self.detail = detail
        self.params = params
        self.errors = errors or ([FieldError(pointer=pointer, title=self.title())] if pointer else [])

    @classmethod
    def type(cls) -> str:
        """The kebab-case name that clients match on."""
        return re.sub(r"(?<!^)(?=[A-Z])", "-", cls.__name__).lower()

    @classmethod
    def title(cls) -> str:
        """The first line of the class docstring, Chinese."""
        return (cls.__doc__ or "").strip().splitlines()[0]

    def body(self, request_id: str) -> dict[str, Any]:
        """The answer's JSON; absent parts are left out."""
        body: dict[str, Any] = {"type": self.type(), "title": self.title(), "status": self.status}
        if self.detail:
            body["detail"] = self.detail
        if self.errors:
            body["errors"] = [error.model_dump() for error in self.errors]
        return (
            body | {key: value for key, value in self.params.items() if value is not None} | {"request_id": request_id}
        )


class Invalid(Problem):
    """填写的内容有误。"""

    status = 422


class NotFound(Problem):
    """没有找到，或不在您的管辖范围内。"""

    status = 404


class Forbidden(Problem):
    """您没有办理此事的权限。"""

    status = 403


class MethodNotAllowed(Problem):
    """此地址不支持这种操作。"""

    status = 405


class TooLarge(Problem):
    """提交的内容过大。"""

    status = 413


class Unavailable(Problem):
    """服务暂时不可用，请稍后再试。"""

    status = 503
    headers: ClassVar[Mapping[str, str]] = {"Retry-After": "2"}


class Conflict(Problem):
    """记录刚被他人修改，请刷新后再试。"""


class Unexpected(Problem):
    """系统内部错误，请把编号告诉管理员。"""

    status = 500


def every_problem(root: type[Problem] = Problem) -> Iterator[type[Problem]]:
    """All refusals that this process can answer."""
    for cls in root.__subclasses__():
        yield cls
        yield from every_problem(cls)


def answer(problem: Problem, request: Request) -> JSONResponse:
    """The HTTP answer of a refusal."""
    request_id = getattr(request.state, "request_id", "")
    return JSONResponse(problem.body(request_id), problem.status, dict(problem.headers), MEDIA_TYPE)


def problems(*refusals: type[Problem]) -> dict[int | str, dict[str, Any]]:
    """`responses=` of a route: its refusals by status, each named."""
    by_status: dict[int | str, dict[str, Any]] = {}
    for refusal in refusals:
        entry = by_status.setdefault(refusal.status, {"content": {MEDIA_TYPE: {}}, "x-problems": []})
        entry["x-problems"].append(refusal.type())
    for entry in by_status.values():
        entry["description"] = " · ".join(entry["x-problems"])
        entry["content"] = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return by_status


def _pointer(found: Mapping[str, Any], sent: Any) -> str:  # noqa: ANN401 - JSON
    """A JSON pointer for a body field; `?name` and `header name` for the others.

    Beside a field Pydantic names which kind of a union it took it for: only what was sent, or is missing, is a place.
    """
    place, *rest = found["loc"]
    if place != "body":
        return {"query": "?", "path": "path:", "header": "header:"}.get(str(place), "") + ".".join(map(str, rest))
    parts = []
    for part in rest:
        if part in (sent if isinstance(sent, Mapping) else range(len(sent)) if isinstance(sent, list) else ()):
            sent = sent[part]
            parts.append(part)
    kind = found.get("ctx", {}).get("discriminator", "").strip("'")  # the field that says which, where it is wrong
    parts += rest[-1:] if found["type"] == "missing" else filter(None, [kind])
    return "/" + "/".join(str(part).replace("~", "~0").replace("/", "~1") for part in parts)


def invalid_input(error: RequestValidationError) -> Invalid:
    """What Pydantic found, in Chinese and with pointers; the input itself is not repeated."""
    return Invalid(
        errors=[FieldError(pointer=_pointer(each, error.body), title=messages.of(each)) for each in error.errors()]
    )


def install(app: FastAPI) -> None:
    """Answers every refusal and every accident of the framework as a problem."""

    async def refused(request: Request, problem: Exception) -> JSONResponse:
        assert isinstance(problem, Problem)  # noqa: S101 - the handler is registered for this class only
        return answer(problem, request)

    async def invalid(request: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, RequestValidationError)  # noqa: S101
        return answer(invalid_input(error), request)

    async def framework(request: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, HTTPException)  # noqa: S101
        kinds: dict[int, type[Problem]] = {404: NotFound, 405: MethodNotAllowed, 413: TooLarge, 403: Forbidden}
        # The rest is a body that could not be read at all.
        refusal = kinds[error.status_code]() if error.status_code in kinds else Invalid(pointer="/")
        response = answer(refusal, request)
        response.headers.update(error.headers or {})
        return response

    app.add_exception_handler(Problem, refused)
    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(HTTPException, framework)
