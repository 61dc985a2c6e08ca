"""Signing in with a code sent to a phone; whoever answers for the first time gets an account by it."""

import hmac
import secrets
from datetime import timedelta
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis import facts
from chassis.clock import day, wall
from chassis.database import new_id, system_transaction
from chassis.door import CrossSite
from chassis.principal import Kind
from chassis.problems import NotFound, problems
from chassis.transaction import TransactionRoute, Tx, keyless
from chassis.vault import Vault
from gateway.dated import SignInRule
from gateway.facts import AccountOpened
from gateway.facts import CodeSent as CodeSentFact
from gateway.identity.model import Account, State, city
from gateway.phone import rules
from gateway.phone.model import Challenge, PhoneText, sent_lately, take_try, use
from gateway.phone.schemas import CodeIn, CodeSent, PhoneSignIn, TextShown
from gateway.session.admission import admit
from gateway.session.attempts import tell_failure
from gateway.session.door import WAY_IN, From, require_own_page
from gateway.session.model import Method
from gateway.session.rules import Visitor
from gateway.session.schemas import Delivery, SignedIn

router = APIRouter(tags=["手机登录 phone"], route_class=TransactionRoute)


@router.post(
    "/phone-codes",
    status_code=202,
    dependencies=WAY_IN,
    responses=problems(rules.CodeTooSoon, rules.TooManyCodes, rules.NoChannel),
)
@keyless
async def send_code(body: CodeIn, request: Request, tx: Tx, visitor: From) -> CodeSent:
    """获取验证码: one a minute and ten a day to a phone, whoever asks."""
    keys, now = request.app.state.vault, wall()
    if request.app.state.sender is None:
        raise rules.NoChannel
    limits = SignInRule.on(day(now)).codes
    phone_hash = keys.lookup("phone", body.phone)
    sent = await sent_lately(
        tx,
        phone_hash,
        visitor.network,
        minute=now - timedelta(seconds=limits.seconds_between),
        day=now - timedelta(days=1),
        hour=now - timedelta(hours=1),
    )
    rules.require_seldom(sent, limits)
    challenge, code = _challenge(keys, body.phone, phone_hash, visitor), f"{secrets.randbelow(10**6):06d}"
    challenge.code_hash = _code_hash(keys, challenge.id, code)
    challenge.made_at, challenge.expires_at = now, rules.expiry(now, limits)
    tx.add_all([challenge, _text(keys, body.phone, rules.text(code, limits), challenge)])
    await _tell_sent(tx, challenge, keys.person_id("phone", body.phone))
    return CodeSent(challenge_id=challenge.id)


def _challenge(keys: Vault, phone: str, phone_hash: bytes, visitor: Visitor) -> Challenge:
    made = new_id()
    cipher = keys.encrypt(phone, table="phone_challenge", column="phone", row_id=made)
    return Challenge(id=made, phone_hash=phone_hash, phone_cipher=cipher, network=visitor.network, tries=0)


def _text(keys: Vault, phone: str, body: str, challenge: Challenge) -> PhoneText:
    made = new_id()
    return PhoneText(
        id=made,
        phone_cipher=keys.encrypt(phone, table="phone_text", column="phone", row_id=made),
        body_cipher=keys.encrypt(body, table="phone_text", column="body", row_id=made),
        made_at=challenge.made_at,
        expires_at=challenge.expires_at,
        next_try_at=challenge.made_at,
        tries=0,
    )


def _code_hash(keys: Vault, challenge_id: UUID, code: str) -> bytes:
    """Keyed, since a million codes are soon tried, and bound to the challenge."""
    return keys.lookup("phone_code", f"{challenge_id.hex}{code}")


async def _tell_sent(tx: AsyncSession, challenge: Challenge, account_id: UUID) -> None:
    where = await city(tx)
    fact = CodeSentFact(
        challenge_id=challenge.id,
        account_id=account_id,
        network=challenge.network,
        area_id=where.id,
        scope_key=where.scope_key,
    )
    await facts.tell(tx, fact, by="resident")


@router.post("/phone-session", dependencies=WAY_IN, responses=problems(rules.CodeRefused, CrossSite))
@keyless
async def sign_in(body: PhoneSignIn, request: Request, response: Response, tx: Tx, visitor: From) -> SignedIn:
    """验证码登录: the account's id follows from the number, so that it is known before its holder ever signs in."""
    if body.delivery is Delivery.COOKIE:
        require_own_page(request)
    keys = request.app.state.vault
    challenge = await _answered(request, body, visitor)
    phone = keys.decrypt(challenge.phone_cipher, table="phone_challenge", column="phone", row_id=challenge.id)
    # Spent first: of several that answer at once, all but one stop here.
    account = await _account(tx, keys, phone) if await use(tx, challenge.id, wall()) else None
    if account is None or account.state is not State.ACTIVE:
        await tx.rollback()
        raise await _refused(request, body.challenge_id, visitor)
    return await admit(
        tx, request, response, account, method=Method.PHONE_CODE, delivery=body.delivery, visitor=visitor
    )


async def _answered(request: Request, body: PhoneSignIn, visitor: Visitor) -> Challenge:
    """The challenge that the code answers; the try is used up in a transaction of its own, as a refusal rolls back."""
    state, now = request.app.state, wall()
    most = SignInRule.on(day(now)).codes.tries
    async with system_transaction(state.sessions, at=now) as own:
        challenge = await take_try(own, body.challenge_id, most, now)
    if challenge is not None:
        expected = _code_hash(state.vault, challenge.id, body.code)
        if hmac.compare_digest(expected, challenge.code_hash):
            return challenge
    raise await _refused(request, body.challenge_id, visitor)


async def _refused(request: Request, challenge_id: UUID, visitor: Visitor) -> rules.CodeRefused:
    """The one answer for a wrong, used, expired or unknown code, once the auditor has been told."""
    async with system_transaction(request.app.state.sessions, at=wall()) as own:
        await tell_failure(own, challenge_id, None, method=Method.PHONE_CODE, because="wrong-code", visitor=visitor)
    return rules.CodeRefused()


async def _account(tx: AsyncSession, keys: Vault, phone: str) -> Account:
    """The account of a phone, opened when there is none."""
    account_id = keys.person_id("phone", phone)
    known = await tx.get(Account, account_id, with_for_update={"read": True})
    if known is not None:
        return known
    where, now = await city(tx), wall()
    account = Account(
        id=account_id,
        area_id=where.id,
        scope_key=where.scope_key,
        kind=Kind.VOLUNTEER,
        state=State.ACTIVE,
        phone_cipher=keys.encrypt(phone, table="account", column="phone", row_id=account_id),
        phone_hash=keys.lookup("phone", phone),
        opened_at=now,
        rights=0,
        grants=[],
    )
    tx.add(account)
    fact = AccountOpened(account_id=account_id, kind=account.kind, area_id=where.id, scope_key=where.scope_key)
    await facts.tell(tx, fact, by=str(account_id))
    return account


@router.get("/outbox", dependencies=WAY_IN, responses=problems(NotFound))
async def outbox(request: Request, tx: Tx, limit: Annotated[int, Query(ge=1, le=200)] = 50) -> list[TextShown]:
    """开发者发件箱: texts of a demo, newest first; elsewhere it does not exist."""
    if not request.app.state.settings.demo:
        raise NotFound
    keys = request.app.state.vault
    texts = await tx.scalars(select(PhoneText).order_by(PhoneText.id.desc()).limit(limit))
    return [
        TextShown(
            phone=keys.decrypt(each.phone_cipher, table="phone_text", column="phone", row_id=each.id),
            text=keys.decrypt(each.body_cipher, table="phone_text", column="body", row_id=each.id),
            sent_at=each.made_at,
        )
        for each in texts
    ]
