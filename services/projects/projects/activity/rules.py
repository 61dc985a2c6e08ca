"""An activity's way: planned in an approved project, published, held or cancelled."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from chassis.problems import Problem
from chassis.tables import AreaCopy
from projects.activity.lead import SocialWorkerCopy
from projects.activity.model import Activity, State
from projects.activity.wanting import numbers, requirements
from projects.facts import ActivityCancelled, ActivityHeld, ActivityPlanned, ActivityPublished, Place
from projects.project.model import Project
from projects.project.rules import require_running


class ProviderGone(Problem):
    """合同已履行完毕或终止，承接组织不能再为此项目计划、发布活动。"""


class TimesReversed(Problem):
    """活动结束时间应晚于开始时间。"""

    status = 422


class AreaOutsideProject(Problem):
    """活动地点不在项目所在的村（社区）或镇街。"""

    status = 422


class LeadNotRegistered(Problem):
    """负责社工须是活动当日登记有效的社工。"""

    status = 422


class ActivityInPast(Problem):
    """活动开始时间已过，不能发布。"""


class ActivityStarted(Problem):
    """活动已开始，不能再改计划。"""


class ActivityTakesPlace(Problem):
    """活动已开始，须登记举办完毕；无人参与登记且登记已截止的，才能取消。"""


class ActivityNotStarted(Problem):
    """活动尚未开始。"""


class ActivityNotPlanned(Problem):
    """活动不在计划状态。"""


class ActivityNotPublished(Problem):
    """活动不在已发布状态。"""


class ActivityOver(Problem):
    """活动已举办或已取消。"""


OPEN = frozenset({State.PLANNED, State.PUBLISHED})


def _said(activity: Activity) -> dict[str, Any]:
    names = ("area_id", "scope_key", "project_id", "need_ids", "organisation_id", "title", "starts_at", "ends_at")
    lead = ("lead_social_worker_id", "lead_person_id")
    place = Place(name=activity.place_name, latitude=activity.latitude, longitude=activity.longitude)
    return {
        "activity_id": activity.id,
        "place": place,
        "wanted": numbers(activity.wanted),
        "requirements": requirements(activity.wanted),
    } | {name: getattr(activity, name) for name in names + lead}


def locate(activity: Activity, project: Project, area: AreaCopy) -> None:
    """Where it takes place: the project's area or one below it."""
    if not area.scope_key.startswith(project.scope_key):
        raise AreaOutsideProject(pointer="/area_id")
    activity.area_id, activity.scope_key = area.id, area.scope_key


def _entrust(activity: Activity, lead: SocialWorkerCopy | None, on: date) -> None:
    """Times in order, and a lead whose registration holds on the day of the activity."""
    if activity.ends_at <= activity.starts_at:
        raise TimesReversed(pointer="/ends_at")
    if lead is None or not lead.registered(on):
        raise LeadNotRegistered(pointer="/lead_social_worker_id")
    activity.lead_social_worker_id, activity.lead_person_id = lead.id, lead.person_id


def _require_in_charge(project: Project, provider_id: UUID | None) -> None:
    """The project runs, and who acts for an organisation acts for the one that carries it out."""
    require_running(project)
    if provider_id is not None and provider_id != project.carried_out_by:
        raise ProviderGone


def plan(
    activity: Activity, project: Project, lead: SocialWorkerCopy | None, *, on: date, provider_id: UUID | None = None
) -> ActivityPlanned:
    """计划活动; `provider_id` says for which organisation it is planned, where for any."""
    _require_in_charge(project, provider_id)
    _entrust(activity, lead, on)
    activity.project_id, activity.organisation_id = project.id, project.carried_out_by
    activity.need_ids, activity.state = project.need_ids, State.PLANNED
    return ActivityPlanned(**_said(activity))


def require_revisable(activity: Activity, *, at: datetime) -> None:
    """A plan may change until it is over, a published one until it starts."""
    if activity.state not in OPEN:
        raise ActivityOver(state=activity.state)
    if activity.state is State.PUBLISHED and activity.starts_at <= at:
        raise ActivityStarted


def revise(
    activity: Activity, lead: SocialWorkerCopy | None, *, on: date, at: datetime
) -> ActivityPlanned | ActivityPublished:
    """修改计划: told again, so that everyone who copied the plan hears the new one."""
    _entrust(activity, lead, on)
    if activity.state is State.PLANNED:
        return ActivityPlanned(**_said(activity))
    if activity.starts_at <= at:
        raise ActivityInPast(pointer="/starts_at")
    return ActivityPublished(**_said(activity))


def publish(
    activity: Activity,
    project: Project,
    lead: SocialWorkerCopy | None,
    *,
    on: date,
    at: datetime,
    provider_id: UUID | None = None,
) -> ActivityPublished:
    """发布活动; what was planned under a contract that has ended would hold up the next one and the closing."""
    if activity.state is not State.PLANNED:
        raise ActivityNotPlanned(state=activity.state)
    _require_in_charge(project, provider_id)
    if activity.starts_at <= at:
        raise ActivityInPast(pointer="/starts_at")
    _entrust(activity, lead, on)
    activity.state, activity.published_at = State.PUBLISHED, at
    project.activities_published += 1
    return ActivityPublished(**_said(activity))


def complete(activity: Activity, project: Project, *, at: datetime) -> ActivityHeld:
    """举办完毕."""
    if activity.state is not State.PUBLISHED:
        raise ActivityNotPublished(state=activity.state)
    if activity.starts_at > at:
        raise ActivityNotStarted(starts_at=activity.starts_at.isoformat())
    activity.state, activity.held_at = State.HELD, at
    project.activities_published -= 1
    project.activities_held += 1
    return ActivityHeld(**_said(activity))


def may_cancel(activity: Activity, *, at: datetime, missed: bool) -> bool:
    """Until it starts; after that only what nobody came to (`missed`), or those who came would never be asked."""
    if activity.state is State.PUBLISHED:
        return at < activity.starts_at or missed
    return activity.state is State.PLANNED


def cancel(activity: Activity, project: Project, *, reason: str, at: datetime, missed: bool) -> ActivityCancelled:
    """取消活动."""
    if activity.state not in OPEN:
        raise ActivityOver(state=activity.state)
    if not may_cancel(activity, at=at, missed=missed):
        raise ActivityTakesPlace(starts_at=activity.starts_at.isoformat())
    if activity.state is State.PUBLISHED:
        project.activities_published -= 1
    activity.state, activity.cancelled_because = State.CANCELLED, reason
    return ActivityCancelled(**_said(activity))
