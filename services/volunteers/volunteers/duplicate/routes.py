"""Finding registrations that look like one person's, and judging them."""

from collections.abc import Sequence
from typing import Annotated, cast
from uuid import UUID

from fastapi import APIRouter, Depends, Path
from sqlalchemy import select, update

from chassis import clock, facts
from chassis.access import Access, allow
from chassis.clock import Now
from chassis.database import beyond_scope
from chassis.paging import Asked, Page, page
from chassis.problems import NotFound, problems
from chassis.records import IfMatch, Reason, Versioned, VersionMissing, VersionStale, require_current
from chassis.tables import AreaCopy
from chassis.transaction import TransactionRoute, Tx
from chassis.vault import Keys
from volunteers.database import town_of
from volunteers.duplicate import rules
from volunteers.duplicate.model import Alike, Judgement, Pair, unjudged
from volunteers.duplicate.schemas import DuplicateView, MergerIn, shown
from volunteers.permissions import Permission
from volunteers.volunteer.claiming import gather
from volunteers.volunteer.model import Volunteer
from volunteers.volunteer.rules import VolunteerGone
from volunteers.volunteer.sealing import born_on

router = APIRouter(prefix="/duplicates", tags=["疑似重复 duplicate"], route_class=TransactionRoute)

Judge = Annotated[Access, Depends(allow(Permission.DUPLICATE_JUDGE))]
Named = Annotated[str, Path(alias="id", pattern=r"^[0-9a-f]{32}_[0-9a-f]{32}$")]
JUDGED = problems(
    NotFound, VersionMissing, VersionStale, rules.AlreadyJudged, rules.JudgesOneself, rules.ClosedElsewhere,
    rules.NotOfThePair, VolunteerGone,
)  # fmt: skip


@router.get("")
async def list_(tx: Tx, by: Judge, keys: Keys, asked: Asked) -> Page[DuplicateView]:
    """Pairs that nobody has judged, of which one lies in the caller's area; those that are alike together."""
    async with beyond_scope(tx):
        order = [Pair.likeness, Pair.one_id, Pair.other_id]
        found = await page(tx, unjudged(by), order, asked, lambda pair: pair, newest_first=False)
        ids = {each for pair in found.items for each in (pair.one_id, pair.other_id)}
        known = {each.id: each for each in await tx.scalars(select(Volunteer).where(Volunteer.id.in_(ids)))}
        ordered = [sorted((pair.one_id, pair.other_id)) for pair in found.items]
        both = [Alike(known[one], known[other], None) for one, other in ordered]
        towns = await _towns(tx, list(known.values()))
    items = [shown(each, by, keys, towns) for each in both]
    return Page(items=items, next=found.next, count=found.count)


@router.get("/{id}", responses=problems(NotFound))
async def read(named: Named, tx: Tx, by: Judge, keys: Keys) -> DuplicateView:
    """One pair, also when it has been judged."""
    async with beyond_scope(tx):
        alike = await _alike(tx, named, by)
        return shown(alike, by, keys, await _towns(tx, alike.sides))


@router.post("/{id}/merger", responses=JUDGED)
async def merge(
    named: Named, body: MergerIn, tx: Tx, by: Judge, keys: Keys, at: Now, if_match: IfMatch = None
) -> DuplicateView:
    """认定为同一人, by an officer of the area in which the registration lies that is closed."""
    async with beyond_scope(tx):
        alike = await _alike(tx, named, by, if_match=if_match, lock=True)
        judgement, told = rules.merge(alike, stays_id=body.stays_id, reason=body.reason, by=by, at=at)
        stays, closed = sorted(alike.sides, key=lambda each: each.id != body.stays_id)
        tx.add(judgement)
        # Whoever went on under the one that is closed now goes on with it; and its account is free from here on.
        before = update(Volunteer).where(Volunteer.continued_as_id == closed.id)
        await tx.execute(before.values(continued_as_id=stays.id))
        await tx.flush()
        taken = rules.take_over(stays, closed, born_on=born_on(stays, keys), on=clock.day(at))
        await gather(tx, stays)
        for fact in (*told, *([taken] if taken else [])):
            await facts.tell(tx, fact, by=by)
        await tx.flush()
        return shown(alike, by, keys, await _towns(tx, alike.sides))


@router.post("/{id}/distinction", responses=JUDGED)
async def distinguish(
    named: Named, body: Reason, tx: Tx, by: Judge, keys: Keys, at: Now, if_match: IfMatch = None
) -> DuplicateView:
    """认定为不同人: the pair is shown no more."""
    async with beyond_scope(tx):
        alike = await _alike(tx, named, by, if_match=if_match, lock=True)
        judgement, told = rules.distinguish(alike, reason=body.reason, by=by, at=at)
        tx.add(judgement)
        for fact in told:
            await facts.tell(tx, fact, by=by)
        return shown(alike, by, keys, await _towns(tx, alike.sides))


async def _alike(tx: Tx, named: str, by: Access, *, if_match: str | None = None, lock: bool = False) -> Alike:
    """The pair, if it is one and the caller reaches one of the two; to be judged, held at the version that was seen."""
    ids = [UUID(each) for each in named.split("_")]
    query = select(Volunteer).where(Volunteer.id.in_(ids)).order_by(Volunteer.id)
    sides = (await tx.scalars(query.with_for_update() if lock else query)).all()
    if [each.id for each in sides] != ids or not any(by.reaches(each) for each in sides):
        raise NotFound
    one, other = sides
    judged = await tx.scalar(select(Judgement).where(Judgement.one_id == one.id, Judgement.other_id == other.id))
    if judged is None and (one.likeness is None or one.likeness != other.likeness):
        raise NotFound
    alike = Alike(one, other, judged)
    if lock:
        require_current(cast("Versioned", alike), if_match)
    return alike


async def _towns(tx: Tx, volunteers: Sequence[Volunteer]) -> dict[str, UUID]:
    """The towns in which they live, by their paths."""
    paths = {town_of(each.scope_key) for each in volunteers}
    towns = select(AreaCopy.scope_key, AreaCopy.id).where(AreaCopy.scope_key.in_(paths))
    return {each.scope_key: each.id for each in await tx.execute(towns)}
