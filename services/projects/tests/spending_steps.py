"""One step of a random walk: any verb of the money path on any case, or the one that would come next."""

from collections.abc import Callable
from datetime import timedelta

from projects.acceptance.model import State as AcceptanceState
from projects.contract.model import Contract
from projects.contract.model import State as ContractState
from projects.payment.model import State as PaymentState
from projects.purchase.model import State
from services.projects.tests.spending_buying import (
    announce,
    answer,
    award,
    bid,
    cancel,
    conclude,
    draft_contract,
    fail,
    objecting,
    open_,
    review_again,
    revise,
    score,
    seat,
)
from services.projects.tests.spending_delivery import (
    agree,
    ask_payment,
    change,
    close,
    confirm_share,
    correct,
    offer,
    pass_,
    pay,
    propose_share,
    refuse,
    request,
    resubmit,
    send_back,
    sign,
    survey,
    terminate,
)
from services.projects.tests.spending_world import Case, World

Verb = Callable[[World, Case], None]

VERBS: list[Verb] = [announce, revise, cancel, bid, open_, seat, score, conclude, objecting, answer, review_again]
VERBS += [award, fail, draft_contract, offer, sign, change, agree, refuse, terminate, request, correct, resubmit]
VERBS += [survey, pass_, propose_share, confirm_share, ask_payment, send_back, pay, close]

TO_PAY: dict[PaymentState, list[Verb]] = {
    PaymentState.UNDECIDED: [propose_share],
    PaymentState.PROPOSED: [confirm_share],
    PaymentState.DUE: [ask_payment],
    PaymentState.REQUESTED: [pay],
}


def next_of(world: World, case: Case) -> list[Verb]:
    """What would be done next."""
    for contract in case.contracts:
        return _next_of_contract(contract, case)
    match case.purchase.state:
        case State.DRAFT:
            return [revise, announce]
        case State.ANNOUNCED:
            return [bid] if len(case.bids) < 3 and case.purchase.bidding_open(world.now) else [open_]
        case State.OPENED:
            return [conclude] if case.scores else [seat, score]
        case State.PROPOSED:
            waiting = any(each.objections_waiting for each in case.notices[-1:])
            return [answer] if waiting else [award, award, award, objecting]
    return [draft_contract, close]


def _next_of_contract(contract: Contract, case: Case) -> list[Verb]:
    if contract.state is not ContractState.SIGNED:
        return {ContractState.DRAFT: [offer], ContractState.OFFERED: [sign]}.get(contract.state, [close])
    for payment in case.payments[-1:]:
        if payment.state is not PaymentState.MADE:
            return TO_PAY[payment.state]
    for acceptance in case.acceptances[-1:]:
        if acceptance.state is not AcceptanceState.PASSED:
            return [resubmit] if acceptance.state == "correction" else [survey, pass_, pass_, correct]
    return [request, request, change, agree]


def step(world: World) -> str:
    """One verb on one case, with time passing now and then; what it was and how it ended."""
    if world.draw.random() < 0.3:
        world.now += timedelta(hours=world.draw.choice([1, 12, 24, 24 * 5, 24 * 12]))
    if not world.cases or world.draw.random() < 0.03:
        return world.tried(world.begin, "begin")
    case = world.draw.choice(world.cases[-3:])
    verb = world.draw.choice(next_of(world, case) if world.draw.random() < 0.7 else VERBS)
    return world.tried(lambda: verb(world, case), verb.__name__)
