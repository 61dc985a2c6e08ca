"""What waits for somebody: the to-dos that the stages open, and close when they are decided."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

from chassis.principal import Role
from projects.facts import TaskClosed, TaskOpened
from projects.offers import path


@dataclass(frozen=True, slots=True)
class Task:
    """待办: its id follows from the record, the code and the round, so that closing needs no memory of the opening."""

    code: str
    role: Role
    kind: str
    record_id: UUID
    area_id: UUID
    scope_key: str
    organisation_id: UUID | None = None
    round: str = ""

    def _said(self) -> dict[str, Any]:
        return {
            "task_id": uuid5(self.record_id, f"{self.code}|{self.round}"),
            "area_id": self.area_id,
            "scope_key": self.scope_key,
            "role": self.role,
            "organisation_id": self.organisation_id,
            "title_code": self.code,
            "href": path(self.kind, self.record_id),
            "due_on": None,
        }

    def opened(self) -> TaskOpened:
        """It waits."""
        return TaskOpened(**self._said())

    def closed(self) -> TaskClosed:
        """It was decided."""
        return TaskClosed(**self._said())
