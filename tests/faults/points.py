"""The linkage loop walked while services die at named points of its path; few points a service, or all of all acts."""

import re
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Any

from deploy.demo.identities import identity
from deploy.local.machine import Machine
from deploy.local.settings import SERVICES
from tests.faults.arming import DESK, HEARD, REQUEST, TOLD, Death, Faults
from tests.faults.books import Books
from tests.faults.rebuilding import rebuild
from tests.faults.witness import Acknowledged, Witness, lost
from tests.journeys.linkage import Loop
from tests.journeys.opening import town_of
from tests.journeys.town import COMMUNITY, Town

Points = Mapping[str, Sequence[str]]
# Each act of the loop: the path of its request, the points that it passes, and those who hear what it tells.
ACTS: dict[str, tuple[str, Points]] = {
    "open an account": (r"/gateway/accounts", {"gateway": TOLD}),
    "grant a role": (r"/gateway/accounts/[^/]+/grants", {"gateway": TOLD}),
    "sign in": (r"/gateway/session", {"gateway": TOLD}),
    "renew a session": (r"/gateway/session/renewal", {"gateway": REQUEST}),
    "register a social worker": (r"/registry/social-workers", {"registry": TOLD, "projects": HEARD}),
    "draft an organisation": (r"/registry/organisations", {"registry": TOLD}),
    "submit it": (r"/registry/organisations/[^/]+/submission", {"registry": TOLD}),
    "file it": (r"/registry/organisations/[^/]+/filing", {"registry": TOLD, "projects": HEARD, "assessment": HEARD}),
    "register a volunteer": (
        r"/volunteers/volunteers",
        {"volunteers": TOLD, "gateway": HEARD, "assessment": HEARD},
    ),
    "raise a need": (r"/projects/needs", {"projects": TOLD, "assessment": HEARD}),
    "accept it": (r"/projects/needs/[^/]+/acceptance", {"projects": TOLD, "assessment": HEARD}),
    "propose a project": (r"/projects/projects", {"projects": TOLD, "assessment": HEARD}),
    "submit the project": (r"/projects/projects/[^/]+/submission", {"projects": TOLD, "assessment": HEARD}),
    "approve it": (r"/projects/projects/[^/]+/approval", {"projects": TOLD, "assessment": HEARD}),
    "plan an activity": (r"/projects/projects/[^/]+/activities", {"projects": TOLD, "assessment": HEARD}),
    "publish it": (
        r"/projects/activities/[^/]+/publication",
        {"projects": TOLD, "volunteers": HEARD, "assessment": HEARD},
    ),
    "sign up": (r"/volunteers/opportunities/[^/]+/signups", {"volunteers": DESK, "assessment": HEARD}),
    "check in": (r"/volunteers/signups/[^/]+/check-in", {"volunteers": (*TOLD, *HEARD)}),
    "check out": (r"/volunteers/signups/[^/]+/check-out", {"volunteers": (*TOLD, *HEARD), "assessment": HEARD}),
    "record who took part": (
        r"/projects/activities/[^/]+/participations",
        {"projects": TOLD, "assessment": HEARD},
    ),
    "mark it held": (
        r"/projects/activities/[^/]+/completion",
        {"projects": TOLD, "volunteers": HEARD, "assessment": HEARD},
    ),
    "confirm the hours": (r"/volunteers/hours/[^/]+/confirmation", {"volunteers": TOLD, "assessment": HEARD}),
    "answer the survey": (r"/assessment/surveys/[^/]+/answers", {"assessment": TOLD}),
}
# Every point of every service once, each where the loop meets it first or matters most.
ONCE: dict[str, Points] = {
    "sign in": {"gateway": TOLD},
    "renew a session": {"gateway": ("after-commit",)},
    "register a social worker": {"registry": TOLD, "projects": HEARD},
    "register a volunteer": {"volunteers": ("after-receipt",), "gateway": HEARD},
    "raise a need": {"projects": TOLD},
    "propose a project": {"assessment": HEARD},
    "publish it": {"volunteers": HEARD},
    "sign up": {"volunteers": DESK},
    "answer the survey": {"assessment": TOLD},
}
EVERYWHERE: dict[str, Points] = {act: points for act, (_, points) in ACTS.items()}


@dataclass
class Outcome:
    """What a walk through the faults left: deaths, what was acknowledged, and everything found out of order."""

    deaths: list[Death]
    journal: list[Acknowledged]
    findings: list[str]
    minutes_shown: int
    minutes_confirmed: int

    @property
    def unproven(self) -> list[Death]:
        """Deaths without their process, or without one that was started in its place."""
        return [death for death in self.deaths if not (death.pid and death.next_pid)]


@dataclass
class Walk:
    """One walk through the loop; each act is armed when it comes for the first time."""

    machine: Machine
    plan: dict[str, Points]
    faults: Faults
    books: Books

    @asynccontextmanager
    async def around(self, path: str) -> AsyncIterator[None]:
        """Arms what the plan has for this request, and waits until all of it has happened."""
        act = next((act for act in self.plan if re.fullmatch(ACTS[act][0], path)), None)
        if act is None:
            yield
            return
        points = self.plan.pop(act)
        # So that those who listen die over what this act tells, not over what came before.
        await self.books.settled()
        self.faults.arm(act, points)
        yield
        await self.faults.struck(list(points))

    async def rebuilt(self, services: Sequence[str]) -> None:
        """Copies made anew, with a death in the middle of the first batch."""
        for service in services:
            self.faults.arm("make its copies anew", {service: HEARD})
            await rebuild(self.machine, service)
            await self.faults.struck([service])


async def walk(machine: Machine, plan: Mapping[str, Points], rebuilt: Sequence[str]) -> Outcome:
    """Walks the whole loop with services dying where the plan says, and reckons everything up afterwards."""
    began, journal = datetime.now(UTC), []
    walking = Walk(machine, dict(plan), Faults(machine), Books(machine))
    try:
        async with town_of(machine, partial(_witness, journal, walking.around)) as town:
            before = await minutes(town)
            loop = await _go_round(town)
            await walking.rebuilt(rebuilt)
            if walking.plan:
                raise AssertionError(f"acts that never came: {list(walking.plan)}")
            findings = await walking.books.findings(began) + await lost(journal)
            shown = await minutes(town) - before
    finally:
        walking.faults.disarm()
    return Outcome(walking.faults.deaths(), journal, findings, shown, loop.left["hours"]["minutes"])


def _witness(journal: list[Acknowledged], around: Callable[[str], Any], http: Any, clock_key: str) -> Witness:
    return Witness(http, clock_key, journal=journal, around=around)


async def _go_round(town: Town) -> Loop:
    loop = Loop(town)
    await loop.gather()
    await loop.people["volunteer"].renew()
    await file_an_organisation(town, loop.people["community"], loop.people["reviewer"])
    for step in Loop.STEPS:
        await step(loop)
    return loop


async def file_an_organisation(town: Town, community: Any, officer: Any) -> None:
    """The community drafts and submits, the town files."""
    numbers = [next(town.serial) for _ in range(3)]
    people = [identity(number) for number in numbers]
    initiators = [
        {"kind": "natural", "name": who.name, "id_type": "resident_id", "id_number": who.id_number} for who in people
    ]
    body = {
        "area_id": town.area(COMMUNITY),
        "name": f"邻里{numbers[0]}互助社",
        "kind": "social_association",
        "category": "charity_mutual_aid",
        "venue": "社区综合服务中心二楼",
        "members": 12,
        "initiators": initiators,
    }
    drafted = await community.post("/registry/organisations", body)
    submitted = await community.post(f"/registry/organisations/{drafted['id']}/submission", seen=drafted)
    number = f"演示社备{numbers[0]}号"
    await officer.post(f"/registry/organisations/{drafted['id']}/filing", {"number": number}, seen=submitted)


async def minutes(town: Town) -> int:
    """The confirmed minutes that the dashboard of the community shows."""
    dashboard = await town.leader.get(f"/assessment/dashboards/{town.area(COMMUNITY)}")
    return int(next(each for each in dashboard["figures"] if each["indicator"] == "hours")["numerator"] or 0)


def once(machine: Machine) -> Any:
    """Every point of every service once; the registry hears of areas only, so it dies while its copies are remade."""
    return walk(machine, ONCE, ["registry"])


def everywhere(machine: Machine) -> Any:
    """Every point of every act of the loop, and every service while its copies are remade."""
    return walk(machine, EVERYWHERE, SERVICES)
