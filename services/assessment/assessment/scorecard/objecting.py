"""What follows the result: accepted, objected to within the time for it, decided by somebody else, or left to stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from assessment.scorecard.adding import set_total
from assessment.scorecard.model import Line, Scorecard, State
from assessment.scorecard.rules import ItemNotApplicable, lines_of, require, require_points, said
from assessment.scorecard.waiting import moved, task_of
from assessment.scored import ScorecardAccepted, ScorecardDecided, ScorecardObjected, ScorecardSettled
from chassis import clock
from chassis.facts import Fact
from chassis.problems import FieldError, Problem
from procedures.calendar import working_days_after


class ObjectionLate(Problem):
    """异议期限已过。"""


class DecisionIncomplete(Problem):
    """须对每一项异议作出结论；异议成立的，须给出新的得分。"""

    status = 422


class OwnJudgement(Problem):
    """核定人和异议提出人不能处理该异议。"""

    status = 403


@dataclass(frozen=True, slots=True)
class Objected:
    """对一项得分的异议."""

    code: str
    text: str
    attachment_ids: Sequence[UUID]


@dataclass(frozen=True, slots=True)
class Decision:
    """对一项异议的结论."""

    code: str
    points_hundredths: int | None
    reason: str

    upheld: bool


def accept(card: Scorecard, *, by: UUID | None, at: datetime) -> list[Fact]:
    """无异议: nothing is left to wait for."""
    require_open(card, clock.day(at))
    before = task_of(card)
    card.state, card.accepted_at, card.accepted_by = State.SETTLED, at, by
    return [ScorecardAccepted(**said(card)), *moved(before, card)]


def object_(card: Scorecard, objections: Sequence[Objected], *, by: UUID | None, at: datetime) -> list[Fact]:
    """提出异议, item by item, once and within its time."""
    require_open(card, clock.day(at))
    for place, (line, each) in enumerate(
        zip(lines_of(card, [each.code for each in objections]), objections, strict=True)
    ):
        # That it should not apply, or should, is what an objection may be about: only the scheme's own cannot be.
        if line.points is None and not line.waived:
            raise ItemNotApplicable(pointer=f"/lines/{place}")
        line.objection, line.objection_attachment_ids = each.text, list(each.attachment_ids)
    before = task_of(card)
    card.state, card.objected_at, card.objected_by = State.OBJECTED, at, by
    card.decide_by = working_days_after(clock.day(at), card.scheme.decision_days)
    return [ScorecardObjected(**said(card), codes=[each.code for each in objections]), *moved(before, card)]


def decide(card: Scorecard, decisions: Sequence[Decision], *, by: UUID | None, at: datetime) -> list[Fact]:
    """处理异议: by neither who checked nor who objected; each objection is upheld with new points, or dismissed."""
    require(card, State.OBJECTED)
    if by in {card.checked_by, card.objected_by}:
        raise OwnJudgement
    lines = lines_of(card, [each.code for each in decisions])
    open_ones = [line for line in card.lines if line.objection is not None]
    if {line.code for line in lines} != {line.code for line in open_ones}:
        raise DecisionIncomplete(pointer="/lines")
    for place, (line, each) in enumerate(zip(lines, decisions, strict=True)):
        _conclude(card, line, each, f"/lines/{place}")
    before = task_of(card)
    card.state, card.decided_at, card.decided_by = State.SETTLED, at, by
    set_total(card)
    upheld = [each.code for each in decisions if each.upheld]
    return [ScorecardDecided(**said(card), upheld=upheld), *moved(before, card)]


def _conclude(card: Scorecard, line: Line, decision: Decision, here: str) -> None:
    if decision.upheld != (decision.points_hundredths is not None):
        raise DecisionIncomplete(
            errors=[FieldError(pointer=f"{here}/points_hundredths", title=DecisionIncomplete.title())]
        )
    require_points(card, line, decision.points_hundredths, f"{here}/points_hundredths")
    line.upheld, line.decided_hundredths, line.decision = decision.upheld, decision.points_hundredths, decision.reason
    # Points given on an objection: the item applies after all.
    line.waived = line.waived and not decision.upheld


def settle(card: Scorecard, *, on: date) -> list[Fact]:
    """异议期满: nobody has objected in time."""
    require(card, State.ANNOUNCED)
    if not is_lapsed(card, on):
        raise ObjectionLate
    before = task_of(card)
    card.state = State.SETTLED
    return [ScorecardSettled(**said(card)), *moved(before, card)]


def is_lapsed(card: Scorecard, on: date) -> bool:
    """Whether the time to object is over."""
    return card.state is State.ANNOUNCED and card.object_until is not None and on > card.object_until


def require_final(card: Scorecard, on: date) -> None:
    """Refuses to freeze what may still be objected to."""
    if not is_lapsed(card, on):
        require(card, State.SETTLED)


def require_open(card: Scorecard, on: date) -> None:
    """Refuses what comes after the last day to object."""
    require(card, State.ANNOUNCED)
    if is_lapsed(card, on):
        raise ObjectionLate(until=card.object_until and card.object_until.isoformat())
