"""What an activity wants of volunteers: stored with the names of the courses, told as numbers and as requirements."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from chassis.problems import Problem
from projects.activity.plan import WantedIn
from projects.facts import RequiredTraining, Requirement, Wanted


class CourseUnknown(Problem):
    """所要求的培训课程不存在。"""

    status = 422


class WantedView(Wanted):
    """志愿者岗位需求, with what it asks for."""

    maximum_age: int | None
    skills: list[str]
    trainings: list[RequiredTraining]


_UNASKED: dict[str, Any] = {"maximum_age": None, "skills": [], "trainings": []}


def stored(wanted: Sequence[WantedIn], courses: Mapping[UUID, str]) -> list[dict[str, Any]]:
    """As the activity keeps it; a course that nobody knows is refused by its place."""
    kept = []
    for number, each in enumerate(wanted):
        unknown = [id_ for id_ in each.training_ids if id_ not in courses]
        if unknown:
            raise CourseUnknown(pointer=f"/wanted/{number}/training_ids")
        trainings = [{"course_id": str(id_), "name": courses[id_]} for id_ in dict.fromkeys(each.training_ids)]
        kept.append({**each.model_dump(exclude={"training_ids"}), "trainings": trainings})
    return kept


def numbers(kept: Sequence[dict[str, Any]]) -> list[Wanted]:
    """How many for each role."""
    return [Wanted(**{name: each[name] for name in Wanted.model_fields}) for each in kept]


def requirements(kept: Sequence[dict[str, Any]]) -> list[Requirement]:
    """What each role asks for that asks for anything."""
    asking = [each for each in kept if any(each.get(name) not in (None, []) for name in _UNASKED)]
    return [Requirement(role=each["role"], **{name: each[name] for name in _UNASKED}) for each in asking]


def views(kept: Sequence[dict[str, Any]]) -> list[WantedView]:
    """As it is shown; what was planned before roles could ask for anything asks for nothing."""
    return [WantedView(**_UNASKED | each) for each in kept]
