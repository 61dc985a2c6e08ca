"""Sanctions and standing without I/O: which days a decision covers, who decides, and what a day is answered."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.days import months_after
from registry.organisation.model import Category, Kind, Organisation, Path, State
from registry.organisation.past import PastOrganisation
from registry.organisation.rules import OrganisationNotStanding
from registry.sanction import rules
from registry.sanction.dated import BiddingRule, GroundRule
from registry.sanction.model import Measure, Sanction
from registry.sanction.standing import ReasonCode, Standing, standing_on

AT = datetime(2026, 11, 23, 1, tzinfo=UTC)
TODAY = date(2026, 11, 23)
ONE, ANOTHER = uuid4(), uuid4()
RULE = GroundRule.on(TODAY)
FILED_ON = date(2024, 3, 1)


def organisation(**changes: object) -> Organisation:
    made = uuid4()
    plain = {
        "id": made,
        "organisation_id": made,
        "area_id": uuid4(),
        "scope_key": "441900/",
        "name": "东风睦邻互助社",
        "kind": Kind.SOCIAL_ASSOCIATION,
        "category": Category.CHARITY_MUTUAL_AID,
        "path": Path.FILED,
        "state": State.FILED,
        "filed_on": FILED_ON,
    }
    return Organisation(**plain | changes)


def imposed(body: Organisation, code: str, starts: date = TODAY, ends: date | None = None) -> Sanction:
    sanction = Sanction(id=uuid4(), organisation_id=body.id, document="处1号", starts_on=starts, ends_on=ends)
    ground = rules.ground_of(RULE, code, Measure.SUSPENSION, Measure.BAR)
    rules.impose(sanction, body, ground, by=ONE, at=AT, on=TODAY)
    return sanction


def found(body: Organisation, sanctions: list[Sanction], on: date) -> tuple[Standing, bool]:
    result = standing_on(body, sanctions, BiddingRule.on(on), on)
    return result.standing, result.may_bid


def test_a_ground_is_named_and_leads_to_its_measure() -> None:
    for code, measures in (("no-such-thing", tuple(Measure)), ("severe-discredit", (Measure.REVOCATION,))):
        with pytest.raises(rules.GroundUnknown):
            rules.ground_of(RULE, code, *measures)
    assert all(each.article and each.title for each in RULE.ground)


@pytest.mark.parametrize(
    ("code", "starts", "ends", "refusal"),
    [
        ("severe-discredit", TODAY - timedelta(days=1), TODAY + timedelta(days=9), rules.SanctionBackdated),
        ("severe-discredit", TODAY, None, rules.EndMissing),
        ("severe-discredit", TODAY, TODAY, rules.EndNotLater),
        ("evaluation-failed", date(2027, 1, 1), date(2028, 1, 2), rules.SanctionTooLong),
    ],
)
def test_days_of_a_sanction(code: str, starts: date, ends: date | None, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        imposed(organisation(), code, starts, ends)


def test_nobody_is_sanctioned_who_has_not_come_about_or_has_ended() -> None:
    for state in set(State) - {State.FILED, State.REGISTERED}:
        with pytest.raises(OrganisationNotStanding):
            imposed(organisation(state=state), "report-missing")


def test_a_failed_evaluation_bars_the_year_after_and_no_other() -> None:
    body = organisation()
    bar = imposed(body, "evaluation-failed", date(2027, 1, 1), date(2028, 1, 1))
    answers = {day: found(body, [bar], day) for day in (TODAY, date(2027, 1, 1), date(2027, 12, 31), date(2028, 1, 1))}
    assert [standing for standing, _ in answers.values()] == ["good", "barred", "barred", "good"]
    assert [may for _, may in answers.values()] == [True, False, False, True]


def test_lifting_is_anothers_and_changes_no_past_day() -> None:
    body = organisation()
    suspension = imposed(body, "report-missing")
    later = TODAY + timedelta(days=30)
    with pytest.raises(rules.OwnSanction):
        rules.lift(suspension, body, reason="已补报", by=ONE, on=later)
    fact = rules.lift(suspension, body, reason="已补报", by=ANOTHER, on=later)
    assert "已补报" not in fact.model_dump_json()
    assert fact.TYPE == "registry.organisation.resumed.v1"
    assert found(body, [suspension], later - timedelta(days=1)) == (Standing.SUSPENDED, False)
    assert found(body, [suspension], later) == (Standing.GOOD, True)
    with pytest.raises(rules.SanctionOver):
        rules.lift(suspension, body, reason="再次解除", by=ANOTHER, on=later)


def test_what_was_lifted_before_it_began_never_held() -> None:
    body = organisation()
    bar = imposed(body, "evaluation-failed", date(2027, 1, 1), date(2028, 1, 1))
    rules.lift(bar, body, reason="复核改判合格", by=ANOTHER, on=TODAY)
    assert found(body, [bar], date(2027, 6, 1)) == (Standing.GOOD, True)


def test_a_revoked_body_was_good_before() -> None:
    body = organisation()
    ground = rules.ground_of(RULE, "obtained-by-fraud", Measure.REVOCATION)
    rules.revoke(body, ground, document="撤1号", on=TODAY)
    assert found(body, [], TODAY) == (Standing.REVOKED, False)
    assert found(body, [], TODAY - timedelta(days=1)) == (Standing.GOOD, True)
    with pytest.raises(OrganisationNotStanding):
        rules.revoke(body, ground, document="撤2号", on=TODAY)


def test_a_filed_body_bids_only_where_the_rule_of_the_day_admits_it() -> None:
    filed = organisation(filed_on=date(2020, 1, 1))
    result = standing_on(filed, [], BiddingRule.on(date(2021, 1, 1)), date(2021, 1, 1))
    assert (result.standing, result.may_bid) == (Standing.GOOD, False)
    assert [each.code for each in result.reasons] == [ReasonCode.FILED_NOT_ADMITTED]
    assert found(filed, [], date(2023, 1, 1)) == (Standing.GOOD, True)
    registered = organisation(filed_on=None, registered_on=date(2020, 1, 1), path=Path.REGISTERED)
    assert found(registered, [], date(2021, 1, 1)) == (Standing.GOOD, True)


def test_who_has_no_certificate_of_the_day_does_not_bid() -> None:
    """An expired certificate stops the bid and not the body; renewed, the days between stay as they were."""
    began, ended, renewed = date(2020, 1, 1), date(2024, 1, 1), date(2024, 3, 1)
    body = organisation(filed_on=None, registered_on=began, path=Path.REGISTERED, certificate_valid_to=date(2028, 1, 1))
    before = PastOrganisation(valid_from=began, valid_to=renewed, certificate_valid_to=ended)
    for on, may_bid in ((date(2023, 12, 31), True), (ended, False), (date(2024, 2, 29), False), (renewed, True)):
        result = standing_on(body, [], BiddingRule.on(on), on, [before])
        assert (result.standing, result.may_bid) == (Standing.GOOD, may_bid)
        assert [each.code for each in result.reasons] == ([] if may_bid else [ReasonCode.CERTIFICATE_EXPIRED])
    assert found(body, [], date(2028, 1, 1)) == (Standing.GOOD, False)


def test_a_promoted_body_was_filed_before_its_certificate() -> None:
    body = organisation(registered_on=TODAY, path=Path.REGISTERED)
    paths = [standing_on(body, [], BiddingRule.on(TODAY), TODAY - timedelta(days=ago)).path for ago in (1, 0)]
    assert paths == [Path.FILED, Path.REGISTERED]


DAYS = st.dates(date(2023, 1, 1), date(2028, 12, 31))
MAYBE = st.none() | DAYS


@given(DAYS, MAYBE, MAYBE, MAYBE, st.lists(st.tuples(DAYS, MAYBE, MAYBE, st.sampled_from(["suspension", "bar"]))))
def test_of_any_day_the_gravest_that_holds_is_said(
    on: date,
    filed: date | None,
    gone: date | None,
    revoked: date | None,
    imposed: list[tuple[date, date | None, date | None, str]],
) -> None:
    body = organisation(filed_on=filed, deregistered_on=gone, revoked_on=revoked)
    rows = [
        Sanction(measure=Measure(measure), ground="x", starts_on=starts, ends_on=ends, lifted_on=lifted)
        for starts, ends, lifted, measure in imposed
    ]
    holding = {
        measure
        for starts, ends, lifted, measure in imposed
        if starts <= on and (ends is None or on < ends) and (lifted is None or on < lifted)
    }
    expected = (
        "revoked"
        if revoked and revoked <= on
        else "deregistered"
        if gone and gone <= on
        else "not_yet"
        if filed is None or on < filed
        else "suspended"
        if "suspension" in holding
        else "barred"
        if holding
        else "good"
    )
    result = standing_on(body, rows, BiddingRule.on(date(2026, 1, 1)), on)
    assert result.standing == expected
    assert result.may_bid is (expected == "good")


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2026, 12, 5), 12, date(2027, 12, 5)),
    ],
)
def test_months_end_where_the_month_ends(day: date, count: int, expected: date) -> None:
    assert months_after(day, count) == expected


def test_facts_carry_the_ids_and_days() -> None:
    body = organisation()
    sanction = Sanction(id=uuid4(), organisation_id=body.id, document="处1号", starts_on=TODAY, ends_on=None)
    fact = rules.impose(sanction, body, rules.ground_of(RULE, "report-missing", *Measure), by=ONE, at=AT, on=TODAY)
    assert isinstance(fact.sanction_id, UUID)
    assert (fact.TYPE, fact.ground, fact.valid_from) == ("registry.organisation.suspended.v1", "report-missing", TODAY)
