"""People on screens: what they are called, masked where the reader has no business with them, and who is an expert."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import select

from chassis.access import Access, allow, visible
from chassis.clock import day, wall
from chassis.database import EVERYWHERE
from chassis.paging import Asked, Page, page
from chassis.principal import Role, SignInNeeded
from chassis.problems import problems
from chassis.transaction import TransactionRoute, Tx, keyless
from chassis.vault import Vault, mask_name
from gateway.identity.model import Account, RoleGrant, State, display_name_of
from gateway.permissions import Permission

router = APIRouter(tags=["姓名 directory"], route_class=TransactionRoute)


class NamesIn(BaseModel):
    """所问账号."""

    model_config = ConfigDict(extra="forbid")

    ids: Annotated[list[UUID], Field(min_length=1, max_length=200)]


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
    body: NamesIn,
    request: Request,
    tx: Tx,
    by: Annotated[Access, Depends(allow(Permission.NAME_READ))],
) -> Names:
    """姓名: staff of the reader's areas, and the reader, in full; all others by the first character."""
    if by.account_id is None:
        raise SignInNeeded
    # Rows outside the reader's scope are read as well, to be masked.
    await replace(by, ranges=(EVERYWHERE,)).declare(request)
    accounts = await tx.scalars(select(Account).where(Account.id.in_(set(body.ids))).order_by(Account.id))
    return Names(items=[_name(account, by, request.app.state.vault) for account in accounts])


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


def _name(account: Account, by: Access, keys: Vault) -> Name:
    name = display_name_of(account, keys)
    is_open = by.reaches(account) or account.id == by.account_id
    # The number of a phone account is masked already, for its holder as well.
    if is_open or account.display_name_cipher is None:
        return Name(id=account.id, name=name, is_masked=account.display_name_cipher is None)
    return Name(id=account.id, name=mask_name(name), is_masked=True)
