"""年度考核: a scheme for the year that was assessed last and for the one that runs; every town's card to its rank."""

from datetime import date, datetime, time, timedelta
from typing import Any

from deploy.demo.cast import Cast, officer_of
from deploy.demo.city import SHANGHAI, City, content, together
from deploy.demo.lists import strength
from deploy.demo.people import Person

BUREAU, SECOND = "bureau.officer", "bureau.reviewer"
CITY = "441900"
LATELY = timedelta(days=75)  # so long after a year's end it has been assessed
# Month, day and hour of the year after the assessed one, but for the scheme, which is of the year's own spring.
DRAFTED, ADOPTED = (3, 2, "10:00"), (3, 10, "15:00")
OPENED, REPORTED, CONFIRMED = (1, 6, "09:00"), (1, 13, "11:00"), (1, 14, "16:30")
CHECKED, OBJECTED, DECIDED, FROZEN = (2, 2, "10:00"), (2, 4, "15:20"), (2, 10, "16:00"), (3, 4, "11:00")
LEAST, MORE, STEP = 0.5, 0.45, 10  # of an item's points: what a weak town earns, how much more a strong one


async def assess(city: City, cast: Cast) -> None:
    """The year before last March; the one after it runs."""
    year = (city.day(0) - LATELY).year - 1
    over = await _in_force(city, cast, year)
    await _in_force(city, cast, year + 1)
    bureau = cast[BUREAU].when(_on(year + 1, OPENED))
    await bureau.post(f"/assessment/schemes/{over['id']}/scorecards", seen=over, key=f"demo.scorecards.{year}")
    cards = (await bureau.get("/assessment/scorecards", scheme_id=over["id"], limit=100))["items"]
    asked = [each["code"] for each in over["items"] if each["evidence_required"] or each["indicator"] is None]
    await together(_Card(cast, year + 1, card).go(asked) for card in cards)


def _on(year: int, when: tuple[int, int, str]) -> datetime:
    month, day, clock = when
    return datetime.combine(date(year, month, day), time.fromisoformat(clock), SHANGHAI)


async def _in_force(city: City, cast: Cast, year: int) -> dict[str, Any]:
    """Drafted from the city's default by one officer, put into force by another."""
    drafter, key = cast[BUREAU].when(_on(year, DRAFTED)), f"demo.scheme.{year}"
    terms = await drafter.get("/assessment/schemes/default", year=year)
    terms |= {"area_id": city.area(CITY), "items": [_adapted(each) for each in terms["items"]]}
    draft = await drafter.post("/assessment/schemes", terms, key=key)
    path, adopter = f"/assessment/schemes/{draft['id']}/adoption", cast[SECOND].when(_on(year, ADOPTED))
    adopted: dict[str, Any] = await adopter.post(path, seen=draft, key=f"{key}.adoption")
    return adopted


def _adapted(item: dict[str, Any]) -> dict[str, Any]:
    """Some scorings of the default are the city's own: full points for the stage that a year can reach."""
    own = content("scorecards")["scoring"].get(item["code"])
    if own is None:
        return item
    return {**item, "basis": own["basis"], "scoring": {"kind": "linear", "floor": 0, "full": own["full"]}}


class _Card:
    """评分表 of one town."""

    def __init__(self, cast: Cast, year: int, card: dict[str, Any]) -> None:
        self.town, self.bureau, self.second = cast[officer_of(card["unit_code"])], cast[BUREAU], cast[SECOND]
        self.year, self.card, self.unit = year, card, str(card["unit_code"])
        self.key = f"demo.scorecard.{year}.{self.unit}"
        self.told = content("scorecards")

    async def go(self, asked: list[str]) -> None:
        """Reported on, judged, in one town objected to, and frozen."""
        records = [f"/api/registry/areas/{self.card['area_id']}"]
        lines = [{**self._reported(code), "attachment_ids": [], "records": records} for code in asked]
        path = f"/assessment/scorecards/{self.card['id']}/report"
        reporter, key = self.town.when(_on(self.year, REPORTED)), f"{self.key}.report"
        seen = await reporter.act("PUT", path, json={"lines": lines}, seen=self.card, key=key)
        seen = await self._post(self.town, CONFIRMED, "confirmation", None, seen)
        open_ = [each for each in seen["lines"] if each["applies"] and each["points_hundredths"] is None]
        judged = [self._judged(each["item"], reported=each["item"]["code"] in asked) for each in open_]
        seen = await self._post(self.bureau, CHECKED, "check", {"lines": judged}, seen)
        if self.unit == self.told["objection"]["unit"]:
            seen = await self._objected(seen)
        else:
            seen = await self._post(self.town, OBJECTED, "acceptance", None, seen)
        await self._post(self.second, FROZEN, "freezing", None, seen)

    async def _post(
        self, who: Person, when: tuple[int, int, str], verb: str, body: dict[str, Any] | None, seen: dict[str, Any]
    ) -> dict[str, Any]:
        path, at = f"/assessment/scorecards/{self.card['id']}/{verb}", _on(self.year, when)
        answer: dict[str, Any] = await who.when(at).post(path, body, seen=seen, key=f"{self.key}.{verb}")
        return answer

    @property
    def _strong(self) -> bool:
        return strength(self.unit) >= float(self.told["strong_from"])

    def _reported(self, code: str) -> dict[str, Any]:
        text = self.told["report"].get(code, self.told["report"]["other"])
        return {"code": code, "report": text["strong" if self._strong else "weak"], "claimed_hundredths": None}

    def _judged(self, item: dict[str, Any], *, reported: bool) -> dict[str, Any]:
        waived = self.told["waived"]
        if item["code"] == waived["code"] and not self._strong:
            return {"code": item["code"], "points_hundredths": None, "waived": True, "reason": waived["reason"]}
        share = LEAST + MORE * strength(self.unit)
        points = round(item["weight"] * 100 * share / STEP) * STEP
        told = self.told["judged"]["reported" if reported else "unreported"]
        reason = told["strong" if self._strong else "weak"]
        return {"code": item["code"], "points_hundredths": points, "waived": False, "reason": reason}

    async def _objected(self, seen: dict[str, Any]) -> dict[str, Any]:
        """提出异议, and what another officer than the checker decides about it."""
        told = self.told["objection"]
        line = {"code": told["code"], "text": told["text"], "attachment_ids": []}
        seen = await self._post(self.town, OBJECTED, "objection", {"lines": [line]}, seen)
        decided = {"code": told["code"], "upheld": True, "points_hundredths": told["points"], "reason": told["reason"]}
        return await self._post(self.second, DECIDED, "decision", {"lines": [decided]}, seen)
