"""The assessment service: readings of what the others tell, figures against targets, and the records behind."""

from fastapi import FastAPI

from assessment.dashboard.routes import router as dashboard
from assessment.evidence.routes import router as evidence
from assessment.indicator.routes import router as indicator
from assessment.outside_count.routes import router as outside_count
from assessment.permissions import ROLES
from assessment.projections import projections
from assessment.reactions import reactions
from assessment.scheme.routes import router as scheme
from assessment.scorecard.deciding import router as deciding
from assessment.scorecard.lapsing import settle_due
from assessment.scorecard.ranking import router as ranking
from assessment.scorecard.routes import router as scorecard
from assessment.scored import ATTACHMENTS
from assessment.survey.closing import finish_due
from assessment.survey.routes import router as survey
from assessment.target.routes import router as target
from chassis.app import Service, create_app
from chassis.schedule import Turn
from chassis.settings import load
from procedures.attachment import storing
from procedures.attachment.routes import router as attachments

service = Service(
    name="assessment",
    title="考核评估 assessment",
    routers=[
        indicator,
        target,
        survey,
        outside_count,
        dashboard,
        evidence,
        scheme,
        scorecard,
        deciding,
        ranking,
        attachments(ATTACHMENTS),
    ],
    roles=ROLES,
    followers=[projections, reactions],
    schedule=[Turn(finish_due, every=60), Turn(settle_due, every=600), storing.TURN],
)


def app() -> FastAPI:
    """The app, as uvicorn's factory."""
    return create_app(service, load("assessment"))
