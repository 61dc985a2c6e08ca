"""Which roles an account may be given: at which level of area, and with which organisation (contracts)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from chassis.principal import Role


class Level(StrEnum):
    """片区层级."""

    CITY = "city"
    TOWNSHIP = "township"
    COMMUNITY = "community"


class Belonging(StrEnum):
    """所属组织: whether a role is held for an organisation."""

    NONE = "none"
    OPTIONAL = "optional"
    NEEDED = "needed"


@dataclass(frozen=True, slots=True)
class Post:
    """职位: a role as it can be given."""

    name: str
    levels: frozenset[Level]
    belonging: Belonging = Belonging.NONE


_CITY = frozenset({Level.CITY})
_ABOVE = frozenset({Level.CITY, Level.TOWNSHIP})
_BELOW = frozenset({Level.TOWNSHIP, Level.COMMUNITY})

POSTS: Mapping[Role, Post] = {
    Role.LEADER: Post("领导", _ABOVE),
    Role.BUREAU_OFFICER: Post("市级经办", _CITY),
    Role.DEPARTMENT_OFFICER: Post("部门经办", _ABOVE),
    Role.TOWN_OFFICER: Post("镇街经办", frozenset({Level.TOWNSHIP})),
    Role.COMMUNITY_OFFICER: Post("村居经办", frozenset({Level.COMMUNITY})),
    Role.ORGANISATION_MANAGER: Post("组织负责人", frozenset(Level), Belonging.NEEDED),
    Role.SOCIAL_WORKER: Post("社工", _BELOW, Belonging.OPTIONAL),
    Role.EXPERT: Post("专家", _ABOVE),
    Role.SYSTEM_ADMIN: Post("系统管理员", _CITY),
    Role.SECURITY_ADMIN: Post("安全管理员", _CITY),
    Role.AUDIT_ADMIN: Post("审计管理员", _CITY),
}

# Government staff, who decide on organisations. Who heads a community is elected, and often heads its societies too:
# a community neither buys nor pays, and that is left to its town to see (docs/decisions/0019).
OFFICIALS = frozenset({Role.LEADER, Role.BUREAU_OFFICER, Role.DEPARTMENT_OFFICER, Role.TOWN_OFFICER})

# 三员: one account holds at most one of them.
ADMINISTRATORS = frozenset({Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN})
