"""A city whose year 2026 is over: two towns and a park without communities, officers, and cards on their way."""

from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from typing import Any

from fastapi import FastAPI
from sqlalchemy import delete

from assessment.projections import projections
from chassis.clock import signed
from chassis.principal import Role
from chassis.tables import AreaCopy
from chassis.testing import CITY, EAST, EAST_RC, PLACES, STONE, STONE_VC, Caller, Callers, Place, everywhere
from services.assessment.tests.make import JUNE, City, acted, named, with_targets

PARK = Place("441900401", "township", "functional_zone", CITY)
UNITS = (EAST, STONE, PARK)
OPENED, CHECKED, IN_TIME, LATER = (
    "2027-01-11T02:00:00Z",
    "2027-01-20T02:00:00Z",
    "2027-01-25T02:00:00Z",
    "2027-02-20T02:00:00Z",
)
RESIDENTS = [f"resident {number}" for number in range(6)]
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n%%EOF\n"


def _computed(code: str, weight: int, **scoring: Any) -> dict[str, Any]:
    more = {"indicator": code, "weight": weight, "scoring": scoring, "evidence_required": False}
    return {"code": code, "name": "演示项目", "basis": "演示评分要点", **more}


def _reported(code: str, weight: int) -> dict[str, Any]:
    more = {"indicator": None, "weight": weight, "scoring": None, "evidence_required": True}
    return {"code": code, "name": "演示项目", "basis": "演示评分要点", **more}


ITEMS = [
    _computed("org_coverage", 20, kind="linear", floor=0, full=1_000_000),
    _computed("volunteer_ratio", 20, kind="linear", floor=0, full=130_000),
    _computed("satisfaction", 20, kind="linear", floor=600_000, full=800_000),
    _computed("needs_answered", 15, kind="penalty", allowed=900_000, step=50_000, deduct_hundredths=100, at_most=False),
    _computed("org_average", 5, kind="threshold", mark=5_000_000, at_most=False),
    _reported("leadership", 10),
    _reported("publicity", 5),
    _reported("innovation", 5),
]
LACKING = ("leadership", "publicity", "innovation")


def story() -> City:
    """A year in which something happened in one town, little in the other, and only people live in the park."""
    city = with_targets(City())
    for place in (*PLACES[1:], PARK):
        city.area(place, {EAST: 100, STONE: 100, PARK: 10}.get(place))
    for number in range(5):
        city.organisation(f"village {number}", STONE_VC)
    city.organisation("urban", EAST_RC)
    for name in ("need", "waits"):
        city.need(name)
    city.project("project", "proposed", ["need"])
    city.need("need", "planned", project_id=named("project"))
    city.project("project", "approved", ["need"])
    for number in range(13):
        city.volunteer(f"v{number}", EAST_RC)
    city.activity("activity", "planned")
    city.took_part("activity", RESIDENTS)
    city.activity("activity", "held")
    return city


class Year:
    """The assessment of 2026 as its people go through it."""

    def __init__(self, app: FastAPI, callers: Callers) -> None:
        self.app, self.callers, self.city = app, callers, story()
        self.drafter, self.bureau, self.second = (callers.as_(Role.BUREAU_OFFICER) for _ in range(3))
        self.leader = callers.as_(Role.LEADER)
        self.east, self.stone, self.park = (callers.as_(Role.TOWN_OFFICER, place) for place in UNITS)
        self.scheme: dict[str, Any] = {}
        self.at(OPENED)

    def at(self, moment: str) -> None:
        """Everybody acts at this business time from now on."""
        header = signed(datetime.fromisoformat(moment), self.app.state.settings.demo_clock_key.get_secret_value())
        for caller in (self.drafter, self.bureau, self.second, self.leader, self.east, self.stone, self.park):
            caller.headers["Sanshe-At"] = header

    async def heard(self) -> None:
        """The year is told, all that is known of areas too, and the residents have answered."""
        async with everywhere(self.app) as tx:
            await tx.execute(delete(AreaCopy))
        await acted(self.app, self.city)
        survey = (await self.leader.get("/surveys")).json()["items"][0]
        for name in RESIDENTS:
            resident = self.callers.as_(Role.RESIDENT, account_id=named(name))
            key = self.app.state.settings.demo_clock_key.get_secret_value()
            resident.headers["Sanshe-At"] = signed(JUNE, key)
            await done(resident.post(f"/surveys/{survey['id']}/answers", {"score": 5, "comment": None}))

    async def terms(self, **changes: Any) -> dict[str, Any]:
        """The default scheme as a draft of this city."""
        default = await done(self.drafter.get("/schemes/default", year=2026))
        units = [str(place.id) for place in UNITS]
        return {**default, "area_id": str(CITY.id), "unit_ids": units, "items": ITEMS, **changes}

    async def adopted(self, **changes: Any) -> dict[str, Any]:
        """A scheme in force."""
        draft = await done(self.drafter.post("/schemes", await self.terms(**changes)))
        self.scheme = await done(self.bureau.post(f"/schemes/{draft['id']}/adoption", seen=draft))
        return self.scheme

    async def opened(self, **changes: Any) -> dict[str, dict[str, Any]]:
        """The year is told; a card for each unit, by area id."""
        await self.heard()
        return await self.begun(**changes)

    async def begun(self, **changes: Any) -> dict[str, dict[str, Any]]:
        """A card for each unit of a new scheme, by area id."""
        scheme = await self.adopted(**changes)
        await done(self.bureau.post(f"/schemes/{scheme['id']}/scorecards", seen=scheme))
        cards = (await done(self.bureau.get("/scorecards", scheme_id=scheme["id"])))["items"]
        return {each["area_id"]: await done(self.bureau.get(f"/scorecards/{each['id']}")) for each in cards}

    async def confirmed(self, card: dict[str, Any], by: Caller) -> dict[str, Any]:
        """Reported on with a file, and handed in."""
        file = await done(by.post("/attachments", content=PDF, params={"name": "会议纪要.pdf"}))
        lines = [reported(code, attachment_ids=[file["id"]]) for code in LACKING]
        card = await done(by.send("PUT", f"/scorecards/{card['id']}/report", {"lines": lines}, seen=card))
        return await done(by.post(f"/scorecards/{card['id']}/confirmation", seen=card))

    async def checked(self, card: dict[str, Any], by: Caller, *more: dict[str, Any]) -> dict[str, Any]:
        """Reported and checked: what is not computed gets 3 points of whatever it is worth; `more` is judged, too."""
        card = await self.confirmed(card, by)
        self.at(CHECKED)
        lines = [judged(line["item"]["code"]) for line in card["lines"] if needs_judging(line)] + list(more)
        return await done(self.bureau.post(f"/scorecards/{card['id']}/check", {"lines": lines}, seen=card))

    async def frozen(self, card: dict[str, Any], by: Caller, *more: dict[str, Any]) -> dict[str, Any]:
        """Accepted by the town and frozen."""
        card = await self.checked(card, by, *more)
        card = await done(by.post(f"/scorecards/{card['id']}/acceptance", seen=card))
        return await done(self.bureau.post(f"/scorecards/{card['id']}/freezing", seen=card))

    async def feed(self, source: str, after: int) -> AsyncIterator[Sequence[dict[str, Any]]]:
        """The facts of a neighbour that the copies are made of, as its feed gives them."""
        (told,) = (each for each in self.city.feeds() if each.source == source)
        wanted = [each for each in told.events if each["type"] in projections.handlers and each["sansheseq"] > after]
        for start in range(0, len(wanted), 7):
            yield wanted[start : start + 7]


async def done(sent: Any) -> dict[str, Any]:
    """The answer of a request that must be accepted."""
    answer = await sent
    assert answer.status_code < 300, answer.text
    return dict(answer.json())


def needs_judging(line: dict[str, Any]) -> bool:
    return line["applies"] and line["points_hundredths"] is None


def reported(code: str, **changes: Any) -> dict[str, Any]:
    made = {"code": code, "report": "已落实并附材料", "claimed_hundredths": 400, "attachment_ids": [], "records": []}
    return {**made, **changes}


def judged(code: str, points: int | None = 300, **changes: Any) -> dict[str, Any]:
    return {"code": code, "points_hundredths": points, "waived": False, "reason": None, **changes}


def line_of(card: dict[str, Any], code: str) -> dict[str, Any]:
    """One line of a card."""
    (found,) = (line for line in card["lines"] if line["item"]["code"] == code)
    return dict(found)


def actions_of(view: dict[str, Any]) -> list[str]:
    return [action["name"] for action in view["actions"]]
