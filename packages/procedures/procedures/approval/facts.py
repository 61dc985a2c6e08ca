"""What every service says of the decisions on what was submitted to it; each names the types of its own."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from chassis.facts import Fact
from chassis.tasks import TaskFact


class DecisionFact(Fact):
    """One step was decided; the reason stays with the record."""

    SUBJECT = "subject_id"

    subject_id: UUID
    kind: str
    step: int
    steps: int
    role: str
    outcome: str
    due_on: date
    late: bool


class Told(NamedTuple):
    """The facts by which one service tells of decisions and of the to-dos that come with them."""

    decided: type[DecisionFact]
    task_opened: type[TaskFact]
    task_closed: type[TaskFact]
