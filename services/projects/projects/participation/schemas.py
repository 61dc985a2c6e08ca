"""What recording takes in, and how participation looks."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from chassis.access import Access
from chassis.person import Mobile
from chassis.records import Action, Offer, offered
from projects.activity.model import Activity, State
from projects.participation.dated import ParticipationRule
from projects.participation.model import Means, Participation
from projects.participation.rules import missed, recording_open, works_for_provider
from projects.paths import path
from projects.permissions import Permission


class PhonesIn(BaseModel):
    """批量登记: the phone numbers of residents who took part."""

    model_config = ConfigDict(extra="forbid")

    phones: Annotated[list[Mobile], Field(min_length=1, max_length=500)]


class CodeIn(BaseModel):
    """参与码."""

    model_config = ConfigDict(extra="forbid")

    code: Annotated[str, Field(pattern=r"^[0-9]{6}$")]


class ParticipationCode(BaseModel):
    """参与码, with the instant at which the next one is shown."""

    code: str
    changes_at: datetime
    seconds: int


class ParticipationView(BaseModel):
    """参与."""

    id: UUID
    area_id: UUID
    activity_id: UUID
    project_id: UUID
    account_id: UUID
    phone_masked: str | None
    means: Means
    recorded_at: datetime
    links: dict[str, str]

    @classmethod
    def of(cls, participation: Participation) -> Self:
        """From the stored row."""
        plain = {name: getattr(participation, name) for name in cls.model_fields if name != "links"}
        links = {
            "activity": path("published/activities", participation.activity_id),
            "surveys": f"/api/assessment/surveys?activity_id={participation.activity_id}",
        }
        return cls(**plain, links=links)


class Recorded(BaseModel):
    """What one act of recording did."""

    recorded: int
    already: int


class Register(BaseModel):
    """参与登记簿 of one activity: when it is open, under which rule, and how many stand in it."""

    activity_id: UUID
    is_open: bool
    opens_at: datetime
    closes_at: datetime
    source: str
    assumption: bool
    recorded: int
    resident_places: int
    actions: list[Action]
    links: dict[str, str]

    @classmethod
    def seen(cls, activity: Activity, access: Access, rule: ParticipationRule, *, recorded: int, at: datetime) -> Self:
        """As this caller sees it now."""
        here = path("activities", activity.id)
        is_open = recording_open(activity, rule, at=at)
        typing = is_open and not works_for_provider(access.principal, activity)
        empty = activity.state is State.PUBLISHED and missed(activity, rule, recorded, at=at)
        offers = (
            Offer(typing, Permission.PARTICIPATION_RECORD, "participations", "登记参与居民"),
            Offer(empty, Permission.ACTIVITY_PLAN, "cancellation", "未举办，取消活动", needs_reason=True),
        )
        return cls(
            activity_id=activity.id,
            is_open=is_open,
            opens_at=activity.starts_at,
            closes_at=activity.ends_at + rule.recording,
            source=rule.source,
            assumption=rule.assumption,
            recorded=recorded,
            resident_places=activity.resident_places,
            actions=offered(here, activity, access, offers),
            links={
                "activity": here,
                "participations": f"{here}/participations",
                "participation_code": f"{here}/participation-code",
                "surveys": f"/api/assessment/surveys?activity_id={activity.id}",
            },
        )
