"""What a scheme has to be, and who puts it into force; without I/O."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from assessment.indicator.model import Indicator
from assessment.scheme import rules
from assessment.scheme.dated import SchemeRule
from assessment.scheme.model import Scheme, State
from assessment.scheme.scoring import Penalty
from chassis.tables import AreaCopy

AT = datetime(2026, 3, 1, tzinfo=UTC)
CITY, DRAFTER = uuid4(), uuid4()
UNITS = [AreaCopy(id=uuid4(), level="township", parent_id=CITY) for _ in range(3)]
DEFAULT = SchemeRule.on(AT.date())
PENALTY = next(place for place, each in enumerate(DEFAULT.item) if isinstance(each.scoring, Penalty))


def scheme(**changes):
    made = {"unit_ids": [each.id for each in UNITS], "state": State.DRAFT, "year": 2026}
    return Scheme(id=uuid4(), area_id=CITY, scope_key="441900/", **made | changes)


def drafted(items=DEFAULT.item, *, about=None, units=UNITS, level="city"):
    about = about or scheme()
    known = frozenset(Indicator)
    fact = rules.draft(about, items, units, known=known, level=level, by=DRAFTER, at=AT)
    return about, fact


def changed(place, **changes):
    return [each.model_copy(update=changes) if n == place else each for n, each in enumerate(DEFAULT.item)]


def test_the_default_scheme_is_sound_assesses_33_units_and_says_that_it_is_an_assumption():
    about, fact = drafted()
    assert fact.weights == {each.code: each.weight for each in about.items}
    assert sum(fact.weights.values()) == 100
    assert len(DEFAULT.units) == len(set(DEFAULT.units)) == 33
    assert "441900401" in DEFAULT.units  # 松山湖
    assert DEFAULT.assumption
    assert "假设" in DEFAULT.source
    assert any(each.indicator is None for each in DEFAULT.item)


def test_check_19_the_default_scheme_asks_for_what_makes_public_fundraising_lawful():
    (item,) = [each for each in DEFAULT.item if "众筹" in each.name]
    assert item.indicator is None
    assert not item.evidence_required  # whoever raised nothing has nothing to show
    for asked in ("公开募捐资格证书", "合作", "备案编号", "台账", "不适用"):
        assert asked in item.basis


@pytest.mark.parametrize(
    ("items", "refusal"),
    [
        (changed(0, weight=99), rules.WeightsNotHundred),
        (changed(1, code=DEFAULT.item[0].code), rules.ItemCodeTwice),
        (changed(0, indicator="unheard_of"), rules.IndicatorUnknown),
        (changed(0, scoring=None), rules.ScoringMisplaced),
        (changed(0, indicator=None), rules.ScoringMisplaced),
        (changed(0, scoring=DEFAULT.item[0].scoring.model_copy(update={"full": 0})), rules.ScoringUnsound),
        (
            changed(PENALTY, scoring=DEFAULT.item[PENALTY].scoring.model_copy(update={"deduct_hundredths": 801})),
            rules.ScoringUnsound,
        ),
    ],
)
def test_an_unsound_item_is_refused_where_it_stands(items, refusal):
    with pytest.raises(refusal) as refused:
        drafted(items)
    assert refused.value.errors[0].pointer.startswith("/items/")


def test_units_are_towns_and_zones_of_the_city_each_once():
    for unsound in ([], [UNITS[0].id] * 2, [uuid4()]):
        with pytest.raises(rules.UnitsUnsound):
            drafted(about=scheme(unit_ids=unsound))
    community = AreaCopy(id=uuid4(), level="community", parent_id=UNITS[0].id)
    with pytest.raises(rules.UnitsUnsound):
        drafted(about=scheme(unit_ids=[community.id]), units=[community])


def test_only_the_city_has_a_scheme():
    with pytest.raises(rules.SchemeNotForCity):
        drafted(level="township")


def test_a_scheme_is_put_in_force_by_another_account_once_a_year_and_then_stays():
    about, _ = drafted()
    with pytest.raises(rules.OwnScheme):
        rules.adopt(about, year_taken=False, by=DRAFTER, at=AT)
    with pytest.raises(rules.SchemeYearTaken):
        rules.adopt(about, year_taken=True, by=uuid4(), at=AT)
    assert rules.adopt(about, year_taken=False, by=uuid4(), at=AT).year == 2026
    assert about.state is State.IN_FORCE
    with pytest.raises(rules.SchemeDecided):
        rules.adopt(about, year_taken=False, by=uuid4(), at=AT)
    with pytest.raises(rules.SchemeDecided):
        drafted(about=about)
