"""The facts about samples of hours entered by hand."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from chassis.facts import Fact


class HoursSampleDrawn(Fact):
    """补录已抽取: with the seed and the pool in the draw, the sample is the same for whoever draws it again."""

    TYPE = "volunteers.hours_sample.drawn.v1"
    SUBJECT = "draw_id"

    draw_id: UUID
    month: date
    seed: int
    pool: int
    drawn: int


class HoursChecked(Fact):
    """补录已对照核对; `full_check_until` where the proposer's further entries are all checked."""

    TYPE = "volunteers.hours.checked.v1"
    SUBJECT: ClassVar[str] = "hours_id"

    hours_id: UUID
    check_id: UUID
    activity_id: UUID
    right: bool
    full_check_until: date | None
