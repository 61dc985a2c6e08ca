"""The fact about registrations that look like one person's."""

from typing import ClassVar
from uuid import UUID

from chassis.facts import Fact


class DuplicateJudged(Fact):
    """疑似重复已认定: of the same person, with the registration under which they go on, or of different people."""

    TYPE = "volunteers.duplicate.judged.v1"
    SUBJECT: ClassVar[str] = "judgement_id"

    judgement_id: UUID
    volunteer_ids: list[UUID]
    verdict: str
    stays_id: UUID | None
