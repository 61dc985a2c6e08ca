"""Every screen of both apps, on a desk and on a phone: it shows what it is for, and axe finds nothing."""

import asyncio
import re
from collections.abc import AsyncIterator, Mapping
from contextlib import suppress
from typing import Any, TypeVar

import pytest
from playwright.async_api import Browser, TimeoutError, ViewportSize  # noqa: A004 - its own

from deploy.demo.people import Person
from deploy.local.machine import Machine
from tests.journeys.browsing import DESK, PHONE, Visitor, chromium
from tests.journeys.kept import kept_by
from tests.journeys.linkage import Loop
from tests.journeys.screens import ADMIN, MOBILE, SHOWS, WHO, WHOSE
from tests.journeys.town import PASSWORD, TOWN, Town, until

T = TypeVar("T")
MAIN = "main:not([inert] *)"  # a screen over all others leaves theirs inert
LONGEST = 10_000  # milliseconds until a screen shows what it is for, on a loaded machine


@pytest.fixture(scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as running:
        yield running


@pytest.fixture(scope="module")
async def loop(town: Town) -> Loop:
    """A loop that has been gone through to its last step, so that every record page has a record.

    The survey still waits for its answer: once all drawn have answered it is over, and no phone shows it any more.
    """
    gone = Loop(town)
    await gone.gather()
    for step in Loop.STEPS:
        if step is not Loop.answer:
            await step(gone)
    resident = gone.people["resident"]
    gone.left["survey"] = (await until(lambda: _drawn(resident)))[0]
    return gone


async def _drawn(resident: Person) -> Any:
    return (await resident.get("/assessment/surveys/mine"))["items"]


async def ids(town: Town, loop: Loop) -> dict[str, str]:
    """An id for each `:id` and `:areaId`, by the path before it."""
    officer = await town.staff("town_officer", TOWN)
    volunteer = (await loop.people["volunteer"].get("/volunteers/volunteers"))["items"][0]["id"]
    signup = await officer.get(f"/volunteers/signups/{loop.left['signup']['id']}")
    attendances = await officer.get("/volunteers/attendances", activity_id=loop.left["activity"]["id"])
    organisation = await loop.people["community"].post("/registry/organisations", _draft(town))
    targets = await town.bureau.get("/assessment/targets")
    return {
        "/dashboard": town.area(TOWN),
        "/projects/needs": loop.left["need"]["id"],
        "/projects/projects": loop.left["project"]["id"],
        "/projects/activities": loop.left["activity"]["id"],
        "/registry/areas": town.area(TOWN),
        "/registry/organisations": organisation["id"],
        **await kept_by(officer, town, loop),
        "/registry/social-workers": loop.left["worker"]["id"],
        "/volunteers/volunteers": volunteer,
        "/volunteers/opportunities": signup["opportunity_id"],
        "/volunteers/signups": signup["id"],
        "/volunteers/attendances": attendances["items"][0]["id"],
        "/volunteers/hours": loop.left["hours"]["id"],
        "/assessment/targets": targets["items"][0]["id"],
        "/assessment/surveys": (await officer.get("/assessment/surveys"))["items"][0]["id"],
        "/gateway/accounts": officer.id,
        "/activities": loop.left["activity"]["id"],
        "/needs": loop.left["need"]["id"],
        "/surveys": loop.left["survey"]["survey_id"],
    }


def _draft(town: Town) -> dict[str, object]:
    from_the_court = {"kind": "legal", "name": "演示服务中心", "uscc": "52441900MJ00000188"}
    return {
        "area_id": town.area("441900003001"),
        "name": "演示睦邻互助社",
        "kind": "social_association",
        "category": "charity_mutual_aid",
        "venue": "社区综合服务中心",
        "members": 12,
        "initiators": [from_the_court],
    }


def filled(path: str, known: dict[str, str]) -> str:
    """A path with real ids."""
    head = path.split("/:", maxsplit=1)[0]
    return re.sub(r":(id|areaId)", lambda _: known[head], path)


def first(told: Mapping[str, T], path: str) -> T:
    """What is told of the first beginning that fits."""
    return next(each for start, each in told.items() if path.startswith(start))


async def looked_at(visitor: Visitor, path: str, known: dict[str, str], *, at_width: str) -> list[str]:
    """What is wrong with one screen."""
    shows, app = SHOWS[path], "/m" if path.startswith("/m/") else ""
    await visitor.see(app + filled(path.removeprefix(app), known))
    with suppress(TimeoutError):
        await visitor.page.locator(MAIN, has_text=shows).wait_for(timeout=LONGEST)
    wrong = [f"axe {each}" for each in await visitor.violations()]
    if await visitor.overflows():
        wrong.append("is wider than the window")
    text = await visitor.page.inner_text(MAIN)
    if shows not in text:
        wrong.append(f"does not show {shows}: {text[:120]!r}")
    wrong += [f"alerts {each}" for each in await visitor.page.locator(f"{MAIN} [role=alert]").all_inner_texts()]
    wrong += [f"console {each[:200]}" for each in visitor.complaints]
    visitor.complaints.clear()
    return [f"{at_width} {path} {each}" for each in wrong]


async def test_every_admin_screen(system: Machine, town: Town, loop: Loop, browser: Browser) -> None:
    known = await ids(town, loop)

    async def tour(role: str, size: ViewportSize) -> list[str]:
        visitor = await entered(system, town, browser, role, size)
        paths = [path for path in ADMIN if first(WHO, path) == role]
        wrong = [each for path in paths for each in await looked_at(visitor, path, known, at_width=str(size["width"]))]
        await visitor.page.context.close()
        return wrong

    wrong: list[str] = []
    for role in sorted({first(WHO, path) for path in ADMIN}):
        # Two windows at a time: one loads while axe reads the other.
        desk, phone = await asyncio.gather(tour(role, DESK), tour(role, PHONE))
        wrong += desk + phone
    assert wrong == [], "\n".join(wrong)


async def entered(system: Machine, town: Town, browser: Browser, role: str, size: ViewportSize) -> Visitor:
    """A window of somebody with that role: one of the first accounts, or made anew in the loop's community or town."""
    visitor = await Visitor.of(browser, system.url, size)
    if role in {"system_admin", "security_admin", "leader", "bureau_officer"}:
        return await visitor.signed_in(town.first[role]["username"], town.first[role]["password"])
    if role == "organisation_manager":
        clerk = await town.staff("community_officer")
        organisation = (await clerk.post("/registry/organisations", _draft(town)))["id"]
        person = await town.staff(role, organisation_id=organisation)
    else:
        person = await town.staff(role, TOWN if role == "town_officer" else "441900003001")
    return await visitor.signed_in(person.username, PASSWORD)


async def test_every_phone_page_in_both_views(system: Machine, town: Town, loop: Loop, browser: Browser) -> None:
    known = await ids(town, loop)

    async def tour(who: str | None) -> list[str]:
        visitor, wrong = await Visitor.of(browser, system.url, PHONE), []
        if who:
            await visitor.signed_in_by_phone(loop.people[who].username)
        paths = [f"/m{path}" for path in MOBILE if first(WHOSE, path) == who]
        for view in ("360", "elder"):
            if view == "elder":
                await visitor.see("/m/")
                await visitor.page.get_by_text("长辈版").first.click()
            wrong += [each for path in paths for each in await looked_at(visitor, path, known, at_width=view)]
        await visitor.page.context.close()
        return wrong

    tours = await asyncio.gather(*(tour(who) for who in set(WHOSE.values())))
    wrong = [each for tour in tours for each in tour]
    assert wrong == [], "\n".join(wrong)
