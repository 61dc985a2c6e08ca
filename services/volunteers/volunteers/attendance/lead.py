"""What waits for the lead of an activity: to confirm when somebody left, to hand a child over to its guardian."""

from dataclasses import replace

from chassis import clock
from chassis.principal import Role
from chassis.tasks import Task, officer_of
from volunteers.attendance.model import Attendance
from volunteers.facts import TaskClosed


def departure(attendance: Attendance) -> Task:
    """待确认离开时间: for the organisation's social workers, or whoever answers for the community."""
    return _task("departure-confirmation", _office(attendance), attendance)


def handovers(attendance: Attendance) -> list[Task]:
    """待交接未成年人, that day's: where no organisation leads, for the social workers on the spot as well."""
    assert attendance.guardian_withdrew_at is not None  # noqa: S101 - nobody is called for before that
    on = clock.day(attendance.guardian_withdrew_at)
    roles = dict.fromkeys((_office(attendance), Role.SOCIAL_WORKER))
    return [replace(_task("child-handover", role, attendance), round=role, due_on=on) for role in roles]


def let_off(attendance: Attendance) -> list[TaskClosed]:
    """That nobody need confirm any more when somebody left, once they have checked out or their hours are decided."""
    return [TaskClosed.of(departure(attendance))] if attendance.awaits_departure else []


def left(attendance: Attendance) -> list[TaskClosed]:
    """What no longer waits once somebody has left."""
    handed = handovers(attendance) if attendance.awaits_handover else []
    return [*let_off(attendance), *map(TaskClosed.of, handed)]


def _office(attendance: Attendance) -> Role:
    return officer_of(attendance.scope_key) if attendance.organisation_id is None else Role.SOCIAL_WORKER


def _task(code: str, role: Role, attendance: Attendance) -> Task:
    href, place = f"/api/volunteers/attendances/{attendance.id}", (attendance.area_id, attendance.scope_key)
    return Task(code, role, href, attendance.id, *place, attendance.organisation_id)
