"""What the plan of an activity takes in: times, place, lead, and how many are wanted."""

from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator

from chassis.clock import Instant


class PlaceIn(BaseModel):
    """地点: with a position, or by name alone."""

    model_config = ConfigDict(extra="forbid")

    name: Annotated[str, Field(min_length=2, max_length=200)]
    latitude: Annotated[float | None, Field(ge=-90, le=90)] = None
    longitude: Annotated[float | None, Field(ge=-180, le=180)] = None

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if (self.latitude is None) != (self.longitude is None):
            raise ValueError("经度和纬度须同时填写")
        return self


# In the words of the volunteers' own profiles.
Skill = Annotated[str, Field(min_length=1, max_length=20)]


class WantedIn(BaseModel):
    """志愿者岗位需求."""

    model_config = ConfigDict(extra="forbid")

    role: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
    name: Annotated[str, Field(min_length=1, max_length=50)]
    count: Annotated[int, Field(ge=1, le=10_000)]
    minimum_age: Annotated[int, Field(ge=0, le=120)]
    maximum_age: Annotated[int | None, Field(ge=0, le=120)] = None
    skills: Annotated[list[Skill], Field(max_length=10)] = []
    training_ids: Annotated[list[UUID], Field(max_length=10)] = []

    @model_validator(mode="after")
    def _ages_in_order(self) -> Self:
        if self.maximum_age is not None and self.maximum_age < self.minimum_age:
            raise ValueError("最高年龄不能低于最低年龄")
        return self


def _distinct(wanted: list[WantedIn]) -> list[WantedIn]:
    if len({each.role for each in wanted}) < len(wanted):
        raise ValueError("同一岗位只能列一次")
    return wanted


class ActivityChange(BaseModel):
    """修改计划: only what is given changes."""

    model_config = ConfigDict(extra="forbid")

    title: Annotated[str | None, Field(min_length=2, max_length=100)] = None
    description: Annotated[str | None, Field(max_length=4000)] = None
    starts_at: Instant | None = None
    ends_at: Instant | None = None
    place: PlaceIn | None = None
    lead_social_worker_id: UUID | None = None
    wanted: Annotated[list[WantedIn] | None, Field(max_length=30)] = None
    resident_places: Annotated[int | None, Field(ge=0, le=100_000)] = None

    @model_validator(mode="after")
    def _each_role_once(self) -> Self:
        _distinct(self.wanted or [])
        return self


class ActivityIn(ActivityChange):
    """活动计划; in the project's own area when none is named."""

    area_id: UUID | None = None
    title: Annotated[str, Field(min_length=2, max_length=100)]
    description: Annotated[str, Field(max_length=4000)] = ""
    starts_at: Instant
    ends_at: Instant
    place: PlaceIn
    lead_social_worker_id: UUID
    wanted: Annotated[list[WantedIn], Field(max_length=30)] = []
    resident_places: Annotated[int, Field(ge=0, le=100_000)] = 0
