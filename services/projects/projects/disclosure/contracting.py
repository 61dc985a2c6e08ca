"""From the signature to the last payment, as the standard says it."""

from datetime import date, datetime, time

from chassis.clock import CITY
from projects.contract.dated import ContractRule
from projects.contract.model import Contract, StageState, State
from projects.disclosure import ocds
from projects.disclosure.dated import DisclosureRule
from projects.disclosure.model import Disclosed
from projects.disclosure.tendering import buyer, supplier, value

DAY_ENDS = time(23, 59, 59)


def contracts(told: Disclosed, rule: DisclosureRule) -> list[ocds.Contract]:
    """The contract, once both sides have signed it."""
    contract, bid = told.contract, told.bid
    if contract is None or contract.signed_at is None or bid is None:
        return []
    made = ocds.Contract(
        id=str(contract.id),
        award_id=str(bid.id),
        title=contract.title,
        description=f"合同编号 {contract.number}",
        status="active" if contract.state is State.SIGNED else "terminated",
        period=ocds.Period(start_date=_begins(contract.starts_on), end_date=_ends(contract.ends_on)),
        value=value(contract.amount_fen, rule),
        date_signed=contract.signed_at,
        implementation=ocds.Implementation(
            milestones=_milestones(contract, told), transactions=_transactions(told, rule) or None
        ),
        amendments=_amendments(told) or None,
    )
    return [made]


def _begins(day: date) -> datetime:
    return datetime.combine(day, time(), CITY)


def _ends(day: date) -> datetime:
    return datetime.combine(day, DAY_ENDS, CITY)


def _milestones(contract: Contract, told: Disclosed) -> list[ocds.Milestone]:
    met = {each.stage_no: each.passed_at for each in told.acceptances}
    over = contract.state is not State.SIGNED
    return [
        ocds.Milestone(
            id=str(each.no),
            title=each.name,
            type="delivery",
            due_date=_ends(each.due_on),
            date_met=met.get(each.no),
            status="met" if each.state is StageState.PASSED else "notMet" if over else "scheduled",
        )
        for each in contract.stages
    ]


def _transactions(told: Disclosed, rule: DisclosureRule) -> list[ocds.Transaction]:
    payee = supplier(told)
    if payee is None:
        return []
    return [
        ocds.Transaction(
            id=str(each.id), date=each.made_at, value=value(each.amount_fen, rule), payer=buyer(told), payee=payee
        )
        for each in told.payments
        if each.made_at is not None and each.amount_fen is not None
    ]


def _amendments(told: Disclosed) -> list[ocds.Amendment]:
    """The ground by its name in the law; what both sides wrote about it is theirs."""
    return [
        ocds.Amendment(id=str(each.id), date=each.decided_at, rationale=_ground(each.ground, each.proposed_at))
        for each in told.changes
        if each.decided_at is not None
    ]


def _ground(code: str, at: datetime) -> str:
    grounds = ContractRule.on(at.astimezone(CITY).date()).grounds
    return next((each.name for each in grounds if each.code == code), code)
