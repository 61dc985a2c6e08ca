"""How a scorecard looks, and which verbs it offers whom."""

from datetime import date, datetime
from typing import Any, Self
from uuid import UUID

from pydantic import BaseModel

from assessment.permissions import Permission
from assessment.scorecard.adding import applicable_weight, total_of
from assessment.scorecard.lines import LineView
from assessment.scorecard.model import Scorecard, State
from assessment.scorecard.objecting import is_lapsed
from assessment.scorecard.waiting import HERE
from chassis import clock
from chassis.access import Access
from chassis.records import Action, Offer, offered
from chassis.transaction import View


class ScorecardHead(View):
    """考核评分, as lists show it."""

    id: UUID
    title: str
    area_id: UUID
    scheme_id: UUID
    year: int
    number: int
    unit_code: str
    unit_name: str | None
    state: State
    replaces_id: UUID | None
    correction: str | None
    first_day: date
    last_day: date
    positions: dict[str, int]
    computed_at: datetime
    opened_at: datetime
    report_by: date
    reported_at: datetime | None
    confirmed_at: datetime | None
    returned_at: datetime | None
    returned_because: str | None
    checked_at: datetime | None
    object_until: date | None
    accepted_at: datetime | None
    objected_at: datetime | None
    decide_by: date | None
    decided_at: datetime | None
    frozen_at: datetime | None
    total_hundredths: int | None
    applicable_weight: int
    actions: list[Action]
    links: dict[str, str]

    @classmethod
    def seen(cls, card: Scorecard, access: Access, at: datetime, **more: Any) -> Self:  # noqa: ANN401 - its own parts
        """As this caller sees it at a moment."""
        made = {"title", "first_day", "last_day", "applicable_weight", "lines", "actions", "links"}
        return cls(
            **{name: getattr(card, name) for name in cls.model_fields if name not in made},
            title=f"{card.unit_name or card.unit_code} {card.year} 年度考核评分",
            first_day=card.scheme.first_day,
            last_day=card.scheme.last_day,
            applicable_weight=applicable_weight(card),
            actions=offered(f"{HERE}/{card.id}", card, access, _offers(card, access, at)),
            links=_links(card),
            **more,
        )


class ScorecardView(ScorecardHead):
    """考核评分, item by item."""

    lines: list[LineView]

    @classmethod
    def whole(cls, card: Scorecard, access: Access, at: datetime) -> Self:
        """As this caller sees it at a moment."""
        total, applicable = total_of(card), applicable_weight(card) or 1
        return cls.seen(card, access, at, lines=[LineView.of(card, line, applicable, total) for line in card.lines])


def _offers(card: Scorecard, access: Access, at: datetime) -> list[Offer]:
    """The verbs by state, left to others where a second person is asked for."""
    state, on, me = card.state, clock.day(at), access.account_id
    reporting, checking, lapsed = state is State.REPORTING, state is State.CHECKING, is_lapsed(card, on)
    open_ = state is State.ANNOUNCED and not lapsed
    checks = checking and me not in {card.reported_by, card.confirmed_by}
    decides = state is State.OBJECTED and me not in {card.checked_by, card.objected_by}
    town, bureau = Permission.SCORECARD_REPORT, Permission.SCORECARD_CHECK
    return [
        Offer(reporting, town, "report", "填写自评", method="PUT"),
        Offer(reporting, town, "confirmation", "确认上报"),
        Offer(checks, bureau, "check", "核定"),
        Offer(checking, bureau, "return", "退回自评", needs_reason=True),
        Offer(reporting or checking, bureau, "computation", "重新计算"),
        Offer(open_, town, "acceptance", "无异议"),
        Offer(open_, town, "objection", "提出异议"),
        Offer(decides, Permission.SCORECARD_DECIDE, "decision", "处理异议"),
        Offer(state is State.SETTLED or lapsed, bureau, "freezing", "冻结"),
        Offer(state is State.FROZEN and card.corrected_by is None, bureau, "correction", "更正", needs_reason=True),
    ]


def _links(card: Scorecard) -> dict[str, str]:
    links = {
        "area": f"/api/registry/areas/{card.area_id}",
        "scheme": f"/api/assessment/schemes/{card.scheme_id}",
        "ranking": f"/api/assessment/rankings/{card.year}",
        "attachments": f"/api/assessment/attachments?subject_id={card.id}",
    }
    if card.replaces_id is not None:
        links["replaces"] = f"{HERE}/{card.replaces_id}"
    if (newer := card.corrected_by) is not None:
        links["replaced_by" if newer.state is State.FROZEN else "corrected_by"] = f"{HERE}/{newer.id}"
    if card.state is State.FROZEN:
        links["record"] = f"{HERE}/{card.id}/record"
    return links


class OpenedView(BaseModel):
    """已开始的考核."""

    scheme_id: UUID
    year: int
    opened: int
    links: dict[str, str]
