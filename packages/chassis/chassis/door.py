"""Letting a request in: who it speaks for, that its session still stands, and that a browser meant it."""

import asyncio
import time
from ipaddress import ip_address, ip_network
from typing import Any, ClassVar
from urllib.parse import urlsplit

import structlog
from fastapi import Request

from chassis.client import Neighbour
from chassis.principal import ANONYMOUS, Kind, Principal
from chassis.problems import Problem
from chassis.tokens import Verifier

log = structlog.get_logger()

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
ACCESS_COOKIE = "__Host-access"
SESSION_COOKIE = "__Host-session"
PREFIX = {4: 24, 6: 56}  # of a network: enough to see an attack or a flood, too little to tell a person
SILENCE = 5.0  # seconds without the revocation list after which nothing is changed any more
POLL = 2.0  # seconds of long poll; an entry is answered at once


class CrossSite(Problem):
    """请求不是从本系统的页面发出的。"""

    status = 403


class RevocationUnknown(Problem):
    """暂时无法确认登录是否仍有效，请稍后再提交。"""

    status = 503
    headers: ClassVar[dict[str, str]] = {"Retry-After": "2"}


class SessionEnded(Problem):
    """登录已被终止，请重新登录。"""

    status = 401


class Revocations:
    """The gateway's short list of sessions and accounts that ended before their tokens did."""

    def __init__(self) -> None:
        self._after = 0
        self._ended: dict[str, float] = {}
        self._heard_at = float("-inf")

    def ends(self, principal: Principal, issued_at: float) -> bool:
        """Whether the session or the account of a token was ended after the token was issued."""
        names = (principal.session_id, str(principal.account_id))
        return any(issued_at <= self._ended.get(name, float("-inf")) for name in names if name)

    def fresh(self) -> bool:
        """Whether the list was heard lately enough to change anything."""
        return time.monotonic() - self._heard_at < SILENCE

    def hear(self, answer: dict[str, Any]) -> None:
        """Takes in an answer of `/revocations`: `{after, items: [{name, at}]}`, `at` in seconds since 1970."""
        self._heard_at = time.monotonic()
        self._after = answer["after"]
        for item in answer["items"]:
            self._ended[item["name"]] = item["at"]
        if len(self._ended) > 10_000:  # noqa: PLR2004 - tokens live five minutes, older entries decide nothing
            self._ended = {name: at for name, at in self._ended.items() if at > time.time() - 600}

    async def follow(self, gateway: Neighbour, stopping: asyncio.Event) -> None:
        """Keeps the list for as long as the process lives."""
        while not stopping.is_set():
            try:
                self.hear(
                    await gateway.get("/revocations", {"after": self._after, "wait": POLL}, patience=POLL + 2, tries=1)
                )
            except Exception as failed:  # noqa: BLE001 - silence is what `fresh` is about
                log.info("revocations not heard", reason=repr(failed)[:200])
                await asyncio.sleep(0.2)


class Door:
    """Admits requests: Bearer tokens of apps and services, cookies of browsers, and signed-out residents."""

    def __init__(self, verifier: Verifier, revocations: Revocations, public_url: str) -> None:
        self._verifier = verifier
        self._revocations = revocations
        parts = urlsplit(public_url)
        self._origin = f"{parts.scheme}://{parts.netloc}"

    async def admit(self, request: Request) -> Principal:
        """The principal of a request; refused by name when its token or its origin is not in order."""
        token, by_cookie = _token_of(request)
        if token is None:
            return ANONYMOUS
        claims = await self._verifier.claims(token)
        principal = Principal.of(claims)
        unsafe = request.method not in SAFE
        if by_cookie and unsafe:
            self._require_own_page(request)
        if principal.kind is not Kind.SERVICE:
            if self._revocations.ends(principal, float(claims["iat"])):
                raise SessionEnded
            if unsafe and not self._revocations.fresh():
                raise RevocationUnknown
        return principal

    def _require_own_page(self, request: Request) -> None:
        """A changing request with a cookie must come from our own pages (Origin) and say so (`X-Sanshe`)."""
        if request.headers.get("x-sanshe") != "1" or request.headers.get("origin") != self._origin:
            raise CrossSite


def _token_of(request: Request) -> tuple[str | None, bool]:
    scheme, _, bearer = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return bearer.strip(), False
    cookie = request.cookies.get(ACCESS_COOKIE)
    return cookie or None, cookie is not None


def network_of(address: str) -> str:
    """The network that an address lies in; Caddy alone tells the address."""
    try:
        version = ip_address(address).version
    except ValueError:
        return "unknown"
    return str(ip_network(f"{address}/{PREFIX[version]}", strict=False))
