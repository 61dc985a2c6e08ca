"""The gateway's public keys, and the revocation list that only services may read."""

import json
import time
from pathlib import Path

from joserfc.jwk import OKPKey

from chassis.door import Revocations
from chassis.principal import Principal, Role
from chassis.testing import CITY, Caller
from chassis.tokens import Signer
from gateway.key.routes import public_keys
from services.gateway.tests.make import bearer, granted, opened, signed_in


def neighbour(app, world, name="registry"):
    return Caller(app, Signer(name, Path(world[f"{name.upper()}_KEY"])).for_service("gateway"))


async def ended(app, world, after=0):
    answer = await neighbour(app, world).get("/revocations", after=after)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def claims_of(app, token):
    return await app.state.door._verifier.claims(token)


async def kills(app, world, token):
    """Whether a service that hears the list refuses the token."""
    list_, claims = Revocations(), await claims_of(app, token)
    list_.hear(await ended(app, world))
    return list_.ends(Principal.of(claims), claims["iat"])


async def test_public_keys_only(callers):
    [key] = (await callers.signed_out().get("/jwks")).json()["keys"]
    assert key["kid"].startswith("gateway-")
    assert "d" not in key


def test_the_next_key_is_published_before_it_is_used(tmp_path):
    paths = []
    for kid in ("gateway-1", "gateway-2"):
        paths.append(tmp_path / kid)
        key = OKPKey.generate_key("Ed25519", parameters={"kid": kid})
        paths[-1].write_text(json.dumps(key.as_dict(private=True)))
    assert [key["kid"] for key in public_keys(*paths)["keys"]] == ["gateway-1", "gateway-2"]
    assert [key["kid"] for key in public_keys(paths[0], None)["keys"]] == ["gateway-1"]


async def test_the_list_is_for_services(callers):
    assert (await callers.signed_out().get("/revocations")).status_code == 401
    assert (await callers.as_(Role.SYSTEM_ADMIN).get("/revocations")).status_code == 403


async def test_an_empty_list_is_waited_on(app, world):
    began = time.monotonic()
    answer = await neighbour(app, world).get("/revocations", after=2**40, wait=0.3)
    assert answer.json() == {"after": 2**40, "items": []}
    assert 0.25 < time.monotonic() - began < 3


async def test_signing_out_kills_the_token(app, callers, world):
    await opened(callers)
    session = await signed_in(callers)
    assert not await kills(app, world, session["access_token"])
    await bearer(callers, session).send("DELETE", "/session")
    assert await kills(app, world, session["access_token"])


async def test_disabling_kills_every_token_and_names_the_account(app, callers, world):
    account = await opened(callers)
    tokens = [(await signed_in(callers))["access_token"] for _ in range(2)]
    body = {"reason": "离职"}
    await callers.as_(Role.SYSTEM_ADMIN).post(f"/accounts/{account['id']}/disabling", body, seen=account)
    assert [await kills(app, world, token) for token in tokens] == [True, True]
    assert account["id"] in {item["name"] for item in (await ended(app, world))["items"]}


async def test_a_change_of_roles_kills_the_token_but_not_the_session(app, callers, world):
    account = await opened(callers)
    session = await signed_in(callers)
    account = await granted(callers, account, Role.EXPERT, CITY)
    assert await kills(app, world, session["access_token"])
    renewal = await callers.signed_out().post("/session/renewal", {"session_token": session["session_token"]})
    fresh = renewal.json()["access_token"]
    assert not await kills(app, world, fresh)
    assert [grant["role"] for grant in (await claims_of(app, fresh))["grants"]] == ["expert"]
    [given] = account["grants"]
    path = f"/accounts/{account['id']}/grants/{given['id']}/revocation"
    taken = await callers.as_(Role.SECURITY_ADMIN).post(path, {"reason": "评审结束"}, seen=account)
    assert taken.status_code == 200, taken.text
    assert await kills(app, world, fresh)


async def test_places_in_the_list_only_grow(app, callers, world):
    await opened(callers)
    after = 0
    for _ in range(3):
        session = await signed_in(callers)
        await bearer(callers, session).send("DELETE", "/session")
        answer = await ended(app, world, after)
        assert len(answer["items"]) == 1
        assert answer["after"] > after
        after = answer["after"]
