"""What waits at a project that is approved: to buy what its lines pay, and to close it once its contract is paid."""

from chassis.tasks import Task, officer_of
from projects.paths import path
from projects.project.model import Project
from projects.spending import spender_of


def drafting_of(project: Project) -> Task:
    """起草采购: for who spends, where the plan names no organisation; asked once."""
    place = (project.id, project.area_id, project.scope_key)
    return Task("purchase-drafting", spender_of(project.scope_key), path("projects", project.id), *place)


def closing_of(project: Project) -> Task:
    """结项: for the officers of its area, once a contract of it is performed and paid."""
    place = (project.id, project.area_id, project.scope_key)
    return Task("project-closing", officer_of(project.scope_key), path("projects", project.id), *place)
