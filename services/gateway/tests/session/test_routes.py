"""Sessions over HTTP: cookies, renewal, idle and absolute ends, lockout, and ending one."""

from datetime import timedelta
from http.cookies import SimpleCookie
from statistics import median
from time import perf_counter
from uuid import UUID

import pytest
from sqlalchemy import select, update

from chassis.clock import wall
from chassis.principal import Kind, Principal, Role
from chassis.testing import CITY, EAST, EAST_RC, Caller, everywhere, told
from chassis.tokens import Verifier
from gateway.identity.model import RoleGrant
from gateway.session.model import Attempt, Session, hashed
from services.gateway.tests.make import PASSWORD, bearer, granted, opened, signed_in

OWN_PAGE = {"Origin": "https://testserver", "X-Sanshe": "1"}


async def refused(callers, username="zhang.san", tried="Wrong-Password-1"):
    body = {"username": username, "password": tried, "delivery": "bearer"}
    return await callers.signed_out().post("/session", body)


async def renewed(callers, session):
    return await callers.signed_out().post("/session/renewal", {"session_token": session["session_token"]})


async def moved(app, **columns):
    """Sets columns of the one session, as if time had passed."""
    async with everywhere(app) as tx:
        await tx.execute(update(Session).values(**columns))


async def test_sign_in_by_password_and_be_known(app, callers):
    account = await opened(callers)
    await granted(callers, account, Role.BUREAU_OFFICER, CITY)
    session = await signed_in(callers)
    assert session["account"]["id"] == account["id"]
    assert session["account"]["display_name"] == "张三"
    assert [(each["role"], each["area_name"]) for each in session["account"]["grants"]] == [
        ("bureau_officer", "测试441900")
    ]
    me = await bearer(callers, session).get("/me")
    assert me.json() == session["account"]
    fact = (await told(app, "gateway.session.opened.v1"))[0]
    assert fact.audience == "audit"
    assert "zhang" not in str(fact.data)


async def test_the_token_says_what_the_contracts_fix(app, callers, world):
    account = await opened(callers)
    organisation = "0190a1b2-0000-7000-8000-000000000001"
    account = await granted(callers, account, Role.COMMUNITY_OFFICER, EAST_RC)
    await granted(callers, account, Role.ORGANISATION_MANAGER, EAST, organisation_id=organisation)
    token = (await signed_in(callers))["access_token"]

    async def nothing():
        return {"keys": []}

    claims = await Verifier("gateway", app.state.settings.service_keys, nothing).claims(token)
    assert claims["iss"] == "gateway"
    assert claims["aud"] == "sanshe"
    assert claims["exp"] - claims["iat"] == 300
    assert (claims["sub"], claims["kind"], claims["amr"]) == (account["id"], "staff", ["pwd"])
    assert "person_id" not in claims
    assert claims["grants"] == [
        {"role": "community_officer", "area_id": str(EAST_RC.id), "scope_key": EAST_RC.scope_key},
        {
            "role": "organisation_manager",
            "area_id": str(EAST.id),
            "scope_key": EAST.scope_key,
            "organisation_id": organisation,
        },
    ]
    principal = Principal.of(claims)
    assert principal.kind is Kind.STAFF
    assert principal.grants[1].organisation_id == UUID(organisation)


async def test_cookies_are_out_of_scripts_reach(callers):
    await opened(callers)
    body = {"username": "zhang.san", "password": PASSWORD, "delivery": "cookie"}
    answer = await callers.signed_out().post("/session", body, headers=OWN_PAGE)
    assert answer.status_code == 200, answer.text
    assert answer.json()["access_token"] is None
    assert answer.json()["session_token"] is None
    headers = answer.headers.get_list("set-cookie")
    assert len(headers) == 2
    for header in headers:
        cookie = SimpleCookie(header)
        [(name, morsel)] = cookie.items()
        assert name in {"__Host-session", "__Host-access"}
        assert morsel["secure"]
        assert morsel["httponly"]
        assert morsel["samesite"].lower() == "lax"
        assert morsel["path"] == "/"
        assert morsel["domain"] == ""
        assert int(morsel["max-age"]) > 300


async def test_cookies_come_and_go_on_our_own_pages_only(callers):
    await opened(callers)
    body = {"username": "zhang.san", "password": PASSWORD, "delivery": "cookie"}
    foreign = {"Origin": "https://elsewhere.example", "X-Sanshe": "1"}
    assert (await callers.signed_out().post("/session", body, headers=foreign)).status_code == 403
    assert (await callers.signed_out().post("/session", body)).status_code == 403
    browser = await browser_of(callers)
    assert (await browser.post("/session/renewal")).status_code == 403
    assert (await browser.send("DELETE", "/session")).status_code == 403
    assert (await browser.post("/session/renewal", headers=OWN_PAGE)).status_code == 200


async def browser_of(callers):
    body = {"username": "zhang.san", "password": PASSWORD, "delivery": "cookie"}
    answer = await callers.signed_out().post("/session", body, headers=OWN_PAGE)
    pairs = [header.split(";", 1)[0] for header in answer.headers.get_list("set-cookie")]
    return Caller(callers.app, None, headers={"Cookie": "; ".join(pairs)})


async def test_a_browser_renews_with_a_token_that_has_run_out_and_signs_out(app, callers):
    await opened(callers)
    browser = await browser_of(callers)
    stale = {"Cookie": browser.headers["Cookie"].replace("__Host-access=", "__Host-access=x")}
    answer = await browser.post("/session/renewal", headers=OWN_PAGE | stale)
    assert answer.status_code == 200, answer.text
    assert len(answer.headers.get_list("set-cookie")) == 2
    gone = await browser.send("DELETE", "/session", headers=OWN_PAGE | stale)
    assert gone.status_code == 204
    assert all("Max-Age=0" in header for header in gone.headers.get_list("set-cookie"))
    assert (await browser.post("/session/renewal", headers=OWN_PAGE)).json()["type"] == "session-ended"
    assert (await told(app, "gateway.session.ended.v1"))[0].data["because"] == "signed_out"


async def test_signing_in_again_leaves_the_browsers_former_session(app, callers):
    await opened(callers)
    browser = await browser_of(callers)
    body = {"username": "zhang.san", "password": PASSWORD, "delivery": "cookie"}
    assert (await browser.post("/session", body, headers=OWN_PAGE)).status_code == 200
    assert (await told(app, "gateway.session.ended.v1"))[0].data["because"] == "replaced"


async def test_the_session_token_is_stored_hashed(app, callers):
    await opened(callers)
    session = await signed_in(callers)
    assert len(session["session_token"]) == 43
    async with everywhere(app) as tx:
        assert await tx.scalar(select(Session.token_hash)) == hashed(session["session_token"])


async def test_idle_and_absolute_ends(app, callers):
    await opened(callers)
    session = await signed_in(callers)
    assert (await renewed(callers, session)).status_code == 200
    await moved(app, idle_until=wall() - timedelta(seconds=1))
    assert (await renewed(callers, session)).json()["type"] == "session-ended"
    await moved(app, idle_until=wall() + timedelta(minutes=30), expires_at=wall() - timedelta(seconds=1))
    assert (await renewed(callers, session)).json()["type"] == "session-ended"


async def test_a_token_does_not_outlive_its_session(app, callers):
    await opened(callers)
    session = await signed_in(callers)
    await moved(app, expires_at=wall() + timedelta(seconds=100))
    assert 90 <= (await renewed(callers, session)).json()["expires_in"] <= 100


async def test_signing_out_by_bearer(callers):
    await opened(callers)
    session = await signed_in(callers)
    assert (await callers.signed_out().send("DELETE", "/session")).status_code == 401
    assert (await bearer(callers, session).send("DELETE", "/session")).status_code == 204
    assert (await renewed(callers, session)).status_code == 401


async def test_own_sessions_and_nobody_elses(app, callers):
    await opened(callers)
    await opened(callers, "li.si")
    first, second, other = await signed_in(callers), await signed_in(callers), await signed_in(callers, "li.si")
    mine = (await bearer(callers, first).get("/sessions")).json()["items"]
    assert [each["is_current"] for each in mine] == [False, True]
    strange = (await bearer(callers, other).get("/sessions")).json()["items"][0]
    assert (await bearer(callers, first).send("DELETE", f"/sessions/{strange['id']}")).status_code == 404
    assert (await bearer(callers, first).send("DELETE", f"/sessions/{mine[0]['id']}")).status_code == 204
    assert (await renewed(callers, second)).status_code == 401
    assert (await renewed(callers, first)).status_code == 200
    assert (await callers.signed_out().get("/sessions")).json()["type"] == "sign-in-needed"


async def test_five_failures_shut_the_door_for_a_while(app, callers):
    await opened(callers)
    answers = [await refused(callers) for _ in range(5)]
    assert {answer.json()["type"] for answer in answers} == {"sign-in-refused"}
    shut = await refused(callers, tried=PASSWORD)
    assert (shut.status_code, shut.json()["type"]) == (429, "too-many-attempts")
    assert int(shut.headers["retry-after"]) > 0
    async with everywhere(app) as tx:
        await tx.execute(update(Attempt).values(at=Attempt.at - timedelta(minutes=16)))
    await signed_in(callers)
    failures = await told(app, "gateway.session.refused.v1")
    assert [fact.data["because"] for fact in failures] == ["wrong-password"] * 5 + ["too-many-attempts"]
    assert all(fact.audience == "audit" for fact in failures)


async def test_a_success_makes_failures_forgotten(callers):
    await opened(callers)
    for _ in range(3):
        for _ in range(4):
            assert (await refused(callers)).status_code == 401
        await signed_in(callers)


async def test_unknown_names_are_shut_out_alike(callers):
    for _ in range(5):
        assert (await refused(callers, "nobody")).status_code == 401
    assert (await refused(callers, "nobody")).status_code == 429


async def test_unknown_name_wrong_password_and_disabled_account_look_the_same(callers):
    account = await opened(callers)
    body = {"reason": "离职"}
    gone = await opened(callers, "li.si")
    disabled = await callers.as_(Role.SYSTEM_ADMIN).post(f"/accounts/{gone['id']}/disabling", body, seen=gone)
    assert disabled.status_code == 200
    answers = [
        await refused(callers, "nobody"),
        await refused(callers, "zhang.san"),
        await refused(callers, "li.si", PASSWORD),
    ]
    bodies = [{**answer.json(), "request_id": ""} for answer in answers]
    assert [answer.status_code for answer in answers] == [401] * 3
    assert bodies[0] == bodies[1] == bodies[2]
    assert account["id"] not in str(bodies)


async def test_unknown_name_and_wrong_password_take_as_long(app, callers, monkeypatch):
    await opened(callers)
    spent = {"nobody": [], "zhang.san": []}
    for _ in range(12):
        for name, times in spent.items():
            async with everywhere(app) as tx:
                await tx.execute(Attempt.__table__.delete())
            began = perf_counter()
            await refused(callers, name)
            times.append(perf_counter() - began)
    assert median(spent["nobody"]) > 0.5 * median(spent["zhang.san"])


async def test_too_much_is_refused_before_it_is_hashed(callers):
    assert (await refused(callers, tried="x" * 1000)).status_code == 422
    assert (await refused(callers, username="x" * 1000)).status_code == 422


async def test_roles_of_another_day_are_not_told(app, callers):
    account = await opened(callers)
    await granted(callers, account, Role.EXPERT, CITY, valid_from=str(wall().date() + timedelta(days=3)))
    session = await signed_in(callers)
    assert session["account"]["grants"] == []
    async with everywhere(app) as tx:
        await tx.execute(update(RoleGrant).values(valid_from=wall().date() - timedelta(days=9)))
    assert [each["role"] for each in (await renewed(callers, session)).json()["account"]["grants"]] == ["expert"]


@pytest.mark.parametrize("path", ["/me", "/sessions"])
async def test_strangers_are_asked_to_sign_in(callers, path):
    assert (await callers.signed_out().get(path)).json()["type"] == "sign-in-needed"


async def test_a_password_reset_meanwhile_signs_nobody_in(app, callers, monkeypatch):
    account = await opened(callers)
    reset_while_hashing(app, callers, monkeypatch, account)
    answer = await refused(callers, tried=PASSWORD)
    assert (answer.status_code, answer.json()["type"]) == (401, "sign-in-refused")
    assert await told(app, "gateway.session.opened.v1") == []
    await signed_in(callers, password="Banyan-Shade-77")


async def test_ones_own_change_does_not_overwrite_a_reset(app, callers, monkeypatch):
    account = await opened(callers)
    own = bearer(callers, await signed_in(callers))
    reset_while_hashing(app, callers, monkeypatch, account)
    mine = {"current_password": PASSWORD, "password": "Cotton-Tree-55"}
    answer = await own.send("PUT", "/me/password", mine)
    assert (answer.status_code, answer.json()["type"]) == (422, "present-password-wrong")
    await signed_in(callers, password="Banyan-Shade-77")


def reset_while_hashing(app, callers, monkeypatch, account):
    """An administrator is faster than the queue in which the old password waits to be compared."""
    verify = app.state.hashing.verify

    async def slow(stored, password):
        matches = await verify(stored, password)
        monkeypatch.undo()
        fresh, path = {"password": "Banyan-Shade-77"}, f"/accounts/{account['id']}/password"
        assert (await callers.as_(Role.SYSTEM_ADMIN).send("PUT", path, fresh, seen=account)).status_code == 200
        return matches

    monkeypatch.setattr(app.state.hashing, "verify", slow)


async def test_everybody_may_know_that_the_records_are_invented(callers):
    answer = await callers.signed_out().get("/installation")
    assert (answer.status_code, answer.json()) == (200, {"demo": True})
