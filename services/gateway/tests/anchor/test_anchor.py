"""The heads of the hours ledger: kept as first heard, told to services alone."""

from chassis.principal import Role
from chassis.testing import CITY, Caller
from services.gateway.tests.make import Neighbour


async def test_what_was_heard_first_stays(app, callers):
    volunteers = Neighbour(app, "volunteers")
    page = {"page": 1, "first": 1, "last": 40, "day": "2026-06-01", "root": "aa", "head": "bb"}
    for told in (page, {**page, "page": 2, "first": 41, "last": 44, "head": "cc"}, {**page, "last": 39, "head": "dd"}):
        await volunteers.tell("ledger.sealed", CITY, **told)
    service = Caller(app, app.state.signer.for_service("gateway"))
    items = (await service.get("/ledger-anchors")).json()["items"]
    assert [(each["page"], each["last"], each["head"]) for each in items] == [(1, 40, "bb"), (2, 44, "cc")]
    assert [each["page"] for each in (await service.get("/ledger-anchors", after=1)).json()["items"]] == [2]
    assert (await callers.signed_out().get("/ledger-anchors")).status_code == 401
    assert (await callers.as_(Role.BUREAU_OFFICER, CITY).get("/ledger-anchors")).status_code == 403
