"""What waits of somebody who is no volunteer any more ends, and lies open no longer."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis import facts
from procedures.notice.routes import notice_of
from volunteers.honour import rules
from volunteers.honour.model import UNDECIDED, Honour

BECAUSE = "志愿者已注销注册"


async def let_lapse(tx: AsyncSession, volunteer_id: UUID, *, by: str, at: datetime) -> None:
    """The one application, if any, that nobody has decided on."""
    undecided = select(Honour).where(Honour.volunteer_id == volunteer_id, Honour.state.in_(UNDECIDED))
    for honour in (await tx.scalars(undecided.with_for_update())).all():
        notice = await notice_of(tx, honour.notice_id) if honour.notice_id else None
        for fact in rules.turn_down(honour, notice, honour.rule, reason=BECAUSE, months=None, at=at):
            await facts.tell(tx, fact, by=by)
