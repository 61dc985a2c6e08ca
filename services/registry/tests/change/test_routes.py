"""Changes as dated history, and the end of a registration with its liquidation."""

from typing import Any

from fastapi import FastAPI
from sqlalchemy import text

from chassis.principal import Role
from chassis.testing import CITY, EAST, STONE, Callers, told
from services.registry.tests.make import id_number
from services.registry.tests.registration.test_routes import filed, granted

WHO = {"name": "演示新任", "id_type": "resident_id", "id_number": id_number(22)}
DOCUMENT = {"document": "东民变〔2027〕1号"}


async def test_a_change_is_history(app: FastAPI, callers: Callers, demo_time: Any) -> None:
    body = await granted(callers)
    bureau = callers.as_(Role.BUREAU_OFFICER, CITY)
    bureau.headers.update(demo_time("2027-05-04T09:00:00+08:00"))
    changes = DOCUMENT | {"name": "东风街坊协会", "representative": WHO, "certificate_valid_to": "2031-01-01"}
    answer = await bureau.post(f"/organisations/{body['id']}/change", changes, seen=body)
    assert (answer.json()["name"], answer.json()["representative"]) == ("东风街坊协会", "演*"), answer.text
    bureau.headers.update(demo_time("2027-06-01T09:00:00+08:00"))
    venue = DOCUMENT | {"venue": "东风街1号"}
    answer = await bureau.post(f"/organisations/{body['id']}/change", venue, seen=answer.json())
    same = await bureau.post(f"/organisations/{body['id']}/change", venue, seen=answer.json())
    assert (same.status_code, same.json()["type"]) == (422, "nothing-to-change")
    history = (await bureau.get(f"/organisations/{body['id']}/history")).json()
    assert [(each["name"], each["valid_to"], each["ended_by"]) for each in history["items"]] == [
        (body["name"], "2027-05-04", "东民变〔2027〕1号"),
        ("东风街坊协会", "2027-06-01", "东民变〔2027〕1号"),
        ("东风街坊协会", None, None),
    ]
    names = {
        day: (await bureau.get(f"/organisations/{body['id']}/standing", on=day)).json()["name"]
        for day in ("2027-05-03", "2027-05-04", "2027-07-01")
    }
    assert list(names.values()) == [body["name"], "东风街坊协会", "东风街坊协会"]
    first, second = await told(app, "registry.organisation.changed.v1")
    assert first.data["changed"] == ["certificate_valid_to", "name", "representative"]
    assert second.data["changed"] == ["venue"]
    assert "街坊" not in str(first.data)


async def test_two_changes_of_one_day_are_one(callers: Callers, demo_time: Any) -> None:
    body = await granted(callers)
    bureau = callers.as_(Role.BUREAU_OFFICER, CITY)
    bureau.headers.update(demo_time("2027-05-04T09:00:00+08:00"))
    for name in ("东风街坊协会", "东风邻里协会"):
        body = (await bureau.post(f"/organisations/{body['id']}/change", DOCUMENT | {"name": name}, seen=body)).json()
    history = (await bureau.get(f"/organisations/{body['id']}/history")).json()
    assert [each["name"] for each in history["items"]] == ["东风社区睦邻协会", "东风邻里协会"]


async def test_towns_change_what_they_filed_and_nothing_more(callers: Callers) -> None:
    body, town = await filed(callers), callers.as_(Role.TOWN_OFFICER, EAST)
    path = f"/organisations/{body['id']}/change"
    none = await town.post(path, DOCUMENT | {"certificate_number": "东民社证字第0009号"}, seen=body)
    assert (none.json()["type"], none.json()["errors"][0]["pointer"]) == ("filed-has-none", "/certificate_number")
    assert (await town.post(path, DOCUMENT | {"venue": "三楼活动室"}, seen=body)).status_code == 200
    registered = await granted(callers)
    answer = await town.post(f"/organisations/{registered['id']}/change", DOCUMENT | {"venue": "三楼"}, seen=registered)
    assert answer.status_code == 403
    stranger = callers.as_(Role.TOWN_OFFICER, STONE)
    assert (await stranger.get(f"/organisations/{body['id']}/history")).status_code == 404


async def test_a_wrong_identity_number_is_refused_by_its_field(callers: Callers) -> None:
    body = await granted(callers)
    wrong = DOCUMENT | {"representative": WHO | {"id_number": "441900199001011234"}}
    answer = await callers.as_(Role.BUREAU_OFFICER).post(f"/organisations/{body['id']}/change", wrong, seen=body)
    assert [each["pointer"] for each in answer.json()["errors"]] == ["/representative/id_number"]


async def test_a_certificate_number_is_not_anothers(callers: Callers) -> None:
    first, second = await granted(callers, 1), await granted(callers, 2)
    taken = DOCUMENT | {"certificate_number": first["certificate_number"]}
    answer = await callers.as_(Role.BUREAU_OFFICER).post(f"/organisations/{second['id']}/change", taken, seen=second)
    assert (answer.json()["type"], answer.status_code) == ("certificate-taken", 409)


async def test_a_registration_ends_with_its_liquidation(app: FastAPI, callers: Callers) -> None:
    body, bureau = await granted(callers), callers.as_(Role.BUREAU_OFFICER, CITY)
    path = f"/organisations/{body['id']}"
    said = {"reason": "完成宗旨", "liquidation": "剩余财产捐赠同类组织", "liquidated_on": "2199-01-01"}
    early = await bureau.post(f"{path}/cancellation", said, seen=body)
    assert early.json()["type"] == "liquidation-in-future"
    said["liquidated_on"] = body["registered_on"]
    filing = await callers.as_(Role.TOWN_OFFICER, EAST).post(f"{path}/deregistration", {"reason": "解散"}, seen=body)
    assert filing.json()["type"] == "not-filed"
    ended = (await bureau.post(f"{path}/cancellation", said, seen=body)).json()
    assert (ended["state"], ended["uscc"]) == ("deregistered", body["uscc"])
    assert "剩余财产" in ended["liquidation"]
    again = await bureau.post(f"{path}/cancellation", said, seen=ended)
    assert again.json()["type"] == "not-registered"
    changed = await bureau.post(f"{path}/change", DOCUMENT | {"venue": "三楼"}, seen=ended)
    assert changed.json()["type"] == "organisation-not-standing"
    (fact,) = await told(app, "registry.organisation.deregistered.v1")
    assert fact.data["path"] == "registered"


async def test_row_security_hides_the_past_of_hidden_organisations(
    app: FastAPI, callers: Callers, demo_time: Any
) -> None:
    body, town = await filed(callers), callers.as_(Role.TOWN_OFFICER, EAST)
    town.headers.update(demo_time("2027-05-04T09:00:00+08:00"))
    await town.post(f"/organisations/{body['id']}/change", DOCUMENT | {"venue": "三楼活动室"}, seen=body)
    counted = text("select count(*) from past_organisation")
    for ranges, expected in (((), 0), (((EAST.scope_key, EAST.scope_key + "~"),), 1)):
        async with app.state.sessions() as session:
            session.info.update(ranges=ranges)
            assert await session.scalar(counted) == expected
