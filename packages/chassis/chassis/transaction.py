"""One request is one transaction: opened by the first statement, committed before the answer leaves.

The route holds it rather than a dependency, so that the stored answer of an idempotent request is the very
answer given, in the same transaction as its effects.
"""

import json
from collections.abc import Callable, Coroutine
from typing import Annotated, Any, TypeVar

from fastapi import Depends, Request, Response
from fastapi.routing import APIRoute
from pydantic import BaseModel
from sqlalchemy.exc import DataError, IntegrityError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm.exc import StaleDataError

from chassis import idempotency
from chassis.access import principal_of
from chassis.bell import COMMITTED
from chassis.clock import request_time
from chassis.faults import strike
from chassis.intake import require_storable
from chassis.problems import Conflict, Invalid, Problem, Unavailable

Handler = Callable[[Request], Coroutine[Any, Any, Response]]
Endpoint = TypeVar("Endpoint", bound=Callable[..., Any])
READING = frozenset({"GET", "HEAD"})


# Characters, numbers or instants that PostgreSQL cannot hold; without a state when the driver already refused them.
UNHELD = {None, "22021", "22P05", "22003", "22008"}


async def transaction(request: Request) -> AsyncSession:
    """Dependency: the session of this request."""
    session: AsyncSession = request.state.session
    return session


Tx = Annotated[AsyncSession, Depends(transaction)]


class View(BaseModel):
    """What a record looks like from outside; `version` becomes its ETag."""

    version: int


def _translated(error: Exception) -> Problem | None:
    """What the database refused, as a problem; a bug stays an error."""
    if isinstance(error, StaleDataError | IntegrityError):
        return Conflict()
    if isinstance(error, OperationalError | PoolTimeout):
        return Unavailable()
    if isinstance(error, OverflowError):
        return Invalid("日期或数值超出可用范围")  # an instant at the end of the calendar
    if isinstance(error, DataError) and getattr(error.orig, "sqlstate", None) in UNHELD:
        return Invalid()
    return None


class TransactionRoute(APIRoute):
    """The route class of every service."""

    def __init__(self, path: str, endpoint: Callable[..., Any], **options: Any) -> None:  # noqa: ANN401 - FastAPI's own
        methods = set(options.get("methods") or ())
        exempt = getattr(endpoint, "keyless", False)
        self.keyed = "POST" in methods and not exempt
        if self.keyed:
            options["dependencies"] = [*(options.get("dependencies") or ()), Depends(idempotency.required_key)]
        super().__init__(path, endpoint, **options)

    def get_route_handler(self) -> Handler:
        """Wraps the handler in session, idempotency and commit."""
        inner = super().get_route_handler()

        async def handle(request: Request) -> Response:
            app_state = request.app.state
            await require_storable(request)
            async with app_state.sessions() as session:
                session.info.update(at=await request_time(request), request_id=request.state.request_id)
                request.state.session = session
                try:
                    _strike(request, "after-receipt")
                    response = await self._answered(inner, request, session)
                    _strike(request, "before-commit")
                    await session.commit()
                    # Before anything else is awaited: the sequencer has not seen the commit yet.
                    _strike(request, "after-commit")
                except Exception as error:
                    await session.rollback()
                    problem = _translated(error)
                    if problem is None:
                        raise
                    raise problem from error
            if request.method not in READING:
                app_state.bell.ring({COMMITTED, *session.info.get("rings", ())})
            return response

        return handle

    async def _answered(self, inner: Handler, request: Request, session: AsyncSession) -> Response:
        if not self.keyed or "idempotency-key" not in request.headers:
            return self._tagged(await inner(request))
        principal = await principal_of(request)
        claim = await idempotency.claim(session, request, principal)
        if isinstance(claim, Response):
            return claim
        response = self._tagged(await inner(request))
        await idempotency.keep(session, request.app.state.vault, claim, response)
        return response

    def _tagged(self, response: Response) -> Response:
        model = self.response_model
        if isinstance(model, type) and issubclass(model, View) and response.status_code < 300:  # noqa: PLR2004
            response.headers["ETag"] = f'"{json.loads(bytes(response.body))["version"]}"'
        return response


def _strike(request: Request, point: str) -> None:
    if request.method not in READING:
        strike(point)


def keyless(endpoint: Endpoint) -> Endpoint:
    """Marks a POST that needs no Idempotency-Key (sign-in, renewal, batch reads)."""
    endpoint.keyless = True  # type: ignore[attr-defined]
    return endpoint
