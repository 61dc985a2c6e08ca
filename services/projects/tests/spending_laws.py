"""What has to hold of a town that spends, after every step; each law says in words what was broken."""

from collections.abc import Iterator

from projects.acceptance.model import State as AcceptanceState
from projects.budget.model import CARRIED, Account
from projects.contract.model import StageState
from projects.contract.model import State as ContractState
from projects.payment.model import State as PaymentState
from projects.purchase.model import RUNNING
from projects.purchase.model import State as PurchaseState
from services.projects.tests.spending_world import Case, Plan, World

WHOLE = 1_000_000
ENDED = {ContractState.COMPLETED, ContractState.TERMINATED}
AGREED = {ContractState.SIGNED, ContractState.COMPLETED, ContractState.TERMINATED}


def broken(world: World) -> list[str]:
    """Everything that does not hold."""
    planned = (law for plan in world.plans for law in _plan(plan, [each for each in world.cases if each.plan is plan]))
    return [*world.marks, *_ledger(world), *planned, *(law for case in world.cases for law in _case(case))]


def _ledger(world: World) -> Iterator[str]:
    """Every balance is the sum of its transfers, none is negative, and together they are what was granted."""
    sums = dict.fromkeys(Account, 0)
    for each in world.transfers:
        sums[each.source] -= each.amount_fen
        sums[each.target] += each.amount_fen
    if sum(sums.values()) != 0:
        yield "the ledger does not balance"
    for account in CARRIED:
        if sums[account] != world.budget.balance(account) or sums[account] < 0:
            yield f"{account} is {world.budget.balance(account)} and its transfers say {sums[account]}"
    cases = world.cases
    running = [each.purchase.ceiling_fen for each in cases if each.purchase.state in RUNNING]
    unsigned = [case.purchase.ceiling_fen for case in cases if _awaits_signature(case)]
    owed = [each for case in cases for each in case.payments]
    waiting = (PaymentState.DUE, PaymentState.REQUESTED)
    expected = {
        Account.TENDERED: sum(running) + sum(unsigned),
        Account.CONTRACTED: sum(_unsettled(case) for case in cases),
        Account.PAYABLE: sum(each.amount_fen or 0 for each in owed if each.state in waiting),
        Account.PAID: sum(each.amount_fen or 0 for each in owed if each.state is PaymentState.MADE),
        Account.COMMITTED: sum(line.committed_fen for plan in world.plans for line in plan.lines),
    }
    for account, amount in expected.items():
        if sums[account] != amount:
            yield f"{account} is {sums[account]}, the records say {amount}"


def _awaits_signature(case: Case) -> bool:
    signed = case.contract is not None and case.contract.state in AGREED
    return case.purchase.state is PurchaseState.AWARDED and not signed


def _unsettled(case: Case) -> int:
    """What of a contract in force is not accepted, or accepted and its share not decided."""
    settled = {each.stage_no for each in case.payments if each.amount_fen is not None}
    return sum(
        stage.amount_fen
        for contract in case.contracts
        if contract.state in AGREED
        for stage in contract.stages
        if stage.no not in settled and (contract.state is ContractState.SIGNED or stage.state is StageState.PASSED)
    )


def _case(case: Case) -> Iterator[str]:
    purchase, notices = case.purchase, case.notices
    if purchase.awarded_at is not None:
        notice = next(each for each in notices if each.id == purchase.notice_id)
        if purchase.awarded_at <= purchase.bids_due_at:
            yield "awarded before the deadline"
        if purchase.awarded_at < notice.closes_at or notice.objections_waiting or notice.objections_upheld:
            yield "awarded while the notice ran or an objection stood"
        if not 1 <= (purchase.awarded_fen or 0) <= purchase.ceiling_fen:
            yield "awarded above the ceiling"
    for contract in case.contracts:
        if sum(each.amount_fen for each in contract.stages) != contract.amount_fen:
            yield "the stages are not the contract"
        if contract.amount_fen * 100 > contract.original_fen * 110:
            yield "more was added than the law allows"
        passed = [each.state is StageState.PASSED for each in contract.stages]
        if passed != sorted(passed, reverse=True):
            yield "a stage was passed before an earlier one"
    yield from _settlement(case)


def purchase_runs(case: Case) -> bool:
    """Announced and not ended, or awarded and not yet signed."""
    return case.purchase.state in RUNNING or _awaits_signature(case)


def _plan(plan: Plan, cases: list[Case]) -> Iterator[str]:
    """What runs for a project, over all that was ever bought for it."""
    project = plan.project
    contracts = [each for case in cases for each in case.contracts if each.state is ContractState.SIGNED]
    bought = sum(purchase_runs(case) for case in cases)
    acceptances = [each for case in cases for each in case.acceptances]
    open_ = sum(bool(each.findings) and each.state is not AcceptanceState.PASSED for each in acceptances)
    if project.contracts_running != len(contracts):
        yield "the project counts its contracts wrongly"
    if project.purchases_running != bought:
        yield "the project counts its purchases wrongly"
    if project.purchases_drafted != sum(case.purchase.state is PurchaseState.DRAFT for case in cases):
        yield "the project counts its drafts wrongly"
    if project.corrections_open != open_:
        yield "the project counts its corrections wrongly"
    if bought + len(contracts) > 1:
        yield "two purchases or contracts at once"
    if project.carried_out_by != next((each.organisation_id for each in contracts), None):
        yield "a provider without a contract, or a contract without its provider"
    if project.state == "closed" and (contracts or open_ or bought):
        yield "closed with something open"
    yield from _approval(plan)


def _approval(plan: Plan) -> Iterator[str]:
    """Money stands on a line only while its project is approved, and that was not by who submitted it."""
    project, lines = plan.project, plan.lines
    if project.state != "approved" and any(each.committed_fen for each in lines):
        yield "money on a line of a project that is not approved"
    if any(not 0 <= each.committed_fen <= each.amount_fen for each in lines):
        yield "a line has more than its amount, or less than nothing"
    if project.approved_at is not None and plan.approved_by in {None, project.submitted_by}:
        yield "approved by who submitted it"


def _settlement(case: Case) -> Iterator[str]:
    for each in case.payments:
        if each.made_by is not None and each.made_by == each.requested_by:
            yield "paid by one person"
        if (each.share_ppm is None) != (each.amount_fen is None):
            yield "an amount without a share"
        if each.share_ppm is not None and each.amount_fen != each.stage_fen * each.share_ppm // WHOLE:
            yield "not the share of the stage"
        if each.answered < 20 and each.amount_fen is not None and each.proposed_by is None:
            yield "paid automatically on too few answers"
    yield from _end(case)


def _end(case: Case) -> Iterator[str]:
    """Nothing is owed or undecided where a project is closed or a contract has ended, and what is settled has ended."""
    left = [each for each in case.payments if each.state is not PaymentState.MADE]
    if left and (case.project.state == "closed" or any(each.state in ENDED for each in case.contracts)):
        yield "ended with money owed or undecided"
    waits = {ContractState.DRAFT, ContractState.OFFERED}
    if case.purchase.state is PurchaseState.FAILED and any(each.state in waits for each in case.contracts):
        yield "a contract to be signed of a failed purchase"
    if any(each.state in ENDED for each in case.contracts) and any(each.state == "proposed" for each in case.changes):
        yield "ended with a change waiting for an answer"
    for contract in case.contracts:
        passed = all(each.state is StageState.PASSED for each in contract.stages)
        if (
            contract.state is ContractState.SIGNED
            and passed
            and not left
            and len(case.payments) == len(contract.stages)
        ):
            yield "settled and still running"
