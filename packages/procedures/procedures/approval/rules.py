"""The way through an approval: submitted, decided step by step by different people, returned, refused, approved."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol, Self
from uuid import UUID

from chassis import clock
from chassis.access import Access, Scoped
from chassis.principal import Role
from chassis.problems import Problem
from chassis.tasks import Task, TaskFact
from procedures.approval.dated import Matter, Step
from procedures.approval.facts import DecisionFact, Told
from procedures.approval.model import Outcome


class NotUnderReview(Problem):
    """此事项不在审批中。"""


class OwnSubmission(Problem):
    """提交人不能审批自己提交的事项。"""

    status = 403


class DecidedBefore(Problem):
    """同一人不能审批同一轮的两个环节。"""

    status = 403


class NotYourStep(Problem):
    """当前环节由其他角色审批。"""

    status = 403


# What a route that decides may answer.
REFUSALS = (NotUnderReview, OwnSubmission, DecidedBefore, NotYourStep)


class Submitted(Protocol):
    """A record that mixes in `Approvable`."""

    id: Any
    area_id: Any
    scope_key: Any
    submitted_at: Any
    submitted_by: Any
    returned_because: Any
    review_step: Any
    review_role: Any
    review_due_on: Any
    deciders: Any


@dataclass(frozen=True, slots=True)
class Decider:
    """审批人: an account and the roles that it holds over the record."""

    account_id: UUID | None
    roles: frozenset[Role]

    @classmethod
    def of(cls, access: Access, record: Scoped) -> Self:
        """The caller, by the grants in whose area the record lies."""
        held = (grant for grant in access.principal.grants if grant.range[0] <= record.scope_key < grant.range[1])
        return cls(access.account_id, frozenset(grant.role for grant in held))


@dataclass(frozen=True, slots=True)
class Round:
    """一轮审批: the matter, its amount, where it is read, and who corrects what is returned."""

    matter: Matter
    amount_fen: int
    href: str
    corrector: Role
    organisation_id: UUID | None = None

    @property
    def steps(self) -> list[Step]:
        """In their order."""
        return self.matter.steps(self.amount_fen)


def _task(record: Submitted, about: Round, code: str) -> Task:
    """Each submission is a round of its own, each further step a to-do of its own."""
    review = code == "review"
    role, organisation_id = (record.review_role, None) if review else (about.corrector, about.organisation_id)
    number = f"|{record.review_step}" if review and record.review_step else ""
    submitted = f"{record.submitted_at.timestamp()}{number}" if record.submitted_at else ""
    place = (record.area_id, record.scope_key, organisation_id)
    title = f"{about.matter.kind}-{code}"
    barred = record.submitted_by if review else None
    due_on = record.review_due_on
    return Task(title, role, about.href, record.id, *place, round=submitted, due_on=due_on, barred_account_id=barred)


def _wait(record: Submitted, about: Round, number: int, on: date) -> None:
    step = about.steps[number]
    record.review_step, record.review_role, record.review_due_on = number, step.role, step.due(on)


def submit(record: Submitted, about: Round, told: Told, *, by: UUID | None, at: datetime) -> list[TaskFact]:
    """提交: a new round from the first step; what was returned has been corrected by it."""
    corrected = [told.task_closed.of(_task(record, about, "correction"))] if record.returned_because else []
    record.submitted_at, record.submitted_by = at, by
    record.returned_because, record.deciders = None, []
    _wait(record, about, 0, clock.day(at))
    return [*corrected, told.task_opened.of(_task(record, about, "review"))]


def decide(
    record: Submitted,
    about: Round,
    told: Told,
    outcome: Outcome,
    *,
    by: Decider,
    at: datetime,
    reason: str | None = None,
) -> list[DecisionFact | TaskFact]:
    """审批一个环节: the last approval, a return or a refusal ends the round, and then no step waits."""
    require_decider(record, by)
    on = clock.day(at)
    heard: list[DecisionFact | TaskFact] = [
        _decision(record, about, told, outcome, on),
        told.task_closed.of(_task(record, about, "review")),
    ]
    record.deciders = [*record.deciders, by.account_id]
    following = record.review_step + 1
    if outcome is Outcome.APPROVED and following < len(about.steps):
        _wait(record, about, following, on)
        return [*heard, told.task_opened.of(_task(record, about, "review"))]
    record.review_step = record.review_role = record.review_due_on = None
    if outcome is not Outcome.APPROVED:
        record.returned_because = reason
    if outcome is Outcome.RETURNED:
        record.review_due_on = Step(role=about.corrector, working_days=about.matter.correction_days).due(on)
        heard.append(told.task_opened.of(_task(record, about, "correction")))
    return heard


def require_decider(record: Submitted, by: Decider) -> None:
    """Neither who submitted it nor who decided another step, and of the role whose step it is."""
    if record.review_step is None:
        raise NotUnderReview
    if by.account_id == record.submitted_by:
        raise OwnSubmission
    if by.account_id in record.deciders:
        raise DecidedBefore
    if record.review_role not in by.roles:
        raise NotYourStep(role=record.review_role)


def may_decide(record: Submitted, by: Decider) -> bool:
    """Whether the verbs of a decision are offered."""
    try:
        require_decider(record, by)
    except Problem:
        return False
    return True


def _decision(record: Submitted, about: Round, told: Told, outcome: Outcome, on: date) -> DecisionFact:
    return told.decided(
        area_id=record.area_id,
        scope_key=record.scope_key,
        subject_id=record.id,
        kind=about.matter.kind,
        step=record.review_step,
        steps=len(about.steps),
        role=record.review_role,
        outcome=outcome,
        due_on=record.review_due_on,
        late=record.review_due_on < on,
    )
