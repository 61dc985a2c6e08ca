"""An assessment of a year that is over: one card objected to, another frozen, so that each screen has a record."""

from typing import Any

from chassis import clock
from deploy.demo.people import Person
from tests.journeys.town import CITY, TOWN, Town

PARK = "441900401"
FIRST_YEAR = 2016


async def assessed(officer: Person, town: Town) -> dict[str, str]:
    """The id of a scheme and of a card, and the year of a ranking, by the path of their screens."""
    second, park = await town.staff("bureau_officer", CITY), await town.staff("town_officer", PARK)
    scheme = await _in_force(town, second)
    here = f"/assessment/schemes/{scheme['id']}"
    await town.bureau.post(f"{here}/scorecards", seen=scheme)
    opened = (await town.bureau.get("/assessment/scorecards", scheme_id=scheme["id"]))["items"]
    cards = {each["unit_code"]: each["id"] for each in opened}
    objected = await _checked(cards[TOWN], officer, town.bureau)
    (line, *_) = (each for each in objected["lines"] if each["report"])
    objection = {"code": line["item"]["code"], "text": "材料已经补齐，请复核", "attachment_ids": []}
    await officer.post(f"/assessment/scorecards/{objected['id']}/objection", {"lines": [objection]}, seen=objected)
    frozen = await _checked(cards[PARK], park, town.bureau)
    path = f"/assessment/scorecards/{frozen['id']}"
    await second.post(f"{path}/freezing", seen=await park.post(f"{path}/acceptance", seen=frozen))
    return {
        "/assessment/schemes": scheme["id"],
        "/assessment/scorecards": objected["id"],
        "/assessment/rankings": str(scheme["year"]),
    }


async def _in_force(town: Town, second: Person) -> Any:
    """For the last year that has no scheme yet."""
    taken = {each["year"] for each in (await town.bureau.get("/assessment/schemes"))["items"]}
    year = max(each for each in range(FIRST_YEAR, clock.day(clock.wall()).year) if each not in taken)
    terms = await town.bureau.get("/assessment/schemes/default", year=year)
    units = [town.area(TOWN), town.area(PARK)]
    draft = await town.bureau.post("/assessment/schemes", {**terms, "area_id": town.area(CITY), "unit_ids": units})
    return await second.post(f"/assessment/schemes/{draft['id']}/adoption", seen=draft)


async def _checked(card_id: str, by: Person, checker: Person) -> Any:
    """Reported on by the town, with a record instead of files, and judged by the bureau."""
    path = f"/assessment/scorecards/{card_id}"
    card = await by.get(path)
    report = {"report": "已落实，见关联记录", "claimed_hundredths": 300, "attachment_ids": []}
    records = [f"/api/registry/areas/{card['area_id']}"]
    asked = [each["item"]["code"] for each in card["lines"] if each["reading"]["standing"] == "reported"]
    lines = [{"code": code, **report, "records": records} for code in asked]
    card = await by.act("PUT", f"{path}/report", json={"lines": lines}, seen=card)
    card = await by.post(f"{path}/confirmation", seen=card)
    unjudged = [each for each in card["lines"] if each["applies"] and each["points_hundredths"] is None]
    judged = {"points_hundredths": 300, "waived": False, "reason": "材料基本属实"}
    return await checker.post(
        f"{path}/check", {"lines": [{"code": each["item"]["code"], **judged} for each in unjudged]}, seen=card
    )
