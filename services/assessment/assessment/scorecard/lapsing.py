"""Letting results stand to which nobody has objected in time."""

from datetime import datetime

from sqlalchemy import select

from assessment.scorecard import objecting
from assessment.scorecard.model import Scorecard, State
from chassis import clock, facts
from chassis.database import Sessions, system_transaction


async def settle_due(sessions: Sessions, now: datetime) -> int:
    """Settles every card whose time to object is over; returns how many."""
    async with system_transaction(sessions, at=now) as tx:
        due = (Scorecard.state == State.ANNOUNCED, Scorecard.object_until < clock.day(now))
        query = select(Scorecard).where(*due).with_for_update(of=Scorecard, skip_locked=True)
        cards = (await tx.scalars(query)).all()
        for card in cards:
            for fact in objecting.settle(card, on=clock.day(now)):
                await facts.tell(tx, fact, by="assessment")
    return len(cards)
