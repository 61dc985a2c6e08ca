"""What waits for somebody: the to-dos that a stage opens, and closes when they are decided."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

from chassis.principal import Role
from volunteers.facts import TaskClosed, TaskOpened

# Whoever answers for an area stands where it lies in the tree: the city, a town, a community.
_OFFICERS = (Role.BUREAU_OFFICER, Role.TOWN_OFFICER, Role.COMMUNITY_OFFICER)


def officer_of(scope_key: str) -> Role:
    """The officer of an area, by how deep its path goes."""
    return _OFFICERS[min(scope_key.count("/"), len(_OFFICERS)) - 1]


@dataclass(frozen=True, slots=True)
class Task:
    """待办: its id follows from the record and the code, so that closing needs no memory of the opening."""

    code: str
    kind: str
    record_id: UUID
    area_id: UUID
    scope_key: str

    def _said(self) -> dict[str, Any]:
        return {
            "task_id": uuid5(self.record_id, self.code),
            "area_id": self.area_id,
            "scope_key": self.scope_key,
            "role": officer_of(self.scope_key),
            "organisation_id": None,
            "title_code": self.code,
            "href": f"/api/volunteers/{self.kind}/{self.record_id}",
            "due_on": None,
        }

    def opened(self) -> TaskOpened:
        """It waits."""
        return TaskOpened(**self._said())

    def closed(self) -> TaskClosed:
        """It was decided."""
        return TaskClosed(**self._said())
