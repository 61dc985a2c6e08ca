"""Dropping the files of lists, which name people in full, once they have served or their days are over."""

from datetime import datetime

from sqlalchemy import delete, or_, update

from chassis import clock
from chassis.database import Sessions, system_transaction
from chassis.jobs import ENDED, Job, JobFile, State
from chassis.schedule import Turn
from procedures.bulk.dated import ListRule


async def forget(sessions: Sessions, now: datetime) -> int:
    """Gives up what nobody confirmed in time, and drops files; the rows of a list tell of themselves, this nothing."""
    over = Job.made_at < now - ListRule.on(clock.day(now)).kept
    unconfirmed = update(Job).where(Job.state == State.WAITING, over)
    lapsed = unconfirmed.values(state=State.CANCELLED, detail="逾期未确认，未导入", version=Job.version + 1)
    served = or_(JobFile.role == "given", over)
    files = delete(JobFile).where(JobFile.job_id == Job.id, Job.state.in_(ENDED), served)
    async with system_transaction(sessions, at=now) as tx:
        await tx.execute(lapsed)
        await tx.execute(files.execution_options(synchronize_session=False))
    return 0


TURN = Turn(forget, every=600)
