"""Which target a figure is held against, what is missing to it, and whether it is behind; pure functions."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import ceil

from assessment.figure.ground import Ground
from assessment.figure.indicators import Indicator
from assessment.figure.measures import Measured, subject_to
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


OF_ORGANISATIONS = frozenset({Indicator.ORG_COVERAGE, Indicator.ORG_AVERAGE, Indicator.ORG_TOTAL})


def goal(indicator: Indicator, ground: Ground) -> Goal | None:
    """What the figure is held against today; none where no target speaks of it."""
    subjects = subject_to(ground)
    minimum, average = sum(each.minimum or 0 for each in subjects), sum(each.average or 0 for each in subjects)
    match indicator:
        case Indicator.ORG_COVERAGE if subjects:
            return _goal(ground, Aim.ORG_MINIMUM, 1.0)
        case Indicator.ORG_TOTAL if subjects:
            return _goal(ground, Aim.ORG_MINIMUM, minimum)
        case Indicator.ORG_AVERAGE if average:
            return _goal(ground, Aim.ORG_AVERAGE, average / len(subjects))
        case Indicator.VOLUNTEER_RATIO:
            # The plan sets 13 % for the city; for a part of it the same share is derived.
            return _goal(ground, Aim.VOLUNTEER_RATIO, None, derived=ground.area.level != "city")
        case Indicator.SATISFACTION:
            return _goal(ground, Aim.SATISFACTION, None)
        case _:
            return None


def _goal(ground: Ground, aim: Aim, value: float | None, *, derived: bool = False) -> Goal | None:
    """From the targets of an aim that are in force."""
    targets = [each for subject, each in sorted(ground.current.items()) if subject[0] is aim]
    if not targets:
        return None
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
    if not _applies(indicator, ground):
        return Light.NOT_APPLICABLE
    if measured.value is None:
        return Light.NO_DATA
    reached = held_against is None or measured.value >= held_against.value - AS_GOOD_AS
    return Light.OK if reached else Light.BEHIND


def _applies(indicator: Indicator, ground: Ground) -> bool:
    if indicator in OF_ORGANISATIONS:
        return any(each.applies for each in ground.communities) if ground.communities else ground.applies
    return indicator is not Indicator.VOLUNTEER_RATIO or ground.applies or ground.population is not None


def gap(measured: Measured, held_against: Goal | None) -> float | None:
    """What is missing to the goal, in the figure's own unit."""
    if measured.value is None or held_against is None:
        return None
    return max(0.0, held_against.value - measured.value)


def missing(indicator: Indicator, measured: Measured, held_against: Goal | None) -> int | None:
    """How many more it takes: volunteers, communities or organisations. Satisfied people cannot be added."""
    if measured.part is None or measured.whole is None or held_against is None or indicator is Indicator.SATISFACTION:
        return None
    return max(0, ceil(round(held_against.value * measured.whole.value, 6)) - measured.part)
