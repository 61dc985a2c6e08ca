"""Scorecards from their result on: accepted or objected to, decided, frozen, and corrected by another card."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from sqlalchemy import select

from assessment.permissions import Permission
from assessment.reading.anew import BeingMadeAnew
from assessment.scorecard import freezing, objecting, rules
from assessment.scorecard.computing import card_of, readings_of, stand_still
from assessment.scorecard.entering import ScoreDecisionIn, ScoreObjectionIn
from assessment.scorecard.model import FrozenScore, Scorecard
from assessment.scorecard.routes import VERSIONED, tell
from assessment.scorecard.schemas import ScorecardView
from assessment.scorecard.waiting import path
from assessment.scored import ATTACHMENTS
from chassis import clock
from chassis.access import Access, allow
from chassis.clock import Now
from chassis.problems import problems
from chassis.records import IfMatch, Reason, current, get, require_current
from chassis.tables import AreaCopy
from chassis.transaction import TransactionRoute, Tx
from procedures.attachment.binding import REFUSALS as UNATTACHABLE
from procedures.attachment.binding import attach
from procedures.attachment.model import Attachment

router = APIRouter(tags=["考核评分 scorecard"], route_class=TransactionRoute)

Reporter = Annotated[Access, Depends(allow(Permission.SCORECARD_REPORT))]
Checker = Annotated[Access, Depends(allow(Permission.SCORECARD_CHECK))]
Decider = Annotated[Access, Depends(allow(Permission.SCORECARD_DECIDE))]
Answered = Annotated[Scorecard, Depends(current(Scorecard, Permission.SCORECARD_REPORT))]
Checked = Annotated[Scorecard, Depends(current(Scorecard, Permission.SCORECARD_CHECK))]
Decided = Annotated[Scorecard, Depends(current(Scorecard, Permission.SCORECARD_DECIDE))]
IN_TIME = (*VERSIONED, rules.ScorecardElsewhere, objecting.ObjectionLate)


@router.post("/scorecards/{id}/acceptance", responses=problems(*IN_TIME))
async def accept(card: Answered, tx: Tx, by: Reporter, at: Now) -> ScorecardView:
    """无异议."""
    await tell(tx, by, objecting.accept(card, by=by.account_id, at=at))
    return ScorecardView.whole(card, by, at)


@router.post(
    "/scorecards/{id}/objection",
    responses=problems(*IN_TIME, rules.ItemUnknown, rules.ItemNotApplicable, *UNATTACHABLE),
)
async def object_(card: Answered, body: ScoreObjectionIn, tx: Tx, by: Reporter, at: Now) -> ScorecardView:
    """提出异议, item by item."""
    objections = [objecting.Objected(**each.model_dump()) for each in body.lines]
    await tell(tx, by, objecting.object_(card, objections, by=by.account_id, at=at))
    for place, each in enumerate(body.lines):
        pointer = f"/lines/{place}/attachment_ids"
        await attach(tx, each.attachment_ids, ATTACHMENTS, to=card, href=path(card), by=by, at=at, pointer=pointer)
    return ScorecardView.whole(card, by, at)


@router.post(
    "/scorecards/{id}/decision",
    responses=problems(
        *VERSIONED,
        rules.ScorecardElsewhere,
        rules.ItemUnknown,
        rules.PointsOutOfRange,
        objecting.OwnJudgement,
        objecting.DecisionIncomplete,
    ),
)
async def decide(card: Decided, body: ScoreDecisionIn, tx: Tx, by: Decider, at: Now) -> ScorecardView:
    """处理异议."""
    decisions = [objecting.Decision(**each.model_dump()) for each in body.lines]
    await tell(tx, by, objecting.decide(card, decisions, by=by.account_id, at=at))
    return ScorecardView.whole(card, by, at)


async def digests_of(tx: Tx, card: Scorecard) -> dict[UUID, str]:
    """What is in the files that its lines name."""
    ids = {each for line in card.lines for each in (*line.attachment_ids, *line.objection_attachment_ids)}
    found = await tx.execute(select(Attachment.id, Attachment.sha256).where(Attachment.id.in_(ids)))
    return {row.id: row.sha256 for row in found}


@router.post(
    "/scorecards/{id}/freezing",
    responses=problems(*VERSIONED, rules.ScorecardElsewhere, freezing.NothingAssessed),
)
async def freeze(card: Checked, tx: Tx, by: Checker, at: Now) -> ScorecardView:
    """冻结, for good."""
    objecting.require_final(card, clock.day(at))
    frozen, score, heard = freezing.freeze(card, await digests_of(tx, card), by=by.account_id, at=at)
    # Two frozen at once see each other: the second waits for the first, and for nobody who holds the key alone.
    await tx.refresh(card.scheme, with_for_update={"key_share": True})
    before = await tx.scalars(select(FrozenScore.area_id).where(FrozenScore.scheme_id == card.scheme_id))
    freezing.conclude(card, before.all())
    tx.add_all([frozen, score])
    await tell(tx, by, heard)
    return ScorecardView.whole(card, by, at)


@router.post(
    "/scorecards/{id}/correction",
    status_code=201,
    responses=problems(*VERSIONED, rules.ScorecardElsewhere, freezing.AlreadyReplaced, BeingMadeAnew),
)
async def correct(
    id: UUID,  # noqa: A002 - the path's own name
    body: Reason,
    tx: Tx,
    by: Checker,
    at: Now,
    if_match: IfMatch = None,
) -> ScorecardView:
    """更正: another card that names this one, computed anew; the frozen one is not written again."""
    card = await get(tx, Scorecard, id, by, lock=True)
    require_current(card, if_match)
    freezing.require_uncorrected(card)
    place = await stand_still(tx)
    area = await tx.get_one(AreaCopy, card.area_id, populate_existing=True)
    new = card_of(card.scheme, area, place)
    new.opened_by = by.account_id
    readings = (await readings_of(tx, card.scheme))[area.id]
    heard = freezing.correct(card, new, readings, reason=body.reason, at=at)
    tx.add(new)
    await tell(tx, by, heard)
    return ScorecardView.whole(new, by, at)
