"""How the figures of organisations and of what communities have are computed; pure functions."""

from functools import partial

from assessment.figure.ground import Ground
from assessment.figure.measured import (
    NOTHING,
    Aside,
    Measure,
    Measured,
    among,
    came,
    share_of_communities,
    speaks_of,
    summed,
)
from assessment.figure.reached import CLASSES
from assessment.indicator.months import Period
from assessment.reading.model import Counted

RURAL, URBAN = "VC", "RC"


def org_coverage(ground: Ground, period: Period) -> Measured:
    """Communities that have their 5 or 10 ÷ communities that the rule speaks of."""
    return share_of_communities(ground, period, ground.reached.minimum)


def org_total(ground: Ground, period: Period) -> Measured:
    """Organisations at home in those communities."""
    if not ground.subjects(period.last).communities:
        return NOTHING
    return Measured(float(ground.reached.organisations_at(period.last)))


def org_average(ground: Ground, period: Period, organ_kind: str | None = None, name: str | None = None) -> Measured:
    """Organisations ÷ communities: the national text's reading, shown beside the plan's stricter one."""
    subjects = ground.subjects(period.last, organ_kind)
    if not subjects.communities:
        return NOTHING
    total = ground.reached.organisations_at(period.last, organ_kind)
    return Measured(total / len(subjects.communities), total, among(subjects, name) if name else among(subjects))


def category_balance(ground: Ground, period: Period) -> Measured:
    """Communities with all three classes ÷ communities; what is in none of the three is said and not counted."""
    shared = share_of_communities(ground, period, ground.reached.classes)
    if shared.value is None:
        return NOTHING
    aside = Aside("未归入三类、不计入的社区社会组织", summed(ground, Counted.UNCLASSIFIED, period))
    return Measured(shared.value, shared.part, shared.whole, asides=(aside,))


def filed_to_registered(ground: Ground, period: Period) -> Measured:
    """Organisations promoted from filing to registration in the period."""
    promoted = came(ground, Counted.PROMOTIONS, period)
    return Measured(float(promoted), promoted)


def post_coverage(ground: Ground, period: Period) -> Measured:
    """Communities with a filled post ÷ communities."""
    return share_of_communities(ground, period, ground.reached.post)


def facility_coverage(ground: Ground, period: Period) -> Measured:
    """Communities with an open facility ÷ communities."""
    return share_of_communities(ground, period, ground.reached.facility)


def _by_kind(organ_kind: str, name: str) -> Measure:
    return Measure(
        partial(org_average, organ_kind=organ_kind, name=name),
        placed=(Counted.ORGANISATIONS,),
        applies=partial(speaks_of, organ_kind=organ_kind),
        is_countable=True,
    )


ORGANISATIONS = (Counted.ORGANISATIONS,)
MEASURES: dict[str, Measure] = {
    "org_coverage": Measure(org_coverage, placed=ORGANISATIONS, applies=speaks_of, is_countable=True),
    "org_average": Measure(org_average, placed=ORGANISATIONS, applies=speaks_of, is_countable=True),
    "org_avg_rural": _by_kind(RURAL, "村（村委会）"),
    "org_avg_urban": _by_kind(URBAN, "社区（居委会）"),
    "org_total": Measure(org_total, placed=ORGANISATIONS, applies=speaks_of),
    "category_balance": Measure(
        category_balance, placed=CLASSES, counted=(Counted.UNCLASSIFIED,), applies=speaks_of, is_countable=True
    ),
    "filed_to_registered": Measure(filed_to_registered, counted=(Counted.PROMOTIONS,), applies=speaks_of),
    "post_coverage": Measure(post_coverage, placed=(Counted.POSTS,), applies=speaks_of, is_countable=True),
    "facility_coverage": Measure(facility_coverage, placed=(Counted.FACILITIES,), applies=speaks_of, is_countable=True),
}
