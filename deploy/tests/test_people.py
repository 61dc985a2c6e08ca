"""People who do several things at once: a token that has run out is renewed once and all acts go on."""

import asyncio
from datetime import UTC, datetime

import httpx

from deploy.demo.people import Person, SignIn


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
        person = Person(http, held=SignIn("old", "first"))

        async def later() -> object:
            await asyncio.sleep(0.015)  # while the others renew
            return await person.get("/needs")

        yesterday = person.when(datetime(2026, 11, 22, tzinfo=UTC))
        done = await asyncio.gather(person.get("/needs"), person.post("/needs", {}), later(), yesterday.get("/needs"))
        done.append(await yesterday.get("/needs"))
    assert done == [{"done": True}] * 5
    assert renewals == 1
