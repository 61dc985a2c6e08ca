"""Open data without I/O: valid in every state that a random walk comes to, and never ahead of what is public."""

from collections.abc import Iterator
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from projects.acceptance.model import State as AcceptanceState
from projects.contract.model import ChangeState
from projects.disclosure.model import Disclosed
from projects.disclosure.ocds import Package
from projects.disclosure.rules import package, release
from projects.payment.model import State as PaymentState
from services.projects.tests.disclosure.standard import faults
from services.projects.tests.spending_steps import step
from services.projects.tests.spending_world import Case, World

SITE = "http://localhost:8080"


def told(world: World, case: Case) -> Disclosed:
    """What the queries would find of a case."""
    purchase, contract = case.purchase, case.contract
    purchase.requirement = "上门探访"  # the walk leaves texts out that it has no rule about
    for each in case.contracts:
        each.number = "东城采〔2026〕1号"
    freed = [each for each in world.transfers if each.cause_id == purchase.id and each.source == "tendered"]
    signed = contract is not None and contract.signed_at is not None
    return Disclosed(
        purchase=purchase,
        project=case.project,
        line=case.line,
        buyer_id=world.budget.area_id,
        buyer_name="东城街道",
        bid=next((each for each in case.bids if each.id == purchase.proposed_bid_id), None),
        ended_at=max((each.posted_at for each in freed), default=None),
        contract=contract if signed else None,
        changes=[each for each in case.changes if each.state is ChangeState.AGREED],
        acceptances=[each for each in case.acceptances if each.state is AcceptanceState.PASSED],
        payments=[each for each in case.payments if each.state is PaymentState.MADE],
    )


def walked(world: World, steps: int) -> Iterator[dict[str, Any]]:
    """After each step, as it would be sent, what is published anew or otherwise than before."""
    before: dict[str, str] = {}
    for _ in range(steps):
        step(world)
        said = [
            (case, release(told(world, case), site=SITE, at=world.now))
            for case in world.cases
            if case.purchase.announced_at is not None
        ]
        texts = {made.ocid: made.model_dump_json() for _, made in said}
        for case, made in said:
            assert secrets(case, texts[made.ocid]) == []
        if new := [made for _, made in said if before.get(made.ocid) != texts[made.ocid]]:
            sent: Package = package(new, uri=f"{SITE}/api", further=None, at=world.now)
            yield sent.model_dump(mode="json", by_alias=True, exclude_none=True)
        before = texts


def secrets(case: Case, text: str) -> list[str]:
    """What stands in the text and is not yet public, or never is."""
    chosen = case.purchase.proposed_bid_id
    hidden = [str(each.organisation_id) for each in case.bids if each.id != chosen]
    hidden += [str(each.account_id) for each in case.panel]
    hidden += [str(each.id) for each in case.bids if each.id != chosen]
    return [each for each in hidden if each in text]


@settings(max_examples=6, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_every_state_of_a_walk_is_published_as_the_standard_says(seed: int) -> None:
    for sent in walked(World(seed), 120):
        assert faults(sent) == []


def test_the_checks_find_what_is_wrong() -> None:
    spoilt = {"ocid": "demo-1", "tag": ["nonsense"], "buyer": {"id": "", "phone": "1"}}
    publisher = {"publisher": {"name": "社"}, "publishedDate": "2026-01-01T00:00:00Z"}
    said = "\n".join(faults({"version": "1.1", "uri": SITE, "releases": [spoilt]} | publisher))
    wanted = ("'date' is missing", "ocds_prefixes_bad_format", "empty_field", "nonsense", "'field_name': 'phone'")
    assert [each for each in wanted if each not in said] == []
