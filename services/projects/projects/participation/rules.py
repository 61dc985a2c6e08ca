"""Who may be recorded as having taken part, and when."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from chassis.principal import Kind, Principal
from chassis.problems import Problem
from projects.activity.model import Activity, State
from projects.facts import ParticipationRecorded
from projects.participation.dated import ParticipationRule
from projects.participation.model import Means, Participation


class RecordingClosed(Problem):
    """现在不能登记参与：活动未发布、尚未开始或登记期限已过。"""


class StaffTakesNoPart(Problem):
    """工作人员账号不能登记为参与居民，请用居民手机号登录。"""

    status = 403


class LeadTakesNoPart(Problem):
    """负责社工不能登记为本活动的参与居民。"""

    status = 403


class ProviderRecordsNobody(Problem):
    """承办组织的人员不能代为登记参与居民，请居民用参与码自行登记。"""

    status = 403


class AlreadyTakenPart(Problem):
    """您已登记参与本活动。"""


class ResidentPlacesFull(Problem):
    """本活动的居民名额已满。"""


RECORDABLE = frozenset({State.PUBLISHED, State.HELD})


def recording_open(activity: Activity, rule: ParticipationRule, *, at: datetime) -> bool:
    """From the start of the activity until some hours after its planned end."""
    in_time = activity.starts_at <= at <= activity.ends_at + rule.recording
    return activity.state in RECORDABLE and in_time


def missed(activity: Activity, rule: ParticipationRule, recorded: int, *, at: datetime) -> bool:
    """Whether nobody came: nobody stands in the register, and nobody can be entered any more."""
    return recorded == 0 and at > activity.ends_at + rule.recording


def require_open(activity: Activity, rule: ParticipationRule, *, at: datetime) -> None:
    """登记期限."""
    if not recording_open(activity, rule, at=at):
        raise RecordingClosed(
            state=activity.state,
            opens_at=activity.starts_at.isoformat(),
            closes_at=(activity.ends_at + rule.recording).isoformat(),
        )


def require_resident(principal: Principal, activity: Activity) -> None:
    """Residents only: whoever works on the activity has no say on how it was."""
    if principal.kind is not Kind.VOLUNTEER:
        raise StaffTakesNoPart
    if principal.person_id is not None and principal.person_id == activity.lead_person_id:
        raise LeadTakesNoPart


def works_for_provider(principal: Principal, activity: Activity) -> bool:
    """Whether somebody belongs to the organisation that carries the activity out."""
    employers = {grant.organisation_id for grant in principal.grants}
    return activity.organisation_id is not None and activity.organisation_id in employers


def require_independent(principal: Principal, activity: Activity) -> None:
    """Who is asked how it was is drawn from those recorded: whoever is judged by the answers hands in no list."""
    if works_for_provider(principal, activity):
        raise ProviderRecordsNobody


def require_place(activity: Activity, recorded: int) -> None:
    """居民名额; none is said by 0. Whoever is typed in afterwards has been there, and is not turned away."""
    if 0 < activity.resident_places <= recorded:
        raise ResidentPlacesFull(places=activity.resident_places)


def record(activity: Activity, participations: Sequence[Participation], means: Means) -> ParticipationRecorded:
    """登记参与: one fact for one act of recording."""
    participants: list[UUID] = [each.account_id for each in participations]
    return ParticipationRecorded(
        area_id=activity.area_id,
        scope_key=activity.scope_key,
        activity_id=activity.id,
        project_id=activity.project_id,
        participant_ids=participants,
        count=len(participants),
        means=means,
    )
