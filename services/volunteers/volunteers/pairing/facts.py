"""The facts about social workers paired with teams."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from chassis.facts import Fact


class _PairingFact(Fact):
    """What every fact about a pairing says; `members` is how many the team had then."""

    SUBJECT: ClassVar[str] = "pairing_id"

    pairing_id: UUID
    team_id: UUID
    organisation_id: UUID | None
    social_worker_id: UUID
    field: str
    members: int
    valid_from: date


class PairingStarted(_PairingFact):
    """双工结对已开始, from `valid_from` on; after a hand-over `predecessor_id` is the pairing before."""

    TYPE = "volunteers.pairing.started.v1"

    predecessor_id: UUID | None


class PairingHandoverDue(_PairingFact):
    """结对社工离开，待交接: `valid_from` is the first day without, `until` the last day to hand over."""

    TYPE = "volunteers.pairing.handover_due.v1"

    because: str
    until: date


class PairingHandedOver(_PairingFact):
    """双工结对已交接: from `valid_from` on the team is the successor's."""

    TYPE = "volunteers.pairing.handed_over.v1"

    successor_id: UUID
    successor_social_worker_id: UUID


class PairingEnded(_PairingFact):
    """双工结对已结束, from `valid_from` on: nothing of the team was to come, or it was dissolved."""

    TYPE = "volunteers.pairing.ended.v1"
