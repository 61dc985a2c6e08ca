"""The projects service: from a resident's need to the activity that answers it, and who took part."""

from fastapi import FastAPI

import projects.activity.published
import projects.activity.routes
import projects.chain
import projects.need.routes
import projects.participation.routes
import projects.project.routes
from chassis.app import Service, create_app
from chassis.schedule import Turn
from chassis.settings import load
from projects.need.raising import forget
from projects.permissions import ROLES
from projects.projections import projections as followed

service = Service(
    name="projects",
    title="三社 · 项目 projects",
    routers=[
        projects.need.routes.router,
        projects.project.routes.router,
        projects.activity.routes.router,
        projects.activity.published.router,
        projects.participation.routes.router,
        projects.chain.router,
    ],
    roles=ROLES,
    followers=[followed],
    schedule=[Turn(forget, every=600)],
)


def app() -> FastAPI:
    """The ASGI app, from the environment."""
    return create_app(service, load("projects"))
