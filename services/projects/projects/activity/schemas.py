"""How an activity looks to those who work on it and to everybody."""

from datetime import datetime
from typing import Self
from uuid import UUID

from pydantic import BaseModel

from chassis.access import Access
from chassis.records import Action, Offer, offered
from chassis.transaction import View
from projects.activity.model import Activity, State
from projects.activity.rules import may_cancel
from projects.activity.wanting import WantedView, views
from projects.facts import Place
from projects.paths import path
from projects.permissions import Permission


class OpenActivity(BaseModel):
    """已发布的活动, as everybody may read it."""

    id: UUID
    area_id: UUID
    project_id: UUID
    organisation_id: UUID | None
    state: State
    title: str
    description: str
    starts_at: datetime
    ends_at: datetime
    place: Place
    wanted: list[WantedView]
    resident_places: int
    cancelled_because: str | None
    links: dict[str, str | list[str]]

    @classmethod
    def of(cls, activity: Activity) -> Self:
        """From the stored activity."""
        here = path("published/activities", activity.id)
        links: dict[str, str | list[str]] = {
            "self": here,
            "calendar": f"{here}/calendar.ics",
            "project": path("published/projects", activity.project_id),
            "opportunities": f"/api/volunteers/opportunities?activity_id={activity.id}",
        }
        return cls(**_plain(activity, set(cls.model_fields)), links=links)


class ActivityView(View):
    """活动."""

    id: UUID
    area_id: UUID
    project_id: UUID
    need_ids: list[UUID]
    organisation_id: UUID | None
    state: State
    title: str
    description: str
    starts_at: datetime
    ends_at: datetime
    place: Place
    lead_social_worker_id: UUID
    lead_person_id: UUID
    wanted: list[WantedView]
    resident_places: int
    published_at: datetime | None
    held_at: datetime | None
    cancelled_because: str | None
    actions: list[Action]
    links: dict[str, str | list[str]]

    @classmethod
    def seen(cls, activity: Activity, access: Access, *, at: datetime, running: bool) -> Self:
        """As this caller sees it now; `running` says whether its project still is, and theirs."""
        plain = _plain(activity, set(cls.model_fields))
        return cls(**plain, actions=actions(activity, access, at, running=running), links=links(activity))


def _plain(activity: Activity, names: set[str]) -> dict[str, object]:
    place = Place(name=activity.place_name, latitude=activity.latitude, longitude=activity.longitude)
    stored = {name: getattr(activity, name) for name in names - {"place", "wanted", "actions", "links"}}
    return stored | {"place": place, "wanted": views(activity.wanted)}


def links(activity: Activity) -> dict[str, str | list[str]]:
    """Up to project and needs, down to volunteers, residents and their answers."""
    here = path("activities", activity.id)
    found: dict[str, str | list[str]] = {
        "self": here,
        "area": f"/api/registry/areas/{activity.area_id}",
        "project": path("projects", activity.project_id),
        "needs": [path("needs", need_id) for need_id in activity.need_ids],
        "lead": f"/api/registry/social-workers/{activity.lead_social_worker_id}",
        "participation": f"{here}/participation",
        "participations": f"{here}/participations",
        "participation_code": f"{here}/participation-code",
        "opportunities": f"/api/volunteers/opportunities?activity_id={activity.id}",
        "surveys": f"/api/assessment/surveys?activity_id={activity.id}",
    }
    if activity.state is not State.PLANNED:
        found["published"] = path("published/activities", activity.id)
    if activity.organisation_id:
        found["organisation"] = f"/api/registry/organisations/{activity.organisation_id}"
    return found


def actions(activity: Activity, access: Access, at: datetime, *, running: bool) -> list[Action]:
    """The verbs offered now."""
    state, started = activity.state, activity.starts_at <= at
    revisable = state is State.PLANNED or (state is State.PUBLISHED and not started)
    may = Permission.ACTIVITY_PLAN
    offers = (
        Offer(state is State.PLANNED and not started and running, may, "publication", "发布"),
        Offer(state is State.PUBLISHED and started, may, "completion", "举办完毕"),
        Offer(revisable, may, "revision", "修改计划", method="PATCH"),
        Offer(may_cancel(activity, at=at, missed=False), may, "cancellation", "取消活动", needs_reason=True),
    )
    return offered(path("activities", activity.id), activity, access, offers)
