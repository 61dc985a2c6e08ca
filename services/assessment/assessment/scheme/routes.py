"""Reading schemes, drafting them and putting them into force."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from sqlalchemy import or_, select
from sqlalchemy.exc import IntegrityError

from assessment.indicator.model import Indicator
from assessment.permissions import Permission
from assessment.scheme import rules
from assessment.scheme.dated import SchemeRule
from assessment.scheme.items import Item
from assessment.scheme.model import Scheme, State
from assessment.scheme.schemas import DefaultScheme, SchemeIn, SchemeView
from chassis import facts
from chassis.access import Access, allow, visible
from chassis.areas import area_in_scope
from chassis.clock import Now
from chassis.database import new_id
from chassis.paging import Asked, Page, page
from chassis.problems import NotFound, problems
from chassis.records import VersionMissing, VersionStale, current
from chassis.tables import AreaCopy
from chassis.transaction import TransactionRoute, Tx

router = APIRouter(prefix="/schemes", tags=["考核方案 scheme"], route_class=TransactionRoute)

Reader = Annotated[Access, Depends(allow(Permission.SCHEME_READ))]
Drafter = Annotated[Access, Depends(allow(Permission.SCHEME_DRAFT))]
Adopter = Annotated[Access, Depends(allow(Permission.SCHEME_ADOPT))]
Drafted = Annotated[Scheme, Depends(current(Scheme, Permission.SCHEME_DRAFT))]
Adopted = Annotated[Scheme, Depends(current(Scheme, Permission.SCHEME_ADOPT))]
Year = Annotated[int, Query(ge=2000, le=2199)]
VERSIONED = (NotFound, VersionMissing, VersionStale)
UNSOUND = (
    rules.SchemeNotForCity,
    rules.UnitsUnsound,
    rules.ItemCodeTwice,
    rules.IndicatorUnknown,
    rules.ScoringMisplaced,
    rules.ScoringUnsound,
    rules.WeightsNotHundred,
)
KNOWN = frozenset(Indicator)


@router.get("")
async def list_(
    tx: Tx, by: Reader, asked: Asked, at: Now, year: Year | None = None, state: State | None = None
) -> Page[SchemeView]:
    """考核方案, the latest year first; drafts are seen where they are made."""
    query = select(Scheme).where(or_(Scheme.state != State.DRAFT, visible(Scheme, by)))
    if year is not None:
        query = query.where(Scheme.year == year)
    if state is not None:
        query = query.where(Scheme.state == state)
    return await page(tx, query, [Scheme.year, Scheme.id], asked, lambda each: SchemeView.seen(each, by, at))


@router.get("/default")
async def default(tx: Tx, _by: Drafter, year: Year) -> DefaultScheme:
    """默认方案 of a year, to begin a draft with."""
    rule = SchemeRule.on(Scheme(year=year).first_day)
    units = await tx.scalars(select(AreaCopy.id).where(AreaCopy.code.in_(rule.units)).order_by(AreaCopy.code))
    return DefaultScheme(
        year=year,
        unit_ids=list(units),
        items=[Item.model_validate(each.model_dump()) for each in rule.item],
        **rule.model_dump(include={"report_days", "objection_days", "decision_days", "source", "assumption"}),
        title=rule.title.format(year=year),
    )


@router.get("/{id}", responses=problems(NotFound))
async def read(id: UUID, tx: Tx, by: Reader, at: Now) -> SchemeView:  # noqa: A002 - the path's own name
    """One scheme."""
    scheme = await tx.get(Scheme, id)
    if scheme is None or (scheme.state is State.DRAFT and not by.reaches(scheme)):
        raise NotFound
    return SchemeView.seen(scheme, by, at)


async def _design(tx: Tx, scheme: Scheme, body: SchemeIn, by: Access, at: Now) -> None:
    """Puts onto the scheme what was sent, if it is sound."""
    city = await area_in_scope(tx, body.area_id, by)
    for name, value in body.model_dump(exclude={"items"}).items():
        setattr(scheme, name, value)
    scheme.scope_key = city.scope_key
    units: Sequence[AreaCopy] = (await tx.scalars(select(AreaCopy).where(AreaCopy.id.in_(body.unit_ids)))).all()
    fact = rules.draft(scheme, body.items, units, known=KNOWN, level=city.level, by=by.account_id, at=at)
    tx.add(scheme)
    await facts.tell(tx, fact, by=by)


@router.post("", status_code=201, responses=problems(NotFound, *UNSOUND))
async def draft(body: SchemeIn, tx: Tx, by: Drafter, at: Now) -> SchemeView:
    """起草考核方案."""
    scheme = Scheme(id=new_id(), state=State.DRAFT)
    await _design(tx, scheme, body, by, at)
    return SchemeView.seen(scheme, by, at)


@router.put("/{id}/revision", responses=problems(*VERSIONED, rules.SchemeDecided, *UNSOUND))
async def revise(scheme: Drafted, body: SchemeIn, tx: Tx, by: Drafter, at: Now) -> SchemeView:
    """修改草案."""
    if scheme.state is not State.DRAFT:
        raise rules.SchemeDecided(state=scheme.state)
    await _design(tx, scheme, body, by, at)
    return SchemeView.seen(scheme, by, at)


@router.post(
    "/{id}/adoption",
    responses=problems(*VERSIONED, rules.SchemeDecided, rules.OwnScheme, rules.SchemeYearTaken),
)
async def adopt(scheme: Adopted, tx: Tx, by: Adopter, at: Now) -> SchemeView:
    """批准生效."""
    taken = await tx.scalar(select(Scheme.id).where(Scheme.year == scheme.year, Scheme.state != State.DRAFT))
    fact = rules.adopt(scheme, year_taken=taken is not None, by=by.account_id, at=at)
    try:
        await facts.tell(tx, fact, by=by)
    except IntegrityError as taken_meanwhile:
        raise rules.SchemeYearTaken(year=scheme.year) from taken_meanwhile
    return SchemeView.seen(scheme, by, at)
