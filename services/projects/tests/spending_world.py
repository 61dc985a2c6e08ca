"""A town that spends, in memory: its money, its cases at every point of the path, and what a refusal may not touch."""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from chassis import clock
from chassis.problems import Problem
from procedures.notice.model import Notice, Objection
from projects.acceptance.model import Acceptance, StageSurveyCopy
from projects.bid.model import Bid
from projects.budget import rules as budgeting
from projects.budget.model import CARRIED, Budget, BudgetLine, Level, Transfer
from projects.clients.registry import Standing
from projects.contract.model import Change, Contract
from projects.payment.model import Payment
from projects.project.model import Project
from projects.project.model import State as ProjectState
from projects.purchase import rules as purchasing
from projects.purchase.dated import Method
from projects.purchase.model import Purchase
from projects.review.model import Panelist, Score

PLACE: dict[str, Any] = {"area_id": uuid4(), "scope_key": "441900/441900003/"}
PEOPLE = [uuid4() for _ in range(3)]
CRITERIA = [
    {"code": "price", "name": "报价", "kind": "price", "points": 20},
    {"code": "plan", "name": "方案", "kind": "quality", "points": 80},
]


@dataclass
class Case:
    """One project, what is bought for it, and what became of that."""

    project: Project
    line: BudgetLine
    purchase: Purchase
    bids: list[Bid] = field(default_factory=list)
    panel: list[Panelist] = field(default_factory=list)
    scores: list[Score] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    objections: list[Objection] = field(default_factory=list)
    contract: Contract | None = None
    changes: list[Change] = field(default_factory=list)
    acceptances: list[Acceptance] = field(default_factory=list)
    surveys: dict[UUID, StageSurveyCopy] = field(default_factory=dict)
    payments: list[Payment] = field(default_factory=list)

    @property
    def contracts(self) -> list[Contract]:
        """Its contract, if there is one."""
        return [self.contract] if self.contract else []

    def records(self) -> list[Any]:
        """Everything that can change."""
        own = [self.project, self.line, self.purchase, *self.bids, *self.panel, *self.notices, *self.objections]
        agreed = [each for one in self.contracts for each in (one, *one.stages)]
        findings = [each for one in self.acceptances for each in one.findings]
        return [*own, *agreed, *self.changes, *self.acceptances, *findings, *self.payments]


class World:
    """城镇: one budget, its ledger, and cases at every point of the path."""

    def __init__(self, seed: int) -> None:
        self.draw = random.Random(seed)
        self.now = datetime(2026, 1, 5, 2, tzinfo=UTC)
        self.cases: list[Case] = []
        self.transfers: list[Transfer] = []
        self.outcomes = Counter[tuple[str, str | None]]()
        self.marks: list[str] = []
        balances = {f"{account}_fen": 0 for account in CARRIED}
        self.budget = Budget(id=uuid4(), **PLACE, level=Level.TOWN, year=2026, name="购买", document="一号", **balances)
        self.transfers += budgeting.grant(self.budget, amount_fen=5_000_000, at=self.now)[0]

    def tried(self, act: Callable[[], None], name: str) -> str:
        """A refusal leaves everything as it was."""
        before, refusal = self.picture(), None
        try:
            act()
        except Problem as problem:
            refusal = problem.type()
        self.outcomes[name, refusal] += 1
        if refusal is not None and self.picture() != before:
            self.marks.append(f"{name} was refused as {refusal} and has changed something")
        return f"{name}: {refusal}"

    def picture(self) -> list[dict[str, Any]]:
        """Everything that can change, as values."""
        records = [self.budget, *(each for case in self.cases for each in case.records())]
        return [{column.key: getattr(each, column.key) for column in each.__table__.columns} for each in records]

    def person(self) -> UUID:
        return self.draw.choice(PEOPLE)

    def begin(self) -> None:
        """A project is approved with its line, and a purchase drafted."""
        amount = self.draw.randint(1, 300_000)
        project = Project(id=uuid4(), **PLACE, need_ids=[uuid4()], title="项目", organisation_id=None, goals=[])
        project.state, project.budget_fen = ProjectState.APPROVED, amount
        project.activities_published = project.activities_held = 0
        project.purchases_running = project.contracts_running = project.corrections_open = 0
        line = BudgetLine(id=uuid4(), **PLACE, project_id=project.id, budget_id=self.budget.id, committed_fen=0)
        line.purpose, line.amount_fen = "购买服务", amount
        made = budgeting.commit([line], {self.budget.id: self.budget}, title="项目", at=self.now)
        self.transfers += made
        purchase = Purchase(id=uuid4(), **PLACE, project_id=project.id, need_ids=project.need_ids, title="采购")
        purchase.budget_id, purchase.line_id, purchase.opened_bids, purchase.signed = self.budget.id, line.id, 0, False
        purchase.method, purchase.catalogue_code = Method.COMPETITIVE_CONSULTATION, "A0801"
        purchase.ceiling_fen, purchase.criteria, purchase.invited_ids = amount, CRITERIA, []
        purchase.bids_due_at = self.now + timedelta(days=self.draw.choice([5, 12, 20]))
        purchasing.draft(purchase, project, line, at=self.now)
        self.cases.append(Case(project, line, purchase))

    def standing(self, organisation_id: UUID) -> Standing:
        """Mostly good."""
        good = self.draw.random() < 0.95
        kind = "good" if good else self.draw.choice(["barred", "suspended", "deregistered"])
        said = {"name": "社", "uscc": None, "path": "filed", "reasons": []}
        day = clock.day(self.now)
        return Standing(organisation_id=organisation_id, on=day, standing=kind, may_bid=good, **said)
