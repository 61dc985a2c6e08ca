"""Makes what the tests of buying start from: a budget, a project on it, bidders, experts, two officers."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Self
from uuid import UUID, uuid4

import httpx
from fastapi import FastAPI

from chassis.client import Neighbour
from chassis.principal import Role
from chassis.testing import CITY, EAST, Caller, Callers
from services.projects.tests.answers import made
from services.projects.tests.make import Town, at
from services.projects.tests.register import Registry

BUDGET, CEILING = 100_000_000, 20_000_000
START = datetime(2026, 3, 2, 2, tzinfo=UTC)  # Monday, 10:00 in the city
DUE = START + timedelta(days=12)
CRITERIA = [
    {"code": "price", "name": "报价", "kind": "price", "points": 20},
    {"code": "plan", "name": "服务方案", "kind": "quality", "points": 50},
    {"code": "team", "name": "团队与业绩", "kind": "quality", "points": 30},
]
EVIDENCE = ["服务记录", "财务报告"]


@dataclass
class Buying:
    """Everybody of a purchase, at chosen times, and the views of what they have made."""

    app: FastAPI
    callers: Callers
    town: Town
    registry: Registry
    officer: Caller
    second: Caller
    providers: list[Caller]
    organisations: list[UUID]
    experts: list[Caller]
    # By how much everything below happens after the times it names, for what comes after something else.
    later: timedelta = timedelta()

    @classmethod
    async def of(cls, app: FastAPI, callers: Callers, town: Town) -> Self:
        """With three organisations and three experts."""
        registry = Registry()
        transport = httpx.MockTransport(registry.answer)
        app.state.neighbours["registry"] = Neighbour("registry", "http://registry", app.state.signer, transport)
        organisations = [uuid4() for _ in range(3)]
        return cls(
            app=app,
            callers=callers,
            town=town,
            registry=registry,
            officer=callers.as_(Role.TOWN_OFFICER, EAST),
            second=callers.as_(Role.TOWN_OFFICER, EAST),
            providers=[callers.as_(Role.ORGANISATION_MANAGER, organisation_id=each) for each in organisations],
            organisations=organisations,
            experts=[callers.as_(Role.EXPERT, EAST) for _ in range(3)],
        )

    def at(self, caller: Caller, moment: datetime) -> Caller:
        """The same caller at another time."""
        return at(self.app, caller, moment + self.later)

    async def budget(self, place: Any = EAST, amount_fen: int = BUDGET) -> dict[str, Any]:
        """A granted budget."""
        granter = self.officer if place is EAST else self.callers.as_(Role.BUREAU_OFFICER, CITY)
        body = {"area_id": str(place.id), "year": 2026, "name": f"购买服务{uuid4()}", "document": "东财〔2026〕1号"}
        return made(await self.at(granter, START).post("/budgets", body | {"amount_fen": amount_fen}), 201)

    async def project(self, budget: dict[str, Any] | None = None, amount_fen: int = CEILING) -> dict[str, Any]:
        """An approved project with one line, carried out by nobody yet."""
        budget = budget or await self.budget()
        project = await self.drafted(budget, amount_fen)
        clerk, town = self.at(self.town.community, START), self.at(self.town.town, START)
        project = made(await clerk.post(f"/projects/{project['id']}/submission", seen=project))
        project = made(await town.post(f"/projects/{project['id']}/approval", seen=project))
        if project["state"] == "approved":
            return project
        # For such an amount the bureau decides after the town.
        return made(await self.at(self.town.bureau, START).post(f"/projects/{project['id']}/approval", seen=project))

    async def drafted(self, budget: dict[str, Any], amount_fen: int = CEILING) -> dict[str, Any]:
        """A draft with one line of a budget."""
        clerk = self.at(self.town.community, START)
        need = await self.town.pooled()
        plan = {
            "need_ids": [need["id"]],
            "title": "社区社工服务",
            "goals": ["每月探访"],
            "budget_fen": amount_fen,
            "starts_on": "2026-03-01",
            "ends_on": "2027-02-28",
        }
        project = made(await clerk.post("/projects", plan), 201)
        lines = {"lines": [{"budget_id": budget["id"], "purpose": "购买服务", "amount_fen": amount_fen}]}
        return made(await clerk.send("PUT", f"/projects/{project['id']}/lines", lines, seen=project))

    def terms(self, line_id: str, **changes: Any) -> dict[str, Any]:
        """采购方案."""
        said = {
            "line_id": line_id,
            "title": "社区社工服务采购",
            "requirement": "为社区独居老人提供探访与陪伴服务",
            "catalogue_code": "A0801",
            "method": "competitive_consultation",
            "ceiling_fen": CEILING,
            "criteria": CRITERIA,
            "contact_office": "镇民政办公室",
            "contact_phone": "0769-00000000",
            "bids_due_at": (DUE + self.later).isoformat(),
        }
        return said | changes

    async def draft(self, project: dict[str, Any] | None = None, **changes: Any) -> dict[str, Any]:
        """A drafted purchase of an approved project."""
        project = project or await self.project()
        officer = self.at(self.officer, START)
        (line,) = made(await officer.get(f"/projects/{project['id']}/lines"))["items"]
        body = self.terms(line["id"], **changes)
        return made(await officer.post(f"/projects/{project['id']}/purchases", body), 201)

    async def announced(self, **changes: Any) -> dict[str, Any]:
        """An announced purchase."""
        drafted = await self.draft(**changes)
        return made(await self.at(self.officer, START).post(f"/purchases/{drafted['id']}/announcement", seen=drafted))

    async def bid(self, purchase: dict[str, Any], which: int, amount_fen: int) -> dict[str, Any]:
        """A sealed bid."""
        body = {"amount_fen": amount_fen, "plan": "每周探访两次，配备两名社工与十名志愿者。"}
        provider = self.at(self.providers[which], START + timedelta(days=1))
        return made(await provider.post(f"/purchases/{purchase['id']}/bids", body), 201)

    async def opened(self, *amounts: int, **changes: Any) -> dict[str, Any]:
        """A purchase whose bids have been opened."""
        purchase = await self.announced(**changes)
        for which, amount in enumerate(amounts or (18_000_000, 16_000_000, 19_000_000)):
            await self.bid(purchase, which, amount)
        return made(await self.at(self.officer, DUE).post(f"/purchases/{purchase['id']}/opening", seen=purchase))

    async def seated(self, purchase: dict[str, Any]) -> dict[str, Any]:
        """Three experts, who declare to be free."""
        body = {"expert_ids": [str(each.account_id) for each in self.experts]}
        shown = made(
            await self.at(self.officer, DUE).send("PUT", f"/purchases/{purchase['id']}/panel", body, seen=purchase)
        )
        for each in self.experts:
            free = {"conflicted": False, "statement": "与投标人无利益关系"}
            made(await self.at(each, DUE).post(f"/purchases/{purchase['id']}/declaration", free))
        return shown

    async def scored(self, purchase: dict[str, Any] | None = None) -> dict[str, Any]:
        """Every bid scored by every expert; the first bid is thought best."""
        purchase = await self.seated(purchase or await self.opened())
        bids = made(await self.at(self.officer, DUE).get(f"/purchases/{purchase['id']}/bids"))["items"]
        for place, bid in enumerate(sorted(bids, key=lambda each: each["id"])):
            for expert in self.experts:
                body = {"points": {"plan": 45 - 10 * place, "team": 25 - 5 * place}, "comment": "方案可行"}
                made(await self.at(expert, DUE).send("PUT", f"/bids/{bid['id']}/score", body))
        return purchase

    async def proposed(self, purchase: dict[str, Any] | None = None) -> dict[str, Any]:
        """A result that lies open."""
        purchase = await self.scored(purchase)
        return made(await self.at(self.officer, DUE).post(f"/purchases/{purchase['id']}/proposal", seen=purchase))

    async def awarded(self, purchase: dict[str, Any] | None = None) -> dict[str, Any]:
        """An award, of a purchase whose bids have been opened."""
        purchase = await self.proposed(purchase)
        return made(
            await self.at(self.second, self.after_notice).post(f"/purchases/{purchase['id']}/award", seen=purchase)
        )

    @property
    def after_notice(self) -> datetime:
        """When a result proposed at the deadline has lain open for its whole window."""
        return DUE + timedelta(days=8)

    def agreed(self, amount_fen: int = 18_000_000) -> dict[str, Any]:
        """合同草案 in two stages."""
        first = amount_fen * 2 // 3
        return {
            "number": "东城采〔2026〕1号",
            "starts_on": "2026-04-01",
            "ends_on": "2027-03-31",
            "stages": [
                {"no": 1, "name": "中期", "amount_fen": first, "due_on": "2026-09-30", "evidence": EVIDENCE},
                {
                    "no": 2,
                    "name": "末期",
                    "amount_fen": amount_fen - first,
                    "due_on": "2027-03-31",
                    "evidence": EVIDENCE,
                },
            ],
        }

    async def signed(self, purchase: dict[str, Any] | None = None) -> dict[str, Any]:
        """A contract signed by both sides, of an award."""
        purchase, officer = purchase or await self.awarded(), self.at(self.officer, self.after_notice)
        terms = self.agreed(purchase["awarded_fen"])
        contract = made(await officer.post(f"/purchases/{purchase['id']}/contract", terms), 201)
        contract = made(await officer.post(f"/contracts/{contract['id']}/offer", seen=contract))
        winner = self.at(self.providers[0], self.after_notice)
        return made(await winner.post(f"/contracts/{contract['id']}/signature", seen=contract))
