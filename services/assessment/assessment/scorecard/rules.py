"""The way of a card until its result is told: opened and computed, reported by the town, checked by the bureau."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from assessment.scheme.model import State as SchemeState
from assessment.scheme.scoring import HUNDREDTHS
from assessment.scorecard.adding import item_of, set_total, unjudged
from assessment.scorecard.measured import Reading, Standing
from assessment.scorecard.model import Line, Scorecard, State
from assessment.scorecard.waiting import moved, task_of
from assessment.scored import (
    ScorecardChecked,
    ScorecardComputed,
    ScorecardConfirmed,
    ScorecardOpened,
    ScorecardReported,
    ScorecardReturned,
)
from chassis import clock
from chassis.facts import Fact
from chassis.problems import FieldError, Problem
from procedures.calendar import working_days_after


class ScorecardElsewhere(Problem):
    """考核评分不在可办理此事的环节。"""


class ItemUnknown(Problem):
    """考核方案中没有这个项目，或同一项目填写了两次。"""

    status = 422


class PointsOutOfRange(Problem):
    """得分不能超过该项分值。"""

    status = 422


class ItemNotApplicable(Problem):
    """该项不适用于本单位，不计分。"""

    status = 422


class ReportIncomplete(Problem):
    """自评项目须填写说明，要求佐证的项目须附材料或关联记录。"""

    status = 422


class JudgementMissing(Problem):
    """自评项目和缺数据的项目须逐项核定得分，或判为不适用。"""

    status = 422


class JudgementUnfounded(Problem):
    """核定分与计算分不同或判为不适用的，须说明理由。"""

    status = 422


class OwnReport(Problem):
    """上报人不能核定自己上报的评分。"""

    status = 403


@dataclass(frozen=True, slots=True)
class Report:
    """一项自评."""

    code: str
    report: str
    claimed_hundredths: int | None
    attachment_ids: Sequence[UUID]
    records: Sequence[str]


@dataclass(frozen=True, slots=True)
class Judgement:
    """一项核定: points, or that the item does not apply; left out where the computed points stand."""

    code: str
    points_hundredths: int | None
    waived: bool
    reason: str | None


def open_(card: Scorecard, readings: Mapping[str, Reading], *, at: datetime) -> list[Fact]:
    """开始考核: one line for each item of the scheme, computed as of the last day of the year."""
    scheme, place = card.scheme, {"scorecard_id": card.id, "scope_key": card.scope_key}
    card.state, card.opened_at = State.REPORTING, at
    card.report_by = working_days_after(clock.day(at), scheme.report_days)
    card.lines = [
        Line(place=number, code=item.code, computed={}, attachment_ids=[], records=[], waived=False, **place)
        for number, item in enumerate(scheme.items)
    ]
    put(card, readings)
    scheme.state = SchemeState.ASSESSING
    return [ScorecardOpened(**said(card), replaces_id=None), *moved(None, card)]


def put(card: Scorecard, readings: Mapping[str, Reading]) -> None:
    """Writes what was computed onto the lines."""
    for line in card.lines:
        line.computed = readings[line.code].model_dump(mode="json")
    set_total(card)


def require_unchecked(card: Scorecard) -> None:
    """What has been told to the town is not computed again."""
    require(card, State.REPORTING, State.CHECKING)


def compute(card: Scorecard, readings: Mapping[str, Reading]) -> list[Fact]:
    """重新计算: of what has been heard since, until the card is checked."""
    put(card, readings)
    return [ScorecardComputed(**said(card))]


def report(card: Scorecard, reports: Sequence[Report], *, by: UUID | None, at: datetime) -> list[Fact]:
    """填写自评: the whole of it, again until it is confirmed."""
    require(card, State.REPORTING)
    lines = lines_of(card, [each.code for each in reports])
    for place, (line, each) in enumerate(zip(lines, reports, strict=True)):
        require_points(card, line, each.claimed_hundredths, f"/lines/{place}/claimed_hundredths")
    for line in card.lines:
        line.report, line.claimed_hundredths, line.attachment_ids, line.records = None, None, [], []
    for line, each in zip(lines, reports, strict=True):
        line.report, line.claimed_hundredths = each.report, each.claimed_hundredths
        line.attachment_ids, line.records = list(each.attachment_ids), list(each.records)
    card.reported_at, card.reported_by = at, by
    return [ScorecardReported(**said(card))]


def confirm(card: Scorecard, *, by: UUID | None, at: datetime) -> list[Fact]:
    """确认上报: every self-report item is written on, and evidence lies where the scheme asks for it."""
    require(card, State.REPORTING)
    lacking = [
        line
        for line in card.lines
        if (line.reading.standing is Standing.REPORTED and not line.report)
        or (line.applies and item_of(card, line).evidence_required and not (line.attachment_ids or line.records))
    ]
    if lacking:
        raise ReportIncomplete(errors=[_at(f"/lines/{line.place}", ReportIncomplete) for line in lacking])
    before = task_of(card)
    card.state, card.confirmed_at, card.confirmed_by = State.CHECKING, at, by
    return [ScorecardConfirmed(**said(card)), *moved(before, card)]


def return_(card: Scorecard, *, reason: str, at: datetime) -> list[Fact]:
    """退回自评: to be completed, with as many days as before."""
    require(card, State.CHECKING)
    before = task_of(card)
    card.state, card.returned_at, card.returned_because = State.REPORTING, at, reason
    card.report_by = working_days_after(clock.day(at), card.scheme.report_days)
    return [ScorecardReturned(**said(card)), *moved(before, card)]


def check(card: Scorecard, judgements: Sequence[Judgement], *, by: UUID | None, at: datetime) -> list[Fact]:
    """核定: by another account than reported; what is not computed has to be judged, what differs to be explained."""
    require(card, State.CHECKING)
    if by in {card.reported_by, card.confirmed_by}:
        raise OwnReport
    for place, (line, each) in enumerate(
        zip(lines_of(card, [each.code for each in judgements]), judgements, strict=True)
    ):
        _judge(card, line, each, f"/lines/{place}")
    if unjudged(card):
        sent = {each.code: f"/lines/{place}" for place, each in enumerate(judgements)}
        raise JudgementMissing(errors=[_at(sent.get(line.code, "/lines"), JudgementMissing) for line in unjudged(card)])
    before = task_of(card)
    card.state, card.checked_at, card.checked_by = State.ANNOUNCED, at, by
    card.object_until = working_days_after(clock.day(at), card.scheme.objection_days)
    set_total(card)
    return [ScorecardChecked(**said(card), objection_until=card.object_until), *moved(before, card)]


def _judge(card: Scorecard, line: Line, judgement: Judgement, here: str) -> None:
    if line.reading.standing is Standing.NOT_APPLICABLE:
        raise ItemNotApplicable(pointer=here)
    require_points(card, line, judgement.points_hundredths, f"{here}/points_hundredths")
    computed = line.reading.computed_hundredths
    differs = computed is not None and judgement.points_hundredths not in {None, computed}
    if (judgement.waived or differs) and not judgement.reason:
        raise JudgementUnfounded(pointer=f"{here}/reason")
    line.checked_hundredths = None if judgement.waived else judgement.points_hundredths
    line.waived, line.check_reason = judgement.waived, judgement.reason


def require(card: Scorecard, *states: State) -> None:
    """Refuses a verb that another step of the way is for."""
    if card.state not in states:
        raise ScorecardElsewhere(state=card.state)


def lines_of(card: Scorecard, codes: Sequence[str]) -> list[Line]:
    """The lines that codes name, each once, in their order."""
    known = {line.code: line for line in card.lines}
    for place, code in enumerate(codes):
        if code not in known or code in codes[:place]:
            raise ItemUnknown(pointer=f"/lines/{place}/code")
    return [known[code] for code in codes]


def require_points(card: Scorecard, line: Line, points: int | None, pointer: str) -> None:
    """Nobody gives more than an item is worth."""
    if points is not None and points > item_of(card, line).weight * HUNDREDTHS:
        raise PointsOutOfRange(pointer=pointer, most=item_of(card, line).weight * HUNDREDTHS)


def _at(pointer: str, refusal: type[Problem]) -> FieldError:
    return FieldError(pointer=pointer, title=refusal.title())


def said(card: Scorecard) -> dict[str, object]:
    """What every fact about a card says."""
    names = ("area_id", "scope_key", "scheme_id", "year", "number", "total_hundredths")
    return {"scorecard_id": card.id, **{name: getattr(card, name) for name in names}}
