"""The verbs that plan, as anybody might try them on a project: from its approval to one purchase after another."""

from datetime import timedelta
from uuid import uuid4

from chassis import clock
from chassis.principal import Role
from procedures.approval.rules import Decider
from projects.budget import rules as budgeting
from projects.project import closing
from projects.project import rules as proposing
from projects.purchase import rules as purchasing
from projects.purchase.dated import Method
from projects.purchase.model import Purchase
from services.projects.tests.spending_world import CRITERIA, PLACE, Case, Plan, World


def _decider(world: World) -> Decider:
    return Decider(world.person(), frozenset({world.draw.choice([Role.TOWN_OFFICER] * 9 + [Role.BUREAU_OFFICER])}))


def approve(world: World, plan: Plan) -> None:
    by, on = _decider(world), clock.day(world.now)
    budgeting.require_available(plan.lines, world.budgets)
    proposing.approve(plan.project, [plan.need], None, by=by, at=world.now, on=on)
    plan.approved_by = by.account_id
    world.transfers += budgeting.commit(plan.lines, world.budgets, title="项目", at=world.now)


def send_back(world: World, plan: Plan) -> None:
    proposing.return_(plan.project, reason="请补充", by=_decider(world), at=world.now)


def submit(world: World, plan: Plan) -> None:
    by, on = world.person(), clock.day(world.now)
    proposing.submit(plan.project, [plan.need], None, by=by, at=world.now, on=on)


def buy(world: World, plan: Plan) -> None:
    """A purchase is drafted on one of the lines, of all or a part of it."""
    line, project = world.draw.choice(plan.lines), plan.project
    purchase = Purchase(id=uuid4(), **PLACE, project_id=project.id, need_ids=project.need_ids, title="采购")
    purchase.budget_id, purchase.line_id, purchase.opened_bids, purchase.signed = world.budget.id, line.id, 0, False
    purchase.method, purchase.catalogue_code = Method.COMPETITIVE_CONSULTATION, "A0801"
    purchase.ceiling_fen = max(1, world.draw.choice([line.amount_fen, line.committed_fen, line.committed_fen // 2]))
    purchase.criteria, purchase.invited_ids = CRITERIA, []
    purchase.bids_due_at = world.now + timedelta(days=world.draw.choice([5, 12, 20]))
    purchasing.draft(purchase, project, line, at=world.now)
    world.cases.append(Case(plan, line, purchase))


def close(world: World, plan: Plan) -> None:
    closing.close(plan.project, [plan.need], met=[], outcome="结束", at=world.now)
    world.transfers += budgeting.give_back(plan.lines, world.budgets, title="结项", at=world.now)
