"""Stands for the registry in tests: what it says of organisations, or that nobody answers."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import httpx


@dataclass
class Registry:
    """Stands for the registry: what it says of organisations, or that it does not answer."""

    said: dict[str, dict[str, Any]] = field(default_factory=dict)
    silent: bool = False

    def answer(self, request: httpx.Request) -> httpx.Response:
        """`GET /organisations/{id}/standing?on=`."""
        if self.silent:
            raise httpx.ConnectError("nobody there")
        organisation_id = request.url.path.split("/")[2]
        good = {"standing": "good", "may_bid": True, "reasons": []}
        said = good | self.said.get(organisation_id, {})
        shown = {"organisation_id": organisation_id, "on": request.url.params["on"], "name": "演示社", "uscc": None}
        return httpx.Response(200, json=shown | {"path": "filed"} | said)

    def bars(self, organisation_id: UUID, standing: str) -> None:
        """From now on it does not stand."""
        reasons = [{"code": standing, "title": f"当日{standing}"}]
        self.said[str(organisation_id)] = {"standing": standing, "may_bid": False, "reasons": reasons}
