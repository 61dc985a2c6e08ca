"""How a project is approved: by its town and, above an amount or where the city pays, by the bureau after that."""

from datetime import date
from pathlib import Path

from chassis.principal import Role
from chassis.tasks import officer_of
from procedures.approval.dated import ApprovalRule
from procedures.approval.rules import Round
from projects.paths import path
from projects.project.model import Project

KIND, CITY_MONEY = "project", "project_city_money"


class ProjectApproval(ApprovalRule):
    """项目审批环节."""

    FILE = Path(__file__).resolve().parents[2] / "data" / "approval.toml"


def round_of(project: Project, on: date) -> Round:
    """By the rule of the day of its submission; corrected by whoever carries it out, or by the officer of its area."""
    organisation_id = project.organisation_id
    corrector = Role.ORGANISATION_MANAGER if organisation_id else officer_of(project.scope_key)
    steps = ProjectApproval.on(on).of(CITY_MONEY if project.city_money else KIND)
    # To whoever decides on it and corrects it, it is a project, whoever pays.
    matter, href = steps.model_copy(update={"kind": KIND}), path("projects", project.id)
    return Round(matter, project.budget_fen, href, corrector, organisation_id)
