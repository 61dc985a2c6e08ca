"""Every verb of the money path as anybody might try it on a case, and which of them would come next."""

from collections.abc import Callable
from datetime import timedelta
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

from chassis import clock
from procedures.notice import rules as noticing
from procedures.notice.model import Kind, Notice, Objection
from projects.acceptance import rules as accepting
from projects.acceptance.model import Acceptance, StageSurveyCopy
from projects.acceptance.model import State as AcceptanceState
from projects.bid import rules as bidding
from projects.bid.model import Bid
from projects.bid.model import State as BidState
from projects.budget import rules as budgeting
from projects.contract import changing
from projects.contract import rules as contracting
from projects.contract.model import Change, Contract, Side, StageState
from projects.contract.model import State as ContractState
from projects.need.model import Need
from projects.payment import rules as paying
from projects.payment.model import Payment
from projects.payment.model import State as PaymentState
from projects.project import closing
from projects.purchase import rules as purchasing
from projects.purchase.model import State
from projects.review import awarding
from projects.review import rules as reviewing
from projects.review.model import Score
from projects.spending import NOTICES
from services.projects.tests.spending_world import PLACE, Case, World

EXPERTS = [uuid4() for _ in range(3)]
Verb = Callable[[World, Case], None]


def announce(world: World, case: Case) -> None:
    others = [each.purchase for each in world.cases if each.project is case.project and each is not case]
    money = (world.budget, case.line, others)
    world.transfers += purchasing.announce(case.purchase, case.project, *money, at=world.now)[0]


def revise(world: World, case: Case) -> None:
    if case.purchase.state is State.DRAFT and case.project.state == "approved":
        case.purchase.bids_due_at = world.now + timedelta(days=world.draw.choice([5, 12, 20]))
        purchasing.revise(case.purchase, case.project, case.line, at=world.now)


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


def open_(world: World, case: Case) -> None:
    sealed = [each for each in case.bids if each.state is BidState.SEALED]
    offers = {each.id: bidding.Offer.model_validate_json(each.sealed or b"") for each in sealed}
    bidding.open_(case.purchase, sealed, offers, at=world.now)
    if case.purchase.state is State.FAILED:
        world.transfers += purchasing.release(case.purchase, case.project, world.budget, case.line, at=world.now)


def seat(world: World, case: Case) -> None:
    added, dropped, _ = reviewing.appoint(case.purchase, case.panel, EXPERTS, at=world.now)
    case.panel = [each for each in case.panel if each not in dropped] + added
    for each in added:
        each.conflicted = each.declared_at = None
    for each in case.panel:
        if each.declared_at is None and case.purchase.state is State.OPENED:
            reviewing.declare(each, case.purchase, conflicted=world.draw.random() < 0.02, statement="无", at=world.now)


def score(world: World, case: Case) -> None:
    for expert in EXPERTS:
        seat_ = next((each for each in case.panel if each.account_id == expert), None)
        for offered in case.bids:
            reviewing.require_free(seat_, {each.organisation_id for each in case.bids}, set())
            given = Score(id=uuid4(), **PLACE, purchase_id=case.purchase.id, bid_id=offered.id, account_id=expert)
            points = {"plan": world.draw.randint(0, 80)}
            reviewing.score(given, case.purchase, offered, points=points, comment="可", at=world.now)
            case.scores.append(given)


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
    for notice in case.notices[-1:]:
        awarding.review_again(case.purchase, notice, reason="重新评审", at=world.now)


def award(world: World, case: Case) -> None:
    for notice in case.notices[-1:]:
        best = next((each for each in case.bids if each.id == case.purchase.proposed_bid_id), case.bids[0])
        standing = world.standing(best.organisation_id)
        awarding.award(case.purchase, best, notice, standing, by=world.person(), at=world.now)


def fail(world: World, case: Case) -> None:
    if world.draw.random() < 0.1:
        made, _ = awarding.fail(case.purchase, case.project, world.budget, case.line, reason="废标", at=world.now)
        world.transfers += made


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


def offer(world: World, case: Case) -> None:
    for contract in case.contracts:
        contracting.offer(contract, at=world.now)


def sign(world: World, case: Case) -> None:
    for contract in case.contracts:
        standing, money = world.standing(contract.organisation_id), (world.budget, case.line)
        made, _ = contracting.sign(contract, case.purchase, case.project, *money, standing, at=world.now)
        world.transfers += made


def change(world: World, case: Case) -> None:
    for contract in case.contracts:
        side, amounts = world.draw.choice(list(Side)), [each.amount_fen for each in contract.stages]
        amounts[-1] = max(1, amounts[-1] + world.draw.randint(-2_000, 2_000))
        terms = [
            {
                "no": now.no,
                "name": now.name,
                "amount_fen": amount,
                "due_on": now.due_on.isoformat(),
                "evidence": ["记录"],
            }
            for now, amount in zip(contract.stages, amounts, strict=True)
        ]
        made = Change(id=uuid4(), **PLACE, contract_id=contract.id, ground="additional_service", reason="居民要求")
        made.side, made.ends_on, made.stages = side, contract.ends_on, terms
        waiting = [each for each in case.changes if each.state == "proposed"]
        changing.propose(contract, made, waiting, at=world.now)
        case.changes.append(made)


def agree(world: World, case: Case) -> None:
    for contract, made in zip(case.contracts, case.changes[-1:], strict=False):
        side = world.draw.choice(list(Side))
        posted, _ = changing.agree(contract, made, world.budget, case.line, side=side, at=world.now)
        world.transfers += posted


def refuse(world: World, case: Case) -> None:
    for contract, made in zip(case.contracts, case.changes[-1:], strict=False):
        changing.refuse(contract, made, side=Side.PROVIDER, reason="不同意", at=world.now)


def terminate(world: World, case: Case) -> None:
    for contract in case.contracts if world.draw.random() < 0.1 else ():
        made, _ = contracting.terminate(contract, case.project, world.budget, case.line, reason="解除", at=world.now)
        world.transfers += made


def request(world: World, case: Case) -> None:
    for contract in case.contracts:
        pending = [each for each in contract.stages if each.state is StageState.PENDING]
        stage = world.draw.choice([*pending[:1] * 5, *contract.stages])
        made = Acceptance(id=uuid4(), **PLACE, contract_id=contract.id, stage_no=stage.no, findings=[])
        made.project_id, made.need_ids = case.project.id, case.project.need_ids
        made.organisation_id, made.activity_ids = contract.organisation_id, []
        made.evidence = [{"name": "记录", "text": "见附件"}][: world.draw.choice([1, 1, 1, 0])]
        accepting.request(made, contract, stage, case.project, by=world.person(), at=world.now)
        case.acceptances.append(made)


def correct(world: World, case: Case) -> None:
    for contract, made in zip(case.contracts, case.acceptances[-1:], strict=False):
        due = clock.day(world.now) + timedelta(days=world.draw.choice([3, 10, 60]))
        stage = contracting.stage_of(contract, made.stage_no)
        accepting.ask_correction(made, stage, case.project, ["缺少记录"], due_on=due, at=world.now)
        for each in made.findings:
            each.id = each.id or uuid4()


def resubmit(world: World, case: Case) -> None:
    for contract, made in zip(case.contracts, case.acceptances[-1:], strict=False):
        replies = {each.id: "已补" for each in made.findings if each.state == "open"}
        stage = contracting.stage_of(contract, made.stage_no)
        accepting.resubmit(made, stage, replies, by=world.person(), at=world.now)


def survey(world: World, case: Case) -> None:
    for made in case.acceptances[-1:]:
        answered = world.draw.choice([0, 19, 20, 60])
        share = world.draw.randint(700_000, 1_000_000) if answered >= 20 else None
        copy = StageSurveyCopy(acceptance_id=made.id, survey_id=uuid4(), drawn=80, answered=answered, share_ppm=share)
        case.surveys.setdefault(made.id, copy)


def pass_(world: World, case: Case) -> None:
    for contract, made in zip(case.contracts, case.acceptances[-1:], strict=False):
        stage, heard = contracting.stage_of(contract, made.stage_no), case.surveys.get(made.id)
        by = world.person()
        accepting.pass_(made, stage, case.project, heard, opinion="同意", by=by, at=world.now)
        payment = Payment(id=uuid4(), **PLACE, project_id=case.project.id, need_ids=case.project.need_ids)
        payment.organisation_id, payment.budget_id = contract.organisation_id, world.budget.id
        posted, _ = paying.owe(payment, contract, stage, made, heard, world.budget, case.line, at=world.now)
        world.transfers += posted
        case.payments.append(payment)


def propose_share(world: World, case: Case) -> None:
    for payment in case.payments[-1:]:
        share = world.draw.randint(0, 1_000_000)
        paying.propose_share(payment, share_ppm=share, reason="走访核实", by=world.person())


def confirm_share(world: World, case: Case) -> None:
    for payment in case.payments[-1:]:
        posted, _ = paying.confirm_share(payment, world.budget, case.line, by=world.person(), at=world.now)
        world.transfers += posted


def ask_payment(world: World, case: Case) -> None:
    for payment in case.payments[-1:]:
        paying.request(payment, by=world.person(), at=world.now)


def send_back(world: World, case: Case) -> None:
    for payment in case.payments[-1:]:
        paying.return_(payment, reason="账号有误", by=world.person())


def pay(world: World, case: Case) -> None:
    for contract, payment in zip(case.contracts, case.payments[-1:], strict=False):
        money, standing = (world.budget, case.line), world.standing(payment.organisation_id)
        by, at = world.person(), world.now
        posted, _ = paying.make(payment, *money, standing, reference="国库一号", by=by, at=at)
        world.transfers += posted
        passed = all(each.state is StageState.PASSED for each in contract.stages)
        if passed and all(each.state is PaymentState.MADE for each in case.payments):
            contracting.complete(contract, case.project, at=at)


def close(world: World, case: Case) -> None:
    closing.close(case.project, list[Need](), met=[], outcome="结束", at=world.now)
    world.transfers += budgeting.give_back([case.line], {world.budget.id: world.budget}, title="结项", at=world.now)


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
