"""People who act through the public API alone, as a browser or an app would: signed in, renewing, repeating safely."""

import asyncio
import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import uuid4

import httpx

PASSING = {502, 503, 504}
TRIES = 60
NEWEST = 20  # texts that are looked through for one's own
PAUSE = 0.25  # seconds between two tries of a request that met a restarting service


class Refused(Exception):
    """An answer that is no success: status, problem type and the whole body."""

    def __init__(self, response: httpx.Response) -> None:
        self.status = response.status_code
        try:
            self.problem: dict[str, Any] = response.json()
        except ValueError:
            self.problem = {"type": "no-problem", "body": response.text[:500]}
        super().__init__(f"{response.request.method} {response.request.url.path} {self.status} {self.problem}")

    @property
    def type(self) -> str:
        """The kebab-case name of the refusal."""
        return str(self.problem.get("type"))


@dataclass(slots=True)
class SignIn:
    """What a sign-in gave, the same for the person at every business time: renewed once, it is renewed for all."""

    access_token: str | None = None
    session_token: str | None = None
    account: dict[str, Any] = field(default_factory=dict)
    renewing: asyncio.Lock = field(default_factory=asyncio.Lock)


@dataclass(slots=True)
class Person:
    """Somebody at a browser or a phone; `at` is the business time of a demo city, now when it is None."""

    http: httpx.AsyncClient
    clock_key: str = ""
    held: SignIn = field(default_factory=SignIn)
    username: str = ""
    at: datetime | None = None
    tries: int = TRIES

    @property
    def id(self) -> str:
        """The account's id."""
        return str(self.account["id"])

    @property
    def account(self) -> dict[str, Any]:
        """The account as the gateway last showed it."""
        return self.held.account

    @property
    def access_token(self) -> str | None:
        """What requests are signed with; none when signed out."""
        return self.held.access_token

    def when(self, at: datetime | None) -> "Person":
        """The same person at a business time, so that several acts at once may each have their own."""
        return replace(self, at=at)

    async def sign_in(self, username: str, password: str) -> "Person":
        """Staff: by password."""
        self.username = username
        body = {"username": username, "password": password, "delivery": "bearer"}
        self._signed_in(await self.post("/gateway/session", body))
        return self

    async def sign_in_by_phone(self, phone: str) -> "Person":
        """Residents and volunteers: by the code that a developer's outbox shows."""
        self.username = phone
        challenge = await self.post("/gateway/phone-codes", {"phone": phone})
        texts = await self.get("/gateway/outbox", limit=NEWEST)
        text = next(each["text"] for each in texts if each["phone"] == phone)
        code = next(word for word in _digits(text) if len(word) == 6)  # noqa: PLR2004
        body = {"challenge_id": challenge["challenge_id"], "code": code, "delivery": "bearer"}
        self._signed_in(await self.post("/gateway/phone-session", body))
        return self

    def _signed_in(self, answer: Mapping[str, Any]) -> None:
        self.held.access_token, self.held.session_token = answer["access_token"], answer["session_token"]
        self.held.account = answer["account"]

    async def renew(self, expired: str | None = None) -> None:
        """A fresh access token, with what has changed of the account since; once for several acts that ask together."""
        async with self.held.renewing:
            if expired is not None and self.access_token != expired:
                return
            signed_out = replace(self, held=SignIn())
            body = {"session_token": self.held.session_token}
            self._signed_in(await signed_out.post("/gateway/session/renewal", body))

    async def get(self, path: str, **query: Any) -> Any:  # noqa: ANN401 - JSON
        """A read; `path` with or without `/api`, as links have it."""
        asked = {name: value for name, value in query.items() if value is not None}
        # An empty `params` would take away what a link already asks.
        options: dict[str, Any] = {"params": asked} if asked else {}
        return await self.act("GET", path, **options)

    async def post(self, path: str, body: Any = None, *, seen: Mapping[str, Any] | None = None, **options: Any) -> Any:  # noqa: ANN401
        """A POST with a key of its own; `seen` is the view whose version it acts upon."""
        return await self.act("POST", path, json=body, seen=seen, **options)

    async def act(
        self,
        method: str,
        path: str,
        *,
        seen: Mapping[str, Any] | None = None,
        key: str | None = None,
        **options: Any,  # noqa: ANN401 - httpx's own
    ) -> Any:  # noqa: ANN401 - JSON
        """One act, repeated with the same key until it is answered; refusals raise `Refused`."""
        headers = {"Idempotency-Key": key or str(uuid4())} if method == "POST" else {}
        if seen is not None:
            headers["If-Match"] = f'"{seen["version"]}"'
        if self.at is not None:
            headers["Sanshe-At"] = self._signed_time(self.at)
        url = path if path.startswith("/api") else f"/api{path}"
        for _ in range(self.tries):
            token = self.access_token
            response = await self._try(method, url, headers, options)
            if response is None or response.status_code in PASSING or _in_flight(response):
                await asyncio.sleep(PAUSE)
                continue
            if response.status_code == 401 and _type(response) == "token-expired" and self.held.session_token:  # noqa: PLR2004
                await self.renew(token)
                continue
            if not response.is_success:
                raise Refused(response)
            return response.json() if response.content else None
        message = f"{method} {url} was not answered"
        raise TimeoutError(message)

    async def _try(
        self, method: str, url: str, headers: dict[str, str], options: dict[str, Any]
    ) -> httpx.Response | None:
        if self.access_token:
            headers["Authorization"] = f"Bearer {self.access_token}"
        try:
            return await self.http.request(method, url, headers=headers, **options)
        except httpx.TransportError:
            return None

    def _signed_time(self, at: datetime) -> str:
        text = at.isoformat()
        return f"{text};{hmac.new(self.clock_key.encode(), text.encode(), hashlib.sha256).hexdigest()}"


def _type(response: httpx.Response) -> str:
    try:
        return str(response.json().get("type"))
    except ValueError:
        return ""


def _in_flight(response: httpx.Response) -> bool:
    return response.status_code == 409 and _type(response) == "key-in-flight"  # noqa: PLR2004


def _digits(text: str) -> list[str]:
    return "".join(sign if sign.isdigit() else " " for sign in text).split()
