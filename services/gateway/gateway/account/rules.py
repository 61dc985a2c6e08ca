"""The life of an account: opened, disabled and enabled by somebody else than its holder (三员分立)."""

from datetime import datetime
from uuid import UUID

from chassis.problems import Problem
from gateway.facts import AccountDisabled, AccountEnabled, AccountOpened, PasswordSet
from gateway.identity.model import Account, State


class UsernameTaken(Problem):
    """此用户名已被使用。"""


class OwnAccount(Problem):
    """不能办理自己账号的授权与状态。"""

    status = 403


class AccountIsDisabled(Problem):
    """账号已停用。"""


class AccountIsActive(Problem):
    """账号未停用。"""


class WithoutPassword(Problem):
    """手机账号凭验证码登录，没有密码。"""


def require_another(account: Account, by: UUID | None) -> None:
    """Refuses whoever acts on their own account."""
    if account.id == by:
        raise OwnAccount


def require_active(account: Account) -> None:
    """Refuses what needs an account in use."""
    if account.state is not State.ACTIVE:
        raise AccountIsDisabled


def open_(account: Account) -> AccountOpened:
    """开立账号."""
    return AccountOpened(account_id=account.id, kind=account.kind, area_id=account.area_id, scope_key=account.scope_key)


def disable(account: Account, *, reason: str, by: UUID | None) -> AccountDisabled:
    """停用账号."""
    require_another(account, by)
    require_active(account)
    account.state, account.disabled_because = State.DISABLED, reason
    return AccountDisabled(account_id=account.id, area_id=account.area_id, scope_key=account.scope_key)


def enable(account: Account, *, by: UUID | None) -> AccountEnabled:
    """恢复账号."""
    require_another(account, by)
    if account.state is State.ACTIVE:
        raise AccountIsActive
    account.state, account.disabled_because = State.ACTIVE, None
    return AccountEnabled(account_id=account.id, area_id=account.area_id, scope_key=account.scope_key)


def set_password(account: Account, password_hash: str, *, by: UUID | None, at: datetime) -> PasswordSet:
    """设置密码: what arrives here is its hash."""
    if account.username_hash is None:
        raise WithoutPassword
    account.password_hash, account.password_set_at = password_hash, at
    return PasswordSet(
        account_id=account.id, by_holder=account.id == by, area_id=account.area_id, scope_key=account.scope_key
    )
