"""The registry: areas, social organisations and social workers."""

from fastapi import FastAPI

import registry.area.routes
import registry.change.routes
import registry.facility.routes
import registry.organisation.routes
import registry.post.routes
import registry.registration.conditions
import registry.registration.routes
import registry.sanction.routes
import registry.social_worker.routes
import registry.stationing.routes
from chassis import jobs
from chassis.app import Service, create_app
from chassis.settings import load
from procedures.attachment.routes import router as attachments
from procedures.bulk import routes as bulk
from registry.bulk.facts import LISTS
from registry.bulk.lists import INTAKES, OUTLETS
from registry.facts import ATTACHMENTS
from registry.permissions import ROLES
from registry.projections import projections
from registry.schedule import SCHEDULE

service = Service(
    name="registry",
    title="三社 · 登记 registry",
    routers=[
        registry.area.routes.router,
        registry.organisation.routes.router,
        registry.sanction.routes.router,
        registry.registration.conditions.router,
        registry.registration.routes.router,
        registry.change.routes.router,
        registry.social_worker.routes.router,
        registry.facility.routes.router,
        registry.stationing.routes.router,
        registry.post.routes.router,
        attachments(ATTACHMENTS),
        bulk.router(LISTS, INTAKES, OUTLETS),
    ],
    roles=ROLES,
    followers=[projections],
    schedule=SCHEDULE,
    beside=[jobs.work],
)


def app() -> FastAPI:
    """The ASGI app, from the environment."""
    served = create_app(service, load("registry"))
    served.state.jobs = bulk.works(LISTS, INTAKES, OUTLETS)
    return served
