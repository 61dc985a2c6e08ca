"""Every screen of both apps, on a desk and on a phone: it shows what it is for, and axe finds nothing."""

import asyncio
import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, ViewportSize

from deploy.demo.identities import identity
from deploy.local.machine import Machine
from tests.journeys.browsing import DESK, PHONE, Visitor, chromium
from tests.journeys.linkage import Loop
from tests.journeys.town import PASSWORD, TOWN, Town

ROUTES = Path(__file__).resolve().parents[2] / "frontend/src"
ADMIN = re.findall(r'\{ path: "(/[^"]*)"', (ROUTES / "app/routes.tsx").read_text())
MOBILE = re.findall(r'path: "(/[^"]*)"', (ROUTES / "mobile/routes.tsx").read_text())

# Who opens a screen: the first whose path fits.
WHO = {
    "/gateway/accounts/:id/grants": "security_admin",
    "/gateway/accounts": "system_admin",
    "/projects/published/needs": "organisation_manager",
    "/projects/activities/new": "social_worker",
    "/projects/activities/:id/": "social_worker",
    "/projects/": "community_officer",
    "/assessment/targets/new": "bureau_officer",
    "/dashboard": "leader",
    "/": "town_officer",
}


@pytest.fixture(scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as running:
        yield running


@pytest.fixture(scope="module")
async def loop(town: Town) -> Loop:
    """A loop that has been gone through, so that every record page has a record."""
    gone = Loop(town)
    await gone.gather()
    for step in Loop.STEPS:
        await step(gone)
    return gone


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
        "/registry/social-workers": loop.left["worker"]["id"],
        "/volunteers/volunteers": volunteer,
        "/volunteers/opportunities": signup["opportunity_id"],
        "/volunteers/signups": signup["id"],
        "/volunteers/attendances": attendances["items"][0]["id"],
        "/volunteers/hours": loop.left["hours"]["id"],
        "/assessment/targets": targets["items"][0]["id"],
        "/assessment/surveys": (await officer.get("/assessment/surveys"))["items"][0]["id"],
        "/gateway/accounts": officer.id,
        "/activities": signup["opportunity_id"],
        "/needs": loop.left["need"]["id"],
        "/surveys": (await officer.get("/assessment/surveys"))["items"][0]["id"],
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
    return re.sub(r":(id|areaId)", known.get(head, ""), path)


def role_of(path: str) -> str:
    """Who opens it."""
    return next(role for start, role in WHO.items() if path.startswith(start))


async def looked_at(visitor: Visitor, path: str, *, at_width: str) -> list[str]:
    """What is wrong with one screen."""
    await visitor.see(path)
    wrong = [f"{at_width} {path} axe {each}" for each in await visitor.violations()]
    if await visitor.overflows():
        wrong.append(f"{at_width} {path} is wider than the window")
    text = await visitor.page.inner_text("body")
    if "没有这个页面" in text or "系统内部错误" in text or len(text.strip()) < 20:
        wrong.append(f"{at_width} {path} shows: {text[:120]!r}")
    wrong += [f"{at_width} {path} console {each[:200]}" for each in visitor.complaints]
    visitor.complaints.clear()
    return wrong


async def test_every_admin_screen(system: Machine, town: Town, loop: Loop, browser: Browser) -> None:
    known = await ids(town, loop)

    async def tour(role: str, size: ViewportSize) -> list[str]:
        visitor = await entered(system, town, browser, role, size)
        paths = [filled(path, known) for path in ADMIN if role_of(path) == role]
        wrong = [each for path in paths for each in await looked_at(visitor, path, at_width=str(size["width"]))]
        await visitor.page.context.close()
        return wrong

    wrong: list[str] = []
    for role in sorted({role_of(path) for path in ADMIN}):
        # Two windows at a time: one loads while axe reads the other.
        desk, phone = await asyncio.gather(tour(role, DESK), tour(role, PHONE))
        wrong += desk + phone
    assert wrong == [], "\n".join(wrong)


async def entered(system: Machine, town: Town, browser: Browser, role: str, size: ViewportSize) -> Visitor:
    """A window of somebody with that role, made anew where the town has none to hand."""
    visitor = await Visitor.of(browser, system.url, size)
    if role in town.first:
        return await visitor.signed_in(town.first[role]["username"], town.first[role]["password"])
    if role == "organisation_manager":
        clerk = await town.staff("community_officer")
        organisation = (await clerk.post("/registry/organisations", _draft(town)))["id"]
        person = await town.staff(role, organisation_id=organisation)
    else:
        person = await town.staff(role, TOWN if role == "town_officer" else "441900003001")
    return await visitor.signed_in(person.username, PASSWORD)


async def test_every_phone_page_in_both_views(system: Machine, town: Town, loop: Loop, browser: Browser) -> None:
    known, wrong = await ids(town, loop), []
    for elder in (False, True):
        visitor = await Visitor.of(browser, system.url, PHONE)
        await visitor.signed_in_by_phone(identity(next(town.serial)).phone)
        if elder:
            await visitor.see("/m/")
            await visitor.page.get_by_text("长辈版").first.click()
        for path in MOBILE:
            wrong += await looked_at(visitor, "/m" + filled(path, known), at_width="elder" if elder else "360")
        await visitor.page.context.close()
    assert wrong == [], "\n".join(wrong)
