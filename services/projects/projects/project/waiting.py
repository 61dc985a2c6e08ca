"""What waits at a project that is approved: to buy what its lines pay, or to close it once its contract is paid."""

from collections.abc import Sequence
from enum import StrEnum

from chassis.tasks import Task, officer_of
from projects.budget.model import BudgetLine
from projects.facts import TaskClosed, TaskOpened
from projects.paths import path
from projects.project.model import Project, State
from projects.spending import spender_of


class Step(StrEnum):
    """What somebody is asked for next."""

    DRAFTING = "purchase-drafting"
    CLOSING = "project-closing"


def next_of(project: Project, *, free_fen: int, unbought_fen: int) -> Step | None:
    """What comes next while nobody carries it out and nothing is drafted or announced for it.

    `free_fen` is what of its lines is in no purchase, `unbought_fen` the lines that are so in whole. What a performed
    contract left over of its line need not be bought with; what a terminated one gave back is.
    """
    busy = project.carried_out_by is not None or project.purchases_drafted or project.purchases_running
    if project.state is not State.APPROVED or busy:
        return None
    if free_fen and (unbought_fen or not project.performed):
        return Step.DRAFTING
    return Step.CLOSING if project.performed else None


def waiting_of(project: Project, lines: Sequence[BudgetLine]) -> Task | None:
    """起草采购 for who spends, 结项 for the officers of its area, each time anew."""
    free, unbought = sum(each.committed_fen for each in lines), sum(each.unbought_fen for each in lines)
    step = next_of(project, free_fen=free, unbought_fen=unbought)
    if step is None:
        return None
    role = spender_of(project.scope_key) if step is Step.DRAFTING else officer_of(project.scope_key)
    place = (project.id, project.area_id, project.scope_key)
    return Task(step, role, path("projects", project.id), *place, round=str(project.rounds or ""))


def moved(before: Task | None, project: Project, lines: Sequence[BudgetLine]) -> list[TaskOpened | TaskClosed]:
    """What was done, and what waits now; whatever is asked after it is a round of its own."""
    if waiting_of(project, lines) == before:
        return []
    if before is not None:
        project.rounds += 1
    after = waiting_of(project, lines)
    closed = [TaskClosed.of(before)] if before is not None else []
    return [*closed, *([TaskOpened.of(after)] if after is not None else [])]
