"""The verbs that deliver and pay, as anybody might try them on a case: from a signature to the last payment."""

from datetime import timedelta
from uuid import uuid4

from chassis import clock
from projects.acceptance import rules as accepting
from projects.acceptance.model import Acceptance, StageSurveyCopy
from projects.contract import changing, ending
from projects.contract import rules as contracting
from projects.contract.model import Change, Side, StageState
from projects.payment import rules as paying
from projects.payment.model import Payment
from services.projects.tests.spending_world import PLACE, Case, World


def offer(world: World, case: Case) -> None:
    for contract in case.contracts:
        contracting.offer(contract, case.purchase, at=world.now)


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
        ][: world.draw.choice([1, len(amounts), len(amounts)])]  # now and then all but the first is given up
        made = Change(id=uuid4(), **PLACE, contract_id=contract.id, ground="additional_service", reason="居民要求")
        made.side, made.ends_on, made.stages = side, contract.ends_on, terms
        changing.propose(contract, made, _waiting(case), at=world.now)
        case.changes.append(made)


def agree(world: World, case: Case) -> None:
    for contract, made in zip(case.contracts, case.changes[-1:], strict=False):
        side = world.draw.choice(list(Side))
        posted, _ = changing.agree(contract, made, world.budget, case.line, side=side, at=world.now)
        world.transfers += posted
        ending.settle(contract, case.payments, _waiting(case), case.project, at=world.now)


def refuse(world: World, case: Case) -> None:
    for contract, made in zip(case.contracts, case.changes[-1:], strict=False):
        changing.refuse(contract, made, side=Side.PROVIDER, reason="不同意", at=world.now)


def terminate(world: World, case: Case) -> None:
    for contract in case.contracts if world.draw.random() < 0.1 else ():
        settled, money = (case.payments, _waiting(case)), (world.budget, case.line)
        made, _ = ending.terminate(contract, *settled, case.project, *money, reason="解除", at=world.now)
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
        posted, _ = paying.make(payment, *money, standing, reference="国库一号", used=False, by=by, at=at)
        world.transfers += posted
        ending.settle(contract, case.payments, _waiting(case), case.project, at=at)


def _waiting(case: Case) -> list[Change]:
    return [each for each in case.changes if each.state == "proposed"]
