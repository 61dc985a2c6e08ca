"""Planning, filling and vacating posts, and who was in post on any day."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from sqlalchemy import exists, or_, select
from sqlalchemy.exc import IntegrityError

from chassis import clock, facts
from chassis.access import Access, allow, visible
from chassis.areas import area_in_scope, below
from chassis.clock import Day, Now
from chassis.database import beyond_scope, new_id
from chassis.paging import Asked, Page, page
from chassis.problems import NotFound, problems
from chassis.records import Reason, VersionMissing, VersionStale, current, existing, get
from chassis.transaction import TransactionRoute, Tx
from registry.database import broken_constraint
from registry.organisation.model import Organisation
from registry.permissions import Permission
from registry.post import rules
from registry.post.model import ONE_POST_A_NUMBER, Holding, Post, PostField
from registry.post.schemas import PostFillingIn, PostIn, PostState, PostView
from registry.social_worker.model import SocialWorker
from registry.social_worker.rules import EmployerMismatch
from registry.stationing.rules import RegistrationNotInForce

router = APIRouter(prefix="/posts", tags=["社工岗位 post"], route_class=TransactionRoute)

Reader = Annotated[Access, Depends(allow(Permission.POST_READ))]
Keeper = Annotated[Access, Depends(allow(Permission.POST_KEEP))]
Kept = Annotated[Post, Depends(current(Post, Permission.POST_KEEP))]
VERSIONED = (NotFound, VersionMissing, VersionStale)


@router.get("")
async def list_(
    tx: Tx,
    access: Reader,
    asked: Asked,
    at: Now,
    on: Day | None = None,
    state: PostState | None = None,
    field: PostField | None = None,
    area_id: UUID | None = None,
    organisation_id: UUID | None = None,
    social_worker_id: UUID | None = None,
) -> Page[PostView]:
    """Posts in scope as they were on a day, today when none is named; `social_worker_id` ever held them."""
    day = on or clock.day(at)
    query = select(Post).where(visible(Post, access), Post.planned_on <= day)
    if state is not None:
        over = or_(Holding.ends_on.is_(None), Holding.ends_on > day)
        held = exists().where(Holding.post_id == Post.id, Holding.starts_on <= day, over)
        query = query.where(held if state is PostState.FILLED else ~held)
    if field is not None:
        query = query.where(Post.field == field)
    if organisation_id is not None:
        query = query.where(Post.organisation_id == organisation_id)
    if social_worker_id is not None:
        query = query.where(exists().where(Holding.post_id == Post.id, Holding.social_worker_id == social_worker_id))
    if area_id is not None:
        query = query.where(await below(tx, Post, area_id))
    return await page(tx, query, [Post.id], asked, lambda post: PostView.seen(post, access, day))


@router.post("", status_code=201, responses=problems(NotFound, rules.PostNumberTaken, EmployerMismatch))
async def plan(body: PostIn, tx: Tx, by: Keeper, at: Now) -> PostView:
    """设岗."""
    area, on = await area_in_scope(tx, body.area_id, by), clock.day(at)
    if body.organisation_id:
        await get(tx, Organisation, body.organisation_id, by)
    post = Post(id=new_id(), scope_key=area.scope_key, holdings=[], **body.model_dump())
    fact = rules.plan(post, on=on)
    tx.add(post)
    try:
        await facts.tell(tx, fact, by=by)
    except IntegrityError as taken:
        if broken_constraint(taken) == ONE_POST_A_NUMBER:
            raise rules.PostNumberTaken(pointer="/number") from taken
        raise
    return PostView.seen(post, by, on)


@router.get("/{id}", responses=problems(NotFound))
async def read(
    post: Annotated[Post, Depends(existing(Post, Permission.POST_READ))], by: Reader, at: Now, on: Day | None = None
) -> PostView:
    """One post in scope, as it was on a day."""
    return PostView.seen(post, by, on or clock.day(at))


@router.post(
    "/{id}/filling",
    responses=problems(*VERSIONED, rules.PostHeld, RegistrationNotInForce, rules.EmployerDiffers, rules.InAnotherPost),
)
async def fill(post: Kept, body: PostFillingIn, tx: Tx, by: Keeper, at: Now) -> PostView:
    """上岗."""
    on, worker = clock.day(at), await get(tx, SocialWorker, body.social_worker_id, by, lock=True)
    held = select(Post).join(Holding).where(Holding.social_worker_id == worker.id, Holding.ends_on.is_(None))
    async with beyond_scope(tx):
        others = list(await tx.scalars(held))
    await facts.tell(tx, rules.fill(post, worker, others, on=on), by=by)
    return PostView.seen(post, by, on)


@router.post("/{id}/vacation", responses=problems(*VERSIONED, rules.PostVacant))
async def vacate(post: Kept, body: Reason, tx: Tx, by: Keeper, at: Now) -> PostView:
    """离岗."""
    on, holding = clock.day(at), next((each for each in post.holdings if each.ends_on is None), None)
    if holding is None:
        raise rules.PostVacant
    worker = await get(tx, SocialWorker, holding.social_worker_id, by)
    await facts.tell(tx, rules.vacate(post, worker, reason=body.reason, on=on), by=by)
    return PostView.seen(post, by, on)
