"""What a review takes in, and how its panel and its scores look."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator

from chassis.transaction import View
from projects.review.model import Panelist, Score

LEAST_SAID = 2


class PanelIn(BaseModel):
    """评审小组: the accounts of its experts."""

    model_config = ConfigDict(extra="forbid")

    expert_ids: Annotated[list[UUID], Field(min_length=1, max_length=15)]


class DeclarationIn(BaseModel):
    """利益冲突声明: whether one has a stake in a bidder, and which; there is nothing to explain about none."""

    model_config = ConfigDict(extra="forbid")

    conflicted: bool
    statement: Annotated[str, Field(max_length=1000)] = ""

    @model_validator(mode="after")
    def _explained(self) -> Self:
        if self.conflicted and len(self.statement.strip()) < LEAST_SAID:
            raise ValueError("有利益关系的，请写明情况")
        return self


class ScoreIn(BaseModel):
    """评分: points by criterion, price left out, and why."""

    model_config = ConfigDict(extra="forbid")

    points: Annotated[dict[str, Annotated[int, Field(ge=0, le=100)]], Field(max_length=20)]
    comment: Annotated[str, Field(min_length=2, max_length=2000)]


class PanelistView(View):
    """评审小组成员."""

    id: UUID
    purchase_id: UUID
    account_id: UUID
    declared_at: datetime | None
    conflicted: bool | None

    @classmethod
    def of(cls, panelist: Panelist) -> Self:
        """From the stored member; what was declared in words stays with the panel's officers."""
        return cls.model_validate(panelist, from_attributes=True)


class ScoreView(View):
    """评分, one's own, and everybody's once the review is concluded."""

    id: UUID
    purchase_id: UUID
    bid_id: UUID
    account_id: UUID
    points: dict[str, int]
    comment: str
    scored_at: datetime

    @classmethod
    def of(cls, score: Score) -> Self:
        """From the stored score."""
        return cls.model_validate(score, from_attributes=True)
