"""Teams of volunteers, and who asked, was invited, belonged and left, with dates: no row is ever taken away."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from chassis.database import Record
from volunteers.database import Table


class State(StrEnum):
    """队伍状态."""

    ACTIVE = "active"
    DISSOLVED = "dissolved"


class ServiceField(StrEnum):
    """服务领域; where posts of social workers have the same, by the same name."""

    COMMUNITY = "community"  # 社区综合
    ELDERLY = "elderly"  # 为老
    CHILDREN_YOUTH = "children_youth"  # 儿童青少年
    DISABILITY = "disability"  # 助残
    FAMILY = "family"  # 妇女与家庭
    SOCIAL_ASSISTANCE = "social_assistance"  # 帮困
    HEALTH = "health"  # 健康
    CULTURE_SPORTS = "culture_sports"  # 文体
    ENVIRONMENT = "environment"  # 环保
    EMERGENCY = "emergency"  # 应急与治安


class MemberState(StrEnum):
    """队员状态."""

    ASKED = "asked"
    INVITED = "invited"
    MEMBER = "member"
    LEFT = "left"
    REMOVED = "removed"
    DECLINED = "declined"


# Of these a person has at most one in a team.
PRESENT = frozenset({MemberState.ASKED, MemberState.INVITED, MemberState.MEMBER})
ONE_NAME_AN_AREA = "uq_team_area_id_name"


class Team(Record, Table):
    """志愿服务队; `account_id` is the leader's, who sees and admits by it, and `members` counts who is in."""

    __tablename__ = "team"

    account_id: Mapped[UUID | None]
    organisation_id: Mapped[UUID | None]  # none: it belongs to the community or town itself
    state: Mapped[State]
    name: Mapped[str]
    field: Mapped[ServiceField]
    description: Mapped[str]
    leader_volunteer_id: Mapped[UUID | None] = mapped_column(ForeignKey("volunteer.id"))
    members: Mapped[int] = mapped_column(default=0)
    formed_on: Mapped[date]
    dissolved_on: Mapped[date | None]
    dissolved_because: Mapped[str | None]

    __table_args__ = (
        Index("ix_team_scope_key_id", "scope_key", "id"),
        Index("ix_team_account_id", "account_id"),
        Index("ix_team_organisation_id", "organisation_id"),
        Index(ONE_NAME_AN_AREA, "area_id", "name", unique=True, postgresql_where=text("state = 'active'")),
    )


class Membership(Record, Table):
    """队员: one coming and going; area and organisation are the team's, the account is the volunteer's."""

    __tablename__ = "membership"

    account_id: Mapped[UUID]
    organisation_id: Mapped[UUID | None]
    team_id: Mapped[UUID] = mapped_column(ForeignKey("team.id"))
    volunteer_id: Mapped[UUID] = mapped_column(ForeignKey("volunteer.id"), index=True)
    state: Mapped[MemberState]
    asked_at: Mapped[datetime]
    joined_on: Mapped[date | None]
    ended_on: Mapped[date | None]  # the first day without
    ended_because: Mapped[str | None]
    team: Mapped[Team] = relationship(lazy="raise")

    __table_args__ = (
        Index(
            "uq_membership_team_id_volunteer_id",
            "team_id",
            "volunteer_id",
            unique=True,
            postgresql_where=text("state in ('asked', 'invited', 'member')"),
        ),
        Index("ix_membership_account_id_id", "account_id", "id"),
        Index("ix_membership_scope_key_id", "scope_key", "id"),
        Index("ix_membership_team_id_state", "team_id", "state"),
    )

    @property
    def leads(self) -> bool:
        """Whether the team is led by this volunteer."""
        return self.state is MemberState.MEMBER and self.team.leader_volunteer_id == self.volunteer_id
