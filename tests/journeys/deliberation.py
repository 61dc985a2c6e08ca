"""From a need to what those concerned agreed on, step by step through the gateway: where a run of the money begins."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from deploy.demo.people import Person
from tests.journeys.town import COMMUNITY, Town

BEGAN = 60  # days ago
TOPIC = "独居老人由谁上门陪伴"
INVITED = {"party_organisation": 1, "committee": 3, "local_residents": 6, "non_local_residents": 5}
PRESENT = {"party_organisation": 1, "committee": 3, "local_residents": 4, "non_local_residents": 4}
ITEM = "起草上门陪伴项目并报镇街审批"
MINUTES = "各方同意由社区立项购买上门陪伴服务，先从独居的二十户开始。"


@dataclass
class Deliberating:
    """Who acts, when it began, and what each step left behind."""

    town: Town
    began: datetime = field(default_factory=lambda: datetime.now(UTC).replace(microsecond=0) - timedelta(days=BEGAN))
    left: dict[str, Any] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    residents: list[tuple[Person, str]] = field(default_factory=list)

    def who(self, name: str, day: float) -> Person:
        """Somebody on a day of the path."""
        return self.people[name].when(self.began + timedelta(days=day))

    async def need(self) -> None:
        """A resident's, taken into the pool."""
        body = {"area_id": self.town.area(COMMUNITY), "title": "独居老人希望有人上门陪伴", "category": "elderly"}
        raised = self.began - timedelta(days=6)
        need = await self.residents[0][0].when(raised).post("/projects/needs", body)
        clerk = self.who("community", -6)
        seen = await clerk.get(f"/projects/needs/{need['id']}")
        self.left["need"] = await clerk.post(f"/projects/needs/{need['id']}/acceptance", seen=seen)

    async def deliberation(self) -> None:
        """Told of four days before, held with residents from elsewhere at the table, agreed on."""
        told, held = self.who("community", -5), self.who("community", -0.9)
        plan = {
            "area_id": self.town.area(COMMUNITY),
            "topic": TOPIC,
            "category": "elderly",
            "need_ids": [self.left["need"]["id"]],
            "form": "council",
            "place": "社区议事厅",
            "meets_at": (self.began - timedelta(days=1)).isoformat(),
            "invited": INVITED,
        }
        seen = await told.post("/projects/deliberations", plan)
        path = f"/projects/deliberations/{seen['id']}"
        seen = await told.post(f"{path}/notification", seen=seen)
        seen = await held.post(f"{path}/holding", {"present": PRESENT, "minutes": MINUTES}, seen=seen)
        due_on = (self.began + timedelta(days=5)).date().isoformat()
        item = {"what": ITEM, "role": "community_officer", "due_on": due_on}
        agreed = {"outcome": "agreed", "conclusion": "同意立项，经费由镇街购买服务预算列支。", "items": [item]}
        self.left["deliberation"] = await held.post(f"{path}/conclusion", agreed, seen=seen)

    async def carried_out(self) -> None:
        """What was agreed is done, and everybody may read that it is."""
        clerk = self.who("community", 1)
        (item,) = self.left["deliberation"]["items"]
        body = {"status": "done", "feedback": "项目已获批，正在公开采购承接组织。"}
        await clerk.post(f"/projects/deliberation-items/{item['id']}/feedback", body, seen=item)
