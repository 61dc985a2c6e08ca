"""Until when a training is good for, and who may look at it a second time."""

from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any
from uuid import UUID, uuid4

import pytest

from volunteers.training import rules
from volunteers.training.model import Course, Offering, State, Training
from volunteers.volunteer.model import State as Registration
from volunteers.volunteer.model import Volunteer

NOW = datetime(2026, 5, 20, 1, tzinfo=UTC)


def by(account: UUID | None = None, person: UUID | None = None) -> Any:
    return SimpleNamespace(account_id=account or uuid4(), principal=SimpleNamespace(person_id=person))


def course(**changes: Any) -> Course:
    made = {"validity_months": 24, "minutes": 240, "name": "急救基础", "provider_name": "东城社区", "waiting": 0}
    place = {"id": uuid4(), "area_id": uuid4(), "scope_key": "4419/44190001/"}
    return Course(**place, state=Offering.OFFERED, **{**made, **changes})


def volunteer(**changes: Any) -> Volunteer:
    ids = {name: uuid4() for name in ("id", "account_id", "person_id")}
    return Volunteer(**ids, state=Registration.REGISTERED, **changes)


def recorded(of: Course, on: date, recorder: Any) -> Training:
    return rules.record(of, volunteer(), on, by=recorder, at=NOW)[0]


@pytest.mark.parametrize(
    ("on", "months", "until"),
    [
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 11, 30), 2, date(2027, 1, 30)),
        (date(2026, 12, 31), 24, date(2028, 12, 31)),
    ],
)
def test_expires_on_the_same_day_of_a_later_month_or_its_last(on: date, months: int, until: date) -> None:
    made = recorded(course(validity_months=months), on, by())
    assert made.valid_until == until


def test_stands_from_its_day_until_it_expires_and_only_once_confirmed() -> None:
    taught, recorder = course(), by()
    made = recorded(taught, date(2026, 5, 1), recorder)
    assert not made.stands(date(2026, 6, 1))
    rules.confirm(made, taught, by=by(), at=NOW)
    days = (date(2026, 4, 30), date(2026, 5, 1), date(2028, 4, 30), date(2028, 5, 1))
    assert [made.stands(day) for day in days] == [False, True, True, False]
    rules.revoke(made, reason="名单有误", by=by(), at=NOW)
    assert not made.stands(date(2026, 6, 1))


def test_whoever_recorded_does_not_confirm_by_another_account_either() -> None:
    taught, account, person = course(), uuid4(), uuid4()
    made = recorded(taught, date(2026, 5, 1), by(account, person))
    for same in (by(account), by(person=person)):
        with pytest.raises(rules.SecondLookNeeded):
            rules.confirm(made, taught, by=same, at=NOW)
    with pytest.raises(rules.OwnTraining):
        rules.confirm(made, taught, by=by(made.account_id), at=NOW)


def test_one_to_do_a_course_until_its_last_record_is_looked_at() -> None:
    taught, recorder = course(), by()
    first, told = rules.record(taught, volunteer(), date(2026, 5, 1), by=recorder, at=NOW)
    second, more = rules.record(taught, volunteer(), date(2026, 5, 1), by=recorder, at=NOW)
    assert ([len(told), len(more)], taught.waiting) == ([2, 1], 2)
    assert len(rules.return_(first, taught, reason="不是本人", by=by(), at=NOW)) == 1
    assert len(rules.confirm(second, taught, by=by(), at=NOW)) == 2
    assert (first.state, second.state, taught.waiting) == (State.RETURNED, State.COMPLETED, 0)
