"""Other systems over HTTP: opened by one administrator, permitted by another, and what their tokens may then do."""

from base64 import b64encode

import pytest
from sqlalchemy import select

from chassis.principal import Role
from chassis.testing import CITY, EAST, Caller, everywhere, told
from gateway.client.model import Client
from services.gateway.tests.key.test_routes import neighbour

SCOPES = {"scopes": ["organisation:read", "feed:read"]}


async def opened(callers, place=EAST, **changed):
    body = {"name": "东莞市政务协同平台", "area_id": str(place.id)} | changed
    answer = await callers.as_(Role.SYSTEM_ADMIN).post("/clients", body)
    assert answer.status_code == 201, answer.text
    return answer.json()


async def permitted(callers, client, scopes=SCOPES):
    answer = await callers.as_(Role.SECURITY_ADMIN).send("PUT", f"/clients/{client['id']}/scopes", scopes, seen=client)
    assert answer.status_code == 200, answer.text
    return answer.json()


def basic(client, secret=None):
    both = f"{client['id']}:{secret or client['secret']}"
    return {"Authorization": f"Basic {b64encode(both.encode()).decode()}"}


async def asked(callers, *, headers=None, **form):
    return await callers.signed_out().send(
        "POST", "/token", headers=headers or {}, data={"grant_type": "client_credentials"} | form
    )


async def token(callers, client, **form):
    answer = await asked(callers, headers=basic(client), **form)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def test_a_client_reads_what_it_was_permitted_and_nothing_else(app, callers):
    client = await permitted(callers, opening := await opened(callers))
    given = await token(callers, opening)
    assert (given["token_type"], given["expires_in"], given["scope"]) == ("Bearer", 300, "organisation:read feed:read")
    caller = Caller(callers.app, given["access_token"])
    assert (await caller.get("/feed")).status_code == 200
    assert (await caller.get("/clients")).status_code == 403
    assert (await caller.get("/tasks")).status_code == 403
    shown = await callers.as_(Role.AUDIT_ADMIN).get(f"/clients/{client['id']}")
    assert shown.json()["used_at"] is not None
    [fact] = await told(app, "gateway.client.permitted.v1")
    assert fact.data["scopes"] == SCOPES["scopes"]


async def test_a_token_may_tell_less_than_is_permitted_but_never_more(callers):
    opening = await opened(callers)
    await permitted(callers, opening)
    less = await token(callers, opening, scope="organisation:read")
    assert (await Caller(callers.app, less["access_token"]).get("/feed")).status_code == 403
    more = await asked(callers, headers=basic(opening), scope="organisation:read budget:read")
    assert (more.status_code, more.json()["type"], more.json()["error"]) == (
        400,
        "scope-not-permitted",
        "invalid_scope",
    )


async def test_without_a_permission_a_token_opens_nothing(callers):
    given = await token(callers, await opened(callers))
    assert given["scope"] == ""
    assert (await Caller(callers.app, given["access_token"]).get("/feed")).status_code == 403


async def test_whoever_opens_a_client_never_permits_it(callers):
    opening = await opened(callers)
    refused = await callers.as_(Role.SYSTEM_ADMIN).send("PUT", f"/clients/{opening['id']}/scopes", SCOPES, seen=opening)
    assert (refused.status_code, refused.json()["type"]) == (403, "forbidden")
    assert "scopes" not in [action["name"] for action in opening["actions"]]


@pytest.mark.parametrize("how", ["secret", "id", "nonsense", "nobody"])
async def test_whatever_is_wrong_is_answered_alike(callers, how):
    opening = await opened(callers)
    wrong = {
        "secret": basic(opening, "x" * 43),
        "id": basic({**opening, "id": "019a0000-0000-7000-8000-000000000000"}),
        "nonsense": {"Authorization": "Basic ???"},
        "nobody": {},
    }[how]
    answer = await asked(callers, headers=wrong)
    assert (answer.status_code, answer.json()["type"], answer.json()["error"]) == (
        401,
        "client-refused",
        "invalid_client",
    )


async def test_guessing_is_not_borne_for_long(callers):
    opening = await opened(callers)
    for _ in range(5):
        await asked(callers, headers=basic(opening, "x" * 43))
    assert (await asked(callers, headers=basic(opening, "x" * 43))).status_code == 429


async def test_the_secret_is_shown_once_and_kept_as_a_hash(app, callers):
    opening = await opened(callers)
    again = await callers.as_(Role.SYSTEM_ADMIN).get(f"/clients/{opening['id']}")
    assert "secret" not in again.json()
    async with everywhere(app) as tx:
        stored = await tx.scalar(select(Client))
        assert opening["secret"].encode() not in stored.secret_hash


async def test_a_replaced_secret_holds_for_a_day_and_goes_with_the_client(callers):
    opening = await opened(callers)
    renewed = await callers.as_(Role.SYSTEM_ADMIN).post(f"/clients/{opening['id']}/secret", seen=opening)
    assert renewed.status_code == 200, renewed.text
    assert (await asked(callers, headers=basic(opening))).status_code == 200
    assert (await asked(callers, headers=basic(renewed.json()))).status_code == 200
    seen = renewed.json()
    ended = await callers.as_(Role.SECURITY_ADMIN).post(
        f"/clients/{opening['id']}/disabling", {"reason": "密钥外泄"}, seen=seen
    )
    assert ended.status_code == 200, ended.text
    for secret in (opening["secret"], seen["secret"]):
        assert (await asked(callers, headers=basic(opening, secret))).status_code == 401


async def test_a_leaked_secret_never_opens_a_client_again(callers):
    opening = await opened(callers)
    system, path = callers.as_(Role.SYSTEM_ADMIN), f"/clients/{opening['id']}"
    disabled = await system.post(f"{path}/disabling", {"reason": "密钥外泄"}, seen=opening)
    enabled = await system.post(f"{path}/enabling", seen=disabled.json())
    assert enabled.status_code == 200, enabled.text
    assert (await asked(callers, headers=basic(opening))).status_code == 401
    assert (await asked(callers, headers=basic(enabled.json()))).status_code == 200
    renewed = await system.post(f"{path}/secret", seen=enabled.json())
    assert (await asked(callers, headers=basic(opening))).status_code == 401
    for secret in (enabled.json()["secret"], renewed.json()["secret"]):
        assert (await asked(callers, headers=basic(opening, secret))).status_code == 200


async def test_a_change_of_scopes_ends_the_tokens_that_tell_others(app, callers, world):
    opening = await opened(callers)
    seen = await permitted(callers, opening)
    before = Caller(callers.app, (await token(callers, opening))["access_token"])
    await permitted(callers, seen, {"scopes": ["feed:read"]})
    app.state.revocations.hear((await neighbour(app, world).get("/revocations", after=0)).json())
    assert (await before.get("/feed")).json()["type"] == "session-ended"
    after = Caller(callers.app, (await token(callers, opening))["access_token"])
    assert (await after.get("/feed")).status_code == 200


async def test_calls_from_elsewhere_than_the_named_networks_are_refused(callers):
    opening = await opened(callers, networks=["10.1.2.0/24"])
    assert (await asked(callers, headers=basic(opening))).status_code == 401
    anywhere = await opened(callers, networks=["0.0.0.0/0"])
    assert (await asked(callers, headers=basic(anywhere))).status_code == 200
    wrong = await callers.as_(Role.SYSTEM_ADMIN).post(
        "/clients", {"name": "对接", "area_id": str(CITY.id), "networks": ["10.1.2"]}
    )
    assert wrong.json()["errors"][0]["pointer"] == "/networks/0"


async def test_another_way_of_asking_is_refused_as_the_standard_names_it(callers):
    answer = await asked(callers, grant_type="password")
    assert (answer.status_code, answer.json()["error"]) == (400, "unsupported_grant_type")


async def test_a_scope_that_there_is_not_is_named_by_its_place(callers):
    opening = await opened(callers)
    answer = await callers.as_(Role.SECURITY_ADMIN).send(
        "PUT", f"/clients/{opening['id']}/scopes", {"scopes": ["feed:read", "everything"]}, seen=opening
    )
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, "/scopes/1")
