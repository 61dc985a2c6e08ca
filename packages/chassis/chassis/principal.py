"""Who is calling: an account with roles, each held in an area and perhaps in an organisation."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Self
from uuid import UUID

from chassis.problems import Problem


class Role(StrEnum):
    """角色, as fixed in the contracts between the parts."""

    LEADER = "leader"
    BUREAU_OFFICER = "bureau_officer"
    DEPARTMENT_OFFICER = "department_officer"
    TOWN_OFFICER = "town_officer"
    COMMUNITY_OFFICER = "community_officer"
    ORGANISATION_MANAGER = "organisation_manager"
    SOCIAL_WORKER = "social_worker"
    EXPERT = "expert"
    VOLUNTEER = "volunteer"
    RESIDENT = "resident"
    SYSTEM_ADMIN = "system_admin"
    SECURITY_ADMIN = "security_admin"
    AUDIT_ADMIN = "audit_admin"
    OA_CLIENT = "oa_client"
    SERVICE = "service"


# Roles whose holder sees the records of an organisation or of a person, not those of an area.
BY_ORGANISATION = frozenset({Role.ORGANISATION_MANAGER})
OWN_ONLY = frozenset({Role.VOLUNTEER, Role.RESIDENT})


class Kind(StrEnum):
    """What sort of account a token speaks for."""

    STAFF = "staff"
    VOLUNTEER = "volunteer"
    CLIENT = "client"
    SERVICE = "service"
    ANONYMOUS = "anonymous"


class SignInNeeded(Problem):
    """请先登录。"""

    status = 401


class TokenExpired(Problem):
    """登录已超时，正在续期。"""

    status = 401


class TokenRefused(Problem):
    """登录凭证无效，请重新登录。"""

    status = 401


@dataclass(frozen=True, slots=True)
class Grant:
    """One role in one area; `scope_key` is the area's permanent path in the tree."""

    role: Role
    area_id: UUID
    scope_key: str
    organisation_id: UUID | None = None

    @property
    def range(self) -> tuple[str, str]:
        """The half-open range of scope keys of the area and all below it."""
        return self.scope_key, self.scope_key + "~"


@dataclass(frozen=True, slots=True)
class Principal:
    """The caller of one request."""

    kind: Kind
    account_id: UUID | None = None
    person_id: UUID | None = None
    grants: tuple[Grant, ...] = ()
    session_id: str | None = None
    methods: tuple[str, ...] = ()
    signed_in_at: datetime | None = None
    service: str | None = None
    scopes: frozenset[str] = frozenset()  # of another system: the permissions that it was given of those of its role
    implied: frozenset[Role] = field(default=frozenset({Role.RESIDENT}))

    @classmethod
    def of(cls, claims: Mapping[str, Any]) -> Self:
        """From verified token claims; anything missing or odd is refused."""
        try:
            kind = Kind(claims["kind"])
            return cls(
                kind=kind,
                account_id=UUID(claims["sub"]) if kind is not Kind.SERVICE else None,
                person_id=UUID(claims["person_id"]) if claims.get("person_id") else None,
                grants=tuple(_grant(grant) for grant in claims.get("grants", ())),
                session_id=claims.get("sid"),
                methods=tuple(claims.get("amr", ())),
                signed_in_at=datetime.fromtimestamp(claims["auth_time"], UTC) if "auth_time" in claims else None,
                service=claims["iss"] if kind is Kind.SERVICE else None,
                scopes=frozenset(str(claims.get("scope", "")).split()),
                implied=_implied(kind),
            )
        except (KeyError, ValueError, TypeError) as odd:
            raise TokenRefused from odd


def _grant(claim: Mapping[str, Any]) -> Grant:
    organisation = claim.get("organisation_id")
    return Grant(
        role=Role(claim["role"]),
        area_id=UUID(claim["area_id"]),
        scope_key=str(claim["scope_key"]),
        organisation_id=UUID(organisation) if organisation else None,
    )


def _implied(kind: Kind) -> frozenset[Role]:
    """Roles that come with the kind of account: every person may act as a resident."""
    match kind:
        case Kind.SERVICE:
            return frozenset({Role.SERVICE})
        case Kind.VOLUNTEER:
            return frozenset({Role.VOLUNTEER, Role.RESIDENT})
        case Kind.STAFF | Kind.ANONYMOUS:
            return frozenset({Role.RESIDENT})
        case Kind.CLIENT:
            return frozenset()


ANONYMOUS = Principal(kind=Kind.ANONYMOUS)
