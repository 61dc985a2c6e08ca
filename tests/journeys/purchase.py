"""The money path, step by step through the gateway: from what was agreed, over three bids, to a payment."""

import asyncio
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from deploy.demo.people import Person
from tests.journeys.deliberation import Deliberating
from tests.journeys.town import CITY, COMMUNITY, TOWN, until

RESIDENTS, SATISFIED = 24, 22
CEILING = 20_000_000
AMOUNTS = (18_000_000, 16_000_000, 19_000_000)
EVIDENCE = ["服务记录", "财务报告"]
CRITERIA = [
    {"code": "price", "name": "报价", "kind": "price", "points": 20},
    {"code": "plan", "name": "服务方案", "kind": "quality", "points": 50},
    {"code": "team", "name": "团队与业绩", "kind": "quality", "points": 30},
]


@dataclass
class Purchase(Deliberating):
    """One run of the path: who else acts."""

    managers: list[Person] = field(default_factory=list)
    experts: list[Person] = field(default_factory=list)

    async def gather(self) -> None:
        """Officers, three organisations with their managers, three experts, a social worker, and residents."""
        town = self.town
        for name, role, code in (
            ("community", "community_officer", COMMUNITY),
            ("officer", "town_officer", TOWN),
            ("second", "town_officer", TOWN),
            ("lead", "social_worker", COMMUNITY),
            ("bureau", "bureau_officer", CITY),
        ):
            self.people[name] = await town.staff(role, code)
        for number in range(len(AMOUNTS)):
            organisation = await self._filed(number)
            self.managers.append(await town.staff("organisation_manager", organisation_id=organisation["id"]))
        self.experts = [await town.staff("expert", TOWN) for _ in range(3)]
        self.left["worker"] = await town.social_worker(self.began)
        self.residents = [await town.resident() for _ in range(RESIDENTS)]

    async def _filed(self, number: int) -> dict[str, Any]:
        """A filed organisation, long before."""
        clerk, officer = self.who("community", -30), self.who("officer", -30)
        body = {
            "area_id": self.town.area(COMMUNITY),
            "name": f"演示第{number}睦邻服务中心",
            "kind": "social_service_org",
            "category": "public_service",
            "venue": "社区综合服务中心",
            "members": 12,
            "initiators": [{"kind": "legal", "name": "演示服务中心", "uscc": "52441900MJ00000188"}],
        }
        organisation = await clerk.post("/registry/organisations", body)
        path = f"/registry/organisations/{organisation['id']}"
        organisation = await clerk.post(f"{path}/submission", seen=organisation)
        filing = {"number": f"演备〔{self.began:%Y}〕{next(self.town.serial)}号"}
        filed: dict[str, Any] = await officer.post(f"{path}/filing", filing, seen=organisation)
        return filed

    async def submitted(self) -> None:
        """A project grown from what was agreed, drawing on the town's budget."""
        clerk, officer = self.who("community", 0), self.who("officer", 0)
        year, number = self.began.year, next(self.town.serial)
        grant = {"area_id": self.town.area(TOWN), "year": year, "name": f"购买社会工作服务{number}"}
        grant |= {"document": f"演财〔{year}〕{number}号", "amount_fen": 5 * CEILING}
        self.left["budget"] = await officer.post("/projects/budgets", grant)
        plan = {
            "need_ids": [self.left["need"]["id"]],
            "deliberation_id": self.left["deliberation"]["id"],
            "title": "邻里陪伴计划",
            "goals": ["每周上门陪伴 20 户"],
            "budget_fen": CEILING,
            "starts_on": self.began.date().isoformat(),
            "ends_on": (self.began + timedelta(days=300)).date().isoformat(),
        }
        project = await clerk.post("/projects/projects", plan)
        path = f"/projects/projects/{project['id']}"
        lines = [{"budget_id": self.left["budget"]["id"], "purpose": "购买服务", "amount_fen": CEILING}]
        project = await clerk.act("PUT", f"{path}/lines", json={"lines": lines}, seen=project)
        self.left["project"] = await clerk.post(f"{path}/submission", seen=project)

    async def project(self) -> None:
        """Approved by the town."""
        seen, officer = self.left["project"], self.who("officer", 0)
        self.left["project"] = await officer.post(f"/projects/projects/{seen['id']}/approval", seen=seen)

    async def opened(self) -> None:
        """A purchase announced, bid for by three, opened, with its panel of experts."""
        officer, path = self.who("officer", 0), f"/projects/projects/{self.left['project']['id']}"
        (line,) = (await officer.get(f"{path}/lines"))["items"]
        terms = {
            "line_id": line["id"],
            "title": "邻里陪伴服务采购",
            "requirement": "为社区独居老人提供上门探访与陪伴服务",
            "catalogue_code": "A0801",
            "method": "competitive_consultation",
            "ceiling_fen": CEILING,
            "criteria": CRITERIA,
            "contact_office": "镇民政办公室",
            "contact_phone": "0769-00000000",
            "bids_due_at": (self.began + timedelta(days=12)).isoformat(),
        }
        purchase = await officer.post(f"{path}/purchases", terms)
        here = f"/projects/purchases/{purchase['id']}"
        purchase = await officer.post(f"{here}/announcement", seen=purchase)
        for manager, amount in zip(self.managers, AMOUNTS, strict=True):
            bid = {"amount_fen": amount, "plan": "每周探访两次，配备两名社工与十名志愿者。"}
            await manager.when(self.began + timedelta(days=1)).post(f"{here}/bids", bid)
        officer = self.who("officer", 12)
        purchase = await officer.post(f"{here}/opening", seen=purchase)
        panel = {"expert_ids": [expert.id for expert in self.experts]}
        self.left["purchase"] = await officer.act("PUT", f"{here}/panel", json=panel, seen=purchase)

    async def purchase(self) -> None:
        """Reviewed by the experts, laid open, awarded by a second officer."""
        officer, purchase = self.who("officer", 12), self.left["purchase"]
        here = f"/projects/purchases/{purchase['id']}"
        bids = sorted((await officer.get(f"{here}/bids"))["items"], key=lambda bid: bid["id"])
        for expert in (each.when(self.began + timedelta(days=12, hours=1)) for each in self.experts):
            await expert.post(f"{here}/declaration", {"conflicted": False, "statement": "与投标人无利益关系"})
            for place, bid in enumerate(bids):
                points = {"points": {"plan": 45 - 10 * place, "team": 25 - 5 * place}, "comment": "方案可行"}
                await expert.act("PUT", f"/projects/bids/{bid['id']}/score", json=points)
        purchase = await officer.post(f"{here}/proposal", seen=purchase)
        self.left["purchase"] = await self.who("second", 20).post(f"{here}/award", seen=purchase)

    async def contract(self) -> None:
        """Drafted from the award, signed by both sides."""
        officer, began = self.who("officer", 20), self.began
        stage = {"no": 1, "name": "全期", "amount_fen": self.left["purchase"]["awarded_fen"], "evidence": EVIDENCE}
        stage["due_on"] = (began + timedelta(days=50)).date().isoformat()
        terms = {
            "number": f"演采〔{began:%Y}〕{next(self.town.serial)}号",
            "starts_on": (began + timedelta(days=20)).date().isoformat(),
            "ends_on": (began + timedelta(days=55)).date().isoformat(),
            "stages": [stage],
        }
        contract = await officer.post(f"/projects/purchases/{self.left['purchase']['id']}/contract", terms)
        contract = await officer.post(f"/projects/contracts/{contract['id']}/offer", seen=contract)
        winner = self.managers[0].when(began + timedelta(days=20))
        self.left["contract"] = await winner.post(f"/projects/contracts/{contract['id']}/signature", seen=contract)

    async def activities(self) -> None:
        """Two, led by the social worker, with the residents recorded by the community."""
        phones = [phone for _, phone in self.residents]
        for day in (22, 25):
            lead, start = self.who("lead", 21), self.began + timedelta(days=day)
            body = {
                "title": "上门陪伴",
                "starts_at": start.isoformat(),
                "ends_at": (start + timedelta(hours=2)).isoformat(),
                "place": {"name": "社区综合服务中心", "latitude": 23.02, "longitude": 113.75},
                "lead_social_worker_id": self.left["worker"]["id"],
                "resident_places": 60,
                "wanted": [{"role": "companion", "name": "陪伴员", "count": 2, "minimum_age": 16}],
            }
            path = f"/projects/projects/{self.left['project']['id']}/activities"
            activity = await until(lambda lead=lead, path=path, body=body: lead.post(path, body))
            activity = await lead.post(f"/projects/activities/{activity['id']}/publication", seen=activity)
            clerk = self.who("community", day + 0.05)
            await clerk.post(f"/projects/activities/{activity['id']}/participations", {"phones": phones})
            done = self.who("lead", day + 0.1)
            await done.post(f"/projects/activities/{activity['id']}/completion", seen=activity)

    async def acceptance(self) -> None:
        """Asked for with its evidence; those who took part answer; one correction; passed."""
        provider = self.managers[0].when(self.began + timedelta(days=30))
        contract = await provider.get(f"/projects/contracts/{self.left['contract']['id']}")
        evidence = [{"name": each, "text": "见附件"} for each in EVIDENCE]
        path = f"/projects/contracts/{contract['id']}/acceptances"
        asked = await provider.post(path, {"stage_no": 1, "evidence": evidence}, seen=contract)
        await asyncio.gather(*(self._answered(place) for place in range(RESIDENTS)))
        here, officer = f"/projects/acceptances/{asked['id']}", self.who("officer", 31)
        correction = {
            "findings": ["缺少第二次活动的服务记录"],
            "due_on": (self.began + timedelta(days=38)).date().isoformat(),
        }
        seen = await officer.post(f"{here}/correction", correction, seen=asked)
        reply = {"finding_id": seen["findings"][0]["id"], "text": "已补充"}
        provider = self.managers[0].when(self.began + timedelta(days=33))
        await provider.post(f"{here}/resubmission", {"evidence": evidence, "replies": [reply]}, seen=seen)

        async def surveyed() -> Any:
            now = await officer.get(here)
            return now if now["survey"] else None

        seen = await until(surveyed)
        opinion = {"opinion": "材料齐全，服务到位，同意验收"}
        self.left["acceptance"] = await self.who("officer", 34).post(f"{here}/passing", opinion, seen=seen)

    async def _answered(self, place: int) -> None:
        """One resident answers about the stage."""
        resident = self.residents[place][0].when(self.began + timedelta(days=30, hours=2))

        async def drawn() -> Any:
            mine = (await resident.get("/assessment/surveys/mine"))["items"]
            return [each for each in mine if "activity" not in each["links"]]

        (survey,) = await until(drawn)
        score = {"score": 5 if place < SATISFIED else 2}
        await resident.post(f"/assessment/surveys/{survey['survey_id']}/answers", score)

    async def payment(self) -> None:
        """制单 by one officer, paid by another; then the project is closed."""
        officer, second = self.who("officer", 35), self.who("second", 36)
        (payment,) = (await officer.get("/projects/payments", contract_id=self.left["contract"]["id"]))["items"]
        here = f"/projects/payments/{payment['id']}"
        payment = await officer.post(f"{here}/request", seen=payment)
        self.left["payment"] = await second.post(f"{here}/making", {"reference": f"国库 {payment['id']}"}, seen=payment)
        clerk, path = self.who("community", 37), f"/projects/projects/{self.left['project']['id']}"
        seen = await clerk.get(path)
        self.left["closed"] = await clerk.post(f"{path}/closing", {"outcome": "服务按约完成"}, seen=seen)

    STEPS = (
        Deliberating.need,
        Deliberating.deliberation,
        submitted,
        project,
        Deliberating.carried_out,
        opened,
        purchase,
        contract,
        activities,
        acceptance,
        payment,
    )
