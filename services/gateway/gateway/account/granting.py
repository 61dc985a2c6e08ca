"""Giving roles and taking them back: what goes together in one account, and that nobody gives to himself."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from chassis.access import MOST_RANGES
from chassis.database import new_id
from chassis.principal import BY_ORGANISATION, Kind, Role
from chassis.problems import Problem
from chassis.tables import AreaCopy
from gateway.account.rules import require_active, require_another
from gateway.facts import AccountGranted, AccountRevoked
from gateway.identity.model import Account, RoleGrant
from gateway.identity.roles import ADMINISTRATORS, OFFICIALS, POSTS, Belonging


class StaffOnly(Problem):
    """角色只能授予以密码登录的工作人员账号。"""


class TooManyRoles(Problem):
    """同一账号至多持有十个角色。"""


class RoleNotGiven(Problem):
    """此角色不能授予账号。"""

    status = 422


class WrongLevel(Problem):
    """此角色不能设在这一级片区。"""

    status = 422


class OrganisationNeeded(Problem):
    """此角色须指明所属组织。"""

    status = 422


class OrganisationNotTaken(Problem):
    """此角色不属于任何组织。"""

    status = 422


class PeriodEmpty(Problem):
    """授权的截止日须晚于起始日。"""

    status = 422


class AdministratorsApart(Problem):
    """系统管理员、安全管理员、审计管理员不得由同一账号兼任。"""


class OfficialsApart(Problem):
    """市、镇街工作人员的角色与社会组织的角色不得由同一账号兼任。"""


class AlreadyGranted(Problem):
    """该账号已有此角色。"""


class TooManySeparateAreas(Problem):
    """同一账号至多管辖三个互不包含的片区。"""


class AnotherOrganisation(Problem):
    """同一账号只能负责一个组织。"""


class GrantOver(Problem):
    """此授权已收回。"""


# What a token carries has to fit into a cookie of 4 KB.
MOST_ROLES = 10

REFUSALS = (
    StaffOnly,
    TooManyRoles,
    RoleNotGiven,
    WrongLevel,
    OrganisationNeeded,
    OrganisationNotTaken,
    PeriodEmpty,
    AdministratorsApart,
    OfficialsApart,
    AlreadyGranted,
    TooManySeparateAreas,
    AnotherOrganisation,
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """拟授予的角色."""

    role: Role
    organisation_id: UUID | None
    valid_from: date
    valid_to: date | None


def grant(account: Account, wanted: Wanted, area: AreaCopy, *, by: UUID | None, at: datetime, on: date) -> RoleGrant:
    """授予角色."""
    require_another(account, by)
    require_active(account)
    if account.kind is not Kind.STAFF:
        raise StaffOnly
    _require_fitting(wanted, area)
    _require_compatible(account.held(on), wanted, area)
    given = RoleGrant(
        id=new_id(),
        account_id=account.id,
        role=wanted.role,
        area_id=area.id,
        scope_key=area.scope_key,
        organisation_id=wanted.organisation_id,
        valid_from=wanted.valid_from,
        valid_to=wanted.valid_to,
        granted_at=at,
        granted_by=by,
    )
    account.grants.append(given)
    account.rights += 1
    return given


def granted(given: RoleGrant) -> AccountGranted:
    """The fact of a role given."""
    return AccountGranted(
        account_id=given.account_id,
        grant_id=given.id,
        role=given.role,
        organisation_id=given.organisation_id,
        valid_from=given.valid_from,
        valid_to=given.valid_to,
        area_id=given.area_id,
        scope_key=given.scope_key,
    )


def revoke(account: Account, given: RoleGrant, *, reason: str, by: UUID | None, at: datetime) -> AccountRevoked:
    """收回角色."""
    require_another(account, by)
    if given.revoked_at is not None:
        raise GrantOver
    given.revoked_at, given.revoked_by, given.revoked_because = at, by, reason
    account.rights += 1
    return AccountRevoked(
        account_id=account.id, grant_id=given.id, role=given.role, area_id=given.area_id, scope_key=given.scope_key
    )


def _require_fitting(wanted: Wanted, area: AreaCopy) -> None:
    """The role, its area and its organisation belong together."""
    post = POSTS.get(wanted.role)
    if post is None:
        raise RoleNotGiven(pointer="/role")
    if area.level not in post.levels:
        raise WrongLevel(pointer="/area_id")
    if post.belonging is Belonging.NEEDED and wanted.organisation_id is None:
        raise OrganisationNeeded(pointer="/organisation_id")
    if post.belonging is Belonging.NONE and wanted.organisation_id is not None:
        raise OrganisationNotTaken(pointer="/organisation_id")
    if wanted.valid_to is not None and wanted.valid_to <= wanted.valid_from:
        raise PeriodEmpty(pointer="/valid_to")


def _require_compatible(held: Sequence[RoleGrant], wanted: Wanted, area: AreaCopy) -> None:
    """The account may hold it together with what it holds; tokens carry one organisation and three ranges of areas."""
    if wanted.role in ADMINISTRATORS and {each.role for each in held} & ADMINISTRATORS - {wanted.role}:
        raise AdministratorsApart
    roles = {wanted.role, *(each.role for each in held)}
    organisations = {wanted.organisation_id, *(each.organisation_id for each in held)} - {None}
    if roles & OFFICIALS and organisations:
        raise OfficialsApart
    if len(held) >= MOST_ROLES:
        raise TooManyRoles
    same = (wanted.role, area.id, wanted.organisation_id)
    if any((each.role, each.area_id, each.organisation_id) == same for each in held):
        raise AlreadyGranted
    if wanted.role in BY_ORGANISATION:
        if any(each.role in BY_ORGANISATION and each.organisation_id != wanted.organisation_id for each in held):
            raise AnotherOrganisation(pointer="/organisation_id")
    elif separate_areas([*(_areas(held)), area.scope_key]) > MOST_RANGES:
        raise TooManySeparateAreas(pointer="/area_id")


def _areas(held: Sequence[RoleGrant]) -> list[str]:
    return [each.scope_key for each in held if each.role not in BY_ORGANISATION]


def separate_areas(scope_keys: Iterable[str]) -> int:
    """How many areas remain when those inside another are left out."""
    kept: list[str] = []
    for key in sorted(scope_keys):
        if not kept or not key.startswith(kept[-1]):
            kept.append(key)
    return len(kept)
