"""The money: what was agreed, three bids, a contract, activities, a correction, a payment, and back to the need."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from services.projects.tests.disclosure.standard import faults
from tests.journeys.purchase import CEILING, RESIDENTS, SATISFIED, Purchase
from tests.journeys.town import Town

RECOUNT = Path(__file__).with_name("recount.py")


def recounted(scores: list[int], stage_fen: int) -> Any:
    """By the script that knows nothing of the services, in an interpreter that finds none of them."""
    asked = json.dumps({"scores": scores, "stage_fen": stage_fen})
    said = subprocess.run(
        [sys.executable, "-I", "-S", RECOUNT], input=asked, capture_output=True, text=True, check=True
    )
    return json.loads(said.stdout)


async def test_from_a_need_to_a_payment_and_back(town: Town, path: Purchase) -> None:
    acceptance, payment = path.left["acceptance"], path.left["payment"]
    assert (acceptance["survey"]["answered"], acceptance["survey"]["satisfied"]) == (RESIDENTS, SATISFIED)
    assert len(acceptance["activity_ids"]) == 2
    await _paid_what_the_answers_say(path)
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
    package = await town.person().get(shown["links"]["release"])
    assert faults(package) == []
    ((paid,),) = [each["implementation"]["transactions"] for each in package["releases"][0]["contracts"]]
    assert round(paid["value"]["amount"] * 100) == payment["amount_fen"]
    assert faults(await town.person().get("/projects/published/releases", limit=200)) == []
    told = await town.person().get(f"/projects/published/deliberations/{deliberation['id']}")
    assert [item["status"] for item in told["items"]] == ["done"]
    assert told["present"]["non_local_residents"] > 0
    assert "minutes" not in told


async def _paid_what_the_answers_say(path: Purchase) -> None:
    """From each answer, as officers read them without names, to the fen."""
    officer, payment = path.who("officer", 40), path.left["payment"]
    (survey,) = (await officer.get("/assessment/surveys", contract_id=payment["contract_id"]))["items"]
    results = await officer.get(f"/assessment/surveys/{survey['id']}/results")
    scores = [score for score, given in enumerate(results["scores"], start=1) for _ in range(given)]
    counted = recounted(scores, payment["stage_fen"])
    assert (counted["answered"], counted["satisfied"]) == (RESIDENTS, SATISFIED)
    assert (counted["bound_ppm"], counted["share_ppm"]) == (results["stage"]["bound_ppm"], payment["share_ppm"])
    assert counted["amount_fen"] == payment["amount_fen"]
