"""The facts about teams and about who is in them."""

from typing import ClassVar
from uuid import UUID

from chassis.facts import Fact


class _TeamFact(Fact):
    """What every fact about a team says; `members` is how many are in afterwards."""

    SUBJECT: ClassVar[str] = "team_id"

    team_id: UUID
    organisation_id: UUID | None
    field: str
    members: int


class TeamFormed(_TeamFact):
    """志愿服务队已成立."""

    TYPE = "volunteers.team.formed.v1"


class TeamChanged(_TeamFact):
    """志愿服务队信息或队长已变更: which of them, not what they say."""

    TYPE = "volunteers.team.changed.v1"

    changed: list[str]
    leader_volunteer_id: UUID | None


class TeamDissolved(_TeamFact):
    """志愿服务队已解散; who was in it until then has left with it."""

    TYPE = "volunteers.team.dissolved.v1"


class _MemberFact(_TeamFact):
    """What every fact about somebody in a team says."""

    membership_id: UUID
    volunteer_id: UUID


class TeamMemberAsked(_MemberFact):
    """志愿者已申请入队."""

    TYPE = "volunteers.team.member_asked.v1"


class TeamMemberInvited(_MemberFact):
    """志愿者已受邀入队."""

    TYPE = "volunteers.team.member_invited.v1"


class TeamMemberDeclined(_MemberFact):
    """入队申请或邀请未成."""

    TYPE = "volunteers.team.member_declined.v1"


class TeamMemberJoined(_MemberFact):
    """志愿者已入队."""

    TYPE = "volunteers.team.member_joined.v1"


class TeamMemberLeft(_MemberFact):
    """队员已离队: by oneself, removed, or because the registration was withdrawn."""

    TYPE = "volunteers.team.member_left.v1"

    because: str
