"""Calls to a neighbour service: reads with a deadline and retries, signed by the calling service."""

from typing import Any

import httpx
import stamina
import structlog

from chassis.problems import Problem, Unavailable
from chassis.tokens import Signer


class NeighbourSilent(Unavailable):
    """所依赖的服务没有回应，暂不能办理。"""


class NeighbourRefused(Exception):
    """A neighbour's refusal of our read, with its status and problem type."""

    def __init__(self, status: int, problem: str) -> None:
        super().__init__(f"{status} {problem}")
        self.status = status
        self.problem = problem


def _passing(error: Exception) -> bool:
    """Whether trying again may help: the neighbour was not reached, or is restarting."""
    if isinstance(error, httpx.HTTPStatusError):
        return error.response.status_code in {502, 503, 504}
    return isinstance(error, httpx.TransportError)


class Neighbour:
    """One other service, read over HTTP. A request never writes to another service."""

    def __init__(
        self, name: str, address: str, signer: Signer, transport: httpx.AsyncBaseTransport | None = None
    ) -> None:
        self._name = name
        self._signer = signer
        self._http = httpx.AsyncClient(
            base_url=address, transport=transport, timeout=httpx.Timeout(3.0, connect=1.0), follow_redirects=False
        )

    async def get(
        self, path: str, query: dict[str, Any] | None = None, *, patience: float = 3.0, tries: int = 3
    ) -> Any:  # noqa: ANN401 - JSON
        """A read; `NeighbourSilent` when there is no answer in time, `NeighbourRefused` when it says no."""
        try:
            async for attempt in stamina.retry_context(
                on=_passing, attempts=tries, timeout=patience, wait_initial=0.05
            ):
                with attempt:
                    response = await self._http.get(path, params=query, headers=self._headers(), timeout=patience)
                    if response.status_code >= 500:  # noqa: PLR2004
                        response.raise_for_status()
        except (httpx.HTTPStatusError, httpx.TransportError) as silent:
            raise NeighbourSilent from silent
        if response.is_success:
            return response.json()
        raise NeighbourRefused(response.status_code, _problem_of(response))

    def _headers(self) -> dict[str, str]:
        request_id = structlog.contextvars.get_contextvars().get("request_id", "")
        return {"Authorization": f"Bearer {self._signer.for_service(self._name)}", "X-Request-Id": str(request_id)}

    async def close(self) -> None:
        """Ends its connections."""
        await self._http.aclose()


def _problem_of(response: httpx.Response) -> str:
    try:
        return str(response.json()["type"])
    except (ValueError, KeyError, TypeError):
        return Problem.type()
