"""What waits for whom along a purchase: for officers step by step, for each expert its scores, for who won to sign."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from chassis import clock
from chassis.principal import Role
from chassis.tasks import Task, stand_in_of
from procedures.notice import rules as noticing
from procedures.notice.dated import NoticeRule
from procedures.notice.facts import NoticeFact
from procedures.notice.model import Notice, Objection, Standing
from projects.facts import TaskClosed, TaskOpened
from projects.paths import path
from projects.purchase.dated import PurchaseRule
from projects.purchase.model import Purchase, Seat, State
from projects.spending import NOTICES, spender_of

SIGNATURE, SCORING, INVITATION = "contract-signature", "bid-scoring", "bid-invitation"


def tasks_of(purchase: Purchase) -> list[Task]:
    """What waits as the purchase stands, for its officers and, while it is reviewed, for its experts."""
    own = _for_officers(purchase)
    panel = purchase.reviewers if purchase.state is State.OPENED else []
    waiting = sorted(each.account_id for each in panel if each.seat is Seat.WAITING)
    invited = [] if purchase.invitations_over else invitations_of(purchase)
    return [*([own] if own else []), *(_for_expert(purchase, each) for each in waiting), *invited]


def invitations_of(purchase: Purchase) -> list[Task]:
    """受邀投标, of all alike until the deadline: closed any sooner, one would say who has bid."""
    asked = sorted(purchase.invited_ids) if purchase.state is State.ANNOUNCED else []
    return [_for_invited(purchase, each) for each in asked]


def _for_invited(purchase: Purchase, organisation_id: UUID) -> Task:
    """It can be done before the deadline: by a midnight, on the day before."""
    place = (purchase.id, purchase.area_id, purchase.scope_key, organisation_id)
    here, due_on = path("published/purchases", purchase.id), clock.day(purchase.bids_due_at - timedelta.resolution)
    return Task(INVITATION, Role.ORGANISATION_MANAGER, here, *place, round=str(organisation_id), due_on=due_on)


def _for_expert(purchase: Purchase, account_id: UUID) -> Task:
    """声明与评分, for one expert alone."""
    place = (purchase.id, purchase.area_id, purchase.scope_key)
    here = path("purchases", purchase.id)
    return Task(SCORING, Role.EXPERT, here, *place, round=str(account_id), account_id=account_id)


def _for_officers(purchase: Purchase) -> Task | None:
    """Each review and each result is a new round."""
    round_, due_on, barred, doable_at = "", None, None, None
    match purchase.state:
        case State.ANNOUNCED:
            code, due_on, doable_at = "purchase-opening", clock.day(purchase.bids_due_at), purchase.bids_due_at
        case State.OPENED:
            scored = {each.seat for each in purchase.reviewers} == {Seat.SCORED}
            code = "purchase-concluding" if scored else "purchase-review"
            round_ = str(purchase.proposed_at and purchase.proposed_at.timestamp())
        case State.PROPOSED:
            # Who announced the result does not award it: another of the town does, or else the bureau.
            code, round_, barred = "purchase-award", str(purchase.notice_id), purchase.proposed_by
            doable_at = _notice_over(purchase)
        case State.AWARDED if not purchase.signed:
            code, due_on = "purchase-contract", sign_by(purchase)
        case _:
            return None
    place = (purchase.id, purchase.area_id, purchase.scope_key)
    here = path("purchases", purchase.id)
    role = spender_of(purchase.scope_key)
    return Task(
        code,
        role,
        here,
        *place,
        round=round_,
        due_on=due_on,
        barred_account_id=barred,
        stand_in_role=stand_in_of(role) if barred else None,
        doable_at=doable_at,
    )


def _notice_over(purchase: Purchase) -> datetime | None:
    """When the notice of the result, opened as it was proposed, has lain open for its whole window."""
    proposed_at = purchase.proposed_at
    return proposed_at and noticing.end_of(NoticeRule.on(clock.day(proposed_at)).award, proposed_at)


def sign_by(purchase: Purchase) -> date:
    """The last day on which the law wants the contract signed (政府采购法 art. 46)."""
    assert purchase.awarded_at is not None  # noqa: S101 - an award has its day
    awarded_on = clock.day(purchase.awarded_at)
    return awarded_on + timedelta(days=PurchaseRule.on(awarded_on).signing_days)


def moved(before: Sequence[Task], purchase: Purchase) -> list[TaskOpened | TaskClosed]:
    """What was done, and what waits now."""
    after = tasks_of(purchase)
    closed = [TaskClosed.of(each) for each in before if each not in after]
    return [*closed, *(TaskOpened.of(each) for each in after if each not in before)]


def called_back(
    notice: Notice, objections: Sequence[Objection], *, reason: str, at: datetime
) -> list[NoticeFact | TaskClosed]:
    """撤回公示: the result no longer stands, and nobody has to answer what was objected to it."""
    waiting = [each for each in objections if each.standing is Standing.WAITING]
    closed = [TaskClosed.of(noticing.task_of(notice, each, NOTICES)) for each in waiting]
    return [noticing.withdraw(notice, NOTICES, reason=reason, at=at), *closed]


def signature_of(purchase: Purchase, provider_id: UUID | None, href: str) -> Task:
    """承接方签署; known by the purchase, so that an award which is given up takes it back."""
    place = (purchase.id, purchase.area_id, purchase.scope_key, provider_id)
    return Task(SIGNATURE, Role.ORGANISATION_MANAGER, href, *place, due_on=sign_by(purchase))
