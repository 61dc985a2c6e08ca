"""How the figures of volunteers and social workers are computed; pure functions."""

from assessment.figure.ground import Ground, Whole
from assessment.figure.measured import MINUTES_PER_HOUR, NOTHING, Measure, Measured, came, summed
from assessment.indicator.months import Period
from assessment.reading.model import Counted

TEN_THOUSAND = 10_000


def has_people(ground: Ground) -> bool:
    """A park without a population of its own has nobody to divide by."""
    return ground.applies or ground.population is not None


def volunteer_ratio(ground: Ground, period: Period) -> Measured:
    """Registered volunteers ÷ the named, dated population."""
    if ground.population is None:
        return NOTHING
    volunteers = summed(ground, Counted.VOLUNTEERS, period)
    return Measured(volunteers / ground.population.value, volunteers, ground.population)


def _volunteers(ground: Ground, period: Period) -> Whole | None:
    registered = summed(ground, Counted.VOLUNTEERS, period)
    return Whole("注册志愿者", registered, "volunteers", period.last, "志愿者名册") if registered > 0 else None


def volunteer_active_ratio(ground: Ground, period: Period) -> Measured:
    """Volunteers who served long enough in the months behind ÷ registered volunteers."""
    whole = _volunteers(ground, period)
    if whole is None:
        return NOTHING
    active = summed(ground, Counted.ACTIVE_VOLUNTEERS, period)
    return Measured(active / whole.value, active, whole)


def hours(ground: Ground, period: Period) -> Measured:
    """Hours confirmed by a second person in the period, to one decimal: so until the end of 2025."""
    minutes = came(ground, Counted.MINUTES, period)
    return Measured(round(minutes / MINUTES_PER_HOUR, 1), minutes)


def hours_exact(ground: Ground, period: Period) -> Measured:
    """The same to the minute: what is nearly a threshold does not reach it."""
    minutes = came(ground, Counted.MINUTES, period)
    return Measured(minutes / MINUTES_PER_HOUR, minutes)


def hours_per_head(ground: Ground, period: Period) -> Measured:
    """Hours ÷ registered volunteers."""
    whole = _volunteers(ground, period)
    if whole is None:
        return NOTHING
    minutes = came(ground, Counted.MINUTES, period)
    return Measured(minutes / MINUTES_PER_HOUR / whole.value, minutes, whole, per=1 / MINUTES_PER_HOUR)


def sw_per_10k(ground: Ground, period: Period) -> Measured:
    """Posts in which somebody works ÷ the named, dated population, for ten thousand people."""
    if ground.population is None:
        return NOTHING
    posts = summed(ground, Counted.POSTS, period)
    return Measured(posts / ground.population.value * TEN_THOUSAND, posts, ground.population, per=TEN_THOUSAND)


VOLUNTEERS = (Counted.VOLUNTEERS,)
MEASURES: dict[str, Measure] = {
    "volunteer_ratio": Measure(volunteer_ratio, counted=VOLUNTEERS, applies=has_people, is_countable=True),
    "volunteer_active_ratio": Measure(
        volunteer_active_ratio, counted=(*VOLUNTEERS, Counted.ACTIVE_VOLUNTEERS), is_countable=True
    ),
    "hours": Measure(hours, counted=(Counted.MINUTES,)),
    "hours_exact": Measure(hours_exact, counted=(Counted.MINUTES,)),
    "hours_per_head": Measure(hours_per_head, counted=(*VOLUNTEERS, Counted.MINUTES)),
    "sw_per_10k": Measure(sw_per_10k, counted=(Counted.POSTS,), applies=has_people, is_countable=True),
}
