"""What waits for whom along a purchase: opening, review, award and contract for officers, the signature for who won."""

from datetime import date, timedelta
from uuid import UUID

from chassis import clock
from chassis.principal import Role
from chassis.tasks import Task
from projects.facts import TaskClosed, TaskOpened
from projects.paths import path
from projects.purchase.dated import PurchaseRule
from projects.purchase.model import Purchase, State
from projects.spending import spender_of

SIGNATURE = "contract-signature"


def task_of(purchase: Purchase) -> Task | None:
    """What waits for the officers as the purchase stands; each review and each result is a new round."""
    round_, due_on = "", None
    match purchase.state:
        case State.ANNOUNCED:
            code, due_on = "purchase-opening", clock.day(purchase.bids_due_at)
        case State.OPENED:
            code, round_ = "purchase-review", str(purchase.proposed_at and purchase.proposed_at.timestamp())
        case State.PROPOSED:
            code, round_ = "purchase-award", str(purchase.notice_id)
        case State.AWARDED if not purchase.signed:
            code, due_on = "purchase-contract", sign_by(purchase)
        case _:
            return None
    place = (purchase.id, purchase.area_id, purchase.scope_key)
    here = path("purchases", purchase.id)
    return Task(code, spender_of(purchase.scope_key), here, *place, round=round_, due_on=due_on)


def sign_by(purchase: Purchase) -> date:
    """The last day on which the law wants the contract signed (政府采购法 art. 46)."""
    assert purchase.awarded_at is not None  # noqa: S101 - an award has its day
    awarded_on = clock.day(purchase.awarded_at)
    return awarded_on + timedelta(days=PurchaseRule.on(awarded_on).signing_days)


def moved(before: Task | None, purchase: Purchase) -> list[TaskOpened | TaskClosed]:
    """One step done, the next one waits."""
    after = task_of(purchase)
    closed = [TaskClosed.of(before)] if before else []
    return [*closed, TaskOpened.of(after)] if after else [*closed]


def signature_of(purchase: Purchase, provider_id: UUID | None, href: str) -> Task:
    """承接方签署; known by the purchase, so that an award which is given up takes it back."""
    place = (purchase.id, purchase.area_id, purchase.scope_key, provider_id)
    return Task(SIGNATURE, Role.ORGANISATION_MANAGER, href, *place, due_on=sign_by(purchase))
