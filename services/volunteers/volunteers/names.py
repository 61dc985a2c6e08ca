"""Names on screens: ids of volunteers into masked names, for who may see them, a sign-up or a team of theirs."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from pydantic import BaseModel
from sqlalchemy import or_, select

from chassis.access import Access, allow, visible
from chassis.database import beyond_scope
from chassis.records import IdsIn
from chassis.transaction import TransactionRoute, Tx, keyless
from chassis.vault import Keys, mask_name
from volunteers.permissions import Permission
from volunteers.signup.model import Signup
from volunteers.team.model import Membership, Team
from volunteers.volunteer.model import Volunteer
from volunteers.volunteer.sealing import opened

router = APIRouter(tags=["志愿者 volunteer"], route_class=TransactionRoute)

TAIL = 4


class Name(BaseModel):
    """志愿者姓名, masked; the last digits of the own number tell apart those who are masked alike."""

    id: UUID
    name: str
    tail: str


class Names(BaseModel):
    """姓名列表; ids outside the reader's scope are left out."""

    items: list[Name]


@router.post("/names")
@keyless
async def names(
    body: IdsIn, tx: Tx, by: Annotated[Access, Depends(allow(Permission.VOLUNTEER_READ))], keys: Keys
) -> Names:
    """Masked names. Who runs an activity or has a team reads the names of those in it, wherever they live."""
    signed_up = select(Signup.id).where(Signup.volunteer_id == Volunteer.id, visible(Signup, by)).exists()
    in_team = select(Membership.id).join(Membership.team).where(Membership.volunteer_id == Volunteer.id)
    theirs = in_team.where(visible(Team, by)).exists()
    query = select(Volunteer).where(Volunteer.id.in_(body.ids), or_(visible(Volunteer, by), signed_up, theirs))
    async with beyond_scope(tx):
        found = (await tx.scalars(query)).all()
    masked = ((each, mask_name(opened(each, "name", keys))) for each in found)
    return Names(items=[Name(id=each.id, name=name, tail=each.number[-TAIL:]) for each, name in masked])
