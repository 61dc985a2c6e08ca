"""活跃志愿者: who has served long enough in the months behind, counted month by month where they lived then."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from assessment.indicator.dated import FigureRule
from assessment.indicator.months import month, month_before, rolling
from assessment.reading.counting import Placed, count_all
from assessment.reading.model import Counted, ServiceMonthCopy, VolunteerCopy

Home = tuple[UUID, str]


def home(homes: Mapping[str, Any], on: date) -> Home | None:
    """Where a volunteer lived in a month; none before they registered and after they withdrew."""
    begun = [since for since in homes if since <= on.isoformat()]
    found = homes[max(begun)] if begun else None
    return (UUID(found[0]), found[1]) if found else None


def changes(minutes: Mapping[date, int], homes: Mapping[str, Any]) -> Counter[Placed]:
    """Where and when a volunteer begins to be an active one, and where and when that ends."""
    made: Counter[Placed] = Counter()
    if not minutes:
        return made
    on, latest = min(minutes), max(minutes)
    # A month after the last window nothing is left that could count.
    until = month_before(latest, -FigureRule.on(latest).window_months)
    was: Home | None = None
    while on <= until:
        first, _ = rolling(on)
        served = sum(each for when, each in minutes.items() if first <= when <= on)
        now = home(homes, on) if served >= FigureRule.on(on).active_minutes else None
        if now != was:
            if was is not None:
                made[was[1], on] -= 1
            if now is not None:
                made[now[1], on] += 1
        was, on = now, month_before(on, -1)
    return made


async def _served(tx: AsyncSession, volunteer_id: UUID) -> dict[date, int]:
    query = select(ServiceMonthCopy.on_month, ServiceMonthCopy.minutes)
    found = await tx.execute(query.where(ServiceMonthCopy.volunteer_id == volunteer_id))
    return {row.on_month: row.minutes for row in found}


async def lives(tx: AsyncSession, copy: VolunteerCopy, on: date, place: Home | None) -> None:
    """The volunteer lives somewhere from that month on, or has withdrawn; the months served go along."""
    homes = {**copy.homes, month(on).isoformat(): [str(place[0]), place[1]] if place else None}
    served = await _served(tx, copy.id) if copy.homes else {}
    await _settle(tx, changes(served, copy.homes), changes(served, homes))
    copy.homes = homes
    if served and place:
        mine = ServiceMonthCopy.volunteer_id == copy.id
        await tx.execute(update(ServiceMonthCopy).where(mine).values(scope_key=place[1]))


async def serves(tx: AsyncSession, volunteer_id: UUID, on: date, minutes: int) -> None:
    """Minutes were confirmed in that month, or are taken back from it."""
    copy = await tx.get(VolunteerCopy, volunteer_id)
    if copy is None:
        return  # hours of somebody who is not registered make nobody an active volunteer
    before, when = await _served(tx, volunteer_id), month(on)
    after = {**before, when: before.get(when, 0) + minutes}
    row = {"volunteer_id": volunteer_id, "on_month": when, "scope_key": copy.scope_key, "minutes": after[when]}
    add = insert(ServiceMonthCopy).values(**row)
    key = [ServiceMonthCopy.volunteer_id, ServiceMonthCopy.on_month]
    await tx.execute(add.on_conflict_do_update(index_elements=key, set_={"minutes": add.excluded.minutes}))
    await _settle(tx, changes(before, copy.homes), changes(after, copy.homes))


async def _settle(tx: AsyncSession, before: Counter[Placed], after: Counter[Placed]) -> None:
    await count_all(tx, Counted.ACTIVE_VOLUNTEERS, {key: after[key] - before[key] for key in {*before, *after}})
