"""Where records are found through the gateway, and the verbs that a caller is offered on them."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from chassis.access import Access, Scoped
from chassis.records import Action


class Offer(NamedTuple):
    """A verb: whether the rules allow it now, and the permission that it takes."""

    allowed: bool
    permission: StrEnum
    name: str
    label: str
    needs_reason: bool = False
    method: str = "POST"


def path(kind: str, record_id: UUID) -> str:
    """`/api/projects/needs/<id>`."""
    return f"/api/projects/{kind}/{record_id}"


def offered(here: str, row: Scoped, access: Access, offers: Iterable[Offer]) -> list[Action]:
    """The verbs that the rules and the caller's permissions allow now; a PATCH goes to the record itself."""
    return [
        Action(
            name=offer.name,
            method=offer.method,
            href=here if offer.method == "PATCH" else f"{here}/{offer.name}",
            needs_reason=offer.needs_reason,
            label=offer.label,
        )
        for offer in offers
        if offer.allowed and access.may(offer.permission, row)
    ]
