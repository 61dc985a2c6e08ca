"""Where records are found through the gateway."""

from uuid import UUID


def path(kind: str, record_id: UUID) -> str:
    """`/api/projects/needs/<id>`."""
    return f"/api/projects/{kind}/{record_id}"
