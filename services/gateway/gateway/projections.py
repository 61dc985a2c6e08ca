"""What the gateway keeps of others' facts: areas, the persons behind phones, and what waits for or concerns whom."""

from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.areas import follow_areas
from chassis.follow import Event, Follower, Heard
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


@projections.on("volunteers.volunteer.registered.v1", VolunteerRegistered)
async def keep_person(tx: AsyncSession, heard: VolunteerRegistered, event: Event) -> None:
    """The next token of the account names the person."""
    write = insert(KnownPerson).values(account_id=heard.account_id, person_id=heard.person_id, seq=event.seq)
    newer = {"person_id": write.excluded.person_id, "seq": write.excluded.seq}
    await tx.execute(
        write.on_conflict_do_update(index_elements=["account_id"], set_=newer, where=KnownPerson.seq < event.seq)
    )
