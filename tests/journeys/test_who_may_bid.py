"""Through the gateway: who was sanctioned today does not bid today, and nobody does while the registry is silent."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import httpx

from deploy.demo.people import Person
from deploy.local.machine import Machine
from tests.journeys.purchase import CEILING, CRITERIA, Purchase
from tests.journeys.town import COMMUNITY, TOWN

BID = {"amount_fen": CEILING // 2, "plan": "每周探访两次，配备两名社工与十名志愿者。"}


@contextmanager
def silent(system: Machine, program: str) -> Iterator[None]:
    """A program that is there and answers nobody."""
    pid = system.supervisor.processes()[program].pid
    os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(pid, signal.SIGCONT)


async def _announced(path: Purchase) -> dict[str, Any]:
    """A purchase that takes bids from today on."""
    clerk, officer, second = (path.people[name] for name in ("community", "officer", "second"))
    today, number = datetime.now(UTC), next(path.town.serial)
    need = {"area_id": path.town.area(COMMUNITY), "title": "独居老人希望有人上门陪伴", "category": "elderly"}
    need = await officer.post("/projects/needs", need | {"channel": "forum"})
    await clerk.post(f"/projects/needs/{need['id']}/acceptance", seen=need)
    grant = {"area_id": path.town.area(TOWN), "year": today.year, "name": f"购买社会工作服务{number}"}
    grant |= {"document": f"演财〔{today.year}〕{number}号", "amount_fen": CEILING}
    budget = await officer.post("/projects/budgets", grant)
    days = {"starts_on": today.date().isoformat(), "ends_on": (today + timedelta(days=300)).date().isoformat()}
    plan = {"need_ids": [need["id"]], "title": "邻里陪伴", "goals": ["每周上门"], "budget_fen": CEILING}
    project = await clerk.post("/projects/projects", plan | days)
    here = f"/projects/projects/{project['id']}"
    lines = {"lines": [{"budget_id": budget["id"], "purpose": "购买服务", "amount_fen": CEILING}]}
    project = await clerk.act("PUT", f"{here}/lines", json=lines, seen=project)
    project = await clerk.post(f"{here}/submission", seen=project)
    await second.post(f"{here}/approval", seen=project)
    (line,) = (await officer.get(f"{here}/lines"))["items"]
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
        "bids_due_at": (today + timedelta(days=20)).isoformat(),
    }
    purchase = await officer.post(f"{here}/purchases", terms)
    announced: dict[str, Any] = await officer.post(f"/projects/purchases/{purchase['id']}/announcement", seen=purchase)
    return announced


async def _answered(bidder: Person, purchase: dict[str, Any]) -> httpx.Response:
    """What a bid is answered at the first try, by somebody whose sign-in was renewed just now."""
    await bidder.get("/projects/bids")
    headers = {"Authorization": f"Bearer {bidder.access_token}", "Idempotency-Key": str(uuid4())}
    return await bidder.http.post(f"/api/projects/purchases/{purchase['id']}/bids", json=BID, headers=headers)


async def test_only_who_stands_bids_and_only_where_that_is_known(path: Purchase, system: Machine) -> None:
    purchase, officer, today = await _announced(path), path.people["officer"], datetime.now(UTC).date()
    good, barred, suspended = path.managers
    bar = {"ground": "evaluation-failed", "ends_on": (today + timedelta(days=365)).isoformat()}
    for bidder, decision in ((barred, bar), (suspended, {"ground": "report-missing"})):
        (grant,) = bidder.account["grants"]
        about = {"organisation_id": grant["organisation_id"], "document": f"演社处〔{today.year}〕1号"}
        day = (await officer.get(f"/registry/organisations/{grant['organisation_id']}/standing"))["on"]
        await officer.post("/registry/sanctions", about | {"starts_on": day} | decision)
        told = await _answered(bidder, purchase)
        assert (told.status_code, told.json()["type"]) == (409, "provider-not-standing")
        assert told.json()["standing"] == ("barred" if bidder is barred else "suspended")
    with silent(system, "registry"):
        told = await _answered(good, purchase)
        assert (told.status_code, told.json()["type"]) == (503, "neighbour-silent")
    bid = await good.post(f"/projects/purchases/{purchase['id']}/bids", BID)
    assert bid["state"] == "sealed"
