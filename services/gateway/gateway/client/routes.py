"""Clients: opened by one administrator, permitted by another, and ended by either."""

from typing import Annotated

from fastapi import APIRouter, Depends
from sqlalchemy import select

from chassis import facts
from chassis.access import Access, allow, visible
from chassis.areas import area_in_scope
from chassis.clock import Now, day, wall
from chassis.database import new_id
from chassis.paging import Asked, Page, page
from chassis.problems import NotFound, problems
from chassis.records import Reason, VersionMissing, VersionStale, current, existing
from chassis.transaction import TransactionRoute, Tx
from gateway.client import rules
from gateway.client.dated import ClientRule, scopes
from gateway.client.model import Client, ClientState
from gateway.client.schemas import ClientIn, ClientSecret, ClientView, ScopesIn, ScopeView
from gateway.key.model import REACH, revoke
from gateway.permissions import Permission
from gateway.session.model import hashed
from gateway.session.tokens import new_token

router = APIRouter(prefix="/clients", tags=["对接系统 client"], route_class=TransactionRoute)

Reader = Annotated[Access, Depends(allow(Permission.CLIENT_READ))]
Opener = Annotated[Access, Depends(allow(Permission.CLIENT_OPEN))]
Permitter = Annotated[Access, Depends(allow(Permission.CLIENT_PERMIT))]
Disabler = Annotated[Access, Depends(allow(Permission.CLIENT_DISABLE))]
ToOpen = Annotated[Client, Depends(current(Client, Permission.CLIENT_OPEN))]
ToPermit = Annotated[Client, Depends(current(Client, Permission.CLIENT_PERMIT))]
ToDisable = Annotated[Client, Depends(current(Client, Permission.CLIENT_DISABLE))]
VERSIONED = (NotFound, VersionMissing, VersionStale, rules.ClientIsDisabled)


@router.get("")
async def list_(tx: Tx, by: Reader, asked: Asked, state: ClientState | None = None) -> Page[ClientView]:
    """对接系统: those in scope, newest first."""
    query = select(Client).where(visible(Client, by))
    if state is not None:
        query = query.where(Client.state == state)
    return await page(tx, query, [Client.id], asked, lambda client: ClientView.seen(client, by))


@router.get("/scopes")
async def list_scopes(_by: Reader) -> list[ScopeView]:
    """权限范围: all that can be permitted."""
    return [ScopeView.of(each) for each in scopes().values()]


@router.get("/{id}", responses=problems(NotFound))
async def read(client: Annotated[Client, Depends(existing(Client, Permission.CLIENT_READ))], by: Reader) -> ClientView:
    """对接系统详情."""
    return ClientView.seen(client, by)


@router.post("", status_code=201, responses=problems(NotFound))
async def open_(body: ClientIn, tx: Tx, by: Opener, at: Now) -> ClientSecret:
    """开立: answers the secret this once; nothing may be read until scopes are permitted."""
    area, secret = await area_in_scope(tx, body.area_id, by), new_token()
    client = Client(
        id=new_id(),
        area_id=area.id,
        scope_key=area.scope_key,
        name=body.name,
        state=ClientState.ACTIVE,
        sid=new_id(),
        secret_hash=hashed(secret),
        secret_set_at=at,
        scopes=[],
        networks=body.networks,
        opened_at=at,
        opened_by=by.account_id,
    )
    tx.add(client)
    await facts.tell(tx, rules.open_(client), by=by)
    await tx.flush()
    return ClientSecret.made(client, by, secret)


async def _rename(tx: Tx, client: Client) -> None:
    """Tokens of the former name are dead within a second, and those to come are not, whatever a clock says."""
    ended, client.sid = client.sid, new_id()
    await revoke(tx, [str(ended)], wall() + REACH)


@router.put("/{id}/scopes", responses=problems(*VERSIONED, rules.ScopeUnknown, rules.OpenedByOneself))
async def permit(client: ToPermit, body: ScopesIn, tx: Tx, by: Permitter) -> ClientView:
    """准予权限: tokens that tell other scopes are dead within a second."""
    await facts.tell(tx, rules.permit(client, body.scopes, by=by.account_id), by=by)
    await _rename(tx, client)
    return ClientView.seen(client, by)


@router.post("/{id}/secret", responses=problems(*VERSIONED))
async def renew_secret(client: ToOpen, tx: Tx, by: Opener, at: Now) -> ClientSecret:
    """更换密钥: answers the new secret this once."""
    secret = new_token()
    former = ClientRule.on(day(at)).former_secret
    await facts.tell(tx, rules.renew_secret(client, hashed(secret), at=at, former=former), by=by)
    await tx.flush()
    return ClientSecret.made(client, by, secret)


@router.post("/{id}/disabling", responses=problems(*VERSIONED))
async def disable(client: ToDisable, body: Reason, tx: Tx, by: Disabler) -> ClientView:
    """停用: its tokens are dead within a second."""
    await facts.tell(tx, rules.disable(client, reason=body.reason), by=by)
    await _rename(tx, client)
    return ClientView.seen(client, by)


@router.post("/{id}/enabling", responses=problems(NotFound, VersionMissing, VersionStale, rules.ClientIsActive))
async def enable(client: ToOpen, tx: Tx, by: Opener, at: Now) -> ClientSecret:
    """恢复: answers a new secret this once."""
    secret = new_token()
    await facts.tell(tx, rules.enable(client, hashed(secret), at=at), by=by)
    await tx.flush()
    return ClientSecret.made(client, by, secret)
