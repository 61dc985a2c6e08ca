"""Signing up at the desk, looking at sign-ups, and cancelling."""

from enum import Enum
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request, Response
from sqlalchemy import select

from chassis.access import Access, allow, visible
from chassis.clock import Now, request_time
from chassis.database import beyond_scope
from chassis.dated import NoRuleInForce
from chassis.idempotency import Claim, KeyReused, caller_of, fingerprint_of, required_key
from chassis.intake import require_storable
from chassis.paging import Asked as AskedPage
from chassis.paging import Page, page
from chassis.problems import NotFound, Problem, problems
from chassis.records import IfMatch, VersionMissing, VersionStale, get, require_current
from chassis.transaction import TransactionRoute, Tx
from volunteers.opportunity.model import Places
from volunteers.permissions import Permission
from volunteers.signup import rules, waiting
from volunteers.signup.fitness import UNFIT
from volunteers.signup.model import Because, Signup, State
from volunteers.signup.plain import signing
from volunteers.signup.schemas import SignUpIn, SignupView
from volunteers.signup.sitting import Asked
from volunteers.volunteer.model import registrations_of

TAGS: list[str | Enum] = ["报名 signup"]
# Without a session of its own: the desk decides in a transaction that many requests share.
desk_router = APIRouter(tags=TAGS)
router = APIRouter(prefix="/signups", tags=TAGS, route_class=TransactionRoute)

Reader = Annotated[Access, Depends(allow(Permission.SIGNUP_READ))]
Canceller = Annotated[Access, Depends(allow(Permission.SIGNUP_CANCEL))]


@desk_router.post(
    "/opportunities/{id}/signups",
    status_code=201,
    response_model=SignupView,
    responses=problems(
        NotFound,
        rules.NotAVolunteer,
        rules.OpportunityClosed,
        rules.AlreadySignedUp,
        rules.TimeClash,
        rules.TooYoung,
        rules.LeadsTheActivity,
        *UNFIT,
        NoRuleInForce,
        KeyReused,
    ),
)
async def sign_up(
    id: UUID,  # noqa: A002 - the path's own name
    request: Request,
    by: Annotated[Access, Depends(signing)],
    key: Annotated[str, Depends(required_key)],
    body: SignUpIn | None = None,
) -> Response:
    """报名: a place when one is free, else the next waiting number."""
    # Asked for here, not declared: solving a dependency costs more than what these do.
    await require_storable(request)
    claim = Claim(caller_of(by.principal), key, fingerprint_of(request, await request.body()))
    guardian, at = body.guardian if body else None, await request_time(request)
    answer = await request.app.state.desk.ask(Asked(id, guardian, by, claim, at, request.state.request_id))
    if isinstance(answer, Problem):
        raise answer
    request.app.state.bell.ring()
    headers = {"etag": '"1"', **({"Idempotent-Replayed": "true"} if answer.replayed else {})}
    return Response(answer.body, 201, headers, "application/json")


@router.get("")
async def list_(
    tx: Tx,
    by: Reader,
    at: Now,
    asked: AskedPage,
    opportunity_id: UUID | None = None,
    activity_id: UUID | None = None,
    volunteer_id: UUID | None = None,
    state: State | None = None,
) -> Page[SignupView]:
    """Sign-ups in scope, newest first; a volunteer finds the own ones here."""
    query = select(Signup).where(visible(Signup, by))
    if volunteer_id is not None:
        query = query.where(Signup.volunteer_id.in_(registrations_of(volunteer_id)))
    given = {"opportunity_id": opportunity_id, "activity_id": activity_id, "state": state}
    query = query.filter_by(**{name: value for name, value in given.items() if value is not None})
    if opportunity_id is not None:
        # No index holds the cancelled ones of an opportunity: they are found among those of its activity.
        activity = select(Places.activity_id).where(Places.opportunity_id == opportunity_id).scalar_subquery()
        query = query.where(Signup.activity_id == activity)
    return await page(tx, query, [Signup.id], asked, lambda each: SignupView.seen(each, by, at))


@router.get("/{id}", responses=problems(NotFound))
async def read(id: UUID, tx: Tx, by: Reader, at: Now) -> SignupView:  # noqa: A002 - the path's own name
    """One sign-up in scope."""
    return SignupView.seen(await get(tx, Signup, id, by), by, at)


@router.post(
    "/{id}/cancellation",
    responses=problems(NotFound, VersionMissing, VersionStale, rules.NotCancellable, rules.ActivityStarted),
)
async def cancel(
    id: UUID,  # noqa: A002 - the path's own name
    tx: Tx,
    by: Canceller,
    at: Now,
    if_match: IfMatch = None,
) -> SignupView:
    """取消报名, by oneself until the start; the place goes to the first who waits."""
    signup = await get(tx, Signup, id, by)
    # The ledger first, as everybody does; the sign-up may have moved up while we waited for it.
    places = await waiting.locked_places(tx, signup.opportunity_id)
    await tx.refresh(signup)
    require_current(signup, if_match)
    async with beyond_scope(tx):
        await waiting.cancel(tx, signup, places, because=Because.BY_VOLUNTEER, by=by, at=at)
    return SignupView.seen(signup, by, at)
