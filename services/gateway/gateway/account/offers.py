"""The verbs offered on an account and its grants now: none on one's own."""

from chassis.access import Access
from chassis.principal import Kind
from chassis.records import Action, Offer, offered
from gateway.identity.model import Account, RoleGrant, State
from gateway.permissions import Permission


def here(account: Account) -> str:
    """The account's own path."""
    return f"/api/gateway/accounts/{account.id}"


def on_account(account: Account, access: Access) -> list[Action]:
    """Of an account."""
    if account.id == access.account_id:
        return []
    active = account.state is State.ACTIVE
    staff = active and account.kind is Kind.STAFF
    offers = (
        Offer(staff, Permission.ACCOUNT_GRANT, "grants", "授予角色"),
        Offer(staff, Permission.ACCOUNT_SET_PASSWORD, "password", "重置密码", method="PUT"),
        Offer(active, Permission.ACCOUNT_DISABLE, "disabling", "停用", needs_reason=True),
        Offer(not active, Permission.ACCOUNT_ENABLE, "enabling", "恢复"),
    )
    return offered(here(account), account, access, offers)


def on_grant(account: Account, given: RoleGrant, access: Access) -> list[Action]:
    """Of a role that the account holds."""
    another = account.id != access.account_id
    offers = [Offer(another, Permission.ACCOUNT_GRANT, "revocation", "收回", needs_reason=True)]
    return offered(f"{here(account)}/grants/{given.id}", given, access, offers)
