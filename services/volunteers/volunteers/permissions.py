"""Who may do what in the volunteers service: one table for a security assessor to read."""

from collections.abc import Mapping
from enum import StrEnum

from chassis.principal import Role
from procedures.permissions import Permission as Procedure


class Permission(StrEnum):
    """The volunteers service's permissions, alphabetised."""

    ATTENDANCE_LEAD = "attendance:lead"
    ATTENDANCE_READ = "attendance:read"
    ATTENDANCE_RECORD = "attendance:record"
    CERTIFICATE_ISSUE = "certificate:issue"
    CERTIFICATE_READ = "certificate:read"
    CERTIFICATE_REQUEST = "certificate:request"
    CONSENT_WITHDRAW = "consent:withdraw"
    COURSE_OFFER = "course:offer"
    DUPLICATE_JUDGE = "duplicate:judge"
    HONOUR_APPLY = "honour:apply"
    HONOUR_DECIDE = "honour:decide"
    HONOUR_READ = "honour:read"
    HOURS_CHECK = "hours:check"
    HOURS_CONFIRM = "hours:confirm"
    HOURS_COUNTER = "hours:counter"
    HOURS_DISPUTE = "hours:dispute"
    HOURS_PROPOSE = "hours:propose"
    HOURS_READ = "hours:read"
    PAIRING_KEEP = "pairing:keep"
    PAIRING_READ = "pairing:read"
    PAIRING_RELEASE = "pairing:release"
    SIGNUP_ACCEPT = "signup:accept"
    SIGNUP_ADMIT = "signup:admit"
    SIGNUP_CANCEL = "signup:cancel"
    SIGNUP_MAKE = "signup:make"
    SIGNUP_READ = "signup:read"
    TEAM_ADMIT = "team:admit"
    TEAM_FORM = "team:form"
    TEAM_JOIN = "team:join"
    TEAM_READ = "team:read"
    TRAINING_CONFIRM = "training:confirm"
    TRAINING_READ = "training:read"
    TRAINING_RECORD = "training:record"
    VOLUNTEER_CHANGE = "volunteer:change"
    VOLUNTEER_ENROL = "volunteer:enrol"
    VOLUNTEER_EXPORT = "volunteer:export"
    VOLUNTEER_READ = "volunteer:read"
    VOLUNTEER_REGISTER = "volunteer:register"
    VOLUNTEER_UNMASK = "volunteer:unmask"


_READ = frozenset(
    {
        Permission.ATTENDANCE_READ,
        Permission.CERTIFICATE_READ,
        Permission.HONOUR_READ,
        Permission.HOURS_READ,
        Permission.PAIRING_READ,
        Permission.SIGNUP_READ,
        Permission.TEAM_READ,
        Permission.TRAINING_READ,
        Permission.VOLUNTEER_READ,
    }
)
_TEND = frozenset({Permission.PAIRING_RELEASE, Permission.TEAM_ADMIT, Permission.TEAM_FORM})
_PAIR = _TEND | {Permission.PAIRING_KEEP}
_LEAD = (
    _READ
    | _TEND
    | {
        Permission.ATTENDANCE_LEAD,
        Permission.HOURS_PROPOSE,
        Permission.SIGNUP_ADMIT,
        Permission.TRAINING_RECORD,
    }
)
_TEACH = frozenset({Permission.COURSE_OFFER, Permission.TRAINING_CONFIRM, Permission.TRAINING_RECORD})
# Whether an office organised the activity itself is the rule's to say, which refuses by name.
_OFFICE = (
    _READ
    | _TEACH
    | _PAIR
    | {
        Permission.CERTIFICATE_ISSUE,
        Permission.CONSENT_WITHDRAW,
        Permission.HOURS_CONFIRM,
        Permission.HOURS_COUNTER,
        Permission.VOLUNTEER_UNMASK,
    }
)
# 抽查: who answers for a whole town, and for entries of other towns alone.
_SAMPLE = frozenset({Permission.HOURS_CHECK})
# 疑似重复: whether two registrations, maybe of two towns, are one person's.
_JUDGE = frozenset({Permission.DUPLICATE_JUDGE})
# 纸质登记: who collects the signed forms.
_ENROL = frozenset({Permission.VOLUNTEER_ENROL})
# Lists to take away, and how far one is.
_LISTS: frozenset[Permission | Procedure] = frozenset({Permission.VOLUNTEER_EXPORT, Procedure.JOB_FOLLOW})

# Whoever answers reads the objections of the area; everybody else only their own.
_DECIDE: frozenset[Permission | Procedure] = frozenset(
    {*_OFFICE, Permission.HONOUR_DECIDE, Procedure.OBJECTION_ANSWER, Procedure.OBJECTION_RAISE}
)

ROLES: Mapping[Role, frozenset[Permission | Procedure]] = {
    Role.LEADER: _READ,
    Role.BUREAU_OFFICER: _DECIDE | _LISTS | _ENROL | _SAMPLE | _JUDGE,
    Role.DEPARTMENT_OFFICER: _READ,
    Role.TOWN_OFFICER: _DECIDE | _LISTS | _ENROL | _SAMPLE | _JUDGE,
    Role.COMMUNITY_OFFICER: _OFFICE | _LEAD | _LISTS | _ENROL | {Permission.HONOUR_APPLY},
    Role.ORGANISATION_MANAGER: _LEAD | _PAIR | _TEACH | {Permission.CERTIFICATE_ISSUE, Permission.HONOUR_APPLY},
    Role.SOCIAL_WORKER: _LEAD | {Permission.HOURS_CONFIRM},
    Role.EXPERT: frozenset({Permission.HOURS_READ}),
    # A volunteer's permissions reach the rows of the own account only; a team is its leader's.
    Role.VOLUNTEER: _READ
    | {
        Permission.ATTENDANCE_RECORD,
        Permission.CERTIFICATE_REQUEST,
        Permission.CONSENT_WITHDRAW,
        Permission.HONOUR_APPLY,
        Permission.HOURS_DISPUTE,
        Permission.SIGNUP_ACCEPT,
        Permission.SIGNUP_CANCEL,
        Permission.SIGNUP_MAKE,
        Permission.TEAM_ADMIT,
        Permission.TEAM_JOIN,
        Permission.VOLUNTEER_CHANGE,
        Permission.VOLUNTEER_REGISTER,
    },
    Role.RESIDENT: frozenset({Procedure.OBJECTION_RAISE}),
    Role.SYSTEM_ADMIN: frozenset(),
    Role.SECURITY_ADMIN: frozenset(),
    Role.AUDIT_ADMIN: frozenset(),
    Role.OA_CLIENT: _READ,
    Role.SERVICE: _READ,
}
