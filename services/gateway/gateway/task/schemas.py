"""How a to-do looks: what is to be done, where, until when, and where it is done."""

from datetime import date, datetime
from typing import Self
from uuid import UUID

from chassis.records import Action
from chassis.transaction import View
from gateway.desk import UNNAMED, page_of, task_titles
from gateway.task.model import Task, TaskState


class TaskView(View):
    """待办: `href` is the record that waits, `page` its screen; the verbs stand on the record itself."""

    id: UUID
    area_id: UUID
    area_name: str
    state: TaskState
    code: str
    title: str
    role: str
    organisation_id: UUID | None
    href: str
    page: str
    due_on: date | None
    doable_at: datetime | None
    overdue: bool
    opened_at: datetime
    closed_at: datetime | None
    actions: list[Action]
    links: dict[str, str]

    @classmethod
    def of(cls, task: Task, area_name: str, on: date) -> Self:
        """As it stands on a day."""
        made = {"version", "area_name", "title", "page", "overdue", "actions", "links"}
        return cls(
            **{name: getattr(task, name) for name in cls.model_fields if name not in made},
            version=max(task.seq, 0),
            area_name=area_name,
            title=task_titles().get(task.code, UNNAMED),
            page=page_of(task.href),
            overdue=task.is_overdue(on),
            actions=[],
            links={"record": task.href, "area": f"/api/registry/areas/{task.area_id}"},
        )
