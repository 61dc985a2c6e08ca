"""For whom a filing waits: the town that examines it, or whoever answers for the community when it comes back."""

from chassis.principal import Role
from chassis.tasks import Task
from registry.organisation.model import Organisation

REVIEW, CORRECTION = "filing-review", "filing-correction"


def task_of(code: str, organisation: Organisation) -> Task:
    """审核 is the town's, 补正 the community's, which drafted it; each submission is a new round."""
    return Task(
        code,
        Role.TOWN_OFFICER if code == REVIEW else Role.COMMUNITY_OFFICER,
        f"/api/registry/organisations/{organisation.id}",
        organisation.id,
        organisation.area_id,
        organisation.scope_key,
        round=organisation.submitted_at.isoformat() if organisation.submitted_at else "",
    )
