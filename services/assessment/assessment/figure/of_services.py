"""How the figures of needs, deliberations, satisfaction and money are computed; pure functions."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assessment.figure.ground import Ground, Result, Whole
from assessment.figure.measured import NOTHING, Aside, Measure, Measured, came, summed
from assessment.indicator.months import Period
from assessment.reading.model import Counted
from assessment.survey.bound import lower_bound
from assessment.survey.dated import StageRule, SurveyRule


def needs_answered(ground: Ground, period: Period) -> Measured:
    """Needs that a project has taken up ÷ needs, merged and declined ones left out."""
    needs = summed(ground, Counted.NEEDS, period)
    if needs <= 0:
        return NOTHING
    answered = summed(ground, Counted.NEEDS_ANSWERED, period)
    whole = Whole("需求（不含合并、不予受理）", needs, "needs", period.last, "需求库")
    return Measured(answered / needs, answered, whole)


def deliberation_closure(ground: Ground, period: Period) -> Measured:
    """Deliberations held in the period of which everything agreed has been fed back ÷ those held."""
    inside = [each for each in ground.met if period.first <= each.held_on <= period.last]
    held = sum(each.number for each in inside)
    if held == 0:
        return NOTHING
    closed = sum(each.number for each in inside if each.closed_on is not None and each.closed_on <= period.last)
    return Measured(closed / held, closed, Whole("期内举行的协商", held, "deliberations", period.last, "议事协商记录"))


def _pooled(results: Sequence[Result], least: int, confidence: float, whole: Whole) -> Measured:
    """The lower bound over all answers; nothing where too few have answered."""
    if whole.value < least:
        return NOTHING
    satisfied = sum(each.satisfied for each in results)
    bound = lower_bound(satisfied, whole.value, confidence)
    return Measured(bound, satisfied, whole, confidence=confidence)


def _answers(results: Sequence[Result], name: str, on: date) -> Whole:
    return Whole(name, sum(each.answered for each in results), "answers", on, "满意度调查")


def satisfaction(ground: Ground, period: Period) -> Measured:
    """Over all surveys of activities that were closed in the period, whatever their size: so until the end of 2025."""
    rule = SurveyRule.on(period.last)
    inside = [each for each in ground.results if period.first <= each.on <= period.last]
    whole = _answers(inside, "已结束调查的答卷", period.last)
    return _pooled(inside, rule.small_group, rule.confidence, whole)


def _of_enough(
    what: str, period: Period, inside: Sequence[Result], enough: Sequence[Result], rule: SurveyRule, least: int
) -> Measured:
    """Over what enough have answered; how many too few did is said: their answers could be told by subtraction."""
    whole = _answers(enough, f"已结束{what}的答卷", period.last)
    made = _pooled(enough, least, rule.confidence, whole)
    left_out = sum(each.surveys for each in inside) - sum(each.surveys for each in enough)
    aside = Aside(f"答卷不足 {least} 份、不计入的{what}", left_out)
    return replace(made, asides=(aside,) if left_out else ())


def satisfaction_of_enough(ground: Ground, period: Period) -> Measured:
    """Over the surveys of activities that were closed in the period and that enough have answered."""
    rule = SurveyRule.on(period.last)
    inside = [each for each in ground.results if period.first <= each.on <= period.last]
    enough = [each for each in inside if not each.is_small]
    return _of_enough("调查", period, inside, enough, rule, rule.small_group)


def purchase_satisfaction(ground: Ground, period: Period) -> Measured:
    """Over the stages of contracts that enough have answered about."""
    rule = StageRule.on(period.last)
    inside = [each for each in ground.stages if period.first <= each.on <= period.last]
    enough = [each for each in inside if each.answered >= rule.least_answers]
    return _of_enough("阶段调查", period, inside, enough, rule, rule.least_answers)


def _granted(ground: Ground, period: Period) -> int:
    return came(ground, Counted.BUDGET_FEN, period)


def fund_execution(ground: Ground, period: Period) -> Measured:
    """Paid in the year from the budgets of that year ÷ what was granted for it."""
    granted = _granted(ground, period)
    if granted <= 0:
        return NOTHING
    paid = came(ground, Counted.PAID_FEN, period)
    whole = Whole(f"{period.last.year} 年度批复的预算", granted, "fen", period.last, "预算批复文件")
    return Measured(paid / granted, paid, whole)


def budget_growth(ground: Ground, period: Period) -> Measured:
    """What was granted for the year more than for the year before ÷ that."""
    year = period.last.year
    before = _granted(ground, Period(date(year - 1, 1, 1), date(year - 1, 12, 31)))
    now = _granted(ground, Period(date(year, 1, 1), period.last))
    if before <= 0 or now <= 0:
        return NOTHING
    whole = Whole(f"{year - 1} 年度批复的预算", before, "fen", date(year - 1, 12, 31), "预算批复文件")
    return Measured((now - before) / before, now - before, whole)


def has_budget(ground: Ground) -> bool:
    """A community has no budget of its own."""
    return ground.area.level != "community"


NEEDS = (Counted.NEEDS, Counted.NEEDS_ANSWERED)
MEASURES: dict[str, Measure] = {
    "needs_answered": Measure(needs_answered, counted=NEEDS, is_countable=True),
    "deliberation_closure": Measure(deliberation_closure, reads=frozenset({"met"}), is_countable=True),
    "satisfaction": Measure(satisfaction, reads=frozenset({"results"})),
    "satisfaction_of_enough": Measure(satisfaction_of_enough, reads=frozenset({"results"})),
    "purchase_satisfaction": Measure(purchase_satisfaction, reads=frozenset({"stages"})),
    "fund_execution": Measure(
        fund_execution, counted=(Counted.BUDGET_FEN, Counted.PAID_FEN), applies=has_budget, is_countable=True
    ),
    "budget_growth": Measure(budget_growth, counted=(Counted.BUDGET_FEN,), applies=has_budget),
}
