"""An acceptance's way: requested with all evidence, inspected, corrected as needed, passed once nothing is open."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from chassis import clock
from chassis.principal import Role
from chassis.problems import FieldError, Problem
from chassis.tasks import Task
from projects.acceptance.dated import AcceptanceRule
from projects.acceptance.model import Acceptance, Finding, FindingState, StageSurveyCopy, State
from projects.activity.model import Activity
from projects.activity.model import State as ActivityState
from projects.contract.model import Contract, Stage, StageState
from projects.contract.rules import require_in_force
from projects.facts import TaskClosed, TaskOpened
from projects.participation.dated import ParticipationRule
from projects.paths import path
from projects.project.closing import CorrectionOpen
from projects.project.model import Project
from projects.spending import AcceptancePassed, AcceptanceRequested, AcceptanceResubmitted, CorrectionAsked, spender_of

INSPECTION, CORRECTION = "acceptance-inspection", "acceptance-correction"
Told = AcceptanceRequested | AcceptanceResubmitted | CorrectionAsked | AcceptancePassed | TaskOpened | TaskClosed


class StageUnknown(Problem):
    """合同没有这个阶段。"""

    status = 422


class StageOutOfOrder(Problem):
    """前一阶段尚未验收通过，或本阶段已申请验收。"""


class EvidenceMissing(Problem):
    """缺少合同约定的验收材料。"""

    status = 422


class ActivitiesPending(Problem):
    """最后阶段还有已发布而未举办的活动。"""


class RecordingStillOpen(Problem):
    """本阶段还有活动在登记参与，登记截止后才能申请验收。"""


class ActivityUnfinished(Problem):
    """有活动已到开始时间而没有登记举办完毕，其参与居民尚不能调查，不能申请验收。"""


class NotForInspection(Problem):
    """验收不在待验收状态。"""


class NothingToCorrect(Problem):
    """验收没有要求整改。"""


class CorrectionTooLong(Problem):
    """整改期限超过规定或早于当日。"""

    status = 422


class RepliesMissing(Problem):
    """每一项整改事项都应答复。"""

    status = 422


class SurveyNotClosed(Problem):
    """本阶段的满意度调查尚未结束，不能通过验收。"""


class OwnRequest(Problem):
    """申请人不能验收自己的申请。"""

    status = 403


def said(acceptance: Acceptance) -> dict[str, Any]:
    """What every fact about an acceptance says."""
    names = ("area_id", "scope_key", "contract_id", "project_id", "need_ids", "organisation_id")
    more = ("stage_no", "activity_ids", "title")
    return {"acceptance_id": acceptance.id} | {name: getattr(acceptance, name) for name in names + more}


def _task(code: str, acceptance: Acceptance) -> Task:
    """验收 is for the officers, 整改 for the provider; each request is a new round."""
    place = (acceptance.id, acceptance.area_id, acceptance.scope_key)
    href, round_ = path("acceptances", acceptance.id), str(acceptance.requested_at.timestamp())
    if code == CORRECTION:
        open_ = [each.due_on for each in acceptance.findings if each.state is FindingState.OPEN]
        provider = acceptance.organisation_id
        due = max(open_, default=None)
        return Task(code, Role.ORGANISATION_MANAGER, href, *place, provider, round=round_, due_on=due)
    role = spender_of(acceptance.scope_key)
    return Task(code, role, href, *place, round=round_, due_on=acceptance.inspect_by)


def require_evidence(stage: Stage, evidence: Sequence[Mapping[str, Any]]) -> None:
    """Everything that the contract names for the stage, and nothing else."""
    shown = {each["name"] for each in evidence}
    errors = [FieldError(pointer="/evidence", title=f"缺少：{name}") for name in stage.evidence if name not in shown]
    errors += [
        FieldError(pointer=f"/evidence/{place}/name", title="合同没有约定这项材料")
        for place, each in enumerate(evidence)
        if each["name"] not in stage.evidence
    ]
    if errors:
        raise EvidenceMissing(errors=errors)


def request(
    acceptance: Acceptance, contract: Contract, stage: Stage | None, project: Project, *, by: UUID | None, at: datetime
) -> list[Told]:
    """申请阶段验收: in the order of the stages; whoever took part in the stage's activities is asked now."""
    require_in_force(contract)
    if stage is None:
        raise StageUnknown(pointer="/stage_no")
    earlier = [each for each in contract.stages if each.no < stage.no]
    if stage.state is not StageState.PENDING or any(each.state is not StageState.PASSED for each in earlier):
        raise StageOutOfOrder(state=stage.state)
    if stage is contract.stages[-1] and project.activities_published:
        raise ActivitiesPending(published=project.activities_published)
    require_evidence(stage, acceptance.evidence)
    stage.state, acceptance.state = StageState.REQUESTED, State.REQUESTED
    acceptance.title = f"{contract.title} · {stage.name}"
    _await_inspection(acceptance, by, at)
    return [AcceptanceRequested(**said(acceptance)), TaskOpened.of(_task(INSPECTION, acceptance))]


def require_recorded(activities: Sequence[Activity], rule: ParticipationRule, *, at: datetime) -> None:
    """Who is asked is drawn from those recorded: of every activity that took place, and not before all could be."""
    unfinished = [str(each.id) for each in activities if each.state is not ActivityState.HELD]
    if unfinished:
        raise ActivityUnfinished(activities=unfinished)
    latest = max((each.ends_at + rule.recording for each in activities), default=at)
    if latest > at:
        raise RecordingStillOpen(closes_at=latest.isoformat())


def _await_inspection(acceptance: Acceptance, by: UUID | None, at: datetime) -> None:
    acceptance.requested_at, acceptance.requested_by = at, by
    acceptance.inspect_by = AcceptanceRule.on(clock.day(at)).inspection.last_day(clock.day(at))


def ask_correction(
    acceptance: Acceptance, stage: Stage, project: Project, texts: Sequence[str], *, due_on: date, at: datetime
) -> list[Told]:
    """要求整改, within the time that the rule of the day allows."""
    _require_inspection(acceptance)
    today = clock.day(at)
    latest = AcceptanceRule.on(today).correction.last_day(today)
    if not today < due_on <= latest:
        limit = f"整改期限应在 {today + timedelta(days=1)} 至 {latest} 之间"
        raise CorrectionTooLong(errors=[FieldError(pointer="/due_on", title=limit)], latest=latest.isoformat())
    closed = TaskClosed.of(_task(INSPECTION, acceptance))
    project.corrections_open += not acceptance.findings
    place = {"scope_key": acceptance.scope_key, "organisation_id": acceptance.organisation_id}
    acceptance.findings += [Finding(text=each, due_on=due_on, state=FindingState.OPEN, **place) for each in texts]
    acceptance.state, stage.state = State.CORRECTION, StageState.CORRECTION
    asked = CorrectionAsked(**said(acceptance), findings=len(texts))
    return [asked, closed, TaskOpened.of(_task(CORRECTION, acceptance))]


def resubmit(
    acceptance: Acceptance, stage: Stage, replies: Mapping[UUID, str], *, by: UUID | None, at: datetime
) -> list[Told]:
    """整改后重新提交: every open finding answered, the evidence whole."""
    if acceptance.state is not State.CORRECTION:
        raise NothingToCorrect(state=acceptance.state)
    open_ = [each for each in acceptance.findings if each.state is FindingState.OPEN]
    if {each.id for each in open_} != set(replies):
        raise RepliesMissing(pointer="/replies", findings=[str(each.id) for each in open_])
    require_evidence(stage, acceptance.evidence)
    closed = TaskClosed.of(_task(CORRECTION, acceptance))
    for each in open_:
        each.reply, each.state = replies[each.id], FindingState.ANSWERED
    acceptance.state, stage.state = State.REQUESTED, StageState.REQUESTED
    _await_inspection(acceptance, by, at)
    return [AcceptanceResubmitted(**said(acceptance)), closed, TaskOpened.of(_task(INSPECTION, acceptance))]


def pass_(
    acceptance: Acceptance,
    stage: Stage,
    project: Project,
    survey: StageSurveyCopy | None,
    *,
    opinion: str,
    by: UUID | None,
    at: datetime,
) -> list[Told]:
    """验收通过: nothing open, everything shown, and those who took part have had their time to answer."""
    if acceptance.state is State.CORRECTION:
        raise CorrectionOpen
    _require_inspection(acceptance)
    if acceptance.requested_by == by:
        raise OwnRequest
    require_evidence(stage, acceptance.evidence)
    if survey is None:
        raise SurveyNotClosed
    project.corrections_open -= bool(acceptance.findings)
    for each in acceptance.findings:
        each.state = FindingState.CLOSED
    acceptance.state, stage.state = State.PASSED, StageState.PASSED
    acceptance.passed_at, acceptance.passed_by, acceptance.opinion = at, by, opinion
    return [AcceptancePassed(**said(acceptance)), TaskClosed.of(_task(INSPECTION, acceptance))]


def _require_inspection(acceptance: Acceptance) -> None:
    if acceptance.state is not State.REQUESTED:
        raise NotForInspection(state=acceptance.state)
