"""结项: how a project ends, and what that means for each of its needs."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from chassis.problems import Problem
from projects.facts import NeedMet, NeedPooled, ProjectClosed
from projects.need.model import Need
from projects.need.rules import meet, release
from projects.project.model import Project, State
from projects.project.rules import require_running, said


class ActivityStillPublished(Problem):
    """项目仍有已发布而未举办的活动，不能结项。"""


class CorrectionOpen(Problem):
    """整改尚未完成，不能通过验收或结项。"""


class PurchaseOpen(Problem):
    """项目还有采购没有结束或成交后没有签约，不能结项。"""


class ContractRunning(Problem):
    """项目的合同尚未履行完毕或终止，不能结项。"""


class NothingHeld(Problem):
    """项目没有举办过活动，不能说需求已满足。"""


class NeedNotOfProject(Problem):
    """所列需求不属于此项目。"""

    status = 422


def may_close(project: Project) -> bool:
    """Whether nothing that was announced or agreed is still to come."""
    bought = project.purchases_running or project.contracts_running or project.corrections_open
    return project.state is State.APPROVED and not project.activities_published and not bought


def close(
    project: Project, needs: list[Need], *, met: Sequence[UUID] | None, outcome: str, at: datetime
) -> list[ProjectClosed | NeedMet | NeedPooled]:
    """结项: each need is met or goes back to the pool; where nobody says which, all are met if anything was held."""
    require_running(project)
    if project.corrections_open:
        raise CorrectionOpen
    if project.purchases_running:
        raise PurchaseOpen
    if project.contracts_running:
        raise ContractRunning
    if not may_close(project):
        raise ActivityStillPublished(published=project.activities_published)
    if met is None:
        met = project.need_ids if project.activities_held else []
    if not set(met) <= set(project.need_ids):
        raise NeedNotOfProject(pointer="/met_need_ids")
    if met and not project.activities_held:
        raise NothingHeld(pointer="/met_need_ids")
    project.state, project.outcome, project.closed_at = State.CLOSED, outcome, at
    ended = [meet(need, project.id) if need.id in met else release(need) for need in needs]
    return [ProjectClosed(**said(project)), *ended]
