"""Who may do what in the registry: one table for a security assessor to read."""

from collections.abc import Mapping
from enum import StrEnum

from chassis.principal import Role


class Permission(StrEnum):
    """The registry's permissions, alphabetised."""

    AREA_CHANGE = "area:change"
    ORGANISATION_DEREGISTER = "organisation:deregister"
    ORGANISATION_DRAFT = "organisation:draft"
    ORGANISATION_FILE = "organisation:file"
    ORGANISATION_READ = "organisation:read"
    ORGANISATION_SANCTION = "organisation:sanction"
    SOCIAL_WORKER_READ = "social-worker:read"
    SOCIAL_WORKER_REGISTER = "social-worker:register"


_READ = frozenset({Permission.ORGANISATION_READ, Permission.SOCIAL_WORKER_READ})
_TOWN = _READ | {
    Permission.ORGANISATION_DEREGISTER,
    Permission.ORGANISATION_DRAFT,
    Permission.ORGANISATION_FILE,
    Permission.ORGANISATION_SANCTION,
    Permission.SOCIAL_WORKER_REGISTER,
}

ROLES: Mapping[Role, frozenset[Permission]] = {
    Role.LEADER: _READ,
    Role.BUREAU_OFFICER: _TOWN | {Permission.AREA_CHANGE},
    Role.DEPARTMENT_OFFICER: _READ,
    Role.TOWN_OFFICER: _TOWN,
    Role.COMMUNITY_OFFICER: _READ | {Permission.ORGANISATION_DRAFT},
    Role.ORGANISATION_MANAGER: _READ | {Permission.ORGANISATION_DRAFT},
    Role.SOCIAL_WORKER: _READ,
    Role.EXPERT: frozenset({Permission.ORGANISATION_READ}),
    Role.VOLUNTEER: frozenset(),
    Role.RESIDENT: frozenset(),
    Role.SYSTEM_ADMIN: frozenset(),
    Role.SECURITY_ADMIN: frozenset(),
    Role.AUDIT_ADMIN: frozenset(),
    Role.OA_CLIENT: _READ,
    Role.SERVICE: _READ,
}
