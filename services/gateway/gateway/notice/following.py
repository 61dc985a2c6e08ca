"""Making notices of facts, by the rules of `data/notices.toml`."""

from uuid import UUID, uuid5

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.follow import Event, Follower, Heard
from chassis.principal import BY_ORGANISATION, Role
from gateway.desk import NoticeRule, notice_rules
from gateway.notice.model import Notice


class Concerning(Heard):
    """Whom a fact concerns and, where it says so, what its record is called."""

    organisation_id: UUID | None = None
    title: str | None = None


async def notify(tx: AsyncSession, heard: Concerning, event: Event) -> None:
    """One notice to each role that the fact concerns; to a role held for an organisation only where one is named."""
    rule = notice_rules()[event.type]
    for role in rule.to:
        if role not in BY_ORGANISATION or heard.organisation_id is not None:
            await _keep(tx, rule, role, heard, event)


async def _keep(tx: AsyncSession, rule: NoticeRule, role: Role, heard: Concerning, event: Event) -> None:
    values = {
        "id": uuid5(event.id, role),
        "role": role,
        "organisation_id": heard.organisation_id if role in BY_ORGANISATION else None,
        "area_id": event.area_id,
        "scope_key": event.scope_key,
        "code": rule.code,
        "href": rule.href.format(subject=event.subject),
        "about": heard.title,
        "actor": event.actor,
        "told_at": event.time,
        "seq": event.seq,
    }
    write = insert(Notice).values(**values)
    await tx.execute(write.on_conflict_do_update(index_elements=["id"], set_=values, where=Notice.seq < event.seq))


def follow_notices(projections: Follower) -> None:
    """Makes the gateway keep them."""
    for fact in notice_rules():
        projections.on(fact, Concerning)(notify)
