"""The standing of an organisation on a day, and the decisions that change it."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from sqlalchemy import select

from chassis import clock, facts
from chassis.access import Access, allow, visible
from chassis.areas import below
from chassis.clock import Day, Now
from chassis.database import new_id
from chassis.dated import NoRuleInForce
from chassis.paging import Asked, Page, page
from chassis.problems import Forbidden, NotFound, problems
from chassis.records import Reason, VersionMissing, VersionStale, current, existing, get
from chassis.transaction import TransactionRoute, Tx
from chassis.vault import Keys
from registry.organisation.model import Organisation, Path
from registry.organisation.past import as_of, past_of
from registry.organisation.rules import OrganisationNotStanding
from registry.organisation.schemas import OrganisationView
from registry.permissions import Permission
from registry.sanction import rules
from registry.sanction.asking import found_on
from registry.sanction.dated import GroundRule
from registry.sanction.model import Measure, Sanction
from registry.sanction.schemas import GroundsView, RevocationIn, SanctionIn, SanctionView, StandingView

router = APIRouter(tags=["处理与资格 sanction"], route_class=TransactionRoute)

Reader = Annotated[Access, Depends(allow(Permission.ORGANISATION_READ))]
Officer = Annotated[Access, Depends(allow(Permission.ORGANISATION_SANCTION))]
Judged = Annotated[Organisation, Depends(existing(Organisation, Permission.ORGANISATION_READ))]
Imposed = Annotated[Sanction, Depends(current(Sanction, Permission.ORGANISATION_SANCTION))]
Revoked = Annotated[Organisation, Depends(current(Organisation, Permission.ORGANISATION_SANCTION))]
VERSIONED = (NotFound, VersionMissing, VersionStale)


def _require_authority(by: Access, organisation: Organisation) -> None:
    """A registered body is suspended and revoked by the authority that registered it, a filed one by its town."""
    if organisation.path is Path.REGISTERED and not by.may(Permission.REGISTRATION_DECIDE, organisation):
        raise Forbidden


@router.get("/organisations/{id}/standing", responses=problems(NotFound, NoRuleInForce))
async def standing(organisation: Judged, tx: Tx, _by: Reader, at: Now, on: Day | None = None) -> StandingView:
    """资格状态 on a day, today when none is named; right for any past day."""
    day = on or clock.day(at)
    found = await found_on(tx, organisation, day)
    name = as_of(organisation, await past_of(tx, organisation.id), day).name
    return StandingView.of(organisation, found, name=name, on=day, at=at)


@router.get("/sanction-grounds", responses=problems(NoRuleInForce))
async def grounds(_by: Reader, at: Now) -> GroundsView:
    """处理事由清单: what a decision of today may name."""
    rule = GroundRule.on(clock.day(at))
    return GroundsView(source=rule.source, valid_from=rule.valid_from, items=rule.ground)


@router.get("/sanctions")
async def list_(
    tx: Tx,
    access: Reader,
    asked: Asked,
    at: Now,
    organisation_id: UUID | None = None,
    measure: Measure | None = None,
    area_id: UUID | None = None,
) -> Page[SanctionView]:
    """Sanctions in scope, newest first, whether they hold or not."""
    query = select(Sanction).where(visible(Sanction, access))
    if organisation_id is not None:
        query = query.where(Sanction.organisation_id == organisation_id)
    if measure is not None:
        query = query.where(Sanction.measure == measure)
    if area_id is not None:
        query = query.where(await below(tx, Sanction, area_id))
    return await page(tx, query, [Sanction.id], asked, lambda each: SanctionView.seen(each, access, clock.day(at)))


@router.post(
    "/sanctions",
    status_code=201,
    responses=problems(
        NotFound,
        NoRuleInForce,
        OrganisationNotStanding,
        rules.GroundUnknown,
        rules.SanctionBackdated,
        rules.EndMissing,
        rules.EndNotLater,
        rules.SanctionTooLong,
    ),
)
async def impose(body: SanctionIn, tx: Tx, by: Officer, at: Now) -> SanctionView:
    """作出处理: 暂停（活动异常）或禁止参与政府采购."""
    on = clock.day(at)
    organisation = await get(tx, Organisation, body.organisation_id, by)
    ground = rules.ground_of(GroundRule.on(on), body.ground, Measure.SUSPENSION, Measure.BAR)
    if ground.measure is Measure.SUSPENSION:
        _require_authority(by, organisation)
    sanction = Sanction(
        id=new_id(),
        area_id=organisation.area_id,
        scope_key=organisation.scope_key,
        **body.model_dump(include={"organisation_id", "document", "starts_on", "ends_on"}),
    )
    fact = rules.impose(sanction, organisation, ground, by=by.account_id, at=at, on=on)
    tx.add(sanction)
    await facts.tell(tx, fact, by=by)
    return SanctionView.seen(sanction, by, on)


@router.get("/sanctions/{id}", responses=problems(NotFound))
async def read(
    sanction: Annotated[Sanction, Depends(existing(Sanction, Permission.ORGANISATION_READ))], by: Reader, at: Now
) -> SanctionView:
    """One sanction in scope."""
    return SanctionView.seen(sanction, by, clock.day(at))


@router.post("/sanctions/{id}/lifting", responses=problems(*VERSIONED, rules.SanctionOver, rules.OwnSanction))
async def lift(sanction: Imposed, body: Reason, tx: Tx, by: Officer, at: Now) -> SanctionView:
    """解除处理."""
    organisation, on = await get(tx, Organisation, sanction.organisation_id, by), clock.day(at)
    await facts.tell(tx, rules.lift(sanction, organisation, reason=body.reason, by=by.account_id, on=on), by=by)
    return SanctionView.seen(sanction, by, on)


@router.post(
    "/organisations/{id}/revocation",
    responses=problems(*VERSIONED, NoRuleInForce, OrganisationNotStanding, rules.GroundUnknown),
)
async def revoke(
    organisation: Revoked, body: RevocationIn, tx: Tx, by: Officer, keys: Keys, at: Now
) -> OrganisationView:
    """撤销备案或登记."""
    _require_authority(by, organisation)
    on = clock.day(at)
    ground = rules.ground_of(GroundRule.on(on), body.ground, Measure.REVOCATION)
    await facts.tell(tx, rules.revoke(organisation, ground, document=body.document, on=on), by=by)
    return OrganisationView.seen(organisation, by, keys)
