"""The place in the waiting list, moving somebody up by hand, and the answer to a late promotion."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from sqlalchemy import func, literal, select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis import clock, facts
from chassis.access import Access, allow
from chassis.clock import Now
from chassis.database import beyond_scope
from chassis.dated import NoRuleInForce
from chassis.problems import NotFound, problems
from chassis.records import IfMatch, Reason, VersionMissing, VersionStale, current, get, require_current
from chassis.transaction import TransactionRoute, Tx
from volunteers.permissions import Permission
from volunteers.promotion import rules
from volunteers.promotion.schemas import LineView
from volunteers.signup import waiting
from volunteers.signup.dated import MarginRule
from volunteers.signup.model import Signup, State
from volunteers.signup.rules import OpportunityClosed
from volunteers.signup.schemas import SignupView

router = APIRouter(prefix="/signups", tags=["递补 promotion"], route_class=TransactionRoute)

Reader = Annotated[Access, Depends(allow(Permission.SIGNUP_READ))]
Lead = Annotated[Access, Depends(allow(Permission.SIGNUP_ADMIT))]
Accepter = Annotated[Access, Depends(allow(Permission.SIGNUP_ACCEPT))]
VERSIONED = (NotFound, VersionMissing, VersionStale)
# Said in the statement itself: a plan that is kept for any state could not use the index of the line.
_WAITING = literal(State.WAITING, Signup.state.type, literal_execute=True)


async def _ahead(tx: AsyncSession, signup: Signup) -> int:
    """How many wait with lower numbers; nobody before who never had one."""
    if signup.waiting_number is None:
        return 0
    lower = (Signup.state == _WAITING, Signup.waiting_number < signup.waiting_number)
    query = select(func.count()).select_from(Signup).where(Signup.opportunity_id == signup.opportunity_id, *lower)
    return int(await tx.scalar(query) or 0)


async def _passed_by(tx: AsyncSession, signup: Signup) -> int:
    """How many with higher numbers were moved up by hand."""
    later = (Signup.promoted_because.is_not(None), Signup.waiting_number > signup.waiting_number)
    query = select(func.count()).select_from(Signup).where(Signup.opportunity_id == signup.opportunity_id, *later)
    return int(await tx.scalar(query) or 0)


@router.get("/{id}/line", responses=problems(NotFound))
async def line(id: UUID, tx: Tx, by: Reader) -> LineView:  # noqa: A002 - the path's own name
    """候补位置, counted over everybody who waits."""
    signup = await get(tx, Signup, id, by)
    if signup.state is not State.WAITING:
        return LineView(waiting=False, ahead=0, passed_by=0)
    async with beyond_scope(tx):
        return LineView(waiting=True, ahead=await _ahead(tx, signup), passed_by=await _passed_by(tx, signup))


@router.post(
    "/{id}/promotion",
    responses=problems(
        *VERSIONED, rules.NotInLine, rules.PromotesOneself, rules.NoPlaceLeft, OpportunityClosed, NoRuleInForce
    ),
)
async def promote(
    id: UUID,  # noqa: A002 - the path's own name
    body: Reason,
    tx: Tx,
    by: Lead,
    at: Now,
    if_match: IfMatch = None,
) -> SignupView:
    """提前递补, by the lead: into a free place or one of the margin."""
    signup = await get(tx, Signup, id, by)
    places = await waiting.locked_places(tx, signup.opportunity_id)
    await tx.refresh(signup)
    require_current(signup, if_match)
    ahead, margin = await _ahead(tx, signup), MarginRule.on(clock.day(signup.starts_at))
    fact = rules.move_up(signup, places, ahead=ahead, reason=body.reason, margin=margin, by=by, at=at)
    await facts.tell(tx, fact, by=by)
    return SignupView.seen(signup, by, at)


@router.post("/{id}/acceptance", responses=problems(*VERSIONED, rules.NothingToAnswer))
async def accept(
    signup: Annotated[Signup, Depends(current(Signup, Permission.SIGNUP_ACCEPT))], tx: Tx, by: Accepter, at: Now
) -> SignupView:
    """确认能到, by the volunteer who moved up shortly before the start."""
    await facts.tell(tx, rules.accept(signup, at=at), by=by)
    return SignupView.seen(signup, by, at)
