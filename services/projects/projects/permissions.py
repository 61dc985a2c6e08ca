"""Who may do what in the projects service: one table for a security assessor to read."""

from collections.abc import Mapping
from enum import StrEnum

from chassis.principal import Role
from procedures.permissions import Permission as Procedure


class Permission(StrEnum):
    """The projects service's permissions, alphabetised."""

    ACCEPTANCE_INSPECT = "acceptance:inspect"
    ACCEPTANCE_READ = "acceptance:read"
    ACCEPTANCE_REQUEST = "acceptance:request"
    ACTIVITY_PLAN = "activity:plan"
    ACTIVITY_READ = "activity:read"
    BID_READ = "bid:read"
    BID_SCORE = "bid:score"
    BID_SUBMIT = "bid:submit"
    BUDGET_GRANT = "budget:grant"
    BUDGET_READ = "budget:read"
    CONTRACT_CHANGE = "contract:change"
    CONTRACT_READ = "contract:read"
    CONTRACT_RUN = "contract:run"
    CONTRACT_SIGN = "contract:sign"
    DELIBERATION_CONVENE = "deliberation:convene"
    DELIBERATION_EXECUTE = "deliberation:execute"
    DELIBERATION_READ = "deliberation:read"
    NEED_ACCEPT = "need:accept"
    NEED_CONTACT_READ = "need-contact:read"
    NEED_RAISE = "need:raise"
    NEED_READ = "need:read"
    NEED_RECORD = "need:record"
    PARTICIPATION_JOIN = "participation:join"
    PARTICIPATION_READ = "participation:read"
    PARTICIPATION_RECORD = "participation:record"
    PAYMENT_READ = "payment:read"
    PAYMENT_RUN = "payment:run"
    PROJECT_CLOSE = "project:close"
    PROJECT_PROPOSE = "project:propose"
    PROJECT_READ = "project:read"
    PROJECT_REVIEW = "project:review"
    PURCHASE_AWARD = "purchase:award"
    PURCHASE_DRAFT_READ = "purchase-draft:read"
    PURCHASE_READ = "purchase:read"
    PURCHASE_RUN = "purchase:run"
    REVIEW_READ = "review:read"


_FETCH = frozenset({Procedure.ATTACHMENT_READ})
_FILES = _FETCH | {Procedure.ATTACHMENT_ADD}
_CHAIN = frozenset(
    {
        Permission.ACCEPTANCE_READ,
        Permission.ACTIVITY_READ,
        Permission.BUDGET_READ,
        Permission.CONTRACT_READ,
        Permission.DELIBERATION_READ,
        Permission.NEED_READ,
        Permission.PAYMENT_READ,
        Permission.PROJECT_READ,
        Permission.PURCHASE_READ,
    }
)
_READ = _CHAIN | {Permission.PARTICIPATION_READ}
_RECORD = _READ | _FILES | {Permission.NEED_CONTACT_READ, Permission.NEED_RECORD, Permission.PARTICIPATION_RECORD}
_CONVENE = frozenset({Permission.DELIBERATION_CONVENE, Permission.DELIBERATION_EXECUTE})
_OFFICER = _RECORD | _CONVENE | {Permission.NEED_ACCEPT, Permission.PROJECT_CLOSE, Permission.PROJECT_PROPOSE}
# Whoever buys for the town or the city; two of them are needed for an award and for a payment.
_PURCHASER: frozenset[Permission | Procedure] = frozenset(
    {
        Permission.ACCEPTANCE_INSPECT,
        Permission.BID_READ,
        Permission.BUDGET_GRANT,
        Permission.CONTRACT_CHANGE,
        Permission.CONTRACT_RUN,
        Permission.PAYMENT_RUN,
        Permission.PURCHASE_AWARD,
        Permission.PURCHASE_DRAFT_READ,
        Permission.PURCHASE_RUN,
        Permission.REVIEW_READ,
        Procedure.OBJECTION_ANSWER,
        # Whoever answers reads the objections of the area; everybody else only their own.
        Procedure.OBJECTION_RAISE,
    }
)
_PROVIDER: frozenset[Permission | Procedure] = frozenset(
    {
        Permission.ACCEPTANCE_READ,
        Permission.ACCEPTANCE_REQUEST,
        Permission.BID_READ,
        Permission.BID_SUBMIT,
        Permission.CONTRACT_CHANGE,
        Permission.CONTRACT_READ,
        Permission.CONTRACT_SIGN,
        Permission.PAYMENT_READ,
    }
)

ROLES: Mapping[Role, frozenset[Permission | Procedure]] = {
    Role.LEADER: _CHAIN | _FETCH | {Permission.PURCHASE_DRAFT_READ},
    Role.BUREAU_OFFICER: _READ | _FILES | _PURCHASER | {Permission.PROJECT_REVIEW},
    Role.DEPARTMENT_OFFICER: _CHAIN | _FETCH,
    Role.TOWN_OFFICER: _OFFICER | _PURCHASER | {Permission.PROJECT_REVIEW},
    Role.COMMUNITY_OFFICER: _OFFICER,
    Role.ORGANISATION_MANAGER: _PROVIDER
    | _FILES
    | frozenset(
        {
            Permission.ACTIVITY_PLAN,
            Permission.ACTIVITY_READ,
            Permission.DELIBERATION_EXECUTE,
            Permission.PARTICIPATION_READ,
            Permission.PROJECT_PROPOSE,
            Permission.PROJECT_READ,
        }
    ),
    Role.SOCIAL_WORKER: _RECORD | {Permission.ACTIVITY_PLAN},
    Role.EXPERT: _CHAIN | _FILES | {Permission.BID_READ, Permission.BID_SCORE, Permission.REVIEW_READ},
    Role.VOLUNTEER: frozenset(),
    Role.RESIDENT: frozenset(
        {
            Permission.NEED_RAISE,
            Permission.NEED_READ,
            Permission.PARTICIPATION_JOIN,
            Permission.PARTICIPATION_READ,
            Procedure.OBJECTION_RAISE,
        }
    ),
    Role.SYSTEM_ADMIN: frozenset(),
    Role.SECURITY_ADMIN: frozenset(),
    Role.AUDIT_ADMIN: frozenset(),
    Role.OA_CLIENT: _CHAIN,
    Role.SERVICE: _CHAIN,
}
