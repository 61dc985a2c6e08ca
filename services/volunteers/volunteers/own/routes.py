"""Reading and taking away what is kept of oneself (个人信息保护法 art. 45); the log says that it was taken."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Response
from pydantic import BaseModel
from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis import facts
from chassis.access import Access, allow
from chassis.clock import Now
from chassis.database import beyond_scope
from chassis.problems import problems
from chassis.transaction import TransactionRoute, Tx
from chassis.vault import Keys
from volunteers.facts import OwnDataExported
from volunteers.own.kept import Person, sections
from volunteers.own.writing import MEDIA, WRITING, Form, kept
from volunteers.permissions import Permission
from volunteers.signup.rules import NotAVolunteer
from volunteers.volunteer.model import Volunteer

router = APIRouter(prefix="/volunteers/mine", tags=["本人资料 own"], route_class=TransactionRoute)

Oneself = Annotated[Access, Depends(allow(Permission.VOLUNTEER_CHANGE))]


class Held(BaseModel):
    """一类资料, and how many records of it there are."""

    key: str
    title: str
    count: int


class Mine(BaseModel):
    """本人资料一览."""

    volunteer_id: UUID
    sections: list[Held]


async def _registrations(tx: AsyncSession, by: Access) -> list[Volunteer]:
    """Every registration of the person behind the account, the latest first, then what was closed."""
    mine = select(Volunteer.person_id).where(Volunteer.account_id == by.account_id)
    order = (Volunteer.continued_as_id.is_not(None), Volunteer.id.desc())
    found = list(await tx.scalars(select(Volunteer).where(Volunteer.person_id.in_(mine)).order_by(*order)))
    if by.account_id is None or not found:
        raise NotAVolunteer
    return found


def _counted(query: Select[Any]) -> Select[int]:
    return select(func.count()).select_from(query.order_by(None).subquery())


def _person(account_id: UUID, found: list[Volunteer]) -> Person:
    return Person(account_id, tuple(each.id for each in found), tuple({each.person_id for each in found}))


@router.get("", responses=problems(NotAVolunteer))
async def mine(tx: Tx, by: Oneself) -> Mine:
    """What is kept of oneself, by kind."""
    async with beyond_scope(tx):
        found = await _registrations(tx, by)
        person = _person(found[0].account_id, found)
        counts = [
            Held(key=each.key, title=each.title, count=await tx.scalar(_counted(each.of(person))) or 0)
            for each in sections()
        ]
    return Mine(volunteer_id=found[0].id, sections=counts)


@router.get(
    "/export",
    response_class=Response,
    responses={200: {"content": {"application/json": {}, "text/html": {}}}, **problems(NotAVolunteer)},
)
async def export(tx: Tx, by: Oneself, keys: Keys, at: Now, form: Form = Form.JSON) -> Response:
    """导出本人资料: everything, in the clear; it is whole before the answer begins."""
    async with beyond_scope(tx):
        found = await _registrations(tx, by)
        latest = found[0]
        written = WRITING[form](await kept(tx, keys, _person(latest.account_id, found)), at)
    place = {"area_id": latest.area_id, "scope_key": latest.scope_key}
    await facts.tell(tx, OwnDataExported(volunteer_id=latest.id, form=form, **place), by=by)
    name = f'attachment; filename="volunteer-{latest.number}.{form}"'
    # What is somebody's alone stays in no cache on the way.
    headers = {"Content-Disposition": name, "Cache-Control": "no-store"}
    return Response(written, media_type=MEDIA[form], headers=headers)
