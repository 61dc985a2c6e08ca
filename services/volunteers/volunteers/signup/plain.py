"""Who may sign up, and the short way of a plain sign-up to its endpoint: a rush consists of them."""

import re
from typing import Any
from uuid import UUID

from fastapi import Request, Response
from fastapi.routing import APIRoute

from chassis.access import Access, principal_of, reach
from chassis.principal import Kind, SignInNeeded
from chassis.problems import Forbidden
from chassis.transaction import Handler
from volunteers.permissions import Permission

_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_KEY = re.compile(r"[\x21-\x7e]{8,128}")


async def signing(request: Request) -> Access:
    """Dependency: as `allow`, for a route that opens no session."""
    principal = await principal_of(request)
    access = reach(principal, Permission.SIGNUP_MAKE, request.app.state.roles)
    if access is None:
        raise SignInNeeded if principal.kind is Kind.ANONYMOUS else Forbidden
    return access


signing.permission = Permission.SIGNUP_MAKE  # type: ignore[attr-defined]


def _is_plain(request: Request) -> bool:
    """An id, a key, no query and no body; anything else, right or wrong, goes the usual way and is judged there."""
    headers = request.headers
    return (
        headers.get("content-length", "0") == "0"
        and "transfer-encoding" not in headers
        and not request.scope["query_string"]
        and _ID.fullmatch(request.path_params["id"]) is not None
        and _KEY.fullmatch(headers.get("idempotency-key", "")) is not None
    )


class PlainRoute(APIRoute):
    """The same endpoint, called at once: FastAPI's own way of finding these five values took a fifth of a sign-up."""

    def get_route_handler(self) -> Handler:
        """Wraps FastAPI's handler."""
        usual, endpoint = super().get_route_handler(), self.endpoint

        async def handle(request: Request) -> Response:
            if not _is_plain(request):
                return await usual(request)
            id_, key = UUID(request.path_params["id"]), request.headers["idempotency-key"]
            answer: Any = await endpoint(id=id_, request=request, by=await signing(request), key=key)
            return answer  # type: ignore[no-any-return]

        return handle
