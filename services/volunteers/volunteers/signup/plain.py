"""Who may sign up, and the short way of a plain sign-up to its endpoint: a rush consists of them."""

import re
from collections.abc import Awaitable, Callable
from uuid import UUID

from fastapi import Request, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from chassis.access import Access, principal_of, reach
from chassis.principal import Kind, SignInNeeded
from chassis.problems import Forbidden, Problem, answer
from volunteers.permissions import Permission

_PATH = re.compile(r"/opportunities/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/signups")
_KEY = re.compile(rb"[\x21-\x7e]{8,128}")


async def signing(request: Request) -> Access:
    """Dependency: as `allow`, for a route that opens no session."""
    principal = await principal_of(request)
    access = reach(principal, Permission.SIGNUP_MAKE, request.app.state.roles)
    if access is None:
        raise SignInNeeded if principal.kind is Kind.ANONYMOUS else Forbidden
    return access


signing.permission = Permission.SIGNUP_MAKE  # type: ignore[attr-defined]


class PlainSignUps:
    """The same endpoint, called at once: the framework's own way there and back took a seventh of a sign-up."""

    def __init__(self, app: ASGIApp, sign_up: Callable[..., Awaitable[Response]]) -> None:
        self._app, self._sign_up = app, sign_up

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Anything that is not plain, right or wrong, goes the usual way and is judged there."""
        asked = _asked(scope)
        if asked is None:
            await self._app(scope, receive, send)
            return
        id_, key = asked
        request = Request(scope, receive)
        try:
            response = await self._sign_up(id=id_, request=request, by=await signing(request), key=key)
        except Problem as refusal:
            response = answer(refusal, request)
        await response(scope, receive, send)


def _asked(scope: Scope) -> tuple[UUID, str] | None:
    """The id and the key of a plain sign-up: one of each header, no query and no body."""
    if scope["type"] != "http" or scope["method"] != "POST" or scope["query_string"]:
        return None
    path = _PATH.fullmatch(scope["path"])
    if path is None:
        return None
    headers: dict[bytes, bytes] = dict(scope["headers"])
    if len(headers) < len(scope["headers"]) or b"transfer-encoding" in headers:
        return None
    key = headers.get(b"idempotency-key", b"")
    if headers.get(b"content-length", b"0") != b"0" or _KEY.fullmatch(key) is None:
        return None
    return UUID(path[1]), key.decode()
