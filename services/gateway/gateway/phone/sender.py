"""Channels for texts: the developer's outbox, or an SMS provider reached by a signed call."""

import base64
import hashlib
import hmac
import json
from datetime import datetime
from typing import Protocol
from uuid import UUID

import httpx

from chassis.clock import wall
from gateway.settings import GatewaySettings


class NotTaken(Exception):
    """The provider did not take a text; it is offered again."""


class Sender(Protocol):
    """短信通道."""

    keeps: bool  # whether texts stay readable after they were sent

    async def send(self, text_id: UUID, phone: str, body: str) -> None:
        """Hands one text over, or raises `NotTaken`; the id lets a provider see a repetition."""

    async def close(self) -> None:
        """Ends its connections."""


class Outbox:
    """开发者发件箱: texts reach nobody; they stay in their table and are shown at `GET /outbox`."""

    keeps = True

    async def send(self, text_id: UUID, phone: str, body: str) -> None:
        """Being written was all there is to it."""

    async def close(self) -> None:
        """It has no connections."""


class SmsProvider:
    """短信服务商: one POST a text, signed as Standard Webhooks sign (id, time and body; HMAC-SHA256)."""

    keeps = False

    def __init__(self, url: str, secret: str, transport: httpx.AsyncBaseTransport | None = None) -> None:
        self._url = url
        self._secret = base64.b64decode(secret.removeprefix("whsec_"))
        self._http = httpx.AsyncClient(transport=transport, timeout=5.0, follow_redirects=False)

    async def send(self, text_id: UUID, phone: str, body: str) -> None:
        """2xx means taken; anything else is tried again."""
        content = json.dumps({"phone": phone, "text": body}, ensure_ascii=False).encode()
        headers = {"Content-Type": "application/json", **self._signature(f"txt_{text_id.hex}", wall(), content)}
        try:
            response = await self._http.post(self._url, content=content, headers=headers)
        except httpx.TransportError as silent:
            raise NotTaken from silent
        if not response.is_success:
            raise NotTaken(str(response.status_code))

    def _signature(self, message_id: str, at: datetime, content: bytes) -> dict[str, str]:
        stamp = str(int(at.timestamp()))
        signed = f"{message_id}.{stamp}.".encode() + content
        mac = base64.b64encode(hmac.digest(self._secret, signed, hashlib.sha256)).decode()
        return {"webhook-id": message_id, "webhook-timestamp": stamp, "webhook-signature": f"v1,{mac}"}

    async def close(self) -> None:
        """Ends its connections."""
        await self._http.aclose()


def sender_of(settings: GatewaySettings, *, demo: bool) -> Sender | None:
    """The channel that is set; without any, texts reach the developer in a demo and nobody elsewhere."""
    if settings.sms_url:
        return SmsProvider(settings.sms_url, settings.sms_secret.get_secret_value())
    return Outbox() if demo else None
