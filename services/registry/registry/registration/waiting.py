"""For whom an application for registration waits, with the last day of what is to be done."""

from chassis.principal import Role
from chassis.tasks import Task, officer_of
from registry.registration.model import Registration

ACCEPTANCE, DECISION, CORRECTION = "registration-acceptance", "registration-decision", "registration-correction"


def task_of(code: str, registration: Registration) -> Task:
    """受理 and 决定 are the bureau's, 补正 whoever answers for the area, or the body's own; each round is a new one."""
    role, organisation_id = Role.BUREAU_OFFICER, None
    if code == CORRECTION:
        organisation_id = registration.organisation_id if registration.promotes else None
        role = Role.ORGANISATION_MANAGER if organisation_id else officer_of(registration.scope_key)
    return Task(
        code,
        role,
        f"/api/registry/registrations/{registration.id}",
        registration.id,
        registration.area_id,
        registration.scope_key,
        organisation_id,
        round=registration.submitted_at.isoformat(),
        due_on=registration.due_on if code != CORRECTION else None,
    )
