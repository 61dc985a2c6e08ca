"""The assessment service: readings of what the others tell, figures against targets, and the records behind."""

from fastapi import FastAPI

from assessment.dashboard.routes import router as dashboard
from assessment.evidence.routes import router as evidence
from assessment.permissions import ROLES
from assessment.projections import projections
from assessment.reactions import reactions
from assessment.schedule import surveys_end
from assessment.survey.routes import router as survey
from assessment.target.routes import router as target
from chassis.app import Service, create_app
from chassis.settings import load

service = Service(
    name="assessment",
    title="考核评估 assessment",
    routers=[target, survey, dashboard, evidence],
    roles=ROLES,
    followers=[projections, reactions],
    beside=[surveys_end],
)


def app() -> FastAPI:
    """The app, as uvicorn's factory."""
    return create_app(service, load("assessment"))
