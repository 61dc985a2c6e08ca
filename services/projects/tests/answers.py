"""What a test expects of an answer: a view of what was made, or a refusal by its name."""

from typing import Any

import httpx


def made(response: httpx.Response, status: int = 200) -> dict[str, Any]:
    """The view of what was made."""
    assert response.status_code == status, response.text
    return dict(response.json())


def refused(response: httpx.Response, name: str, status: int | None = None) -> dict[str, Any]:
    """The problem by its name."""
    body = response.json()
    assert body.get("type") == name, body
    assert status is None or response.status_code == status, body
    return dict(body)
