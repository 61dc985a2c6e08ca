"""Who may do what in the projects service: one table for a security assessor to read."""

from collections.abc import Mapping
from enum import StrEnum

from chassis.principal import Role


class Permission(StrEnum):
    """The projects service's permissions, alphabetised."""

    ACTIVITY_PLAN = "activity:plan"
    ACTIVITY_READ = "activity:read"
    NEED_ACCEPT = "need:accept"
    NEED_CONTACT_READ = "need-contact:read"
    NEED_RAISE = "need:raise"
    NEED_READ = "need:read"
    NEED_RECORD = "need:record"
    PARTICIPATION_JOIN = "participation:join"
    PARTICIPATION_READ = "participation:read"
    PARTICIPATION_RECORD = "participation:record"
    PROJECT_CLOSE = "project:close"
    PROJECT_PROPOSE = "project:propose"
    PROJECT_READ = "project:read"
    PROJECT_REVIEW = "project:review"


_CHAIN = frozenset({Permission.ACTIVITY_READ, Permission.NEED_READ, Permission.PROJECT_READ})
_READ = _CHAIN | {Permission.PARTICIPATION_READ}
_RECORD = _READ | {Permission.NEED_CONTACT_READ, Permission.NEED_RECORD, Permission.PARTICIPATION_RECORD}
_OFFICER = _RECORD | {Permission.NEED_ACCEPT, Permission.PROJECT_CLOSE, Permission.PROJECT_PROPOSE}

ROLES: Mapping[Role, frozenset[Permission]] = {
    Role.LEADER: _CHAIN,
    Role.BUREAU_OFFICER: _READ | {Permission.PROJECT_REVIEW},
    Role.DEPARTMENT_OFFICER: _CHAIN,
    Role.TOWN_OFFICER: _OFFICER | {Permission.PROJECT_REVIEW},
    Role.COMMUNITY_OFFICER: _OFFICER,
    Role.ORGANISATION_MANAGER: frozenset(
        {
            Permission.ACTIVITY_PLAN,
            Permission.ACTIVITY_READ,
            Permission.PARTICIPATION_READ,
            Permission.PROJECT_PROPOSE,
            Permission.PROJECT_READ,
        }
    ),
    Role.SOCIAL_WORKER: _RECORD | {Permission.ACTIVITY_PLAN},
    Role.EXPERT: _CHAIN,
    Role.VOLUNTEER: frozenset(),
    Role.RESIDENT: frozenset(
        {Permission.NEED_RAISE, Permission.NEED_READ, Permission.PARTICIPATION_JOIN, Permission.PARTICIPATION_READ}
    ),
    Role.SYSTEM_ADMIN: frozenset(),
    Role.SECURITY_ADMIN: frozenset(),
    Role.AUDIT_ADMIN: frozenset(),
    Role.OA_CLIENT: _CHAIN,
    Role.SERVICE: _CHAIN,
}
