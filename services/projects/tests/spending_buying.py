"""The verbs that buy, as anybody might try them on a case: from an announcement to a drafted contract."""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

from chassis import clock
from chassis.problems import Problem
from procedures.notice import rules as noticing
from procedures.notice.model import Kind, Notice, Objection
from projects.bid import rules as bidding
from projects.bid.model import Bid
from projects.bid.model import State as BidState
from projects.contract import changing
from projects.contract import rules as contracting
from projects.contract.model import Contract
from projects.purchase import rules as purchasing
from projects.purchase import waiting
from projects.purchase.model import State
from projects.review import awarding
from projects.review import rules as reviewing
from projects.review.model import Score
from projects.spending import NOTICES
from services.projects.tests.spending_world import PLACE, Case, World

EXPERTS = [uuid4() for _ in range(5)]


def announce(world: World, case: Case) -> None:
    world.transfers += purchasing.announce(case.purchase, case.project, world.budget, case.line, at=world.now)[0]


def revise(world: World, case: Case) -> None:
    before = case.purchase.bids_due_at
    case.purchase.bids_due_at = world.now + timedelta(days=world.draw.choice([5, 12, 20]))
    try:
        purchasing.revise(case.purchase, case.project, case.line, at=world.now)
    except Problem:
        # What was filled in is judged as a whole; a transaction would have given it up.
        case.purchase.bids_due_at = before
        raise


def cancel(world: World, case: Case) -> None:
    if world.draw.random() < 0.2:
        made, _ = purchasing.cancel(case.purchase, case.project, world.budget, case.line, reason="变故", at=world.now)
        world.transfers += made


def bid(world: World, case: Case) -> None:
    made = Bid(id=uuid4(), **PLACE, purchase_id=case.purchase.id, organisation_id=uuid4())
    made.amount_fen = made.plan = None
    offer = bidding.Offer(amount_fen=world.draw.randint(1, case.purchase.ceiling_fen + 2), plan="方案")
    bidding.submit(made, case.purchase, offer, world.standing(made.organisation_id), at=world.now)
    made.sealed = offer.model_dump_json().encode()
    case.bids.append(made)


def replace(world: World, case: Case) -> None:
    for made in case.bids[-1:]:
        offer = bidding.Offer(amount_fen=world.draw.randint(1, case.purchase.ceiling_fen + 2), plan="新方案")
        bidding.replace(made, case.purchase, offer, world.standing(made.organisation_id), at=world.now)
        made.sealed = offer.model_dump_json().encode()


def withdraw(world: World, case: Case) -> None:
    for made in case.bids[-1:]:
        bidding.withdraw(made, case.purchase, at=world.now)


def open_(world: World, case: Case) -> None:
    sealed = [each for each in case.bids if each.state is BidState.SEALED]
    offers = {each.id: bidding.Offer.model_validate_json(each.sealed or b"") for each in sealed}
    bidding.open_(case.purchase, sealed, offers, at=world.now)
    if case.purchase.state is State.FAILED:
        world.transfers += purchasing.release(case.purchase, case.project, world.budget, case.line, at=world.now)


def seat(world: World, case: Case) -> None:
    sitting = [each.account_id for each in case.panel if each.dropped_at is None]
    asked = world.draw.sample(EXPERTS, 3) if not sitting or world.draw.random() < 0.1 else sitting
    added, _ = reviewing.appoint(case.purchase, case.panel, asked, begun=bool(case.scores), at=world.now)
    case.panel += added
    for each in added:
        each.conflicted = each.declared_at = None
    for each in case.panel:
        if each.dropped_at is None and each.declared_at is None and case.purchase.state is State.OPENED:
            reviewing.declare(each, case.purchase, conflicted=world.draw.random() < 0.02, statement="无", at=world.now)


def score(world: World, case: Case) -> None:
    """Whoever sits there scores what it has not scored yet, and now and then not all of it."""
    valid = [each for each in case.bids if each.state is BidState.OPENED]
    bidders, given = {each.organisation_id for each in case.bids}, {(one.account_id, one.bid_id) for one in case.scores}
    for seat_ in [each for each in case.panel if each.dropped_at is None]:
        reviewing.require_free(seat_, bidders, set())
        left = [each for each in valid if (seat_.account_id, each.id) not in given]
        for offered in left[: world.draw.choice([1, *[len(left)] * 5])]:
            made = Score(id=uuid4(), **PLACE, purchase_id=case.purchase.id, bid_id=offered.id)
            made.account_id, points = seat_.account_id, {"plan": world.draw.randint(0, 80)}
            last = offered is left[-1]
            reviewing.score(made, case.purchase, offered, points=points, comment="可", last=last, at=world.now)
            case.scores.append(made)


def exclude(world: World, case: Case) -> None:
    for made in case.bids[-1:] if world.draw.random() < 0.3 else ():
        awarding.exclude(made, case.purchase, reason="未响应实质性要求")


def conclude(world: World, case: Case) -> None:
    best = reviewing.conclude(case.purchase, case.panel, case.bids, case.scores, at=world.now)
    notice = Notice(id=uuid4(), **PLACE, kind=Kind.AWARD)
    awarding.propose(case.purchase, best, notice, by=world.person(), at=world.now)
    case.notices.append(notice)


def objecting(world: World, case: Case) -> None:
    for notice in case.notices[-1:]:
        objection = Objection(id=uuid4(), **PLACE, notice_id=notice.id, account_id=uuid4(), text="异议")
        noticing.object_(notice, objection, NOTICES, at=world.now)
        case.objections.append(objection)


def answer(world: World, case: Case) -> None:
    for objection in case.objections[-1:]:
        notice = next(each for each in case.notices if each.id == objection.notice_id)
        upheld = world.draw.random() < 0.2
        noticing.answer(notice, objection, NOTICES, upheld=upheld, text="答复", by=world.person(), at=world.now)


def review_again(world: World, case: Case) -> None:
    awarding.review_again(case.purchase, case.bids, case.scores)
    waiting.called_back(case.notices[-1], case.objections, reason="重新评审", at=world.now)


def award(world: World, case: Case) -> None:
    for notice in case.notices[-1:]:
        best = next((each for each in case.bids if each.id == case.purchase.proposed_bid_id), case.bids[0])
        standing = world.standing(best.organisation_id)
        awarding.award(case.purchase, best, notice, standing, by=world.person(), at=world.now)


def fail(world: World, case: Case) -> None:
    if world.draw.random() < 0.1:
        made, _ = awarding.fail(case.purchase, case.project, world.budget, case.line, reason="废标", at=world.now)
        world.transfers += made
        for contract in case.contracts:
            contracting.void(contract, because="废标", at=world.now)


def draft_contract(world: World, case: Case) -> None:
    if case.contract is not None:
        return
    purchase, today = case.purchase, clock.day(world.now)
    amount = purchase.awarded_fen or 1
    contract = Contract(id=uuid4(), **PLACE, purchase_id=purchase.id, project_id=case.project.id, stages=[])
    contract.organisation_id = purchase.awarded_organisation_id or uuid4()
    contract.title, contract.need_ids, contract.provider_name = "合同", purchase.need_ids, "社"
    contract.starts_on, contract.ends_on = today, today + timedelta(days=300)
    first = amount // 2
    contract.stages = [changing.stage_from(contract, each) for each in _stages(world, [first, amount - first])]
    contracting.draft(contract, purchase, at=world.now)
    case.contract = contract


def _stages(world: World, amounts: list[int]) -> list[Any]:
    today, kept = clock.day(world.now), [each for each in amounts if each]
    days = [today + timedelta(days=100 * no) for no in range(1, len(kept) + 1)]
    return [
        SimpleNamespace(no=no, name="阶段", amount_fen=amount, due_on=day, evidence=["记录"])
        for no, (amount, day) in enumerate(zip(kept, days, strict=True), start=1)
    ]
