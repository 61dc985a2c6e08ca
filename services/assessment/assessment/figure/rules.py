"""Which target a figure is held against, what is missing to it, and whether it is behind; pure functions."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import ceil

from assessment.figure.ground import Ground
from assessment.figure.measured import Measured
from assessment.figure.measures import measure_of
from assessment.figure.of_organisations import RURAL, URBAN
from assessment.indicator.model import Indicator
from assessment.target.model import Aim
from assessment.target.rules import is_past

AS_GOOD_AS = 1e-9


class Light(StrEnum):
    """指标状态."""

    OK = "ok"
    BEHIND = "behind"
    NOT_APPLICABLE = "na"
    NO_DATA = "no_data"


@dataclass(frozen=True, slots=True)
class Goal:
    """What a figure is held against, and the target or targets that say so."""

    value: float
    deadline: date | None
    is_past: bool
    source: str
    assumption: bool


AIMS = {aim.value: aim for aim in Aim}
BY_KIND = {Indicator.ORG_AVERAGE: None, Indicator.ORG_AVG_RURAL: RURAL, Indicator.ORG_AVG_URBAN: URBAN}


def goal(indicator: Indicator, ground: Ground) -> Goal | None:
    """What the figure is held against today; none where no target speaks of it."""
    match indicator:
        case Indicator.ORG_COVERAGE:
            return _goal(ground, Aim.ORG_MINIMUM, 1.0) if ground.subjects(ground.day).communities else None
        case Indicator.ORG_TOTAL:
            least = [each.minimum or 0 for each in ground.subjects(ground.day).communities]
            return _goal(ground, Aim.ORG_MINIMUM, sum(least)) if least else None
        case Indicator.ORG_AVERAGE | Indicator.ORG_AVG_RURAL | Indicator.ORG_AVG_URBAN:
            return _average(ground, BY_KIND[indicator])
        case _:
            aim = AIMS.get(indicator.value)
            return _goal(ground, aim, None) if aim else None


def _average(ground: Ground, organ_kind: str | None) -> Goal | None:
    subjects = ground.subjects(ground.day, organ_kind).communities
    asked = sum(each.average or 0 for each in subjects)
    return _goal(ground, Aim.ORG_AVERAGE, asked / len(subjects), organ_kind=organ_kind) if asked else None


def _goal(ground: Ground, aim: Aim, value: float | None, *, organ_kind: str | None = None) -> Goal | None:
    """From the targets of an aim that are in force."""
    spoken = [each for subject, each in sorted(ground.current.items()) if subject[0] is aim]
    targets = [each for each in spoken if organ_kind in {None, each.organ_kind}]
    if not targets:
        return None
    # What is set for the city is, for a part of it, the same share derived.
    derived = value is None and ground.area.level != "city" and targets[0].area_id != ground.area.id
    deadlines = [each.deadline for each in targets if each.deadline]
    cited = dict.fromkeys(f"{each.source}{each.clause or ''}" for each in targets)
    return Goal(
        value=targets[0].value if value is None else value,
        deadline=max(deadlines) if deadlines else None,
        is_past=all(is_past(each, ground.day) for each in targets),
        source=";".join(cited),
        assumption=derived or any(each.assumption for each in targets),
    )


def light(indicator: Indicator, ground: Ground, measured: Measured, held_against: Goal | None) -> Light:
    """The state of a figure: a word, coloured elsewhere."""
    if not measure_of(indicator, ground.day).applies(ground):
        return Light.NOT_APPLICABLE
    if measured.value is None:
        return Light.NO_DATA
    reached = held_against is None or measured.value >= held_against.value - AS_GOOD_AS
    return Light.OK if reached else Light.BEHIND


def gap(measured: Measured, held_against: Goal | None) -> float | None:
    """What is missing to the goal, in the figure's own unit."""
    if measured.value is None or held_against is None:
        return None
    return max(0.0, held_against.value - measured.value)


def missing(indicator: Indicator, measured: Measured, held_against: Goal | None, on: date) -> int | None:
    """How many more it takes: volunteers, communities or organisations. Satisfied people cannot be added."""
    if measured.part is None or measured.whole is None or held_against is None:
        return None
    if not measure_of(indicator, on).is_countable:
        return None
    return max(0, ceil(round(held_against.value * measured.whole.value / measured.per, 6)) - measured.part)
