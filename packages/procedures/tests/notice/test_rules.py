"""A notice: nobody shortens its window, an objection blocks until it is answered, one upheld blocks for good."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any, cast
from uuid import uuid4

import pytest

from chassis.principal import Role
from chassis.tasks import officer_of
from procedures.notice import rules
from procedures.notice.facts import Told
from procedures.notice.model import Kind, Notice, Objection, Standing, State

OPENED = datetime(2026, 3, 2, 2, tzinfo=UTC)  # 10:00 in the city
MIDNIGHT = datetime(2026, 3, 9, 16, tzinfo=UTC)  # the end of the seventh day after it
PUBLISHER = uuid4()


class Fact:
    """Stands for a service's fact."""

    def __init__(self, **said: Any) -> None:
        self.said = said

    @classmethod
    def of(cls, task: Any) -> "Fact":
        return cls(task=task)


TOLD = cast(
    "Told",
    SimpleNamespace(
        service="projects",
        opened=Fact,
        withdrawn=Fact,
        objected=Fact,
        answered=Fact,
        task_opened=Fact,
        task_closed=Fact,
        answerer=officer_of,
    ),
)


@pytest.fixture
def notice() -> Notice:
    made = Notice(id=uuid4(), area_id=uuid4(), scope_key="441900/441900003/", kind=Kind.AWARD, subject_id=uuid4())
    rules.open_(made, TOLD, by=PUBLISHER, at=OPENED)
    return made


def objection(notice: Notice, at: datetime = OPENED) -> Objection:
    made = Objection(id=uuid4(), notice_id=notice.id, account_id=uuid4(), area_id=notice.area_id)
    made.scope_key = notice.scope_key
    rules.object_(notice, made, TOLD, at=at)
    return made


def answered(notice: Notice, raised: Objection, *, upheld: bool) -> None:
    rules.answer(notice, raised, TOLD, upheld=upheld, text="经复核评分记录无误", by=uuid4(), at=OPENED)


def test_seven_whole_days_after_the_day_of_opening(notice: Notice) -> None:
    assert notice.closes_at == MIDNIGHT
    assert notice.state(MIDNIGHT - timedelta(seconds=1)) is State.OPEN
    with pytest.raises(rules.NoticeRunning):
        rules.require_passed(notice, at=MIDNIGHT - timedelta(seconds=1))
    rules.require_passed(notice, at=MIDNIGHT)


def test_stars_lie_open_for_five_working_days() -> None:
    made = Notice(id=uuid4(), area_id=uuid4(), scope_key="441900/", kind=Kind.STAR, subject_id=uuid4())
    rules.open_(made, TOLD, by=None, at=OPENED)
    assert made.closes_at == MIDNIGHT  # Tuesday to Monday


def test_the_answer_waits_for_another_officer_than_the_one_who_published(notice: Notice) -> None:
    task = rules.task_of(notice, objection(notice), TOLD)
    assert (task.role, task.barred_account_id) == (Role.TOWN_OFFICER, PUBLISHER)
    assert task.stand_in_role is Role.BUREAU_OFFICER


def test_an_objection_blocks_until_it_is_answered(notice: Notice) -> None:
    raised = objection(notice)
    with pytest.raises(rules.ObjectionWaiting):
        rules.require_passed(notice, at=MIDNIGHT)
    answered(notice, raised, upheld=False)
    assert raised.standing is Standing.DISMISSED
    rules.require_passed(notice, at=MIDNIGHT)


def test_one_upheld_blocks_for_good(notice: Notice) -> None:
    answered(notice, objection(notice), upheld=True)
    with pytest.raises(rules.ObjectionUpheld):
        rules.require_passed(notice, at=MIDNIGHT + timedelta(days=300))


def test_objections_come_within_the_window(notice: Notice) -> None:
    with pytest.raises(rules.NoticeOver):
        objection(notice, at=MIDNIGHT)


def test_who_published_or_objected_does_not_answer(notice: Notice) -> None:
    raised = objection(notice)
    with pytest.raises(rules.OwnNotice):
        rules.answer(notice, raised, TOLD, upheld=False, text="驳回", by=PUBLISHER, at=OPENED)
    with pytest.raises(rules.OwnObjection):
        rules.answer(notice, raised, TOLD, upheld=False, text="驳回", by=raised.account_id, at=OPENED)


def test_an_answer_is_final(notice: Notice) -> None:
    raised = objection(notice)
    answered(notice, raised, upheld=False)
    with pytest.raises(rules.ObjectionAnswered):
        answered(notice, raised, upheld=True)


def test_withdrawn_is_neither_passed_nor_objected_to(notice: Notice) -> None:
    rules.withdraw(notice, TOLD, reason="评分表有误", at=OPENED)
    with pytest.raises(rules.NoticeWithdrawn):
        rules.require_passed(notice, at=MIDNIGHT)
    with pytest.raises(rules.NoticeWithdrawn):
        objection(notice)


def test_answers_are_due_within_seven_working_days(notice: Notice) -> None:
    assert objection(notice).due_on.isoformat() == "2026-03-11"
