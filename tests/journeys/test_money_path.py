"""The money: what was agreed, three bids, a contract, activities, a correction, a payment, and back to the need."""

from math import isqrt

from tests.journeys.purchase import CEILING, RESIDENTS, SATISFIED, Purchase
from tests.journeys.town import Town

MILLION = 1_000_000


def share(satisfied: int, answered: int) -> int:
    """Without the services, in whole numbers: one-sided 95 % Wilson bound, all from 80 % on, seventy from 60 % down."""
    z, scale = 1_644_853_627, 10**9  # the normal quantile of 0.95, by the thousand millionth
    n, k = answered * scale**2, satisfied * scale**2
    middle = 2 * k + z * z
    root = isqrt(z * z * (z * z + 4 * k * (answered - satisfied) // answered))
    bound = (middle - root) * MILLION // (2 * (n + z * z))
    return min(MILLION, max(700_000, 700_000 + (bound - 600_000) * 300_000 // 200_000))


async def test_from_a_need_to_a_payment_and_back(town: Town) -> None:
    path = Purchase(town)
    await path.gather()
    for step in Purchase.STEPS:
        await step(path)
    acceptance, payment = path.left["acceptance"], path.left["payment"]
    assert (acceptance["survey"]["answered"], acceptance["survey"]["satisfied"]) == (RESIDENTS, SATISFIED)
    assert len(acceptance["activity_ids"]) == 2
    assert payment["share_ppm"] == share(SATISFIED, RESIDENTS)
    assert payment["amount_fen"] == payment["stage_fen"] * payment["share_ppm"] // MILLION
    assert path.left["closed"]["state"] == "closed"

    # Every fen of the ceiling stands somewhere.
    officer = path.who("officer", 40)
    budget = await officer.get(path.left["budget"]["links"]["self"])
    assert budget["paid_fen"] == payment["amount_fen"]
    assert budget["available_fen"] == 5 * CEILING - payment["amount_fen"]

    # Back again by links alone.
    contract = await officer.get((await officer.get(payment["links"]["acceptance"]))["links"]["contract"])
    purchase = await officer.get(contract["links"]["purchase"])
    project = await officer.get(purchase["links"]["project"])
    deliberation = await officer.get(project["links"]["deliberation"])
    assert (deliberation["outcome"], deliberation["is_executed"]) == ("agreed", True)
    (need,) = [await officer.get(link) for link in deliberation["links"]["needs"]]
    assert need["id"] == path.left["need"]["id"]
    assert need["state"] == "met"
    assert [each["id"] for each in (await officer.get(deliberation["links"]["projects"]))["items"]] == [project["id"]]

    # What everybody may read of it.
    shown = await town.person().get(f"/projects/published/purchases/{purchase['id']}")
    assert (shown["state"], shown["bids"]) == ("awarded", 3)
    told = await town.person().get(f"/projects/published/deliberations/{deliberation['id']}")
    assert [item["status"] for item in told["items"]] == ["done"]
    assert told["present"]["non_local_residents"] > 0
    assert "minutes" not in told
