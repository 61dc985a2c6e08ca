"""From the budget line to the award, as the standard says it."""

from chassis import clock
from projects.disclosure import ocds
from projects.disclosure.dated import DisclosureRule
from projects.disclosure.model import Disclosed
from projects.paths import path
from projects.purchase.dated import Catalogue
from projects.purchase.model import State

ENDED: dict[State, ocds.TenderStatus] = {
    State.AWARDED: "complete",
    State.FAILED: "unsuccessful",
    State.CANCELLED: "cancelled",
}
FORMAT = "application/json"


def value(fen: int, rule: DisclosureRule) -> ocds.Value:
    """In yuan: a number of fen divided by a hundred is written with two places at most."""
    return ocds.Value(amount=fen / 100, currency=rule.currency)


def buyer(told: Disclosed) -> ocds.Reference:
    """The organ that pays."""
    return ocds.Reference(id=str(told.buyer_id), name=told.buyer_name)


def planning(told: Disclosed, rule: DisclosureRule) -> ocds.Planning:
    """The project and the line of the budget that the purchase draws on."""
    line = ocds.Budget(
        id=str(told.line.id),
        description=told.line.purpose,
        amount=value(told.line.amount_fen, rule),
        project=told.project.title,
        project_id=str(told.project.id),
    )
    return ocds.Planning(rationale="；".join(told.project.goals) or None, budget=line)


def tender(told: Disclosed, rule: DisclosureRule, *, site: str) -> ocds.Tender:
    """The announcement; how many have bid is known once the bids are opened."""
    purchase = told.purchase
    assert purchase.announced_at is not None  # noqa: S101 - nothing else is published
    method = rule.methods[purchase.method]
    return ocds.Tender(
        id=str(purchase.id),
        title=purchase.title,
        description=purchase.requirement,
        status=ENDED.get(purchase.state, "active"),
        procuring_entity=buyer(told),
        items=[_item(told, rule)],
        value=value(purchase.ceiling_fen, rule),
        procurement_method=method.standard,
        procurement_method_details=method.name,
        main_procurement_category="services",
        award_criteria="ratedCriteria",
        award_criteria_details="；".join(f"{each['name']} {each['points']} 分" for each in purchase.criteria),
        submission_method=["electronicSubmission"],
        tender_period=ocds.Period(start_date=purchase.announced_at, end_date=purchase.bids_due_at),
        number_of_tenderers=purchase.opened_bids if purchase.opened_at else None,
        documents=[
            ocds.Document(
                id="announcement",
                document_type="tenderNotice",
                title=f"{purchase.title} 采购公告",
                url=site + path("published/purchases", purchase.id),
                format=FORMAT,
                language=rule.language,
            )
        ],
    )


def _item(told: Disclosed, rule: DisclosureRule) -> ocds.Item:
    purchase = told.purchase
    assert purchase.announced_at is not None  # noqa: S101 - nothing else is published
    items = Catalogue.on(clock.day(purchase.announced_at)).items
    name = next((each.name for each in items if each.code == purchase.catalogue_code), None)
    code = ocds.Classification(scheme=rule.catalogue_scheme, id=purchase.catalogue_code, description=name)
    return ocds.Item(id="1", description=purchase.title, classification=code)


def supplier(told: Disclosed) -> ocds.Reference | None:
    """Who has been proposed, awarded or contracted; nobody else who has bid is named."""
    bid = told.bid
    return ocds.Reference(id=str(bid.organisation_id), name=bid.provider_name) if bid else None


def awards(told: Disclosed, rule: DisclosureRule, *, site: str) -> list[ocds.Award]:
    """The result, from the day it lies open for objections."""
    purchase, bid, chosen = told.purchase, told.bid, supplier(told)
    if bid is None or bid.amount_fen is None or chosen is None:
        return []
    made = ocds.Award(
        id=str(bid.id),
        title=purchase.title,
        status=award_status(told),
        date=purchase.awarded_at,
        value=value(bid.amount_fen, rule),
        suppliers=[chosen],
        documents=_notice(told, rule, site) or None,
    )
    return [made]


def award_status(told: Disclosed) -> ocds.AwardStatus:
    """An award that is given up was one; a proposal that came to nothing was none."""
    match told.purchase.state:
        case State.PROPOSED:
            return "pending"
        case State.AWARDED:
            return "active"
    return "cancelled" if told.purchase.awarded_at else "unsuccessful"


def _notice(told: Disclosed, rule: DisclosureRule, site: str) -> list[ocds.Document]:
    purchase = told.purchase
    if purchase.notice_id is None:
        return []
    return [
        ocds.Document(
            id=str(purchase.notice_id),
            document_type="awardNotice",
            title=f"{purchase.title} 成交结果公示",
            url=site + path("notices", purchase.notice_id),
            format=FORMAT,
            language=rule.language,
        )
    ]
