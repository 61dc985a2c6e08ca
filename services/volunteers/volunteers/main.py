"""The volunteers service: volunteers and their teams, trainings, opportunities, sign-ups, hours, pairing."""

from fastapi import FastAPI
from starlette.middleware import Middleware

import procedures.notice.routes
import volunteers.absence.routes
import volunteers.admission.routes
import volunteers.attendance.routes
import volunteers.certificate.documents
import volunteers.certificate.routes
import volunteers.consent.routes
import volunteers.dissolution
import volunteers.duplicate.routes
import volunteers.honour.published
import volunteers.honour.routes
import volunteers.hours.routes
import volunteers.membership.routes
import volunteers.names
import volunteers.opportunity.routes
import volunteers.own.routes
import volunteers.pairing.routes
import volunteers.promotion.routes
import volunteers.sampling.routes
import volunteers.seal.routes
import volunteers.signup.routes
import volunteers.team.routes
import volunteers.training.routes
import volunteers.volunteer.routes
import volunteers.vouching.routes
from chassis import jobs
from chassis.app import Service, create_app
from chassis.settings import load
from procedures.bulk import routes as bulk
from volunteers.bulk.lists import INTAKES, OUTLETS
from volunteers.duplicate.finding import keep_finding
from volunteers.facts import LISTS
from volunteers.permissions import ROLES
from volunteers.projections import projections
from volunteers.reactions import reactions
from volunteers.recognition import NOTICES
from volunteers.schedule import SCHEDULE
from volunteers.seal.sealing import keep_sealing
from volunteers.signup.desk import Desk
from volunteers.signup.plain import PlainSignUps

service = Service(
    name="volunteers",
    title="三社 · 志愿服务 volunteers",
    routers=[
        # Before the volunteers: `mine` is no id.
        volunteers.own.routes.router,
        volunteers.volunteer.routes.router,
        volunteers.duplicate.routes.router,
        volunteers.training.routes.router,
        volunteers.team.routes.router,
        volunteers.membership.routes.router,
        volunteers.opportunity.routes.router,
        volunteers.signup.routes.desk_router,
        volunteers.signup.routes.router,
        volunteers.consent.routes.router,
        volunteers.promotion.routes.router,
        volunteers.attendance.routes.router,
        volunteers.admission.routes.router,
        volunteers.absence.routes.router,
        volunteers.hours.routes.router,
        volunteers.vouching.routes.router,
        volunteers.sampling.routes.router,
        volunteers.seal.routes.router,
        volunteers.certificate.routes.router,
        volunteers.certificate.documents.router,
        volunteers.honour.routes.router,
        volunteers.honour.published.router,
        procedures.notice.routes.router(NOTICES),
        volunteers.pairing.routes.router,
        volunteers.dissolution.router,
        volunteers.names.router,
        bulk.router(LISTS, INTAKES, OUTLETS),
    ],
    roles=ROLES,
    followers=[projections, reactions],
    schedule=SCHEDULE,
    beside=[keep_sealing, keep_finding, jobs.work],
)


def app() -> FastAPI:
    """The ASGI app, from the environment."""
    served = create_app(service, load("volunteers"))
    served.state.desk = Desk(served)
    # Behind all others: the request has its id by then.
    served.user_middleware.append(Middleware(PlainSignUps, volunteers.signup.routes.sign_up))
    served.state.jobs = bulk.works(LISTS, INTAKES, OUTLETS)
    return served
