"""People on screens: what they are called, masked where the reader has no business with them, and who is an expert."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.access import Access, allow, visible
from chassis.clock import day, wall
from chassis.database import EVERYWHERE
from chassis.paging import Asked, Page, page
from chassis.principal import Role, SignInNeeded
from chassis.problems import problems
from chassis.records import IdsIn
from chassis.tables import AreaCopy
from chassis.transaction import TransactionRoute, Tx, keyless
from chassis.vault import Vault, mask_name
from gateway.identity.model import Account, RoleGrant, State, display_name_of
from gateway.permissions import Permission

# Those who act for an office; everybody else outside the reader's scope is a masked name.
OFFICERS = (Role.BUREAU_OFFICER, Role.TOWN_OFFICER, Role.COMMUNITY_OFFICER)

router = APIRouter(tags=["姓名 directory"], route_class=TransactionRoute)


class Name(BaseModel):
    """称呼; unknown ids are left out."""

    id: UUID
    name: str
    is_masked: bool


class Names(BaseModel):
    """所答称呼."""

    items: list[Name]


@router.post("/names", responses=problems(SignInNeeded))
@keyless
async def names(
    body: IdsIn,
    request: Request,
    tx: Tx,
    by: Annotated[Access, Depends(allow(Permission.NAME_READ))],
) -> Names:
    """姓名: staff of the reader's areas, and the reader, in full; officers elsewhere by their office, others masked."""
    if by.account_id is None:
        raise SignInNeeded
    # Rows outside the reader's scope are read as well, to be masked.
    await replace(by, ranges=(EVERYWHERE,)).declare(request)
    ids = set(body.ids)
    accounts = await tx.scalars(select(Account).where(Account.id.in_(ids)).order_by(Account.id))
    offices = await _offices(tx, ids)
    return Names(items=[_name(account, by, request.app.state.vault, offices.get(account.id)) for account in accounts])


async def _offices(tx: AsyncSession, ids: set[UUID]) -> dict[UUID, str]:
    """For which area each officer has acted, whether or not they still do: what they did was its office's."""
    acts = (RoleGrant.account_id.in_(ids), RoleGrant.role.in_(OFFICERS), AreaCopy.name.is_not(None))
    held = select(RoleGrant.account_id, AreaCopy.name).join(AreaCopy, AreaCopy.id == RoleGrant.area_id).where(*acts)
    return {account_id: f"{area}经办" for account_id, area in await tx.execute(held.order_by(RoleGrant.granted_at))}


class Expert(BaseModel):
    """评审专家, by whom a panel is composed."""

    id: UUID
    name: str


@router.get("/experts")
async def experts(
    request: Request,
    tx: Tx,
    by: Annotated[Access, Depends(allow(Permission.EXPERT_READ))],
    asked: Asked,
) -> Page[Expert]:
    """评审专家: those of the reader's areas and of the areas above, which lend theirs."""
    today = day(wall())
    near = visible(RoleGrant, by) | RoleGrant.scope_key.in_(set(_above(by)))
    in_force = RoleGrant.valid_from <= today, RoleGrant.valid_to.is_(None) | (RoleGrant.valid_to > today)
    seats = select(RoleGrant.account_id).where(
        RoleGrant.role == Role.EXPERT, RoleGrant.revoked_at.is_(None), near, *in_force
    )
    await replace(by, ranges=(EVERYWHERE,)).declare(request)
    query = select(Account).where(Account.id.in_(seats), Account.state == State.ACTIVE)
    keys = request.app.state.vault
    return await page(tx, query, [Account.id], asked, lambda each: Expert(id=each.id, name=display_name_of(each, keys)))


def _above(by: Access) -> Iterator[str]:
    """The paths of the areas in which the reader's areas lie."""
    for low, _ in by.ranges:
        codes = low.split("/")[:-1]
        yield from ("/".join(codes[:depth]) + "/" for depth in range(1, len(codes)))


def _name(account: Account, by: Access, keys: Vault, office: str | None) -> Name:
    name = display_name_of(account, keys)
    is_open = by.reaches(account) or account.id == by.account_id
    # The number of a phone account is masked already, for its holder as well.
    if is_open or account.display_name_cipher is None:
        return Name(id=account.id, name=name, is_masked=account.display_name_cipher is None)
    return Name(id=account.id, name=office or mask_name(name), is_masked=True)
