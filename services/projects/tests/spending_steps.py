"""One step of a random walk: any verb of the money path on any case, or the one that would come next."""

from collections.abc import Callable
from datetime import timedelta

from projects.acceptance.model import State as AcceptanceState
from projects.contract.model import Contract
from projects.contract.model import State as ContractState
from projects.payment.model import State as PaymentState
from projects.project.model import State as ProjectState
from projects.purchase.model import State
from services.projects.tests.spending_buying import (
    announce,
    answer,
    award,
    bid,
    cancel,
    conclude,
    draft_contract,
    exclude,
    fail,
    objecting,
    open_,
    replace,
    review_again,
    revise,
    score,
    seat,
    withdraw,
)
from services.projects.tests.spending_delivery import (
    agree,
    ask_payment,
    change,
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
from services.projects.tests.spending_planning import approve, buy, close, submit
from services.projects.tests.spending_planning import send_back as return_project
from services.projects.tests.spending_world import Case, Plan, World

Verb = Callable[[World, Case], None]
Planning = Callable[[World, Plan], None]

VERBS: list[Verb] = [announce, revise, cancel, bid, replace, withdraw, open_, seat, score, exclude, conclude]
VERBS += [objecting, answer, review_again]
VERBS += [award, fail, draft_contract, offer, sign, change, agree, refuse, terminate, request, correct, resubmit]
VERBS += [survey, pass_, propose_share, confirm_share, ask_payment, send_back, pay]
PLANNING: list[Planning] = [approve, return_project, submit, buy, close]
LIVELY = 2  # so many of the latest projects are acted upon

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
            return (
                [bid]
                if sum(each.state == "sealed" for each in case.bids) < 3 and case.purchase.bidding_open(world.now)
                else [open_]
            )
        case State.OPENED:
            return [seat, score, conclude] if case.scores else [seat, score]
        case State.PROPOSED:
            waiting = any(each.objections_waiting for each in case.notices[-1:])
            return [answer] if waiting else [award, award, award, objecting]
    return [draft_contract]


def _next_of_contract(contract: Contract, case: Case) -> list[Verb]:
    if contract.state is not ContractState.SIGNED:
        return {ContractState.DRAFT: [offer], ContractState.OFFERED: [sign]}.get(contract.state, [change])
    for payment in case.payments[-1:]:
        if payment.state is not PaymentState.MADE:
            return TO_PAY[payment.state]
    for acceptance in case.acceptances[-1:]:
        if acceptance.state is not AcceptanceState.PASSED:
            return [resubmit] if acceptance.state == "correction" else [survey, pass_, pass_, correct]
    return [request, request, change, agree]


def _next_of_plan(plan: Plan) -> list[Planning]:
    match plan.project.state:
        case ProjectState.SUBMITTED:
            return [approve, approve, approve, return_project]
        case ProjectState.RETURNED:
            return [submit]
        case _:
            return [*[buy] * 6, close]


def _is_over(case: Case) -> bool:
    """Nothing more comes of it."""
    ended = {ContractState.COMPLETED, ContractState.TERMINATED, ContractState.VOIDED}
    return case.purchase.state in {State.FAILED, State.CANCELLED} or any(each.state in ended for each in case.contracts)


def _plan_step(world: World, plan: Plan, *, usual: bool) -> str:
    planning = world.draw.choice(_next_of_plan(plan) if usual else PLANNING)
    return world.tried(lambda: planning(world, plan), f"project {planning.__name__}")


def step(world: World) -> str:
    """One verb on one project or purchase, with time passing now and then; what it was and how it ended."""
    if world.draw.random() < 0.3:
        world.now += timedelta(hours=world.draw.choice([1, 12, 24, 24 * 5, 24 * 12]))
    if not world.plans or world.draw.random() < 0.01:
        return world.tried(world.begin, "begin")
    open_plans = [each for each in world.plans if each.project.state is not ProjectState.CLOSED]
    plan, usual = world.draw.choice(open_plans[-LIVELY:] or world.plans), world.draw.random() < 0.7
    if usual and plan.project.state is ProjectState.CLOSED:
        return world.tried(world.begin, "begin")
    bought = [each for each in world.cases if each.plan is plan]
    going = [each for each in bought if not _is_over(each)]
    if not going or world.draw.random() < 0.08:
        return _plan_step(world, plan, usual=usual)
    running = [each for each in going if each.purchase.state is not State.DRAFT] or going
    case = world.draw.choice(running if usual and world.draw.random() < 0.85 else bought)
    verb = world.draw.choice(next_of(world, case) if usual else VERBS)
    return world.tried(lambda: verb(world, case), verb.__name__)
