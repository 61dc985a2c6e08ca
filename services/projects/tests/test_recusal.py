"""回避: whoever belongs to an organisation buys, decides and pays for the government nowhere."""

from typing import Any

from fastapi import FastAPI
from fastapi.dependencies.models import Dependant

from chassis.app import api_routes, declared_access
from chassis.database import new_id
from chassis.principal import Role
from chassis.testing import EAST, Caller
from procedures.permissions import Permission as Procedure
from procedures.recusal import officially
from projects.permissions import Permission
from services.projects.tests.answers import made, refused
from services.projects.tests.buying import DUE
from services.projects.tests.market import Market

OFFICIAL = (
    Permission.ACCEPTANCE_INSPECT,
    Permission.BUDGET_GRANT,
    Permission.CONTRACT_RUN,
    Permission.PAYMENT_RUN,
    Permission.PROJECT_REVIEW,
    Permission.PURCHASE_AWARD,
    Permission.PURCHASE_RUN,
    Procedure.OBJECTION_ANSWER,
)


def _asks(dependant: Dependant) -> set[Any]:
    return {dependant.call} | {call for each in dependant.dependencies for call in _asks(each)}


def test_every_verb_of_the_government_asks(app: FastAPI) -> None:
    asked = {officially(each): str(each) for each in OFFICIAL}
    official, silent = {str(each) for each in OFFICIAL}, []
    for route in api_routes(app):
        wanted = official.intersection(declared_access(route)) if route.methods != {"GET"} else set()
        if wanted and not wanted <= {asked[call] for call in _asks(route.dependant) if call in asked}:
            silent.append(route.path)
    assert silent == []


def _both(market: Market, which: int = 1) -> Caller:
    """A town officer who works as a social worker for one of the organisations."""
    place = {"area_id": str(EAST.id), "scope_key": EAST.scope_key}
    worker = {"role": Role.SOCIAL_WORKER, "organisation_id": str(market.organisations[which])}
    account = new_id()
    claims = {"sub": str(account), "kind": "staff", "sid": str(new_id())}
    grants = [place | {"role": Role.TOWN_OFFICER}, place | worker]
    return Caller(market.app, market.callers.signer.sign(claims | {"grants": grants}), account)


async def test_who_works_for_a_bidder_neither_excludes_a_rival_nor_awards(market: Market) -> None:
    purchase, mine = await market.scored(), market.at(_both(market), DUE)
    bids = made(await market.at(market.officer, DUE).get(f"/purchases/{purchase['id']}/bids"))["items"]
    rival = next(each for each in bids if each["organisation_id"] == str(market.organisations[0]))
    reason, path = {"reason": "未响应实质性要求"}, f"/purchases/{purchase['id']}"
    refused(await mine.post(f"/bids/{rival['id']}/exclusion", reason, seen=rival), "both-sides", 403)
    refused(await mine.post(f"{path}/proposal", seen=purchase), "both-sides", 403)
    refused(await mine.post(f"{path}/failure", reason, seen=purchase), "both-sides", 403)


async def test_who_works_for_the_provider_neither_accepts_nor_pays(market: Market) -> None:
    acceptance, mine = await market.requested(), market.at(_both(market, 0), market.after_notice)
    await market.surveyed(acceptance, None, answered=3)
    opinion = {"opinion": "材料齐全，同意验收"}
    refused(await mine.post(f"/acceptances/{acceptance['id']}/passing", opinion, seen=acceptance), "both-sides", 403)
    payment = await market.passed(acceptance)
    share = {"share_ppm": 1_000_000, "reason": "走访核实服务到位，同意全额"}
    refused(await mine.post(f"/payments/{payment['id']}/share", share, seen=payment), "both-sides", 403)


async def test_who_works_for_the_provider_agrees_to_no_change_for_either_side(market: Market) -> None:
    contract, mine = await market.signed(), market.at(_both(market, 0), market.after_notice)
    stages = market.agreed()["stages"]
    change = {"ground": "needs_changed", "reason": "居民要求调整探访次数", "ends_on": "2027-03-31", "stages": stages}
    refused(await mine.post(f"/contracts/{contract['id']}/changes", change, seen=contract), "both-sides", 403)
    officer = market.at(market.officer, market.after_notice)
    proposed = made(await officer.post(f"/contracts/{contract['id']}/changes", change, seen=contract), 201)
    refused(await mine.post(f"/contract-changes/{proposed['id']}/agreement", seen=proposed), "both-sides", 403)
