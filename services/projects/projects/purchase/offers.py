"""The verbs that a purchase offers, first what moves it on: by how far it, its caller and its review have come."""

from datetime import datetime

from chassis import clock
from chassis.access import Access
from chassis.records import Action, Offer, offered
from projects.paths import path
from projects.permissions import Permission
from projects.purchase.dated import PurchaseRule
from projects.purchase.model import RUNNING, Purchase, State


def actions(purchase: Purchase, access: Access, at: datetime, *, declares: bool, ready: bool) -> list[Action]:
    """The verbs offered now."""
    draft, opened = purchase.state is State.DRAFT, purchase.state is State.OPENED
    # A deadline that is past, or too near to be announced today, is put off first.
    in_time = draft and _in_time(purchase, at)
    due = purchase.state is State.ANNOUNCED and at >= purchase.bids_due_at
    proposed, unsigned = purchase.state is State.PROPOSED, purchase.state is State.AWARDED and not purchase.signed
    run, award = Permission.PURCHASE_RUN, Permission.PURCHASE_AWARD
    offers = (
        Offer(in_time, run, "announcement", "发布公告"),
        Offer(draft, run, "revision", "修改", method="PUT"),
        Offer(due, run, "opening", "开标"),
        Offer(opened and declares, Permission.BID_SCORE, "declaration", "利益冲突声明"),
        Offer(opened and ready, run, "proposal", "结束评审并公示"),
        Offer(proposed and ready and purchase.proposed_by != access.account_id, award, "award", "确认成交"),
        Offer(purchase.state in {State.ANNOUNCED, State.OPENED}, run, "panel", "组成评审小组", method="PUT"),
        Offer(proposed, run, "review-again", "撤回公示重新评审", needs_reason=True),
        Offer(opened or proposed or unsigned, award, "failure", "废标", needs_reason=True),
        Offer(purchase.state in RUNNING or draft, run, "cancellation", "终止采购", needs_reason=True),
    )
    return offered(path("purchases", purchase.id), purchase, access, offers)


def _in_time(purchase: Purchase, at: datetime) -> bool:
    """Whether a draft could be announced today; a method that is no longer in force is changed first."""
    in_force = purchase.method in PurchaseRule.on(clock.day(at)).methods
    return in_force and purchase.bids_due_at >= PurchaseRule.earliest(purchase.method, at)
