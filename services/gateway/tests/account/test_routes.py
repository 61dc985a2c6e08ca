"""Opening accounts and giving roles over HTTP: who may, what is refused by name, and how fast a change acts."""

import hashlib
import json

import pytest
from sqlalchemy import select

from chassis.person import IdType
from chassis.principal import Role
from chassis.tables import KeptAnswer
from chassis.testing import CITY, EAST, STONE, everywhere, told
from gateway.identity.model import Account
from services.gateway.tests.make import PASSWORD, bearer, granted, opened, signed_in

REASON = {"reason": "岗位调整"}


def body(**changed):
    plain = {"username": "li.si", "display_name": "李四", "password": PASSWORD, "area_id": str(CITY.id)}
    return plain | changed


async def test_an_account_is_opened_without_roles_and_without_its_password(app, callers):
    account = await opened(callers)
    assert (account["state"], account["grants"], account["username"]) == ("active", [], "zhang.san")
    assert PASSWORD not in str(account)
    assert [action["name"] for action in account["actions"]] == ["password", "disabling"]
    [fact] = await told(app, "gateway.account.opened.v1")
    assert fact.data == {"account_id": account["id"], "kind": "staff"}


async def test_names_and_phones_are_not_stored_in_the_clear(app, callers):
    await opened(callers)
    async with everywhere(app) as tx:
        stored = await tx.scalar(select(Account))
        assert b"zhang" not in stored.username_cipher
        assert "张三".encode() not in stored.display_name_cipher
        assert stored.password_hash.startswith("$argon2id$")


async def test_a_user_name_is_taken_once_however_it_is_written(callers):
    await opened(callers)
    again = await callers.as_(Role.SYSTEM_ADMIN).post("/accounts", body(username="Zhang.San"))
    assert (again.status_code, again.json()["type"]) == (409, "username-taken")


@pytest.mark.parametrize(
    ("changed", "pointer"),
    [
        ({"password": "short"}, "/password"),
        ({"password": "Password123!"}, "/password"),
        ({"username": "张三"}, "/username"),
        ({"username": "ab"}, "/username"),
        ({"display_name": ""}, "/display_name"),
        ({"roles": ["leader"]}, "/roles"),
    ],
)
async def test_what_is_wrong_is_named_by_field(callers, changed, pointer):
    answer = await callers.as_(Role.SYSTEM_ADMIN).post("/accounts", body(**changed))
    assert answer.status_code == 422
    assert pointer in [error["pointer"] for error in answer.json()["errors"]]
    assert "Password123!" not in answer.text


@pytest.mark.parametrize("role", [Role.SECURITY_ADMIN, Role.AUDIT_ADMIN, Role.LEADER, Role.BUREAU_OFFICER])
async def test_only_the_system_administrator_opens(callers, role):
    assert (await callers.as_(role).post("/accounts", body())).status_code == 403


@pytest.mark.parametrize("role", [Role.SYSTEM_ADMIN, Role.AUDIT_ADMIN, Role.LEADER])
async def test_only_the_security_administrator_gives_roles(callers, role):
    account = await opened(callers)
    wanted = {"role": "leader", "area_id": str(CITY.id)}
    answer = await callers.as_(role).post(f"/accounts/{account['id']}/grants", wanted, seen=account)
    assert answer.status_code == 403


async def test_roles_are_given_shown_and_taken_back(app, callers):
    account = await granted(callers, await opened(callers), Role.TOWN_OFFICER, EAST)
    [grant] = account["grants"]
    assert (account["roles"], grant["area_name"]) == (["town_officer"], "测试441900003")
    [action] = grant["actions"]
    path = action["href"].removeprefix("/api/gateway")
    security = callers.as_(Role.SECURITY_ADMIN)
    assert (await security.post(path, REASON)).status_code == 428
    assert (await security.post(path, REASON, seen={"version": 1})).status_code == 412
    taken = await security.post(path, REASON, seen=account)
    assert (taken.status_code, taken.json()["grants"]) == (200, [])
    assert 1 < account["version"] < taken.json()["version"]
    assert (await security.post(path, REASON, seen=taken.json())).json()["type"] == "grant-over"
    [given] = await told(app, "gateway.account.granted.v1")
    [revoked] = await told(app, "gateway.account.revoked.v1")
    assert given.area_id == EAST.id
    assert given.data["role"] == revoked.data["role"] == "town_officer"
    assert revoked.data["grant_id"] == given.data["grant_id"] == grant["id"]


async def test_the_same_key_opens_an_account_once_and_tells_nothing_of_the_password(app, callers):
    system, key = callers.as_(Role.SYSTEM_ADMIN), {"Idempotency-Key": "the-same-key"}
    first = await system.post("/accounts", body(), headers=key)
    second = await system.post("/accounts", body(), headers=key)
    assert (first.status_code, second.status_code) == (201, 201)
    assert first.json() == second.json()
    assert second.headers["idempotent-replayed"] == "true"
    async with everywhere(app) as tx:
        [kept] = (await tx.scalars(select(KeptAnswer))).all()
        assert PASSWORD.encode() not in kept.body + kept.fingerprint
        plain = hashlib.sha256(b"POST /accounts\n" + json.dumps(body()).encode()).digest()
        assert kept.fingerprint != plain


async def test_an_account_is_not_opened_without_a_key(callers):
    answer = await callers.as_(Role.SYSTEM_ADMIN).send("POST", "/accounts", body(), headers={"Idempotency-Key": ""})
    assert answer.status_code in {400, 422}


NUMBER = "11010519491231002X"


async def test_a_document_makes_the_holder_known_as_a_person(app, callers):
    document = {"id_type": "resident_id", "id_number": NUMBER.lower()}
    account = await opened(callers, **document)
    assert account["person_known"]
    assert not (await opened(callers, "li.si"))["person_known"]
    claims = await app.state.door._verifier.claims((await signed_in(callers))["access_token"])
    assert claims["person_id"] == str(app.state.vault.person_id(IdType.RESIDENT_ID, NUMBER))
    assert "person_id" not in await app.state.door._verifier.claims((await signed_in(callers, "li.si"))["access_token"])
    async with everywhere(app) as tx:
        stored = await tx.scalar(select(Account).where(Account.person_id.is_not(None)))
        columns = {each.key: getattr(stored, each.key) for each in Account.__table__.columns}
    assert NUMBER not in str(columns)
    assert NUMBER not in str([fact.data for fact in await told(app)])


@pytest.mark.parametrize(
    ("document", "pointer"),
    [
        ({"id_type": "resident_id", "id_number": NUMBER[:-1] + "1"}, "/id_number"),
        ({"id_type": "library_card", "id_number": NUMBER}, "/id_type"),
        ({"id_number": NUMBER}, "/"),
    ],
)
async def test_a_document_is_given_whole_and_right(callers, document, pointer):
    answer = await callers.as_(Role.SYSTEM_ADMIN).post("/accounts", body(**document))
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, pointer)
    assert NUMBER[:-1] not in answer.text


async def test_the_same_key_gives_a_role_once(callers):
    account = await opened(callers)
    wanted, key = {"role": "town_officer", "area_id": str(EAST.id)}, {"Idempotency-Key": "the-same-key"}
    security = callers.as_(Role.SECURITY_ADMIN)
    path = f"/accounts/{account['id']}/grants"
    first = await security.post(path, wanted, seen=account, headers=key)
    second = await security.post(path, wanted, seen=account, headers=key)
    assert first.status_code == second.status_code == 201
    assert first.json() == second.json()


async def test_nobody_gives_himself_a_role(app, callers):
    account = await granted(callers, await opened(callers), Role.SECURITY_ADMIN, CITY)
    own = bearer(callers, await signed_in(callers))
    wanted = {"role": "leader", "area_id": str(CITY.id)}
    answer = await own.post(f"/accounts/{account['id']}/grants", wanted, seen=account)
    assert (answer.status_code, answer.json()["type"]) == (403, "own-account")
    shown = (await own.get(f"/accounts/{account['id']}")).json()
    assert shown["actions"] == []
    assert shown["grants"][0]["actions"] == []


async def test_the_three_administrators_stay_apart(callers):
    account = await granted(callers, await opened(callers), Role.AUDIT_ADMIN, CITY)
    wanted = {"role": "system_admin", "area_id": str(CITY.id)}
    answer = await callers.as_(Role.SECURITY_ADMIN).post(f"/accounts/{account['id']}/grants", wanted, seen=account)
    assert (answer.status_code, answer.json()["type"]) == (409, "administrators-apart")


async def test_disabling_ends_what_is_open_and_enabling_opens_the_way_again(app, callers):
    account = await opened(callers)
    session = await signed_in(callers)
    system = callers.as_(Role.SYSTEM_ADMIN)
    disabled = (await system.post(f"/accounts/{account['id']}/disabling", REASON, seen=account)).json()
    assert (disabled["state"], disabled["disabled_because"]) == ("disabled", REASON["reason"])
    assert [action["name"] for action in disabled["actions"]] == ["enabling"]
    renewal = await callers.signed_out().post("/session/renewal", {"session_token": session["session_token"]})
    assert renewal.status_code == 401
    enabled = await system.post(f"/accounts/{account['id']}/enabling", seen=disabled)
    assert enabled.json()["state"] == "active"
    again = await callers.signed_out().post("/session/renewal", {"session_token": session["session_token"]})
    assert again.status_code == 401
    await signed_in(callers)
    assert [fact.type for fact in await told(app) if "abled" in fact.type] == [
        "gateway.account.disabled.v1",
        "gateway.account.enabled.v1",
    ]


async def test_a_reset_password_replaces_the_old_one_and_ends_sessions(app, callers):
    account, session = await opened(callers), None
    session = await signed_in(callers)
    path, fresh = f"/accounts/{account['id']}/password", {"password": "Banyan-Shade-77"}
    system = callers.as_(Role.SYSTEM_ADMIN)
    assert (await system.send("PUT", path, {"password": "weak"}, seen=account)).status_code == 422
    assert (await system.send("PUT", path, fresh, seen=account)).status_code == 200
    renewal = await callers.signed_out().post("/session/renewal", {"session_token": session["session_token"]})
    assert renewal.status_code == 401
    old = {"username": "zhang.san", "password": PASSWORD, "delivery": "bearer"}
    assert (await callers.signed_out().post("/session", old)).status_code == 401
    await signed_in(callers, password="Banyan-Shade-77")
    [fact] = await told(app, "gateway.password.set.v1")
    assert (fact.audience, fact.data["by_holder"]) == ("audit", False)


async def test_ones_own_password(app, callers):
    await opened(callers)
    here, elsewhere = await signed_in(callers), await signed_in(callers)
    own, fresh = bearer(callers, here), {"current_password": PASSWORD, "password": "Banyan-Shade-77"}
    wrong = await own.send("PUT", "/me/password", fresh | {"current_password": "Banyan-Shade-00"})
    assert (wrong.status_code, wrong.json()["type"]) == (422, "present-password-wrong")
    assert (await own.send("PUT", "/me/password", fresh)).status_code == 204
    tokens = [each["session_token"] for each in (here, elsewhere)]
    renewals = [await callers.signed_out().post("/session/renewal", {"session_token": token}) for token in tokens]
    assert [renewal.status_code for renewal in renewals] == [200, 401]
    await signed_in(callers, password="Banyan-Shade-77")


async def test_lists_show_ones_area_and_filter(callers):
    here = await granted(callers, await opened(callers), Role.TOWN_OFFICER, EAST)
    await opened(callers, "li.si")
    audit = callers.as_(Role.AUDIT_ADMIN)
    everyone = (await audit.get("/accounts", count="true")).json()
    assert (everyone["count"], [item["username"] for item in everyone["items"]]) == (2, ["li.si", "zhang.san"])
    officers = (await audit.get("/accounts", role="town_officer")).json()["items"]
    assert [item["id"] for item in officers] == [here["id"]]
    assert (await audit.get("/accounts", state="disabled")).json()["items"] == []
    assert (await callers.as_(Role.AUDIT_ADMIN, STONE).get("/accounts")).json()["items"] == []
    assert (await callers.as_(Role.AUDIT_ADMIN, STONE).get(f"/accounts/{here['id']}")).status_code == 404
    assert (await callers.as_(Role.TOWN_OFFICER, EAST).get("/accounts")).status_code == 403


async def test_roles_lie_in_the_givers_areas(callers):
    account = await opened(callers, place=EAST)
    wanted = {"role": "town_officer", "area_id": str(STONE.id)}
    path = f"/accounts/{account['id']}/grants"
    answer = await callers.as_(Role.SECURITY_ADMIN, EAST).post(path, wanted, seen=account)
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (404, "/area_id")
