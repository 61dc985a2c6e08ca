"""The verbs offered on an account and its grants now: none on one's own."""

from chassis.access import Access
from chassis.principal import Kind
from chassis.records import Action
from gateway.identity.model import Account, RoleGrant, State
from gateway.permissions import Permission


def here(account: Account) -> str:
    """The account's own path."""
    return f"/api/gateway/accounts/{account.id}"


def on_account(account: Account, access: Access) -> list[Action]:
    """Of an account."""
    active, another = account.state is State.ACTIVE, account.id != access.account_id
    staff = active and account.kind is Kind.STAFF
    offered = (
        (staff, Permission.ACCOUNT_GRANT, "grants", "授予角色", False, "POST"),
        (staff, Permission.ACCOUNT_SET_PASSWORD, "password", "重置口令", False, "PUT"),
        (active, Permission.ACCOUNT_DISABLE, "disabling", "停用", True, "POST"),
        (not active, Permission.ACCOUNT_ENABLE, "enabling", "恢复", False, "POST"),
    )
    return [
        Action(name=name, method=method, href=f"{here(account)}/{name}", needs_reason=reason, label=label)
        for allowed, permission, name, label, reason, method in offered
        if allowed and another and access.may(permission, account)
    ]


def on_grant(account: Account, given: RoleGrant, access: Access) -> list[Action]:
    """Of a role that the account holds."""
    if account.id == access.account_id or not access.may(Permission.ACCOUNT_GRANT, given):
        return []
    href = f"{here(account)}/grants/{given.id}/revocation"
    return [Action(name="revocation", method="POST", href=href, needs_reason=True, label="收回")]
