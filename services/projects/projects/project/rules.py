"""A project's way: drafted from needs, submitted, approved or returned by the town."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from chassis.principal import Role
from chassis.problems import Problem
from chassis.tables import AreaCopy
from chassis.tasks import Task
from projects.facts import (
    NeedPlanned,
    ProjectApproved,
    ProjectProposed,
    ProjectReturned,
    ProjectRevised,
    ProjectSubmitted,
    TaskClosed,
    TaskOpened,
)
from projects.need.model import Need
from projects.need.rules import require_pooled, take_up
from projects.paths import path
from projects.project.model import Project, State
from projects.project.organisation import OrganisationCopy


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


class OwnSubmission(Problem):
    """提交人不能审批自己提交的项目。"""

    status = 403


class ProjectNotApproved(Problem):
    """项目尚未获批或已结项。"""


EDITABLE = frozenset({State.DRAFT, State.RETURNED})
REVIEW, CORRECTION = "project-review", "project-correction"


def said(project: Project) -> dict[str, Any]:
    """What every fact about a project says."""
    names = ("area_id", "scope_key", "need_ids", "budget_fen", "goals", "organisation_id")
    return {"project_id": project.id} | {name: getattr(project, name) for name in names}


def _task(code: str, project: Project) -> Task:
    """审批 is the town's, 补正 the proposer's; each submission is a new round."""
    role, organisation_id = Role.TOWN_OFFICER, None
    if code == CORRECTION:
        organisation_id = project.organisation_id
        role = Role.ORGANISATION_MANAGER if organisation_id else Role.COMMUNITY_OFFICER
    submitted = str(project.submitted_at.timestamp()) if project.submitted_at else ""
    href = path("projects", project.id)
    return Task(code, role, href, project.id, project.area_id, project.scope_key, organisation_id, round=submitted)


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


def fund(project: Project) -> ProjectRevised:
    """编制预算明细: a part of the plan."""
    require_editable(project)
    return ProjectRevised(**said(project))


def submit(
    project: Project,
    needs: list[Need],
    organisation: OrganisationCopy | None,
    *,
    by: UUID | None,
    at: datetime,
    on: date,
) -> list[ProjectSubmitted | TaskOpened | TaskClosed]:
    """提交审批."""
    require_editable(project)
    _require_sound(project, needs, organisation, on)
    corrected = [TaskClosed.of(_task(CORRECTION, project))] if project.state is State.RETURNED else []
    project.state, project.returned_because = State.SUBMITTED, None
    project.submitted_at, project.submitted_by = at, by
    return [ProjectSubmitted(**said(project)), *corrected, TaskOpened.of(_task(REVIEW, project))]


def _require_review(project: Project, by: UUID | None) -> None:
    if project.state is not State.SUBMITTED:
        raise ProjectNotSubmitted(state=project.state)
    if project.submitted_by == by:
        raise OwnSubmission


def approve(
    project: Project,
    needs: list[Need],
    organisation: OrganisationCopy | None,
    *,
    by: UUID | None,
    at: datetime,
    on: date,
) -> list[ProjectApproved | NeedPlanned | TaskClosed]:
    """批准: takes up its needs; a need that another project took up meanwhile stops it."""
    _require_review(project, by)
    _require_sound(project, needs, organisation, on)
    project.state, project.approved_at = State.APPROVED, at
    taken_up = [take_up(need, project.id) for need in needs]
    return [ProjectApproved(**said(project)), *taken_up, TaskClosed.of(_task(REVIEW, project))]


def return_(project: Project, *, reason: str, by: UUID | None) -> list[ProjectReturned | TaskOpened | TaskClosed]:
    """退回补正."""
    _require_review(project, by)
    project.state, project.returned_because = State.RETURNED, reason
    return [
        ProjectReturned(**said(project)),
        TaskClosed.of(_task(REVIEW, project)),
        TaskOpened.of(_task(CORRECTION, project)),
    ]


def require_running(project: Project) -> None:
    """Approved and not closed: the only time in which activities come about."""
    if project.state is not State.APPROVED:
        raise ProjectNotApproved(state=project.state)
