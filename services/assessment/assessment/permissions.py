"""Who may do what in the assessment service: one table for a security assessor to read."""

from collections.abc import Mapping
from enum import StrEnum

from chassis.principal import Role


class Permission(StrEnum):
    """The assessment service's permissions, alphabetised."""

    DASHBOARD_READ = "dashboard:read"
    EVIDENCE_READ = "evidence:read"
    INDICATOR_READ = "indicator:read"
    SURVEY_ANSWER = "survey:answer"
    SURVEY_CLOSE = "survey:close"
    SURVEY_READ = "survey:read"
    TARGET_READ = "target:read"
    TARGET_SET = "target:set"


_STAFF = frozenset({Permission.INDICATOR_READ, Permission.TARGET_READ})
_READ = _STAFF | {Permission.DASHBOARD_READ, Permission.EVIDENCE_READ, Permission.SURVEY_READ}
_OWN = frozenset({Permission.SURVEY_ANSWER})

ROLES: Mapping[Role, frozenset[Permission]] = {
    Role.LEADER: _READ,
    Role.BUREAU_OFFICER: _READ | {Permission.SURVEY_CLOSE, Permission.TARGET_SET},
    Role.DEPARTMENT_OFFICER: _READ,
    Role.TOWN_OFFICER: _READ | {Permission.SURVEY_CLOSE},
    Role.COMMUNITY_OFFICER: _READ,
    Role.ORGANISATION_MANAGER: _STAFF,
    Role.SOCIAL_WORKER: _STAFF,
    Role.EXPERT: _STAFF,
    Role.VOLUNTEER: _OWN,
    Role.RESIDENT: _OWN,
    Role.SYSTEM_ADMIN: frozenset(),
    Role.SECURITY_ADMIN: frozenset(),
    Role.AUDIT_ADMIN: frozenset(),
    Role.OA_CLIENT: _STAFF | {Permission.DASHBOARD_READ},
    Role.SERVICE: frozenset(),
}
