"""Who may do what in the registry: one table for a security assessor to read."""

from collections.abc import Mapping
from enum import StrEnum

from chassis.principal import Role
from procedures.permissions import Permission as Procedure


class Permission(StrEnum):
    """The registry's permissions, alphabetised."""

    AREA_CHANGE = "area:change"
    FACILITY_KEEP = "facility:keep"
    FACILITY_READ = "facility:read"
    LIST_EXPORT = "list:export"
    ORGANISATION_CHANGE = "organisation:change"
    ORGANISATION_DEREGISTER = "organisation:deregister"
    ORGANISATION_DRAFT = "organisation:draft"
    ORGANISATION_FILE = "organisation:file"
    ORGANISATION_READ = "organisation:read"
    ORGANISATION_SANCTION = "organisation:sanction"
    POST_KEEP = "post:keep"
    POST_READ = "post:read"
    REGISTRATION_APPLY = "registration:apply"
    REGISTRATION_DECIDE = "registration:decide"
    REGISTRATION_READ = "registration:read"
    SOCIAL_WORKER_READ = "social-worker:read"
    SOCIAL_WORKER_REGISTER = "social-worker:register"


_READ = frozenset(
    {
        Permission.FACILITY_READ,
        Permission.ORGANISATION_READ,
        Permission.POST_READ,
        Permission.REGISTRATION_READ,
        Permission.SOCIAL_WORKER_READ,
    }
)
# Lists to take away, and how far one is.
_LISTS: frozenset[Permission | Procedure] = frozenset({Permission.LIST_EXPORT, Procedure.JOB_FOLLOW})
# The papers of an application name people and show their identity: they are for those who apply and decide alone.
_FILES = frozenset({Procedure.ATTACHMENT_ADD, Procedure.ATTACHMENT_READ})
_DRAFT = _FILES | {Permission.ORGANISATION_DRAFT, Permission.REGISTRATION_APPLY}
_TOWN = (
    _READ
    | _FILES
    | _LISTS
    | {
        Permission.FACILITY_KEEP,
        Permission.ORGANISATION_CHANGE,
        Permission.ORGANISATION_DEREGISTER,
        Permission.ORGANISATION_DRAFT,
        Permission.ORGANISATION_FILE,
        Permission.ORGANISATION_SANCTION,
        Permission.POST_KEEP,
        Permission.REGISTRATION_APPLY,
        Permission.SOCIAL_WORKER_REGISTER,
    }
)

ROLES: Mapping[Role, frozenset[Permission | Procedure]] = {
    Role.LEADER: _READ | _LISTS,
    Role.BUREAU_OFFICER: _TOWN | {Permission.AREA_CHANGE, Permission.REGISTRATION_DECIDE},
    Role.DEPARTMENT_OFFICER: _READ | _LISTS,
    Role.TOWN_OFFICER: _TOWN,
    Role.COMMUNITY_OFFICER: _READ | _LISTS | _DRAFT | {Permission.FACILITY_KEEP},
    Role.ORGANISATION_MANAGER: _READ | _DRAFT,
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
