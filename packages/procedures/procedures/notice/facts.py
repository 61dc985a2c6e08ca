"""What every service says of its notices; each names the types of its own."""

from collections.abc import Callable
from datetime import datetime
from typing import ClassVar, NamedTuple
from uuid import UUID

from chassis.facts import Fact
from chassis.principal import Role
from chassis.tasks import TaskFact


class NoticeFact(Fact):
    """What every fact about a notice says; who objected is never told."""

    SUBJECT: ClassVar[str] = "notice_id"

    notice_id: UUID
    kind: str
    subject_id: UUID
    closes_at: datetime


class ObjectionFact(NoticeFact):
    """What every fact about an objection says."""

    SUBJECT: ClassVar[str] = "objection_id"

    objection_id: UUID
    standing: str


class Told(NamedTuple):
    """The facts by which one service tells of its notices and of the to-dos that come with them."""

    service: str
    opened: type[NoticeFact]
    withdrawn: type[NoticeFact]
    objected: type[ObjectionFact]
    answered: type[ObjectionFact]
    task_opened: type[TaskFact]
    task_closed: type[TaskFact]
    # Who answers an objection, by where the decision lies.
    answerer: Callable[[str], Role]
