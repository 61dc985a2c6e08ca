"""A project's way: drafted from needs, submitted, approved or returned by the town."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from chassis import clock
from chassis.problems import Problem
from chassis.tables import AreaCopy
from chassis.tasks import TaskFact
from procedures.approval import rules as approval
from procedures.approval.facts import DecisionFact
from procedures.approval.model import Outcome
from procedures.approval.rules import Decider
from projects.budget.model import Budget, Level
from projects.deliberation.model import Deliberation
from projects.deliberation.model import Outcome as Agreement
from projects.deliberation.organisation import OrganisationCopy
from projects.facts import (
    APPROVALS,
    NeedPlanned,
    ProjectApproved,
    ProjectProposed,
    ProjectReturned,
    ProjectRevised,
    ProjectSubmitted,
)
from projects.need.model import Need
from projects.need.rules import require_pooled, take_up
from projects.project.model import Project, State
from projects.project.review import round_of


class ProjectWithoutNeed(Problem):
    """项目必须从需求出发，至少列出一项需求。"""

    status = 422


class NeedsFarApart(Problem):
    """所列需求不在同一村（社区）或同一镇街。"""

    status = 422


class OrganisationNotStanding(Problem):
    """承接组织未备案或已注销。"""

    status = 422


class ProjectNotEditable(Problem):
    """项目当前不可修改或提交。"""


class ProjectNotSubmitted(Problem):
    """项目不在待审批状态。"""


class DeliberationNotAgreed(Problem):
    """所列协商没有达成一致，或不在项目所在的片区。"""

    status = 422


class ProjectNotApproved(Problem):
    """项目尚未获批或已结项。"""


EDITABLE = frozenset({State.DRAFT, State.RETURNED})


def said(project: Project) -> dict[str, Any]:
    """What every fact about a project says."""
    names = ("area_id", "scope_key", "need_ids", "deliberation_id", "budget_fen", "goals", "organisation_id")
    return {"project_id": project.id} | {name: getattr(project, name) for name in names}


def common_area(areas: Sequence[AreaCopy]) -> UUID:
    """The one community of the needs, or the one town above their communities."""
    communities, towns = {area.id for area in areas}, {area.parent_id for area in areas}
    if len(communities) == 1:
        return communities.pop()
    town = towns.pop()
    if towns or town is None:
        raise NeedsFarApart(pointer="/need_ids")
    return town


def _require_sound(project: Project, needs: list[Need], organisation: OrganisationCopy | None, on: date) -> None:
    """From pooled needs, by an organisation that stands."""
    if not project.need_ids:
        raise ProjectWithoutNeed(pointer="/need_ids")
    require_pooled(needs, project.need_ids)
    if project.organisation_id is not None and (organisation is None or not organisation.stands(on)):
        raise OrganisationNotStanding(pointer="/organisation_id")


def require_agreed(project: Project, deliberation: Deliberation | None) -> None:
    """The deliberation that a project grew from agreed on it, in the same place."""
    if project.deliberation_id is None:
        return
    agreed = deliberation is not None and deliberation.outcome is Agreement.AGREED
    if not agreed or deliberation is None or deliberation.area_id != project.area_id:
        raise DeliberationNotAgreed(pointer="/deliberation_id")


def propose(project: Project, needs: list[Need], organisation: OrganisationCopy | None, *, on: date) -> ProjectProposed:
    """起草项目."""
    _require_sound(project, needs, organisation, on)
    project.state = State.DRAFT
    return ProjectProposed(**said(project))


def require_editable(project: Project) -> None:
    """修改方案: before submission or after a return."""
    if project.state not in EDITABLE:
        raise ProjectNotEditable(state=project.state)


def revise(project: Project, needs: list[Need], organisation: OrganisationCopy | None, *, on: date) -> ProjectRevised:
    """修改方案, judged as a new draft is."""
    require_editable(project)
    _require_sound(project, needs, organisation, on)
    return ProjectRevised(**said(project))


def fund(project: Project, budgets: Iterable[Budget]) -> ProjectRevised:
    """编制预算明细: a part of the plan; who approves it follows from whose money it takes."""
    require_editable(project)
    project.city_money = any(each.level is Level.CITY for each in budgets)
    return ProjectRevised(**said(project))


def submit(
    project: Project,
    needs: list[Need],
    organisation: OrganisationCopy | None,
    *,
    by: UUID | None,
    at: datetime,
    on: date,
) -> list[ProjectSubmitted | TaskFact]:
    """提交审批."""
    require_editable(project)
    _require_sound(project, needs, organisation, on)
    project.state = State.SUBMITTED
    waiting = approval.submit(project, round_of(project, on), APPROVALS, by=by, at=at)
    return [ProjectSubmitted(**said(project)), *waiting]


def _decide(
    project: Project, outcome: Outcome, by: Decider, at: datetime, reason: str | None = None
) -> list[DecisionFact | TaskFact]:
    about = round_of(project, clock.day(project.submitted_at or at))
    return approval.decide(project, about, APPROVALS, outcome, by=by, at=at, reason=reason)


def _require_submitted(project: Project) -> None:
    if project.state is not State.SUBMITTED:
        raise ProjectNotSubmitted(state=project.state)


def approve(
    project: Project,
    needs: list[Need],
    organisation: OrganisationCopy | None,
    *,
    by: Decider,
    at: datetime,
    on: date,
) -> list[ProjectApproved | NeedPlanned | DecisionFact | TaskFact]:
    """批准: the last step takes up its needs; a need that another project took up meanwhile stops it."""
    _require_submitted(project)
    approval.require_decider(project, by)
    _require_sound(project, needs, organisation, on)
    decided = _decide(project, Outcome.APPROVED, by, at)
    if project.review_step is not None:
        return [*decided]
    project.state, project.approved_at = State.APPROVED, at
    return [ProjectApproved(**said(project)), *(take_up(need, project.id) for need in needs), *decided]


def return_(
    project: Project, *, reason: str, by: Decider, at: datetime
) -> list[ProjectReturned | DecisionFact | TaskFact]:
    """退回补正."""
    _require_submitted(project)
    decided = _decide(project, Outcome.RETURNED, by, at, reason)
    project.state = State.RETURNED
    return [ProjectReturned(**said(project)), *decided]


def require_running(project: Project) -> None:
    """Approved and not closed: the only time in which activities come about."""
    if project.state is not State.APPROVED:
        raise ProjectNotApproved(state=project.state)
