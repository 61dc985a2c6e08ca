"""The projects service: from a resident's need to what answers it, who took part, and what was paid for it."""

from fastapi import FastAPI

import procedures.notice.routes
import projects.acceptance.routes
import projects.activity.published
import projects.activity.routes
import projects.bid.routes
import projects.budget.routes
import projects.chain
import projects.contract.changes
import projects.contract.routes
import projects.contract.voiding
import projects.deliberation.published
import projects.deliberation.routes
import projects.disclosure.routes
import projects.need.routes
import projects.participation.cancelling
import projects.participation.routes
import projects.payment.routes
import projects.payment.settling
import projects.project.funding
import projects.project.routes
import projects.purchase.routes
import projects.review.offering
import projects.review.reading
import projects.review.results
import projects.review.routes
from chassis.app import Service, create_app
from chassis.schedule import Turn
from chassis.settings import load
from procedures.attachment import storing
from procedures.attachment.routes import Reserved
from procedures.attachment.routes import router as attachments
from projects.bid.model import Bid
from projects.facts import ATTACHMENTS
from projects.need.raising import forget
from projects.permissions import ROLES, Permission
from projects.projections import projections as followed
from projects.purchase.inviting import close_invitations
from projects.purchase.model import Purchase
from projects.review.seat import reads_bid_files
from projects.spending import NOTICES

# Whose files are not yet, or never, everybody's.
RESERVED: Reserved = {Purchase.__tablename__: Permission.PURCHASE_DRAFT_READ, Bid.__tablename__: reads_bid_files}

service = Service(
    name="projects",
    title="三社 · 项目 projects",
    routers=[
        projects.need.routes.router,
        projects.deliberation.routes.router,
        projects.deliberation.published.router,
        projects.budget.routes.router,
        projects.project.routes.router,
        projects.project.funding.router,
        projects.purchase.routes.router,
        projects.bid.routes.router,
        projects.review.offering.router,
        projects.review.reading.router,
        projects.review.routes.router,
        projects.review.results.router,
        procedures.notice.routes.router(NOTICES),
        projects.contract.routes.router,
        projects.contract.changes.router,
        projects.contract.voiding.router,
        projects.activity.routes.router,
        projects.activity.published.router,
        projects.participation.routes.router,
        projects.participation.cancelling.router,
        projects.acceptance.routes.router,
        projects.payment.routes.router,
        projects.payment.settling.router,
        projects.disclosure.routes.router,
        projects.chain.router,
        attachments(ATTACHMENTS, reserved=RESERVED),
    ],
    roles=ROLES,
    followers=[followed],
    schedule=[Turn(forget, every=600), Turn(close_invitations, every=60), storing.TURN],
)


def app() -> FastAPI:
    """The ASGI app, from the environment."""
    return create_app(service, load("projects"))
