"""What communities have reached, and when: of several areas together it is the sum; pure functions."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from operator import attrgetter

from assessment.reading.counting import UNCOUNTED, Course, Courses
from assessment.reading.days import OPEN_END, Span
from assessment.reading.model import Counted

CLASSES = (Counted.PUBLIC_SERVICE, Counted.CULTURE_SPORTS, Counted.CHARITY_MUTUAL_AID)
ALWAYS: Span = (date.min, OPEN_END)
PLACED = (*CLASSES, Counted.FACILITIES, Counted.ORGANISATIONS, Counted.POSTS)


@dataclass(frozen=True, slots=True)
class Community:
    """村（社区）, and what the rule of 5 and 10 asks of it; nothing where it does not apply.

    By the organ that it has on some `days`: 村改居 makes another of it, from a day on.
    """

    scope_key: str
    organ_kind: str | None
    applies: bool
    minimum: float | None
    average: float | None
    listed_on: date | None
    days: Span = ALWAYS

    def holds(self, on: date) -> bool:
        """Whether it was so on a day."""
        return self.days[0] <= on < self.days[1]

    @property
    def is_subject(self) -> bool:
        """Whether the rule of 5 and 10 speaks of it and a target asks something of it."""
        return self.applies and self.minimum is not None


@dataclass(frozen=True, slots=True)
class Reached:
    """达标: how many communities that the rule speaks of had their 5 or 10, all three classes, a post, a facility.

    And how many organisations were at home in them, by organ kind.
    """

    minimum: Course = UNCOUNTED
    classes: Course = UNCOUNTED
    post: Course = UNCOUNTED
    facility: Course = UNCOUNTED
    organisations: Mapping[str | None, Course] = field(default_factory=dict)

    def organisations_at(self, on: date, organ_kind: str | None = None) -> int:
        """In communities of one organ kind, or of all."""
        return sum(each.at(on) for kind, each in self.organisations.items() if organ_kind in {None, kind})


NOTHING_REACHED = Reached()


def reached_by(communities: Iterable[Community], placed: Courses) -> Reached:
    """From how the counters of each went."""
    subjects = [each for each in communities if each.is_subject]

    def had(*counted: Counted, least: Callable[[Community], float | None] = lambda _: 1) -> Course:
        return _summed(
            _spans([placed.get(name, {}).get(each.scope_key, UNCOUNTED) for name in counted], least(each) or 0, each)
            for each in subjects
        )

    at_home = placed.get(Counted.ORGANISATIONS, {})
    return Reached(
        minimum=had(Counted.ORGANISATIONS, least=attrgetter("minimum")),
        classes=had(*CLASSES),
        post=had(Counted.POSTS),
        facility=had(Counted.FACILITIES),
        organisations={
            kind: _summed(
                _within(at_home.get(each.scope_key, UNCOUNTED), each) for each in subjects if each.organ_kind == kind
            )
            for kind in {each.organ_kind for each in subjects}
        },
    )


def together(parts: Sequence[Reached], without: Sequence[Reached] = ()) -> Reached:
    """Of several areas as one, less what is taken away again."""

    def summed(course: Callable[[Reached], Course]) -> Course:
        added = (course(each).changes() for each in parts)
        taken = (((on, -change) for on, change in course(each).changes()) for each in without)
        return _summed(chain(added, taken))

    def at_home(kind: str | None) -> Course:
        return summed(lambda each: each.organisations.get(kind, UNCOUNTED))

    return Reached(
        minimum=summed(attrgetter("minimum")),
        classes=summed(attrgetter("classes")),
        post=summed(attrgetter("post")),
        facility=summed(attrgetter("facility")),
        organisations={kind: at_home(kind) for kind in {kind for each in parts for kind in each.organisations}},
    )


def _within(course: Course, community: Community) -> Iterable[tuple[date, int]]:
    """Its changes in a community's days: it begins with what there was, and ends with nothing."""
    first, end = community.days
    if community.days == ALWAYS:
        return course.changes()
    inside = [(on, change) for on, change in course.changes() if first < on < end]
    last = first if not inside else inside[-1][0]
    return [(first, course.at(first)), *inside, *([] if end == OPEN_END else [(end, -course.at(last))])]


def _spans(courses: Sequence[Course], least: float, community: Community) -> list[tuple[date, int]]:
    """When all of them begin to stand at so many at least, as 1, and when they no longer do, as -1."""
    made, was = [], False
    for on in sorted({*community.days, *(on for course in courses for on in course.days)} - {OPEN_END}):
        now = community.holds(on) and min(course.at(on) for course in courses) >= least
        if now != was:
            made.append((on, 1 if now else -1))
        was = now
    return made


def _summed(changes: Iterable[Iterable[tuple[date, int]]]) -> Course:
    moved: Counter[date] = Counter()
    for each in changes:
        for on, change in each:
            moved[on] += change
    return Course.of((on, change) for on, change in moved.items() if change)
