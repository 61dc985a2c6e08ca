"""How an indicator is computed: by the code that its definition of the day names."""

from datetime import date

from assessment.figure import of_organisations, of_people, of_services
from assessment.figure.ground import Ground
from assessment.figure.measured import Measure, Measured
from assessment.indicator.model import Indicator, Window, defined, definitions
from assessment.indicator.months import Period, rolling, year_of
from assessment.reading.feeds import AREAS, DELIBERATIONS, OWN, SOURCE

COMPUTED: dict[str, Measure] = {**of_organisations.MEASURES, **of_people.MEASURES, **of_services.MEASURES}


def measure_of(indicator: Indicator, on: date) -> Measure:
    """The code of the definition in force on a day."""
    return COMPUTED[defined(indicator, on).computed_by]


def measures_between(indicator: Indicator, first: date, last: date) -> list[Measure]:
    """The code of every definition that was in force in a time: a trend is made by that of each of its days."""
    begun = [each.valid_from for each in definitions() if each.code is indicator and first < each.valid_from <= last]
    return [measure_of(indicator, on) for on in (first, *begun)]


def sources_of(indicator: Indicator, on: date) -> frozenset[str]:
    """Whose facts the figure is made of; surveys are our own."""
    asked = measure_of(indicator, on)
    counted = {SOURCE[each] for each in (*asked.placed, *asked.counted)}
    read = {DELIBERATIONS if each == "met" else OWN for each in asked.reads}
    return frozenset({AREAS} | counted | read)


def period_of(indicator: Indicator, on: date) -> Period:
    """The days that the figure of a day looks at."""
    match defined(indicator, on).window:
        case Window.DAY:
            return Period(on, on)
        case Window.ROLLING:
            return rolling(on)
        case Window.YEAR:
            return year_of(on)


def measure(indicator: Indicator, ground: Ground, period: Period | None = None) -> Measured:
    """The figure of a period, or as it stands on the ground's own day."""
    asked = period or period_of(indicator, ground.day)
    return measure_of(indicator, asked.last).compute(ground, asked)
