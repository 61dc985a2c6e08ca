"""采购: a budget of the town, and what it buys: a contract, a result that lies open, bids to be scored or handed in."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from deploy.demo.cast import Cast
from deploy.demo.city import City, content
from deploy.demo.deliberations import agreed_in
from deploy.demo.people import Person, Refused

FEN = 100
SECOND, EXPERT = "bureau.officer", "expert"
EVIDENCE = ["服务记录", "财务报告"]
CRITERIA = [
    {"code": "price", "name": "报价", "kind": "price", "points": 20},
    {"code": "plan", "name": "服务方案", "kind": "quality", "points": 50},
    {"code": "team", "name": "团队与业绩", "kind": "quality", "points": 30},
]
PLAN = (
    "{title}:按采购需求逐项安排。两名持证社工驻点,每周入户和小组活动各一次;"
    "首月建立服务对象名册,此后每月向社区报送服务记录,每季度听取居民意见并调整。"
)
POINTS = {"points": {"plan": 43, "team": 26}, "comment": "方案贴合居民需求,人员稳定"}


async def buy_all(
    city: City,
    cast: Cast,
    needs: Mapping[str, dict[str, Any]],
    deliberated: Mapping[str, dict[str, Any]],
    filed: Mapping[str, dict[str, Any]],
) -> dict[str, dict[str, Any]]:
    """All of them, one after another: they draw on one budget. The contracts that came of them, by purchase."""
    told = content("purchases")
    budget, signed = await _granted(city, cast, told["budget"]), {}
    for each in told["purchase"]:
        grown_from: dict[str, Any] = {"need_ids": [needs[name]["id"] for name in each["needs"]]}
        grown_from["deliberation_id"] = agreed_in(each, deliberated)
        buying = _Buying(city, cast, each, cast[told["budget"]["by"]])
        if contract := await buying.go(budget, grown_from, filed):
            signed[each["id"]] = contract
    return signed


async def _granted(city: City, cast: Cast, told: dict[str, Any]) -> dict[str, Any]:
    year = city.day(told["ago"]).year
    body = {"area_id": city.area(told["area"]), "year": year, "name": told["name"]}
    body |= {"document": f"演财〔{year}〕12号", "amount_fen": told["yuan"] * FEN}
    granter = cast[told["by"]].when(city.ago(told["ago"]))
    granted: dict[str, Any] = await granter.post("/projects/budgets", body, key="demo.budget")
    return granted


class _Buying:
    """One purchase, as far as it is told."""

    def __init__(self, city: City, cast: Cast, told: dict[str, Any], officer: Person) -> None:
        self.city, self.cast, self.told, self.officer = city, cast, told, officer
        self.key = f"demo.purchase.{told['id']}"

    def on(self, person: Person, ago: int, clock: str = "10:00") -> Person:
        return person.when(self.city.ago(ago, clock))

    async def go(
        self, budget: dict[str, Any], grown_from: dict[str, Any], filed: Mapping[str, dict[str, Any]]
    ) -> dict[str, Any] | None:
        """From the project's draft on, to the contract where it came to one."""
        project = await self._project(budget, grown_from)
        purchase = await self._announced(project, [filed[name]["id"] for name in self.told.get("invited", [])])
        for bid in self.told["bids"]:
            body = {"amount_fen": bid["yuan"] * FEN, "plan": PLAN.format(title=self.told["title"])}
            bidder = self.on(self.cast[bid["by"]], self.told["announced"] - 1)
            await bidder.post(f"/projects/purchases/{purchase['id']}/bids", body, key=f"{self.key}.bid.{bid['by']}")
        if self.told["due"] > 0 and not self.told.get("sealed"):
            await self._opened(purchase)
        if "proposed" in self.told:
            await self._reviewed(purchase)
        if "awarded" in self.told:
            await self._awarded(purchase)
        return await self._signed(purchase) if "signed" in self.told else None

    async def _project(self, budget: dict[str, Any], grown_from: dict[str, Any]) -> dict[str, Any]:
        told, proposer = self.told, self.on(self.cast[self.told["by"]], self.told["ago"])
        starts = self.city.day(told["ago"])
        body = grown_from | {
            "title": told["title"],
            "goals": told["goals"],
            "budget_fen": told["yuan"] * FEN,
            "starts_on": starts.isoformat(),
            "ends_on": (starts + timedelta(days=365)).isoformat(),
        }
        project = await proposer.post("/projects/projects", body, key=f"{self.key}.project")
        path = f"/projects/projects/{project['id']}"
        lines = [{"budget_id": budget["id"], "purpose": "购买服务", "amount_fen": body["budget_fen"]}]
        project = await _put(proposer, path, "lines", {"lines": lines})
        project = await proposer.post(f"{path}/submission", seen=project, key=f"{self.key}.submission")
        approver = self.on(self.officer, told["ago"] - 1)
        approved: dict[str, Any] = await approver.post(f"{path}/approval", seen=project, key=f"{self.key}.approval")
        return approved

    async def _announced(self, project: dict[str, Any], invited: list[str]) -> dict[str, Any]:
        told, officer = self.told, self.on(self.officer, self.told["announced"])
        path = f"/projects/projects/{project['id']}"
        (line,) = (await officer.get(f"{path}/lines"))["items"]
        terms = {
            "line_id": line["id"],
            "title": f"{told['title']}采购",
            "requirement": told["requirement"],
            "catalogue_code": told["catalogue"],
            "method": told["method"],
            "ceiling_fen": told["yuan"] * FEN,
            "criteria": CRITERIA,
            "invited_ids": invited,
            "contact_office": "镇民政办公室",
            "contact_phone": "0769-00000000",
            "bids_due_at": self.city.ago(told["due"]).isoformat(),
        }
        purchase = await officer.post(f"{path}/purchases", terms, key=f"{self.key}.draft")
        here = f"/projects/purchases/{purchase['id']}"
        announced: dict[str, Any] = await officer.post(f"{here}/announcement", seen=purchase, key=f"{self.key}.open")
        return announced

    async def _opened(self, purchase: dict[str, Any]) -> None:
        officer, here = self.on(self.officer, self.told["due"], "10:30"), f"/projects/purchases/{purchase['id']}"
        await officer.post(f"{here}/opening", seen=purchase, key=f"{self.key}.opening")
        await _put(officer, here, "panel", {"expert_ids": [self.cast[EXPERT].id]})

    async def _reviewed(self, purchase: dict[str, Any]) -> None:
        told, here = self.told, f"/projects/purchases/{purchase['id']}"
        officer, expert = self.on(self.officer, told["due"], "10:30"), self.on(self.cast[EXPERT], told["due"], "14:00")
        free = {"conflicted": False, "statement": "与投标供应商无利益关系"}
        await expert.post(f"{here}/declaration", free, key=f"{self.key}.declaration")
        for bid in (await officer.get(f"{here}/bids"))["items"]:
            await _score(expert, bid)
        proposer = self.on(self.officer, told["proposed"])
        await proposer.post(f"{here}/proposal", seen=await officer.get(here), key=f"{self.key}.proposal")

    async def _awarded(self, purchase: dict[str, Any]) -> None:
        here, second = f"/projects/purchases/{purchase['id']}", self.on(self.cast[SECOND], self.told["awarded"])
        await second.post(f"{here}/award", seen=await second.get(here), key=f"{self.key}.award")

    async def _signed(self, purchase: dict[str, Any]) -> dict[str, Any]:
        told, here = self.told, f"/projects/purchases/{purchase['id']}"
        starts, amount = self.city.day(told["signed"]), (await self.officer.get(here))["awarded_fen"]
        stages = [
            {
                "no": no,
                "name": stage["name"],
                "amount_fen": amount * stage["percent"] // 100,
                "due_on": (starts + timedelta(days=stage["day"])).isoformat(),
                "evidence": EVIDENCE,
            }
            for no, stage in enumerate(told["stages"], start=1)
        ]
        terms = {
            "number": f"演采〔{starts.year}〕{told['signed']}号",
            "starts_on": starts.isoformat(),
            "ends_on": (starts + timedelta(days=told["days"])).isoformat(),
            "stages": stages,
        }
        officer, winner = (self.on(each, told["signed"]) for each in (self.officer, self.cast[told["bids"][0]["by"]]))
        contract = await officer.post(f"{here}/contract", terms, key=f"{self.key}.contract")
        path = f"/projects/contracts/{contract['id']}"
        contract = await officer.post(f"{path}/offer", seen=contract, key=f"{self.key}.offer")
        signed: dict[str, Any] = await winner.post(f"{path}/signature", seen=contract, key=f"{self.key}.signature")
        return signed


async def _score(expert: Person, bid: dict[str, Any]) -> None:
    """A first score has no version to name; one that a run which was cut off has given stays."""
    try:
        await expert.act("PUT", f"/projects/bids/{bid['id']}/score", json=POINTS)
    except Refused as refused:
        if refused.type != "version-missing" and refused.status != 409:  # noqa: PLR2004
            raise


async def _put(person: Person, path: str, part: str, body: dict[str, Any]) -> dict[str, Any]:
    """A PUT is not kept: what a run that was cut off had done and gone on from is left as it is."""
    seen: dict[str, Any] = await person.get(path)
    try:
        await person.act("PUT", f"{path}/{part}", json=body, seen=seen)
    except Refused as refused:
        if refused.status != 409:  # noqa: PLR2004
            raise
    now: dict[str, Any] = await person.get(path)
    return now
