"""Changing one's own password: the present one proves that it is the holder, and counts as an attempt to sign in."""

from fastapi import APIRouter, Request
from pydantic import SecretStr

from chassis import facts
from chassis.clock import Now, day, wall
from chassis.door import SessionEnded
from chassis.problems import Problem, problems
from chassis.transaction import TransactionRoute, Tx
from gateway.account import rules
from gateway.account.schemas import OwnPasswordIn
from gateway.dated import SignInRule
from gateway.identity.model import Account, username_of
from gateway.identity.passwords import Hashing, PasswordWeak, SignInBusy, require_strong
from gateway.session import attempts
from gateway.session.admission import end
from gateway.session.door import From, SignedInAs
from gateway.session.model import Ending, live_sessions
from gateway.session.rules import TooManyAttempts

router = APIRouter(tags=["账号与授权 account"], route_class=TransactionRoute)


class PresentPasswordWrong(Problem):
    """当前密码不正确。"""

    status = 422


async def hashed(request: Request, password: SecretStr, username: str) -> str:
    """A new password's hash, if the profile in force lets it pass."""
    state, plain = request.app.state, password.get_secret_value()
    profile = SignInRule.on(day(wall())).profiles[state.gateway_settings.password_profile]
    require_strong(plain, profile, username=username)
    hashing: Hashing = state.hashing
    return await hashing.hash(plain)


@router.put(
    "/me/password",
    status_code=204,
    responses=problems(
        PresentPasswordWrong, PasswordWeak, SignInBusy, TooManyAttempts, rules.WithoutPassword, SessionEnded
    ),
)
async def change(body: OwnPasswordIn, request: Request, tx: Tx, by: SignedInAs, visitor: From, at: Now) -> None:
    """修改本人密码: the sessions on other devices end."""
    state, account = request.app.state, await tx.get(Account, by.account_id)
    if account is None or account.username_hash is None:
        raise rules.WithoutPassword
    username, stored, name_hash = username_of(account, state.vault), account.password_hash, account.username_hash
    await tx.rollback()
    attempt = await attempts.begin(state.sessions, name_hash, visitor)
    if not await state.hashing.verify(stored, body.current_password.get_secret_value()):
        await attempts.fail(state.sessions, attempt, by.account_id, because="wrong-password", visitor=visitor)
        raise PresentPasswordWrong(pointer="/current_password")
    await attempts.forget(state.sessions, attempt)
    password_hash = await hashed(request, body.password, username)
    account = await tx.get_one(Account, by.account_id, with_for_update=True, populate_existing=True)
    if account.password_hash != stored:  # an administrator has reset it meanwhile: theirs stands
        raise PresentPasswordWrong(pointer="/current_password")
    await facts.tell(tx, rules.set_password(account, password_hash, by=by.account_id, at=at), by=by)
    others = [each for each in await live_sessions(tx, account.id, wall()) if str(each.sid) != by.principal.session_id]
    await end(tx, account, others, because=Ending.PASSWORD_SET, by=by, now=wall())
