"""Drawing when a month is over, and asking for a check of what a watched proposer enters."""

import secrets
from collections.abc import Sequence
from datetime import date, datetime, time
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis import clock, facts
from chassis.database import Sessions, new_id, system_transaction
from chassis.tables import AreaCopy
from volunteers.database import town_of, within
from volunteers.hours.model import Hours, Source
from volunteers.hours.model import State as Standing
from volunteers.sampling import rules
from volunteers.sampling.dated import SamplingRule
from volunteers.sampling.model import Check, Draw, State
from volunteers.volunteer.model import Volunteer

ITSELF = "volunteers"
SEED_BITS = 53  # whole numbers that JSON carries exactly, so that a seed that is read is the seed that was used
TOWN = "township"
_MONTH = func.date_trunc("month", func.timezone(str(clock.CITY), Hours.decided_at))


def months_before(day: date, count: int) -> date:
    """The first day of the month so many months before the one of a day."""
    months = day.year * 12 + day.month - 1 - count
    return date(months // 12, months % 12 + 1, 1)


async def draw_samples(sessions: Sessions, now: datetime) -> int:
    """Draws for each town and month that are over and not drawn yet; returns how many draws."""
    today = clock.day(now)
    first = months_before(today, SamplingRule.on(today).months_back)
    async with system_transaction(sessions, at=now) as tx:
        towns = {each.scope_key: each for each in await tx.scalars(select(AreaCopy).where(AreaCopy.level == TOWN))}
        due = await _due(tx, first, today.replace(day=1), towns)
    for town, month in due:
        async with system_transaction(sessions, at=now) as tx:
            await _draw(tx, town, month, list(towns.values()), now)
    return len(due)


async def _due(tx: AsyncSession, first: date, until: date, towns: dict[str, AreaCopy]) -> list[tuple[AreaCopy, date]]:
    """Towns and months with entries by hand that were confirmed then, as far as nothing has been drawn."""
    query = select(Hours.scope_key, _MONTH).where(*_by_hand(first, until)).distinct()
    found = {(town_of(scope), month.date()) for scope, month in await tx.execute(query)}
    known = select(Draw.scope_key, Draw.month).where(Draw.month >= first)
    drawn = {(scope, month) for scope, month in await tx.execute(known)}
    return [(towns[town], month) for town, month in sorted(found - drawn) if town in towns]


def _by_hand(first: date, until: date) -> tuple[ColumnElement[bool], ...]:
    begins, ends = (datetime.combine(each, time(), clock.CITY) for each in (first, until))
    return (
        Hours.source == Source.MANUAL,
        Hours.state == Standing.CONFIRMED,
        Hours.decided_at >= begins,
        Hours.decided_at < ends,
    )


async def _draw(tx: AsyncSession, town: AreaCopy, month: date, towns: Sequence[AreaCopy], at: datetime) -> None:
    """One town's month: the pool is kept with the seed; what is checked already is in no pool."""
    rule = SamplingRule.on(month)
    here = (within(Hours, town), ~Hours.full_check)
    query = select(Hours).where(*_by_hand(month, months_before(month, -1)), *here).order_by(Hours.id)
    pool = {each.id: each for each in await tx.scalars(query)}
    draw = Draw(
        id=new_id(),
        area_id=town.id,
        scope_key=town.scope_key,
        month=month,
        pool=list(pool),
        seed=secrets.randbits(SEED_BITS),
        share_percent=rule.share_percent,
        drawn_at=at,
    )
    tx.add(draw)
    chosen = rules.drawn_from(draw.pool, draw.seed, draw.share_percent)
    await facts.tell(tx, rules.sampled(draw, len(chosen)), by=ITSELF)
    for hours_id in chosen:
        await _ask(tx, pool[hours_id], towns, draw=draw, rule=rule, at=at)


async def demand(tx: AsyncSession, hours_id: UUID, at: datetime) -> None:
    """全面核查: an entry of a watched proposer is checked before it may be confirmed."""
    hours = await tx.get_one(Hours, hours_id)
    if hours.full_check:
        towns = list(await tx.scalars(select(AreaCopy).where(AreaCopy.level == TOWN)))
        await _ask(tx, hours, towns, draw=None, rule=SamplingRule.on(clock.day(at)), at=at)


async def _ask(
    tx: AsyncSession, hours: Hours, towns: Sequence[AreaCopy], *, draw: Draw | None, rule: SamplingRule, at: datetime
) -> None:
    own, seed = town_of(hours.scope_key), draw.seed if draw is not None else 0
    # Where there is no other town the city itself checks.
    where = rules.elsewhere(towns, own, seed, hours.id) or await _city(tx, own)
    number = (await tx.get_one(Volunteer, hours.volunteer_id)).number
    check, opened = rules.ask(hours, number, where, draw=draw, rule=rule, at=at)
    tx.add(check)
    await facts.tell(tx, opened, by=ITSELF)


async def _city(tx: AsyncSession, town: str) -> AreaCopy:
    top = f"{town.split('/', maxsplit=1)[0]}/"
    return (await tx.scalars(select(AreaCopy).where(AreaCopy.scope_key == top))).one()


async def let_go(tx: AsyncSession, hours_id: UUID) -> None:
    """An entry that was returned is checked no more."""
    waiting = (Check.hours_id == hours_id, Check.state == State.WAITING)
    check = await tx.scalar(select(Check).where(*waiting).with_for_update())
    if check is not None:
        await facts.tell(tx, rules.drop(check), by=ITSELF)
