"""How an area looks from outside."""

from datetime import date
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from chassis.access import Access
from chassis.records import Action, Offer, offered
from chassis.transaction import View
from registry.area.model import Area, AreaTerm, Level, OrganKind, Population
from registry.permissions import Permission


class ChangeIn(BaseModel):
    """区划变更: what is left out stays as it is; `valid_from` is the first day of the new state."""

    model_config = ConfigDict(extra="forbid")

    code: Annotated[str | None, Field(pattern=r"^[0-9]{6}([0-9]{3}){0,2}$")] = None
    name: Annotated[str | None, Field(min_length=2, max_length=50)] = None
    organ_kind: OrganKind | None = None
    valid_from: date
    source: Annotated[str, Field(min_length=4, max_length=200)]


class PopulationView(BaseModel):
    """人口: persons, of a named kind on a named day."""

    value: int
    kind: str
    on: date
    source: str

    @classmethod
    def of(cls, population: Population) -> Self:
        """From the stored count."""
        return cls(value=population.value, kind=population.kind, on=population.counted_on, source=population.source)


class TermView(BaseModel):
    """区划沿革: what the area was between two days; `valid_to` is exclusive."""

    code: str
    name: str | None
    organ_kind: OrganKind
    parent_id: UUID | None
    source: str
    valid_from: date
    valid_to: date | None

    @classmethod
    def of(cls, term: AreaTerm) -> Self:
        """From the stored term."""
        return cls(
            code=term.code,
            name=term.name,
            organ_kind=term.organ_kind,
            parent_id=term.parent_id,
            source=term.source,
            valid_from=term.valid_from,
            valid_to=term.valid_to,
        )


class AreaItem(BaseModel):
    """片区: one line of the tree; a name that is null is not verified (名称待导入)."""

    id: UUID
    level: Level
    scope_key: str
    code: str
    name: str | None
    organ_kind: OrganKind
    parent_id: UUID | None
    population: PopulationView | None

    @classmethod
    def of(cls, area: Area, term: AreaTerm) -> Self:
        """An area as it is on the day of its term, with its latest count; `populations` must be loaded."""
        return cls(
            id=area.id,
            level=area.level,
            scope_key=area.scope_key,
            code=term.code,
            name=term.name,
            organ_kind=term.organ_kind,
            parent_id=term.parent_id,
            population=PopulationView.of(area.populations[-1]) if area.populations else None,
        )


class AreaView(View):
    """片区: with its history and its counted populations."""

    id: UUID
    area_id: UUID
    state: str
    level: Level
    scope_key: str
    terms: list[TermView]
    populations: list[PopulationView]
    actions: list[Action]
    links: dict[str, str | None]

    @classmethod
    def of(cls, area: Area, access: Access, on: date) -> Self:
        """An area with everything known of it."""
        term = area.term(on)
        parent = term.parent_id if term else None
        return cls(
            id=area.id,
            area_id=area.id,
            version=area.version,
            state="current" if term else "ended",
            level=area.level,
            scope_key=area.scope_key,
            terms=[TermView.of(each) for each in area.terms],
            populations=[PopulationView.of(each) for each in area.populations],
            actions=actions(area, access),
            links={
                "parent": f"/api/registry/areas/{parent}" if parent else None,
                "children": f"/api/registry/areas?parent_id={area.id}",
            },
        )


def actions(area: Area, access: Access) -> list[Action]:
    """The verbs offered now."""
    offers = [Offer(True, Permission.AREA_CHANGE, "change", "区划变更")]
    return offered(f"/api/registry/areas/{area.id}", area, access, offers)
