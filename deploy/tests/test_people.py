"""People who do several things at once: a token that has run out is renewed once and all acts go on."""

import asyncio

import httpx

from deploy.demo.people import Person


async def test_acts_beside_each_other_renew_once() -> None:
    renewals = 0

    async def answered(request: httpx.Request) -> httpx.Response:
        nonlocal renewals
        await asyncio.sleep(0.01)
        if request.url.path.endswith("/renewal"):
            renewals += 1
            return httpx.Response(200, json={"access_token": "new", "session_token": "next", "account": {"id": "1"}})
        match request.headers.get("authorization"):
            case "Bearer new":
                return httpx.Response(200, json={"done": True})
            case None:
                return httpx.Response(401, json={"type": "sign-in-needed"})
            case _:
                return httpx.Response(401, json={"type": "token-expired"})

    async with httpx.AsyncClient(transport=httpx.MockTransport(answered), base_url="http://city") as http:
        person = Person(http, access_token="old", session_token="first")

        async def later() -> object:
            await asyncio.sleep(0.015)  # while the others renew
            return await person.get("/needs")

        done = await asyncio.gather(person.get("/needs"), person.post("/needs", {}), later())
    assert done == [{"done": True}] * 3
    assert renewals == 1
