"""Signed tokens: made by the gateway for people and by each service for itself, verified offline everywhere."""

import asyncio
import json
import time
from base64 import urlsafe_b64decode
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any

import structlog
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import OKPKey

from chassis.database import new_id
from chassis.principal import TokenExpired, TokenRefused

AUDIENCE = "sanshe"  # of people's tokens; a service's is for the one neighbour that it calls
LIFETIME = 300  # seconds, fixed in contracts.md
LEEWAY = 5  # seconds of clock difference between machines
LONGEST = 8192  # characters; a longer token is refused before it is parsed
REFETCH = 10.0  # seconds between two fetches of the gateway's keys for unknown key ids
MOST_KEPT = 16_384  # verified tokens remembered: whoever waits for a rush has looked at the page before
ALGORITHMS = ["Ed25519"]  # EdDSA by its name of RFC 9864

log = structlog.get_logger()


class Signer:
    """Signs with one private key; the key id starts with the issuer's name."""

    def __init__(self, issuer: str, key: Path) -> None:
        self.issuer = issuer
        self.key = OKPKey.import_key(json.loads(key.read_text()))

    def sign(self, claims: Mapping[str, Any], *, audience: str = AUDIENCE, lifetime: int = LIFETIME) -> str:
        """A token with our issuer, its audience, a fresh id and an end."""
        now = int(time.time())
        full = {**claims, "iss": self.issuer, "aud": audience, "iat": now, "exp": now + lifetime, "jti": str(new_id())}
        return jwt.encode({"alg": "Ed25519", "kid": self.key.kid}, full, self.key, algorithms=ALGORITHMS)

    def for_service(self, provider: str) -> str:
        """The token with which this service calls another; no third one takes it."""
        return self.sign({"kind": "service", "sub": self.issuer}, audience=provider)


class Verifier:
    """Checks tokens against the services' keys (a file of the deployment) and the gateway's (fetched, cached)."""

    def __init__(
        self, service: str, service_keys: Path, fetch_gateway_keys: Callable[[], Awaitable[dict[str, Any]]]
    ) -> None:
        self._service = service
        self._own: list[dict[str, Any]] = json.loads(service_keys.read_text())["keys"]
        self._fetch = fetch_gateway_keys
        self._fetched: list[dict[str, Any]] = []
        self._asked_at = float("-inf")
        self._lock = asyncio.Lock()
        self._keys = self._key_set()
        self._verified: dict[str, Mapping[str, Any]] = {}

    def _key_set(self) -> dict[str, OKPKey]:
        # The gateway's fetched keys count only under its own name: a leaked answer cannot add a service's key.
        fetched = [key for key in self._fetched if str(key.get("kid", "")).startswith("gateway-")]
        return {str(key["kid"]): OKPKey.import_key(key) for key in [*self._own, *fetched]}

    async def _refetch(self) -> None:
        async with self._lock:
            if time.monotonic() - self._asked_at < REFETCH:
                return
            self._asked_at = time.monotonic()
            try:
                self._fetched = (await self._fetch())["keys"]
                self._keys = self._key_set()
                self._verified.clear()
            except Exception as failed:  # noqa: BLE001 - an unreachable gateway must not stop known keys from working
                log.warning("gateway keys not fetched", reason=repr(failed))

    async def claims(self, token: str) -> Mapping[str, Any]:
        """The claims of a valid token; refused by name otherwise. A signature is checked once, the time always."""
        known = self._verified.get(token)
        if known is not None:
            return _in_time(known)
        if len(token) > LONGEST:
            raise TokenRefused
        try:
            kid = _header(token)["kid"]
            if kid not in self._keys:
                await self._refetch()
            key = self._keys[kid]
            verified = jwt.decode(token, key, algorithms=ALGORITHMS)
        except (JoseError, KeyError, ValueError, TypeError) as bad:
            raise TokenRefused from bad
        if len(self._verified) >= MOST_KEPT:
            self._verified.clear()
        self._verified[token] = claims = self._checked(verified.claims, kid)
        return _in_time(claims)

    def _checked(self, claims: Mapping[str, Any], kid: str) -> Mapping[str, Any]:
        """Issuer bound to key, audience and kind bound to issuer."""
        issuer = str(claims.get("iss", ""))
        is_service = claims.get("kind") == "service"
        if claims.get("aud") != (self._service if is_service else AUDIENCE) or not kid.startswith(f"{issuer}-"):
            raise TokenRefused
        if not is_service and issuer != "gateway":
            raise TokenRefused
        return claims


def _header(token: str) -> Mapping[str, Any]:
    header = json.loads(urlsafe_b64decode(token.split(".", 1)[0] + "=="))
    # A header that asks for anything but a known key by id, or marks an extension as critical, is not ours.
    if not isinstance(header, dict) or set(header) - {"alg", "kid", "typ"} or not isinstance(header.get("kid"), str):
        raise TokenRefused
    return header


def _in_time(claims: Mapping[str, Any]) -> Mapping[str, Any]:
    expires, issued = claims.get("exp"), claims.get("iat")
    if not isinstance(expires, int) or not isinstance(issued, int) or issued > time.time() + LEEWAY:
        raise TokenRefused
    if expires + LEEWAY < time.time():
        raise TokenExpired
    return claims
