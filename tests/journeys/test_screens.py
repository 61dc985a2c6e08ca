"""Every screen of both apps, on a desk and on a phone: it shows what it is for, and axe finds nothing."""

import asyncio
import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any, TypeVar

import pytest
from playwright.async_api import Browser, TimeoutError, ViewportSize  # noqa: A004 - its own

from chassis import clock
from deploy.demo.people import Person
from deploy.local.machine import Machine
from tests.journeys.assessed import assessed
from tests.journeys.browsing import DESK, LONGEST, PHONE, Visitor
from tests.journeys.doubled import doubled
from tests.journeys.honoured import honoured_by
from tests.journeys.kept import kept_by
from tests.journeys.linkage import Loop
from tests.journeys.purchase import Purchase
from tests.journeys.screens import ADMIN, MOBILE, SHOWS, WHO, WHOSE
from tests.journeys.sizes import too_small
from tests.journeys.teams import teamed
from tests.journeys.town import CITY, COMMUNITY, PASSWORD, TOWN, Town, until

T = TypeVar("T")
MAIN = "main:not([inert] *)"  # a screen over all others leaves theirs inert


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


def spent(path: Purchase) -> dict[str, str]:
    """An id for each record page of the money path."""
    left = {name: each["id"] for name, each in path.left.items()}
    notice, deliberation = path.left["purchase"]["notice_id"], left["deliberation"]
    return {
        "/projects/acceptances": left["acceptance"],
        "/projects/bids": path.left["purchase"]["proposed_bid_id"],
        "/projects/budgets": left["budget"],
        "/projects/contracts": left["contract"],
        "/projects/deliberation-items": path.left["deliberation"]["items"][0]["id"],
        "/projects/deliberations": deliberation,
        "/projects/notices": notice,
        "/projects/payments": left["payment"],
        "/projects/published/deliberations": deliberation,
        "/projects/published/purchases": left["purchase"],
        "/projects/purchases": left["purchase"],
        "/public/deliberations": deliberation,
        "/public/notices": notice,
        "/public/purchases": left["purchase"],
        "/deliberations": deliberation,
    }


@pytest.fixture(scope="module")
async def known(town: Town, loop: Loop, path: Purchase) -> dict[str, str]:
    """An id for each `:id` and `:areaId` (of a ranking its year, of a figure its indicator), by the path before it."""
    officer = await town.staff("town_officer", TOWN)
    volunteer = (await loop.people["volunteer"].get("/volunteers/volunteers"))["items"][0]["id"]
    signup = await officer.get(f"/volunteers/signups/{loop.left['signup']['id']}")
    attendances = await officer.get("/volunteers/attendances", activity_id=loop.left["activity"]["id"])
    organisation = await loop.people["community"].post("/registry/organisations", _draft(town))
    targets = await town.bureau.get("/assessment/targets")
    client = await town.opener.post("/gateway/clients", {"name": "示例对接系统", "area_id": town.area(TOWN)})
    return spent(path) | {
        "/dashboard": town.area(TOWN),
        "/dashboard/indicators": "volunteer_ratio",
        "/assessment/outside-counts": (await town.bureau.post("/assessment/outside-counts", _counted(town)))["id"],
        "/projects/needs": loop.left["need"]["id"],
        "/projects/projects": loop.left["project"]["id"],
        "/projects/activities": loop.left["activity"]["id"],
        "/registry/areas": town.area(TOWN),
        "/registry/organisations": organisation["id"],
        **await kept_by(officer, town, loop),
        **await honoured_by(officer, town, loop),
        **await assessed(officer, town),
        **await teamed(officer, town, loop),
        **await doubled(officer, town),
        "/registry/social-workers": loop.left["worker"]["id"],
        "/volunteers/volunteers": volunteer,
        "/volunteers/opportunities": signup["opportunity_id"],
        "/volunteers/signups": signup["id"],
        "/volunteers/attendances": attendances["items"][0]["id"],
        "/volunteers/hours": loop.left["hours"]["id"],
        "/volunteers/certificates": (await _certificate(town, loop))["id"],
        "/assessment/targets": targets["items"][0]["id"],
        "/assessment/surveys": (await officer.get("/assessment/surveys"))["items"][0]["id"],
        "/gateway/accounts": officer.id,
        "/gateway/clients": client["id"],
        "/activities": loop.left["activity"]["id"],
        "/needs": loop.left["need"]["id"],
        "/surveys": loop.left["survey"]["survey_id"],
    }


async def _certificate(town: Town, loop: Loop) -> Any:
    """Asked of the community that organised the activity, once its hours are confirmed; it may go on past midnight."""
    volunteer, activity = loop.people["volunteer"], loop.left["activity"]
    began, ended = (datetime.fromisoformat(activity[each]) for each in ("starts_at", "ends_at"))
    volunteer.at = ended + timedelta(hours=3)
    days = {"from_on": clock.day(began).isoformat(), "to_on": clock.day(ended).isoformat()}
    asked = {"area_id": town.area(COMMUNITY), **days, "purpose": "演示升学"}
    certificate = await volunteer.post("/volunteers/certificates", asked)
    volunteer.at = None
    return certificate


def _counted(town: Town) -> dict[str, object]:
    count = {"system": "i志愿", "counts": "cards", "value": 1_200_000, "source": "演示统计通报"}
    return count | {"area_id": town.area(CITY), "counted_on": "2026-10-31"}


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
    return re.sub(r":(id|areaId|year|code)", lambda _: known[head], path)


def first(told: Mapping[str, T], path: str) -> T:
    """What is told of the first beginning that fits."""
    return next(each for start, each in told.items() if path.startswith(start))


async def looked_at(visitor: Visitor, path: str, known: dict[str, str], *, at_width: str) -> list[str]:
    """What is wrong with one screen."""
    shows, app = SHOWS[path], "/m" if path.startswith("/m/") else ""
    await visitor.go(app + filled(path.removeprefix(app), known))
    with suppress(TimeoutError):
        await visitor.page.locator(MAIN, has_text=shows).wait_for(timeout=LONGEST)
    await visitor.quiet()
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


async def test_every_admin_screen(system: Machine, path: Purchase, known: dict[str, str], browser: Browser) -> None:
    async def tour(role: str, size: ViewportSize) -> list[str]:
        visitor = await entered(system, path, browser, role, size)
        screens = [each for each in ADMIN if first(WHO, each) == role]
        wrong = [each for one in screens for each in await looked_at(visitor, one, known, at_width=str(size["width"]))]
        await visitor.page.context.close()
        return wrong

    wrong: list[str] = []
    for role in sorted({first(WHO, each) for each in ADMIN}):
        # Two windows at a time: one loads while axe reads the other.
        desk, phone = await asyncio.gather(tour(role, DESK), tour(role, PHONE))
        wrong += desk + phone
    assert wrong == [], "\n".join(wrong)


async def entered(system: Machine, path: Purchase, browser: Browser, role: str, size: ViewportSize) -> Visitor:
    """A window of somebody with that role: of the first accounts, of the money path, or made anew in its place."""
    town, visitor = path.town, await Visitor.of(browser, system.url, size)
    if role in {"system_admin", "security_admin", "leader", "bureau_officer"}:
        return await visitor.signed_in(town.first[role]["username"], town.first[role]["password"])
    of_the_path = {"organisation_manager": path.managers[0], "expert": path.experts[0]}
    person = of_the_path.get(role) or await town.staff(role, TOWN if role == "town_officer" else "441900003001")
    return await visitor.signed_in(person.username, PASSWORD)


async def test_every_phone_page_in_both_views(
    system: Machine, loop: Loop, known: dict[str, str], browser: Browser
) -> None:
    async def tour(who: str | None) -> list[str]:
        visitor, wrong = await Visitor.of(browser, system.url, PHONE), []
        if who:
            await visitor.signed_in_by_phone(loop.people[who].username)
        pages = [f"/m{each}" for each in MOBILE if first(WHOSE, each) == who]
        for view in ("360", "elder"):
            if view == "elder":
                await visitor.see("/m/")
                await visitor.page.get_by_text("长辈版").first.click()
            for one in pages:
                wrong += await looked_at(visitor, one, known, at_width=view)
                wrong += [f"{view} {one} {each}" for each in await too_small(visitor.page, elder=view == "elder")]
        await visitor.page.context.close()
        return wrong

    tours = await asyncio.gather(*(tour(who) for who in set(WHOSE.values())))
    wrong = [each for tour in tours for each in tour]
    assert wrong == [], "\n".join(wrong)
