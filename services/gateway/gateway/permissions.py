"""Who may do what at the gateway: one table for a security assessor to read."""

from collections.abc import Mapping
from enum import StrEnum

from chassis.principal import Role


class Permission(StrEnum):
    """The gateway's permissions, alphabetised."""

    ACCOUNT_DISABLE = "account:disable"
    ACCOUNT_ENABLE = "account:enable"
    ACCOUNT_GRANT = "account:grant"
    ACCOUNT_OPEN = "account:open"
    ACCOUNT_READ = "account:read"
    ACCOUNT_SET_PASSWORD = "account:set-password"  # noqa: S105 - a permission
    CLIENT_DISABLE = "client:disable"
    CLIENT_OPEN = "client:open"
    CLIENT_PERMIT = "client:permit"
    CLIENT_READ = "client:read"
    EXPERT_READ = "expert:read"
    FEED_READ = "feed:read"
    NAME_READ = "name:read"
    NOTICE_READ = "notice:read"
    SESSION_OWN = "session:own"
    TASK_READ = "task:read"


_NAMES = frozenset({Permission.NAME_READ})
_STAFF = _NAMES | {Permission.NOTICE_READ, Permission.TASK_READ}

# 三员: whoever opens accounts gives no roles, whoever gives roles opens no accounts, whoever audits changes nothing.
ROLES: Mapping[Role, frozenset[Permission]] = {
    Role.LEADER: _STAFF,
    Role.BUREAU_OFFICER: _STAFF | {Permission.EXPERT_READ},
    Role.DEPARTMENT_OFFICER: _STAFF,
    Role.TOWN_OFFICER: _STAFF | {Permission.EXPERT_READ},
    Role.COMMUNITY_OFFICER: _STAFF,
    Role.ORGANISATION_MANAGER: _STAFF,
    Role.SOCIAL_WORKER: _STAFF,
    Role.EXPERT: _STAFF,
    Role.VOLUNTEER: frozenset(),
    # Whoever is signed in is a resident as well: one's own sessions are everybody's.
    Role.RESIDENT: frozenset({Permission.NAME_READ, Permission.SESSION_OWN}),
    Role.SYSTEM_ADMIN: _NAMES
    | {
        Permission.ACCOUNT_DISABLE,
        Permission.ACCOUNT_ENABLE,
        Permission.ACCOUNT_OPEN,
        Permission.ACCOUNT_READ,
        Permission.ACCOUNT_SET_PASSWORD,
        Permission.CLIENT_DISABLE,
        Permission.CLIENT_OPEN,
        Permission.CLIENT_READ,
    },
    Role.SECURITY_ADMIN: _NAMES
    | {
        Permission.ACCOUNT_DISABLE,
        Permission.ACCOUNT_GRANT,
        Permission.ACCOUNT_READ,
        Permission.CLIENT_DISABLE,
        Permission.CLIENT_PERMIT,
        Permission.CLIENT_READ,
    },
    Role.AUDIT_ADMIN: _NAMES | {Permission.ACCOUNT_READ, Permission.CLIENT_READ},
    # Of these a client holds what its scopes name.
    Role.OA_CLIENT: frozenset({Permission.FEED_READ}),
    Role.SERVICE: frozenset(),
}
