"""How each figure is computed from its ground, for any day; pure functions."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from assessment.figure.ground import Community, Ground, Whole
from assessment.figure.indicators import Indicator
from assessment.figure.months import window
from assessment.reading.counting import between, level
from assessment.reading.model import Counted
from assessment.survey.bound import lower_bound
from assessment.survey.dated import SurveyRule

MINUTES_PER_HOUR = 60


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure on a day: its value and, for a share, what it divides."""

    value: float | None
    part: int | None = None
    whole: Whole | None = None


NOTHING = Measured(None)


def subject_to(ground: Ground) -> list[Community]:
    """The communities that the rule of 5 and 10 speaks of, where a target asks something of them."""
    return [each for each in ground.communities if each.applies and each.minimum is not None]


def held(ground: Ground, community: Community, on: date) -> int:
    """How many organisations a community has on a day."""
    return level(ground.organisations.get(community.id, ()), on)


def _communities(subjects: list[Community]) -> Whole:
    listed = [each.listed_on for each in subjects if each.listed_on]
    source = "统计用区划代码，按组织形态（居委会、村委会）"
    return Whole("适用目标的村（社区）", len(subjects), "communities", max(listed) if listed else None, source)


def org_coverage(ground: Ground, on: date) -> Measured:
    """Communities that have their 5 or 10 ÷ communities that the rule speaks of."""
    subjects = subject_to(ground)
    if not subjects:
        return NOTHING
    met = sum(held(ground, each, on) >= (each.minimum or 0) for each in subjects)
    return Measured(met / len(subjects), met, _communities(subjects))


def org_total(ground: Ground, on: date) -> Measured:
    """Organisations at home in those communities."""
    subjects = subject_to(ground)
    return Measured(float(sum(held(ground, each, on) for each in subjects))) if subjects else NOTHING


def org_average(ground: Ground, on: date) -> Measured:
    """Organisations ÷ communities: the national text's reading, shown beside the plan's stricter one."""
    subjects, total = subject_to(ground), org_total(ground, on).value
    if total is None:
        return NOTHING
    return Measured(total / len(subjects), int(total), _communities(subjects))


def volunteer_ratio(ground: Ground, on: date) -> Measured:
    """Registered volunteers ÷ the named, dated population."""
    if ground.population is None:
        return NOTHING
    volunteers = level(ground.counted.get(Counted.VOLUNTEERS, ()), on)
    return Measured(volunteers / ground.population.value, volunteers, ground.population)


def satisfaction(ground: Ground, on: date) -> Measured:
    """The lower bound over all answers of the window's closed surveys; nothing where too few have answered."""
    rule, first = SurveyRule.on(on), window(on)
    inside = [each for each in ground.results if first <= each.on <= on]
    answered, satisfied = sum(each.answered for each in inside), sum(each.satisfied for each in inside)
    if answered < rule.small_group:
        return NOTHING
    whole = Whole("已结束调查的答卷", answered, "answers", on, "满意度调查")
    return Measured(lower_bound(satisfied, answered, rule.confidence), satisfied, whole)


def hours(ground: Ground, on: date) -> Measured:
    """Hours confirmed by a second person in the window, to one decimal; the numerator keeps the minutes."""
    minutes = between(ground.counted.get(Counted.MINUTES, ()), window(on), on)
    return Measured(round(minutes / MINUTES_PER_HOUR, 1), minutes)


def needs_answered(ground: Ground, on: date) -> Measured:
    """Needs that a project has taken up ÷ needs, merged and declined ones left out."""
    needs = level(ground.counted.get(Counted.NEEDS, ()), on)
    if needs <= 0:
        return NOTHING
    answered = level(ground.counted.get(Counted.NEEDS_ANSWERED, ()), on)
    return Measured(answered / needs, answered, Whole("需求（不含合并、不予受理）", needs, "needs", on, "需求库"))


MEASURES: dict[Indicator, Callable[[Ground, date], Measured]] = {
    Indicator.ORG_COVERAGE: org_coverage,
    Indicator.ORG_AVERAGE: org_average,
    Indicator.ORG_TOTAL: org_total,
    Indicator.VOLUNTEER_RATIO: volunteer_ratio,
    Indicator.SATISFACTION: satisfaction,
    Indicator.HOURS: hours,
    Indicator.NEEDS_ANSWERED: needs_answered,
}
