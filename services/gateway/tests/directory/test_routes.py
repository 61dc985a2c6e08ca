"""Names of accounts in a batch: whole inside the reader's area, masked outside."""

from chassis.principal import Role
from chassis.testing import EAST, STONE
from services.gateway.tests.make import bearer, opened, signed_in


async def names(caller, *ids):
    answer = await caller.post("/names", {"ids": list(ids)})
    assert answer.status_code == 200, answer.text
    return [(each["name"], each["is_masked"]) for each in answer.json()["items"]]


async def test_names_are_masked_by_the_readers_scope(callers):
    account = await opened(callers, place=EAST)
    assert await names(callers.as_(Role.TOWN_OFFICER, EAST), account["id"]) == [("张三", False)]
    assert await names(callers.as_(Role.TOWN_OFFICER, STONE), account["id"]) == [("张*", True)]
    assert await names(callers.as_(Role.VOLUNTEER), account["id"]) == [("张*", True)]
    assert await names(bearer(callers, await signed_in(callers)), account["id"]) == [("张三", False)]


async def test_unknown_ids_are_left_out_and_strangers_learn_nothing(callers):
    unknown = "0190a1b2-0000-7000-8000-000000000001"
    assert await names(callers.as_(Role.LEADER), unknown) == []
    assert (await callers.signed_out().post("/names", {"ids": [unknown]})).json()["type"] == "sign-in-needed"
    assert (await callers.as_(Role.LEADER).post("/names", {"ids": [unknown] * 201})).status_code == 422
