"""议事协商: talked over by those concerned, agreed on and carried out, referred to the town, or still to be held."""

from collections.abc import Mapping
from typing import Any

from deploy.demo.cast import Cast, officer_of
from deploy.demo.city import City, content, until

MARK = "(演示数据)"  # whoever reads them signed out sees this
MEETS, ENDED = "19:30", "21:10"


async def deliberate_all(
    city: City, cast: Cast, needs: Mapping[str, dict[str, Any]], filed: Mapping[str, dict[str, Any]]
) -> dict[str, dict[str, Any]]:
    """Every deliberation by id, as far as it came: one after another, so that lists show them in this order."""
    known: dict[str, dict[str, Any]] = {}
    for told in content("deliberations")["deliberation"]:
        known[told["id"]] = await _Deliberating(city, cast, told).go(needs, known, filed)
    return known


def agreed_in(told: Mapping[str, Any], deliberated: Mapping[str, dict[str, Any]]) -> str | None:
    """The id of the deliberation that a project grew from, where there was one."""
    return str(deliberated[told["deliberation"]]["id"]) if "deliberation" in told else None


class _Deliberating:
    """One deliberation, as far as it is told."""

    def __init__(self, city: City, cast: Cast, told: dict[str, Any]) -> None:
        self.city, self.cast, self.told = city, cast, told
        self.convener, self.key = cast[told["by"]], f"demo.deliberation.{told['id']}"

    async def go(
        self,
        needs: Mapping[str, dict[str, Any]],
        known: Mapping[str, dict[str, Any]],
        filed: Mapping[str, dict[str, Any]],
    ) -> dict[str, Any]:
        """From the plan on."""
        told = self.told
        plan = {name: told[name] for name in ("topic", "category", "form", "place", "invited")}
        plan |= {
            "area_id": self.city.area(told["area"]),
            "description": told["description"] + MARK,
            "need_ids": [needs[name]["id"] for name in told["needs"]],
            "continues_id": known[told["continues"]]["id"] if "continues" in told else None,
            "meets_at": self.city.ago(told["met"], MEETS).isoformat(),
        }
        convener = self.convener.when(self.city.ago(told["told"]))
        seen: dict[str, Any] = await convener.post("/projects/deliberations", plan, key=self.key)
        seen = await self._step(seen, "notification", told["told"], "11:00")
        if "minutes" in told:
            held = {"present": told["came"], "minutes": told["minutes"], "dissent": told.get("dissent")}
            seen = await self._step(seen, "holding", told["met"], ENDED, held)
        if "outcome" in told:
            agreed = {"outcome": told["outcome"], "conclusion": told["conclusion"]}
            agreed["items"] = [self._item(item, filed) for item in told.get("item", [])]

            async def concluded(held: dict[str, Any] = seen) -> dict[str, Any]:
                return await self._step(held, "conclusion", told["concluded"], "16:00", agreed)

            # An organisation answers for something once it has been heard of.
            seen = await until(concluded, bears="responsible-out-of-reach")
            await self._feed_back(seen)
        return seen

    async def _step(
        self, seen: dict[str, Any], verb: str, ago: int, clock: str, body: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        convener, path = self.convener.when(self.city.ago(ago, clock)), f"/projects/deliberations/{seen['id']}/{verb}"
        told: dict[str, Any] = await convener.post(path, body, seen=seen, key=f"{self.key}.{verb}")
        return told

    def _item(self, told: dict[str, Any], filed: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
        organisation = filed[told["organisation"]]["id"] if "organisation" in told else None
        responsible = {"role": told.get("role"), "organisation_id": organisation}
        return responsible | {"what": told["what"], "due_on": self.city.day(told["due"]).isoformat()}

    async def _feed_back(self, seen: dict[str, Any]) -> None:
        """What became of the items, for everybody to read."""
        items = {item["what"]: item for item in seen["items"]}
        for number, told in enumerate(self.told.get("item", [])):
            status = next((status for status in ("done", "dropped") if status in told), None)
            if status is None:
                continue
            officer = self.cast[officer_of(self.told["area"])] if told["role"] == "town_officer" else self.convener
            item, by = items[told["what"]], officer.when(self.city.ago(told[status], "15:20"))
            path, body = f"/projects/deliberation-items/{item['id']}", {"status": status, "feedback": told["feedback"]}
            await by.post(f"{path}/feedback", body, seen=item, key=f"{self.key}.feedback.{number}")
