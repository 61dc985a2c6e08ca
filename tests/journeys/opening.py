"""Opening a town on a running system: with the first sign-ins that it printed, and the key of its demo clock."""

import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import httpx

from deploy.demo.people import Person
from deploy.local.machine import Machine
from tests.journeys.town import Town

AnyPerson = Callable[[httpx.AsyncClient, str], Person]


@asynccontextmanager
async def town_of(machine: Machine, person: AnyPerson = Person) -> AsyncIterator[Town]:
    """A town whose people are made by `person` of a client and the key of the demo clock."""
    limits = httpx.Limits(max_connections=None)
    async with httpx.AsyncClient(base_url=machine.url, timeout=30, limits=limits) as http:
        yield await Town(lambda: person(http, clock_key(machine)), first_sign_ins(machine)).opened()


def clock_key(machine: Machine) -> str:
    """With which a demo city's business time is signed."""
    secrets: dict[str, str] = json.loads((machine.settings.state / "keys" / "secrets.json").read_text())
    return secrets["DEMO_CLOCK_KEY"]


def first_sign_ins(machine: Machine) -> dict[str, dict[str, str]]:
    """The first sign-in of each role."""
    found: dict[str, dict[str, str]] = {}
    for each in json.loads(machine.settings.sign_ins.read_text()):
        found.setdefault(each["role"], each)
    return found
