"""Names of accounts in a batch: whole inside the reader's area, masked outside."""

from chassis.principal import Role
from chassis.testing import CITY, EAST, STONE
from services.gateway.tests.make import bearer, granted, opened, signed_in


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


async def test_an_officer_elsewhere_is_called_by_the_office_that_acted(callers):
    account = await opened(callers, place=CITY, display_name="东莞市经办")
    account = await granted(callers, account, Role.BUREAU_OFFICER, CITY)
    assert await names(callers.as_(Role.TOWN_OFFICER, EAST), account["id"]) == [(f"测试{CITY.code}经办", True)]
    assert await names(callers.as_(Role.BUREAU_OFFICER, CITY), account["id"]) == [("东莞市经办", False)]


async def test_unknown_ids_are_left_out_and_strangers_learn_nothing(callers):
    unknown = "0190a1b2-0000-7000-8000-000000000001"
    assert await names(callers.as_(Role.LEADER), unknown) == []
    assert (await callers.signed_out().post("/names", {"ids": [unknown]})).json()["type"] == "sign-in-needed"
    assert (await callers.as_(Role.LEADER).post("/names", {"ids": [unknown] * 201})).status_code == 422


async def test_a_panel_is_chosen_from_the_experts_of_the_area_and_of_those_above(callers):
    for number, place in enumerate((CITY, EAST, EAST, STONE)):
        account = await opened(callers, place=place, username=f"expert.{number}", display_name=f"专家{number}")
        account = await granted(callers, account, Role.EXPERT, place)
        if number == 2:
            path = account["grants"][0]["actions"][0]["href"].removeprefix("/api/gateway")
            await callers.as_(Role.SECURITY_ADMIN).post(path, {"reason": "任期已满"}, seen=account)
    await opened(callers, place=EAST, username="no.expert", display_name="专家四")
    answer = await callers.as_(Role.TOWN_OFFICER, EAST).get("/experts")
    assert {each["name"] for each in answer.json()["items"]} == {"专家0", "专家1"}
    assert len((await callers.as_(Role.BUREAU_OFFICER).get("/experts")).json()["items"]) == 3
    assert (await callers.as_(Role.EXPERT, EAST).get("/experts")).status_code == 403
