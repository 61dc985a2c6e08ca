"""Contract, acceptance and payment of a path of which every step is contested."""

from datetime import timedelta
from typing import Any

from chassis.testing import Caller
from services.projects.tests.answers import made
from services.projects.tests.buying import EVIDENCE
from services.projects.tests.racing import Contestant, Races, View

EVIDENCED = [{"name": each, "text": "见附件"} for each in EVIDENCE]


async def contracted(races: Races, purchase: View) -> View:
    """合同: drafted, revised, offered and signed by two."""
    after = races.market.after_notice
    officer, other = races.here(races.market.officer, after), races.there(races.market.second, after)
    path, terms = f"/purchases/{purchase['id']}/contract", races.market.agreed(purchase["awarded_fen"])
    numbers = [terms | {"number": f"东城采〔2026〕{number}号"} for number in (1, 2)]
    contract = await races.race(
        "contract drafted",
        Contestant(officer, "POST", path, numbers[0]),
        Contestant(other, "POST", path, numbers[1]),
    )
    path = f"/contracts/{contract['id']}"
    contract = await races.race(
        "contract revised",
        Contestant(officer, "PUT", f"{path}/revision", numbers[0], contract),
        Contestant(other, "PUT", f"{path}/revision", numbers[1], contract),
    )
    contract = await races.race(
        "contract offered or revised",
        Contestant(officer, "POST", f"{path}/offer", seen=contract),
        Contestant(other, "PUT", f"{path}/revision", numbers[1], contract),
    )
    if contract["state"] == "draft":
        contract = made(await officer.post(f"{path}/offer", seen=contract))
    manager, deputy = races.here(races.market.providers[0], after), races.there(races.deputy, after)
    contract = await races.race(
        "contract signed",
        Contestant(manager, "POST", f"{path}/signature", seen=contract),
        Contestant(deputy, "POST", f"{path}/signature", seen=contract),
    )
    await changed(races, contract)
    return made(await officer.get(path))


async def changed(races: Races, contract: View) -> None:
    """变更: proposed by two officers, agreed to by one manager and refused by another."""
    after = races.market.after_notice
    officer, other = races.here(races.market.officer, after), races.there(races.market.second, after)
    names = ("no", "name", "amount_fen", "due_on", "evidence")
    stages = [{name: each[name] for name in names} for each in contract["stages"]]
    body = {"ground": "additional_service", "reason": "居民要求增加一次探访服务", "ends_on": contract["ends_on"]}
    body |= {"stages": stages}
    path = f"/contracts/{contract['id']}/changes"
    change = await races.race(
        "change proposed",
        Contestant(officer, "POST", path, body, contract),
        Contestant(other, "POST", path, body, contract),
        to=path,
    )
    path, reason = f"/contract-changes/{change['id']}", {"reason": "人手不足，暂不增加"}
    await races.race(
        "change agreed to or refused",
        Contestant(races.here(races.market.providers[0], after), "POST", f"{path}/agreement", seen=change),
        Contestant(races.there(races.deputy, after), "POST", f"{path}/refusal", reason, change),
        to=f"/contracts/{contract['id']}/changes",
    )


async def accepted(races: Races, contract: View) -> View:
    """验收: asked for by two; passed by one while another asks for corrections."""
    after = races.market.after_notice
    officer, other = races.here(races.market.officer, after), races.there(races.market.second, after)
    manager, deputy = races.here(races.market.providers[0], after), races.there(races.deputy, after)
    path, body = f"/contracts/{contract['id']}/acceptances", {"stage_no": 1, "evidence": EVIDENCED}
    acceptance = await races.race(
        "acceptance requested",
        Contestant(manager, "POST", path, body, contract),
        Contestant(deputy, "POST", path, body, contract),
    )
    await races.market.surveyed(acceptance, None, answered=19)
    path, opinion = f"/acceptances/{acceptance['id']}", {"opinion": "材料齐全，同意验收"}
    findings = {"findings": ["缺少服务记录"], "due_on": (after + timedelta(days=10)).date().isoformat()}
    acceptance = await races.race(
        "acceptance passed or to be corrected",
        Contestant(officer, "POST", f"{path}/passing", opinion, acceptance),
        Contestant(other, "POST", f"{path}/correction", findings, acceptance),
    )
    if acceptance["state"] == "passed":
        return acceptance
    reply = {"finding_id": acceptance["findings"][0]["id"], "text": "已补充"}
    body = {"evidence": EVIDENCED, "replies": [reply]}
    acceptance = await races.race(
        "acceptance resubmitted",
        Contestant(manager, "POST", f"{path}/resubmission", body, acceptance),
        Contestant(deputy, "POST", f"{path}/resubmission", body, acceptance),
    )
    return await races.race(
        "acceptance passed",
        Contestant(officer, "POST", f"{path}/passing", opinion, acceptance),
        Contestant(other, "POST", f"{path}/passing", opinion, acceptance),
    )


async def paid(races: Races, acceptance: View) -> None:
    """支付: the share proposed and confirmed, the payment requested, returned or made, by two each time."""
    after = races.market.after_notice
    first, second = races.here(races.market.officer, after), races.there(races.market.second, after)
    third = races.here(races.third, after)
    (payment,) = made(await first.get(f"/payments?contract_id={acceptance['contract_id']}"))["items"]
    path = f"/payments/{payment['id']}"

    async def both(name: str, verb: str, one: Caller, two: Caller, body: Any = None) -> View:
        return await races.race(
            name,
            Contestant(one, "POST", f"{path}/{verb}", body, payment),
            Contestant(two, "POST", f"{path}/{verb}", body, payment),
        )

    share = {"share_ppm": 900_000, "reason": "走访核实，服务到位，居民认可"}
    payment = made(await first.post(f"{path}/share", share, seen=payment))
    payment = await both("share confirmed", "share-confirmation", third, second)
    reason, reference = {"reason": "账号有误，请核对"}, {"reference": f"国库 {payment['id']}"}
    payment = made(await first.post(f"{path}/request", seen=payment))
    payment = await both("payment returned", "return", third, second, reason)
    payment = made(await first.post(f"{path}/request", seen=payment))
    payment = await races.race(
        "payment made or returned",
        Contestant(third, "POST", f"{path}/making", reference, payment),
        Contestant(second, "POST", f"{path}/return", reason, payment),
    )
    if payment["state"] != "made":
        payment = made(await first.post(f"{path}/request", seen=payment))
        payment = await both("payment made", "making", third, second, reference)
