"""Scorecards until their result is told: opened for every unit of a scheme, read, reported on and checked."""

from collections.abc import Sequence
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response
from sqlalchemy import select

from assessment.permissions import Permission
from assessment.reading.anew import BeingMadeAnew
from assessment.scheme.model import Scheme
from assessment.scheme.model import State as SchemeState
from assessment.scorecard import rules
from assessment.scorecard.computing import card_of, readings_of, stand_still
from assessment.scorecard.entering import CheckIn, ReportIn
from assessment.scorecard.model import FrozenCard, Scorecard, State
from assessment.scorecard.schemas import OpenedView, ScorecardHead, ScorecardView
from assessment.scorecard.waiting import HERE, path
from assessment.scored import ATTACHMENTS
from chassis import clock, facts
from chassis.access import Access, allow, visible
from chassis.areas import below
from chassis.clock import Now
from chassis.facts import Fact
from chassis.paging import Asked, Page, page
from chassis.problems import NotFound, Problem, problems
from chassis.records import Reason, VersionMissing, VersionStale, current, existing
from chassis.tables import AreaCopy
from chassis.transaction import TransactionRoute, Tx
from procedures.attachment.binding import REFUSALS as UNATTACHABLE
from procedures.attachment.binding import attach

router = APIRouter(tags=["考核评分 scorecard"], route_class=TransactionRoute)

Reader = Annotated[Access, Depends(allow(Permission.SCORECARD_READ))]
Reporter = Annotated[Access, Depends(allow(Permission.SCORECARD_REPORT))]
Checker = Annotated[Access, Depends(allow(Permission.SCORECARD_CHECK))]
Opened = Annotated[Scheme, Depends(current(Scheme, Permission.SCORECARD_CHECK))]
Read = Annotated[Scorecard, Depends(existing(Scorecard, Permission.SCORECARD_READ))]
Reported = Annotated[Scorecard, Depends(current(Scorecard, Permission.SCORECARD_REPORT))]
Checked = Annotated[Scorecard, Depends(current(Scorecard, Permission.SCORECARD_CHECK))]
GIVES_A_RECORD: dict[int | str, dict[str, Any]] = {
    200: {"content": {"application/json": {"schema": {"type": "object"}}}, "description": "the frozen record"}
}
VERSIONED = (NotFound, VersionMissing, VersionStale)


class SchemeNotInForce(Problem):
    """考核方案未生效，或已开始考核。"""


class YearNotOver(Problem):
    """考核年度尚未结束，不能开始考核。"""


async def tell(tx: Tx, by: Access, heard: Sequence[Fact]) -> None:
    """All that a rule said, in its order."""
    for fact in heard:
        await facts.tell(tx, fact, by=by)


@router.post(
    "/schemes/{id}/scorecards",
    status_code=201,
    responses=problems(*VERSIONED, SchemeNotInForce, YearNotOver, BeingMadeAnew),
)
async def open_(scheme: Opened, tx: Tx, by: Checker, at: Now) -> OpenedView:
    """开始考核: a card for each unit, all computed at one place of the logs."""
    if scheme.state is not SchemeState.IN_FORCE:
        raise SchemeNotInForce(state=scheme.state)
    if clock.day(at) <= scheme.last_day:
        raise YearNotOver(last_day=scheme.last_day.isoformat())
    place = await stand_still(tx)
    readings = await readings_of(tx, scheme)
    units = select(AreaCopy).where(AreaCopy.id.in_(scheme.unit_ids)).order_by(AreaCopy.code)
    for area in (await tx.scalars(units)).all():
        card = card_of(scheme, area, place)
        card.number, card.opened_by = 1, by.account_id
        heard = rules.open_(card, readings[area.id], at=at)
        tx.add(card)
        await tell(tx, by, heard)
    links = {"scorecards": f"{HERE}?scheme_id={scheme.id}"}
    return OpenedView(scheme_id=scheme.id, year=scheme.year, opened=len(scheme.unit_ids), links=links)


@router.get("/scorecards")
async def list_(
    tx: Tx,
    by: Reader,
    asked: Asked,
    at: Now,
    year: Annotated[int | None, Query(ge=2000, le=2199)] = None,
    scheme_id: UUID | None = None,
    state: State | None = None,
    area_id: UUID | None = None,
) -> Page[ScorecardHead]:
    """考核评分 in scope, the latest first."""
    query = select(Scorecard).where(visible(Scorecard, by))
    named = {Scorecard.year: year, Scorecard.scheme_id: scheme_id, Scorecard.state: state}
    query = query.where(*[column == value for column, value in named.items() if value is not None])
    if area_id is not None:
        query = query.where(await below(tx, Scorecard, area_id))
    return await page(tx, query, [Scorecard.id], asked, lambda card: ScorecardHead.seen(card, by, at))


@router.get("/scorecards/{id}", responses=problems(NotFound))
async def read(card: Read, by: Reader, at: Now) -> ScorecardView:
    """One card in scope."""
    return ScorecardView.whole(card, by, at)


@router.get(
    "/scorecards/{id}/record",
    response_class=Response,
    responses=GIVES_A_RECORD | problems(NotFound),
)
async def record(card: Read, tx: Tx) -> Response:
    """导出冻结记录: the very bytes, with their digest as ETag."""
    frozen = await tx.get(FrozenCard, card.id)
    if frozen is None:
        raise NotFound
    name = f"scorecard-{card.year}-{card.unit_code}-{card.number}.json"
    headers = {"ETag": f'"{frozen.digest}"', "Content-Disposition": f'attachment; filename="{name}"'}
    return Response(frozen.content, media_type="application/json", headers=headers)


@router.put(
    "/scorecards/{id}/report",
    responses=problems(*VERSIONED, rules.ScorecardElsewhere, rules.ItemUnknown, rules.PointsOutOfRange, *UNATTACHABLE),
)
async def report(card: Reported, body: ReportIn, tx: Tx, by: Reporter, at: Now) -> ScorecardView:
    """填写自评: the whole of it, until it is confirmed."""
    held = {each for line in card.lines for each in line.attachment_ids}
    reports = [rules.Report(**each.model_dump()) for each in body.lines]
    await tell(tx, by, rules.report(card, reports, by=by.account_id, at=at))
    for place, each in enumerate(body.lines):
        fresh = [one for one in each.attachment_ids if one not in held]
        pointer = f"/lines/{place}/attachment_ids"
        await attach(tx, fresh, ATTACHMENTS, to=card, href=path(card), by=by, at=at, pointer=pointer)
    return ScorecardView.whole(card, by, at)


@router.post(
    "/scorecards/{id}/confirmation",
    responses=problems(*VERSIONED, rules.ScorecardElsewhere, rules.ReportIncomplete),
)
async def confirm(card: Reported, tx: Tx, by: Reporter, at: Now) -> ScorecardView:
    """确认上报."""
    await tell(tx, by, rules.confirm(card, by=by.account_id, at=at))
    return ScorecardView.whole(card, by, at)


@router.post("/scorecards/{id}/return", responses=problems(*VERSIONED, rules.ScorecardElsewhere))
async def return_(card: Checked, body: Reason, tx: Tx, by: Checker, at: Now) -> ScorecardView:
    """退回自评."""
    await tell(tx, by, rules.return_(card, reason=body.reason, at=at))
    return ScorecardView.whole(card, by, at)


@router.post("/scorecards/{id}/computation", responses=problems(*VERSIONED, rules.ScorecardElsewhere, BeingMadeAnew))
async def compute(card: Checked, tx: Tx, by: Checker, at: Now) -> ScorecardView:
    """重新计算 of what has been heard since."""
    rules.require_unchecked(card)
    place = await stand_still(tx)
    card.positions, card.computed_at = place.positions, place.at
    await tell(tx, by, rules.compute(card, (await readings_of(tx, card.scheme))[card.area_id]))
    return ScorecardView.whole(card, by, at)


@router.post(
    "/scorecards/{id}/check",
    responses=problems(
        *VERSIONED,
        rules.ScorecardElsewhere,
        rules.OwnReport,
        rules.ItemUnknown,
        rules.ItemNotApplicable,
        rules.PointsOutOfRange,
        rules.JudgementUnfounded,
        rules.JudgementMissing,
    ),
)
async def check(card: Checked, body: CheckIn, tx: Tx, by: Checker, at: Now) -> ScorecardView:
    """核定."""
    judgements = [rules.Judgement(**each.model_dump()) for each in body.lines]
    await tell(tx, by, rules.check(card, judgements, by=by.account_id, at=at))
    return ScorecardView.whole(card, by, at)
