"""Who may do what in the assessment service: one table for a security assessor to read."""

from collections.abc import Mapping
from enum import StrEnum

from chassis.principal import Role
from procedures.permissions import Permission as Procedure


class Permission(StrEnum):
    """The assessment service's permissions, alphabetised."""

    DASHBOARD_READ = "dashboard:read"
    EVIDENCE_READ = "evidence:read"
    INDICATOR_READ = "indicator:read"
    OUTSIDE_COUNT_ENTER = "outside_count:enter"
    OUTSIDE_COUNT_READ = "outside_count:read"
    SCHEME_ADOPT = "scheme:adopt"
    SCHEME_DRAFT = "scheme:draft"
    SCHEME_READ = "scheme:read"
    SCORECARD_CHECK = "scorecard:check"
    SCORECARD_DECIDE = "scorecard:decide"
    SCORECARD_READ = "scorecard:read"
    SCORECARD_REPORT = "scorecard:report"
    SURVEY_ANSWER = "survey:answer"
    SURVEY_CLOSE = "survey:close"
    SURVEY_READ = "survey:read"
    TARGET_READ = "target:read"
    TARGET_SET = "target:set"


_STAFF = frozenset({Permission.INDICATOR_READ, Permission.TARGET_READ})
# Whoever sees a card sees its evidence; nobody below a town has one to see.
_CARDS: frozenset[Permission | Procedure] = frozenset(
    {Permission.SCHEME_READ, Permission.SCORECARD_READ, Procedure.ATTACHMENT_READ}
)
_ASSESS = frozenset(
    {Permission.SCHEME_ADOPT, Permission.SCHEME_DRAFT, Permission.SCORECARD_CHECK, Permission.SCORECARD_DECIDE}
)
_READ = _STAFF | {
    Permission.DASHBOARD_READ,
    Permission.EVIDENCE_READ,
    Permission.OUTSIDE_COUNT_READ,
    Permission.SURVEY_READ,
}
_OWN = frozenset({Permission.SURVEY_ANSWER})

ROLES: Mapping[Role, frozenset[Permission | Procedure]] = {
    Role.LEADER: _READ | _CARDS,
    Role.BUREAU_OFFICER: _READ
    | _CARDS
    | _ASSESS
    | {Permission.OUTSIDE_COUNT_ENTER, Permission.SURVEY_CLOSE, Permission.TARGET_SET},
    Role.DEPARTMENT_OFFICER: _READ | {Permission.SCHEME_READ},
    Role.TOWN_OFFICER: _READ
    | _CARDS
    | {Permission.SCORECARD_REPORT, Permission.SURVEY_CLOSE, Procedure.ATTACHMENT_ADD},
    Role.COMMUNITY_OFFICER: _READ | {Permission.SCHEME_READ},
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
