"""What the gateway keeps of others' facts: areas, the persons behind phones, and what waits for or concerns whom."""

from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.areas import follow_areas
from chassis.follow import Follower, Heard, Run
from gateway.anchor.following import follow_ledger
from gateway.identity.person import KnownPerson
from gateway.notice.following import follow_notices
from gateway.task.following import follow_tasks

projections = Follower("projections", replayable=True)
follow_areas(projections)
follow_tasks(projections)
follow_notices(projections)
follow_ledger(projections)


class VolunteerRegistered(Heard):
    """志愿者已注册: of what is told, the two ids that belong together."""

    account_id: UUID
    person_id: UUID


async def keep_people(tx: AsyncSession, run: Run[VolunteerRegistered]) -> None:
    """The next token of each account names the person. A list brings them by the thousand."""
    newest = {heard.account_id: {**heard.model_dump(), "seq": event.seq} for heard, event in run}
    write = insert(KnownPerson).values(list(newest.values()))
    newer = {"person_id": write.excluded.person_id, "seq": write.excluded.seq}
    await tx.execute(
        write.on_conflict_do_update(
            index_elements=["account_id"], set_=newer, where=KnownPerson.seq < write.excluded.seq
        )
    )


projections.together(["volunteers.volunteer.registered.v1"], VolunteerRegistered, keep_people)
