"""Which star is earned, who decides on it, and for how long falsification bars."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

import pytest

from chassis.principal import Grant, Role
from procedures.notice.model import Kind, Notice
from procedures.notice.rules import NoticeRunning, ObjectionUpheld, ObjectionWaiting
from volunteers.honour import rules
from volunteers.honour.dated import NoSuchStar, StarRule
from volunteers.honour.model import Honour, State

NOW = datetime(2026, 5, 20, 1, tzinfo=UTC)
RULE = StarRule.on(date(2026, 5, 20))
COMMUNITY, TOWN = "441900/441900003/441900003001/", "441900/441900003/"


def by(role: Role, scope_key: str = TOWN) -> Any:
    grant = Grant(role=role, area_id=uuid4(), scope_key=scope_key)
    return SimpleNamespace(account_id=uuid4(), principal=SimpleNamespace(person_id=None, grants=(grant,)))


def served(hours: float) -> rules.Served:
    return rules.Served(minutes=round(hours * 60), activities=12)


def honour(stars: int, **changes: Any) -> Honour:
    ids = {name: uuid4() for name in ("id", "account_id", "volunteer_id", "person_id", "area_id", "applied_by")}
    applied = {"state": State.APPLIED, "applied_at": NOW, "minutes": 0}
    return Honour(scope_key=COMMUNITY, stars=stars, **{**ids, **applied, **changes})


def publicised(stars: int, reviewer: Any, hours: float) -> tuple[Honour, Notice]:
    made, notice = honour(stars), Notice(id=uuid4(), kind=Kind.STAR, area_id=uuid4(), scope_key=COMMUNITY)
    rules.publicise(made, notice, served(hours), who="演*（志愿者编号 1）", rule=RULE, by=reviewer, at=NOW)
    return made, notice


@pytest.mark.parametrize(
    ("hours", "earned"),
    [(99.98, 0), (100, 1), (299.98, 1), (300, 2), (600, 3), (999.98, 3), (1000, 4), (1499.98, 4), (1500, 5)],
)
def test_the_ladder_of_guangdong_is_exact_to_the_minute(hours: float, earned: int) -> None:
    for stars in range(1, 6):
        star = RULE.of(stars)
        if stars <= earned:
            rules.require_may_apply([], star, served(hours), on=NOW.date())
        else:
            with pytest.raises(rules.NotYetEarned):
                rules.require_may_apply([], star, served(hours), on=NOW.date())
    with pytest.raises(NoSuchStar):
        RULE.of(6)


def test_the_town_decides_on_three_stars_and_the_city_on_more() -> None:
    town, city, elsewhere = (
        by(Role.TOWN_OFFICER),
        by(Role.BUREAU_OFFICER, "441900/"),
        by(Role.TOWN_OFFICER, "441900/44190010/"),
    )
    assert [rules.decides(honour(stars), town) for stars in (1, 3, 4, 5)] == [True, True, False, False]
    assert all(rules.decides(honour(stars), city) for stars in (1, 3, 4, 5))
    assert not rules.decides(honour(1), elsewhere)


def test_three_accounts_take_part_and_none_for_itself() -> None:
    town = by(Role.TOWN_OFFICER)
    own = honour(1, applied_by=town.account_id)
    with pytest.raises(rules.OwnHonour):
        rules.refuse(own, None, rule=RULE, reason="自己申请", months=None, by=town, at=NOW)
    made, notice = publicised(1, town, 100)
    late = NOW + timedelta(days=30)
    with pytest.raises(rules.OwnPublication):
        rules.grant(made, notice, [made], served(100), rule=RULE, by=town, at=late)
    rules.grant(made, notice, [made], served(100), rule=RULE, by=by(Role.TOWN_OFFICER), at=late)
    assert made.state is State.GRANTED


def test_the_window_is_five_working_days_and_nothing_shortens_it() -> None:
    made, notice = publicised(1, by(Role.TOWN_OFFICER), 100)
    # Wednesday 2026-05-20: Thursday, Friday, Monday, Tuesday, Wednesday; it ends with that day, in the city.
    assert notice.closes_at == datetime(2026, 5, 27, 16, tzinfo=UTC)
    second = by(Role.TOWN_OFFICER)
    with pytest.raises(NoticeRunning):
        rules.grant(made, notice, [made], served(100), rule=RULE, by=second, at=notice.closes_at - timedelta(seconds=1))
    for waiting, upheld, refusal in ((1, 0, ObjectionWaiting), (0, 1, ObjectionUpheld)):
        notice.objections_waiting, notice.objections_upheld = waiting, upheld
        with pytest.raises(refusal):
            rules.grant(made, notice, [made], served(100), rule=RULE, by=second, at=notice.closes_at)


def test_only_what_is_confirmed_on_the_day_of_granting_counts() -> None:
    made, notice = publicised(2, by(Role.TOWN_OFFICER), 305)
    with pytest.raises(rules.NotYetEarned):
        rules.grant(made, notice, [made], served(299), rule=RULE, by=by(Role.TOWN_OFFICER), at=NOW + timedelta(days=30))


@pytest.mark.parametrize(
    ("months", "until"), [(12, date(2027, 5, 20)), (36, date(2029, 5, 20)), (11, None), (37, None)]
)
def test_falsification_bars_for_one_to_three_years(months: int, until: date | None) -> None:
    granted = honour(1, state=State.GRANTED)
    if until is None:
        with pytest.raises(rules.DisqualificationUnsound):
            rules.revoke(granted, rule=RULE, reason="冒名签到", months=months, by=by(Role.TOWN_OFFICER), at=NOW)
        return
    rules.revoke(granted, rule=RULE, reason="冒名签到", months=months, by=by(Role.TOWN_OFFICER), at=NOW)
    with pytest.raises(rules.Disqualified):
        rules.require_may_apply([granted], RULE.of(1), served(2000), on=until - timedelta(days=1))
    rules.require_may_apply([granted], RULE.of(1), served(2000), on=until)
