"""The verbs that a project offers: as far as it has come, as its caller and its money stand."""

from datetime import date
from typing import NamedTuple

from chassis.access import Access
from chassis.records import Action, Offer, offered
from procedures.approval.rules import Decider, may_decide
from projects.paths import path
from projects.permissions import Permission
from projects.project.closing import may_close
from projects.project.model import Project, State
from projects.project.rules import EDITABLE
from projects.project.waiting import Step, next_of


class Money(NamedTuple):
    """What the lines of a project come to, how much is in no purchase, in lines not bought from at all, and paid."""

    lines_fen: int
    free_fen: int
    unbought_fen: int
    paid_fen: int


def _next_step(project: Project, money: Money) -> Step | None:
    return next_of(project, free_fen=money.free_fen, unbought_fen=money.unbought_fen)


def closing_due(project: Project, money: Money, on: date) -> bool:
    """Whether 结项 is what is left: nothing is still to come, and its contract was performed or its time is over."""
    return may_close(project) and (_next_step(project, money) is Step.CLOSING or project.ends_on < on)


def buying_due(project: Project, money: Money, on: date) -> bool:
    """Whether 起草采购 is what comes next, and its time is not over."""
    return not closing_due(project, money, on) and _next_step(project, money) is Step.DRAFTING


def actions(project: Project, access: Access, money: Money, on: date) -> list[Action]:
    """The verbs offered on a day, first what moves it on: money that nothing pays yet has its lines written first."""
    editable, running = project.state in EDITABLE, project.state is State.APPROVED
    unpaid = editable and money.lines_fen != project.budget_fen
    bought = project.carried_out_by or project.purchases_running or project.contracts_running
    buys = running and not bought and money.free_fen > 0
    # Whoever carried it out under a contract that has ended reads it, and plans nothing any more.
    left = not access.ranges and access.organisation_id is not None and project.carried_out_by is None
    reviewing = project.state is State.SUBMITTED and may_decide(project, Decider.of(access, project))
    due = closing_due(project, money, on)
    offers = (
        Offer(due, Permission.PROJECT_CLOSE, "closing", "结项"),
        Offer(unpaid, Permission.PROJECT_PROPOSE, "lines", "编制预算明细", method="PUT"),
        Offer(editable, Permission.PROJECT_PROPOSE, "submission", "提交审批"),
        Offer(editable, Permission.PROJECT_PROPOSE, "revision", "修改方案", method="PUT"),
        Offer(editable and not unpaid, Permission.PROJECT_PROPOSE, "lines", "编制预算明细", method="PUT"),
        Offer(reviewing, Permission.PROJECT_REVIEW, "approval", "批准"),
        Offer(reviewing, Permission.PROJECT_REVIEW, "return", "退回补正", needs_reason=True),
        Offer(buys, Permission.PURCHASE_RUN, "purchases", "起草采购"),
        Offer(running and not left, Permission.ACTIVITY_PLAN, "activities", "计划活动"),
        Offer(may_close(project) and not due, Permission.PROJECT_CLOSE, "closing", "结项"),
    )
    return offered(path("projects", project.id), project, access, offers)
