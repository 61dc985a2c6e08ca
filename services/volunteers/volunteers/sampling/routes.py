"""Draws to be looked at and drawn again, and checks against the paper list."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from sqlalchemy import select

from chassis import facts
from chassis.access import Access, allow, visible
from chassis.clock import Now
from chassis.database import beyond_scope
from chassis.dated import NoRuleInForce
from chassis.paging import Asked, Page, page
from chassis.problems import NotFound, problems
from chassis.records import VersionMissing, VersionStale, current, existing
from chassis.transaction import TransactionRoute, Tx
from volunteers.hours.model import Hours
from volunteers.hours.proposal import OwnHours
from volunteers.permissions import Permission
from volunteers.sampling import rules
from volunteers.sampling.model import Check, Draw, State
from volunteers.sampling.schemas import CheckView, DrawView, ResultIn
from volunteers.signup.model import Signup

router = APIRouter(tags=["抽查 sampling"], route_class=TransactionRoute)

Checker = Annotated[Access, Depends(allow(Permission.HOURS_CHECK))]
Reader = Annotated[Access, Depends(allow(Permission.HOURS_READ))]


@router.get("/hours-draws")
async def draws(tx: Tx, by: Reader, asked: Asked, area_id: UUID | None = None) -> Page[DrawView]:
    """Draws in scope, newest first."""
    query = select(Draw).where(visible(Draw, by))
    if area_id is not None:
        query = query.where(Draw.area_id == area_id)
    return await page(tx, query, [Draw.id], asked, DrawView.seen)


@router.get("/hours-checks")
async def list_(tx: Tx, by: Checker, asked: Asked, state: State | None = None) -> Page[CheckView]:
    """Checks to be made here, newest first."""
    query = select(Check).where(visible(Check, by))
    if state is not None:
        query = query.where(Check.state == state)
    return await page(tx, query, [Check.id], asked, lambda each: CheckView.seen(each, by))


@router.get("/hours-checks/{id}", responses=problems(NotFound))
async def read(check: Annotated[Check, Depends(existing(Check, Permission.HOURS_CHECK))], by: Checker) -> CheckView:
    """One check in scope."""
    return CheckView.seen(check, by)


@router.post(
    "/hours-checks/{id}/result",
    responses=problems(
        NotFound, VersionMissing, VersionStale, rules.NotToCheck, rules.SameHouse, OwnHours, NoRuleInForce
    ),
)
async def decide(
    check: Annotated[Check, Depends(current(Check, Permission.HOURS_CHECK))],
    body: ResultIn,
    tx: Tx,
    by: Checker,
    at: Now,
) -> CheckView:
    """办结核对, by somebody from elsewhere; a wrong entry is countered at once."""
    async with beyond_scope(tx):
        hours = (await tx.scalars(select(Hours).where(Hours.id == check.hours_id).with_for_update())).one()
        signup = await tx.get_one(Signup, hours.signup_id)
        found = rules.decide(check, hours, signup, right=body.right, finding=body.finding, by=by, at=at)
        tx.add_all(found.made)
        for fact in found.told:
            await facts.tell(tx, fact, by=by)
    return CheckView.seen(check, by)
