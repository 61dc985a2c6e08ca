"""To-dos: what waits for somebody, opened by a stage and closed when it is decided."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar, Self
from uuid import UUID, uuid5

from chassis.facts import Fact
from chassis.principal import Role

# Whoever answers for an area stands where it lies in the tree: the city, a town, a community.
_OFFICERS = (Role.BUREAU_OFFICER, Role.TOWN_OFFICER, Role.COMMUNITY_OFFICER)


def officer_of(scope_key: str) -> Role:
    """The officer of an area, by how deep its path goes."""
    return _OFFICERS[min(scope_key.count("/"), len(_OFFICERS)) - 1]


def stand_in_of(role: Role) -> Role | None:
    """Who does the second of two steps where nobody else holds the role: officers one level up; the bureau has none."""
    level = _OFFICERS.index(role)
    return _OFFICERS[level - 1] if level else None


@dataclass(frozen=True, slots=True)
class Task:
    """待办: its id follows from the record, the code and the round, so that closing needs no memory of the opening.

    With an `account_id` it waits for that one holder of the role. Whoever is barred did the first of two steps and may
    not do the second; `stand_in_role` may do it where nobody else holds the role.
    Before `doable_at`, where it says so, it waits for its hour rather than for somebody.
    """

    code: str
    role: Role
    href: str
    record_id: UUID
    area_id: UUID
    scope_key: str
    organisation_id: UUID | None = None
    round: str = ""
    due_on: date | None = None
    account_id: UUID | None = None
    barred_account_id: UUID | None = None
    stand_in_role: Role | None = None
    doable_at: datetime | None = None


class TaskFact(Fact):
    """What every fact about a to-do says."""

    SUBJECT: ClassVar[str] = "task_id"

    task_id: UUID
    role: str
    organisation_id: UUID | None
    title_code: str
    href: str
    due_on: date | None
    account_id: UUID | None = None
    barred_account_id: UUID | None = None
    stand_in_role: str | None = None
    doable_at: datetime | None = None

    @classmethod
    def of(cls, task: Task) -> Self:
        """The to-do waits, or was decided, by the class."""
        return cls(
            task_id=uuid5(task.record_id, f"{task.code}|{task.round}"),
            area_id=task.area_id,
            scope_key=task.scope_key,
            role=task.role,
            organisation_id=task.organisation_id,
            title_code=task.code,
            href=task.href,
            due_on=task.due_on,
            account_id=task.account_id,
            barred_account_id=task.barred_account_id,
            stand_in_role=task.stand_in_role,
            doable_at=task.doable_at,
        )
