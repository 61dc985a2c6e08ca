"""A town that spends, in memory: its money, its cases at every point of the path, and what a refusal may not touch."""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
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
from projects.need.model import Need
from projects.need.model import State as NeedState
from projects.payment.model import Payment
from projects.project import rules as proposing
from projects.project.model import Project
from projects.project.model import State as ProjectState
from projects.purchase.model import Purchase
from projects.review.model import Panelist, Score

PLACE: dict[str, Any] = {"area_id": uuid4(), "scope_key": "441900/441900003/"}
PEOPLE = [uuid4() for _ in range(3)]
CRITERIA = [
    {"code": "price", "name": "报价", "kind": "price", "points": 20},
    {"code": "plan", "name": "方案", "kind": "quality", "points": 80},
]


@dataclass
class Plan:
    """One project with its lines, and the need that it takes up."""

    project: Project
    lines: list[BudgetLine]
    need: Need
    approved_by: UUID | None = None

    def records(self) -> list[Any]:
        """Everything that can change."""
        return [self.project, *self.lines, self.need]


@dataclass
class Case:
    """One purchase of a project, and what became of it."""

    plan: Plan
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
    def project(self) -> Project:
        """Whose purchase it is."""
        return self.plan.project

    @property
    def contracts(self) -> list[Contract]:
        """Its contract, if there is one."""
        return [self.contract] if self.contract else []

    def records(self) -> list[Any]:
        """Everything that can change."""
        own = [self.purchase, *self.bids, *self.panel, *self.notices, *self.objections]
        agreed = [each for one in self.contracts for each in (one, *one.stages)]
        findings = [each for one in self.acceptances for each in one.findings]
        return [*own, *agreed, *self.changes, *self.acceptances, *findings, *self.payments]


class World:
    """城镇: one budget, its ledger, and cases at every point of the path."""

    def __init__(self, seed: int) -> None:
        self.draw = random.Random(seed)
        self.now = datetime(2026, 1, 5, 2, tzinfo=UTC)
        self.plans: list[Plan] = []
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
        held = (*self.plans, *self.cases)
        records = [self.budget, *(each for one in held for each in one.records())]
        return [{column.key: getattr(each, column.key) for column in each.__table__.columns} for each in records]

    @property
    def budgets(self) -> dict[UUID, Budget]:
        """Everything that may be drawn on."""
        return {self.budget.id: self.budget}

    def person(self) -> UUID:
        return self.draw.choice(PEOPLE)

    def begin(self) -> None:
        """A project with up to three lines is submitted."""
        amounts = [self.draw.randint(1, 150_000) for _ in range(self.draw.choice([1, 2, 2, 3]))]
        need = Need(id=uuid4(), **PLACE, state=NeedState.POOLED, category="elderly")
        project = Project(id=uuid4(), **PLACE, need_ids=[need.id], title="项目", organisation_id=None, goals=[])
        project.budget_fen, project.state = sum(amounts), ProjectState.DRAFT
        project.activities_published = project.activities_held = 0
        project.purchases_running = project.contracts_running = project.corrections_open = 0
        project.purchases_drafted, project.performed, project.rounds = 0, False, 0
        lines = [
            BudgetLine(id=uuid4(), **PLACE, project_id=project.id, budget_id=self.budget.id, committed_fen=0)
            for _ in amounts
        ]
        for number, (line, amount) in enumerate(zip(lines, amounts, strict=True)):
            line.purpose, line.amount_fen = f"购买服务{number}", amount
        where = {"scope_key": project.scope_key, "budget_fen": project.budget_fen}
        budgeting.require_lines(lines, self.budgets, **where)
        proposing.fund(project, [self.budget])
        proposing.submit(project, [need], None, by=self.person(), at=self.now, on=clock.day(self.now))
        self.plans.append(Plan(project, lines, need))

    def standing(self, organisation_id: UUID) -> Standing:
        """Mostly good."""
        good = self.draw.random() < 0.95
        kind = "good" if good else self.draw.choice(["barred", "suspended", "deregistered"])
        said = {"name": "社", "uscc": None, "path": "filed", "reasons": []}
        day = clock.day(self.now)
        return Standing(organisation_id=organisation_id, on=day, standing=kind, may_bid=good, **said)
