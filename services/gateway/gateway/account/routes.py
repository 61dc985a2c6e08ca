"""Opening accounts, giving them roles, and closing them: each by another administrator than the one it concerns."""

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from chassis import facts, person
from chassis.access import Access, allow, visible
from chassis.areas import area_in_scope
from chassis.clock import Now, day, wall
from chassis.paging import Asked, Page, page
from chassis.principal import Kind, Role
from chassis.problems import Invalid, NotFound, problems
from chassis.records import Reason, VersionMissing, VersionStale, current, existing
from chassis.tables import AreaCopy
from chassis.transaction import TransactionRoute, Tx
from chassis.vault import Vault
from gateway.account import granting, rules
from gateway.account.own import hashed
from gateway.account.schemas import AccountIn, AccountItem, AccountView, GrantIn, PasswordIn
from gateway.identity.model import Account, RoleGrant, State, staff, username_of
from gateway.identity.passwords import PasswordWeak, SignInBusy
from gateway.key.model import revoke as put_on_the_list
from gateway.permissions import Permission
from gateway.session.admission import end_all, rename_all
from gateway.session.model import Ending

router = APIRouter(prefix="/accounts", tags=["账号与授权 account"], route_class=TransactionRoute)

Reader = Annotated[Access, Depends(allow(Permission.ACCOUNT_READ))]
Opener = Annotated[Access, Depends(allow(Permission.ACCOUNT_OPEN))]
Granter = Annotated[Access, Depends(allow(Permission.ACCOUNT_GRANT))]
Disabler = Annotated[Access, Depends(allow(Permission.ACCOUNT_DISABLE))]
Enabler = Annotated[Access, Depends(allow(Permission.ACCOUNT_ENABLE))]
PasswordSetter = Annotated[Access, Depends(allow(Permission.ACCOUNT_SET_PASSWORD))]
VERSIONED = (NotFound, VersionMissing, VersionStale, rules.OwnAccount)


async def shown(tx: AsyncSession, request: Request, account: Account, by: Access) -> AccountView:
    """The account as this caller sees it, with its roles and the names of their areas."""
    await with_roles(tx, account)
    areas = await tx.scalars(select(AreaCopy).where(AreaCopy.id.in_([each.area_id for each in account.grants])))
    names = {area.id: area.name or area.code for area in areas}
    return AccountView.seen(account, by, request.app.state.vault, names, day(wall()))


async def with_roles(tx: AsyncSession, account: Account) -> None:
    """Loads what the account holds and has held."""
    await tx.refresh(account, ["grants"])


@router.get("")
async def list_(
    request: Request, tx: Tx, access: Reader, asked: Asked, state: State | None = None, role: Role | None = None
) -> Page[AccountItem]:
    """工作人员账号: those in scope, newest first; `role` shows those that hold it or will."""
    query = select(Account).where(visible(Account, access), Account.kind == Kind.STAFF)
    query = query.options(selectinload(Account.grants))
    today = day(wall())
    if state is not None:
        query = query.where(Account.state == state)
    if role is not None:
        held = select(RoleGrant.id).where(
            RoleGrant.account_id == Account.id,
            RoleGrant.role == role,
            RoleGrant.revoked_at.is_(None),
            RoleGrant.valid_to.is_(None) | (RoleGrant.valid_to > today),
        )
        query = query.where(held.exists())
    keys = request.app.state.vault
    return await page(tx, query, [Account.id], asked, lambda account: AccountItem.of(account, keys, today))


# What is kept for its key is sealed, and the fingerprint is keyed: neither tells anything of the password.
@router.post("", status_code=201, responses=problems(NotFound, Invalid, PasswordWeak, rules.UsernameTaken, SignInBusy))
async def open_(body: AccountIn, request: Request, tx: Tx, by: Opener, at: Now) -> AccountView:
    """开立账号: without any role; a security administrator gives roles."""
    keys = request.app.state.vault
    person_id = _person(body, keys, day(at))
    password_hash = await hashed(request, body.password, body.username)
    area = await area_in_scope(tx, body.area_id, by)
    account = staff(body.username, body.display_name, area, keys, at=at)
    account.person_id = person_id
    account.password_hash, account.password_set_at, account.opened_by = password_hash, at, by.account_id
    if await tx.scalar(select(Account.id).where(Account.username_hash == account.username_hash)) is not None:
        raise rules.UsernameTaken(pointer="/username")
    tx.add(account)
    await facts.tell(tx, rules.open_(account), by=by)
    return await shown(tx, request, account, by)


def _person(body: AccountIn, keys: Vault, on: date) -> UUID | None:
    """Whom the document names: kept by its keyed hash alone."""
    if body.id_type is None or body.id_number is None:
        return None
    number = body.id_number.get_secret_value()
    fault = person.check(body.id_type, number, on=on)
    if fault:
        raise Invalid(fault.sentence, pointer="/id_number")
    return keys.person_id(body.id_type, number)


@router.get("/{id}", responses=problems(NotFound))
async def read(
    account: Annotated[Account, Depends(existing(Account, Permission.ACCOUNT_READ))],
    request: Request,
    tx: Tx,
    by: Reader,
) -> AccountView:
    """账号详情."""
    return await shown(tx, request, account, by)


@router.post("/{id}/disabling", responses=problems(*VERSIONED, rules.AccountIsDisabled))
async def disable(
    account: Annotated[Account, Depends(current(Account, Permission.ACCOUNT_DISABLE))],
    body: Reason,
    request: Request,
    tx: Tx,
    by: Disabler,
) -> AccountView:
    """停用账号: every session of it ends, and its tokens are dead within a second."""
    await facts.tell(tx, rules.disable(account, reason=body.reason, by=by.account_id), by=by)
    await end_all(tx, account, because=Ending.ACCOUNT_DISABLED, by=by)
    await put_on_the_list(tx, [str(account.id)], wall())
    return await shown(tx, request, account, by)


@router.post("/{id}/enabling", responses=problems(*VERSIONED, rules.AccountIsActive))
async def enable(
    account: Annotated[Account, Depends(current(Account, Permission.ACCOUNT_ENABLE))],
    request: Request,
    tx: Tx,
    by: Enabler,
) -> AccountView:
    """恢复账号."""
    await facts.tell(tx, rules.enable(account, by=by.account_id), by=by)
    return await shown(tx, request, account, by)


@router.put("/{id}/password", responses=problems(*VERSIONED, rules.WithoutPassword, PasswordWeak, SignInBusy))
async def reset_password(
    account: Annotated[Account, Depends(current(Account, Permission.ACCOUNT_SET_PASSWORD))],
    body: PasswordIn,
    request: Request,
    tx: Tx,
    by: PasswordSetter,
    at: Now,
) -> AccountView:
    """重置密码: for somebody else; every session of the account ends."""
    rules.require_another(account, by.account_id)
    username = username_of(account, request.app.state.vault)
    password_hash = await hashed(request, body.password, username)
    await facts.tell(tx, rules.set_password(account, password_hash, by=by.account_id, at=at), by=by)
    await end_all(tx, account, because=Ending.PASSWORD_SET, by=by)
    return await shown(tx, request, account, by)


@router.post(
    "/{id}/grants", status_code=201, responses=problems(*VERSIONED, rules.AccountIsDisabled, *granting.REFUSALS)
)
async def grant(
    account: Annotated[Account, Depends(current(Account, Permission.ACCOUNT_GRANT))],
    body: GrantIn,
    request: Request,
    tx: Tx,
    by: Granter,
    at: Now,
) -> AccountView:
    """授予角色: in an area of the giver's; tokens that do not tell it are dead within a second."""
    area = await area_in_scope(tx, body.area_id, by)
    await with_roles(tx, account)
    wanted = granting.Wanted(body.role, body.organisation_id, body.valid_from or day(at), body.valid_to)
    given = granting.grant(account, wanted, area, by=by.account_id, at=at, on=day(wall()))
    await facts.tell(tx, granting.granted(given), by=by)
    await rename_all(tx, account)
    return await shown(tx, request, account, by)


@router.post("/{id}/grants/{grant_id}/revocation", responses=problems(*VERSIONED, granting.GrantOver))
async def revoke(
    account: Annotated[Account, Depends(current(Account, Permission.ACCOUNT_GRANT))],
    grant_id: UUID,
    body: Reason,
    request: Request,
    tx: Tx,
    by: Granter,
    at: Now,
) -> AccountView:
    """收回角色: tokens that tell it are dead within a second."""
    await with_roles(tx, account)
    given = next((each for each in account.grants if each.id == grant_id), None)
    if given is None or not by.reaches(given):
        raise NotFound
    await facts.tell(tx, granting.revoke(account, given, reason=body.reason, by=by.account_id, at=at), by=by)
    await rename_all(tx, account)
    return await shown(tx, request, account, by)
