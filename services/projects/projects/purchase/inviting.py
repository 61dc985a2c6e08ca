"""The deadline of who was invited to bid: all are asked no more at once, whether they have bid or not."""

from datetime import datetime

from sqlalchemy import func, update

from chassis import facts
from chassis.database import Sessions, system_transaction
from projects.facts import TaskClosed
from projects.purchase.model import Purchase, State
from projects.purchase.waiting import invitations_of


async def close_invitations(sessions: Sessions, now: datetime) -> int:
    """Ends the invitations of every purchase whose deadline has passed; returns how many.

    Nobody's version of a purchase becomes stale by it, and of two workers only one finds it.
    """
    due = (
        Purchase.state == State.ANNOUNCED,
        Purchase.bids_due_at <= now,
        func.cardinality(Purchase.invited_ids) > 0,
        ~Purchase.invitations_over,
    )
    ended = update(Purchase).where(*due).values(invitations_over=True)
    async with system_transaction(sessions, at=now) as tx:
        over = await tx.scalars(ended.returning(Purchase), execution_options={"synchronize_session": False})
        closed = [TaskClosed.of(task) for purchase in over.all() for task in invitations_of(purchase)]
        await facts.tell_all(tx, closed, by="projects")
    return len(closed)
