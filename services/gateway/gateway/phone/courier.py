"""The courier: hands written texts to the channel, beside requests, and offers them again when they were not taken."""

from datetime import timedelta

import structlog
from fastapi import FastAPI
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.clock import wall
from chassis.database import system_transaction
from chassis.vault import Vault
from gateway.phone.model import PhoneText
from gateway.phone.sender import NotTaken, Sender

log = structlog.get_logger()

BATCH = 20
PAUSE = 1.0
MOST_TRIES = 5


async def deliver(tx: AsyncSession, keys: Vault, sender: Sender) -> int:
    """Hands over one batch of waiting texts; returns how many it looked at."""
    now = wall()
    waiting = (
        select(PhoneText)
        .where(
            PhoneText.sent_at.is_(None),
            PhoneText.next_try_at <= now,
            PhoneText.expires_at > now,
            PhoneText.tries < MOST_TRIES,
        )
        .order_by(PhoneText.id)
        .limit(BATCH)
        .with_for_update(skip_locked=True)
    )
    texts = (await tx.scalars(waiting)).all()
    for each in texts:
        await _offer(tx, keys, sender, each)
    return len(texts)


async def _offer(tx: AsyncSession, keys: Vault, sender: Sender, each: PhoneText) -> None:
    phone = keys.decrypt(each.phone_cipher, table="phone_text", column="phone", row_id=each.id)
    body = keys.decrypt(each.body_cipher, table="phone_text", column="body", row_id=each.id)
    each.tries += 1
    try:
        await sender.send(each.id, phone, body)
    except NotTaken as refused:
        log.warning("text not taken", text=str(each.id), tries=each.tries, reason=repr(refused))
        each.next_try_at = wall() + timedelta(seconds=2**each.tries)
        return
    if sender.keeps:
        each.sent_at = wall()
    else:
        await tx.delete(each)


async def courier(app: FastAPI) -> None:
    """Runs for as long as the process lives; any number of them may."""
    state = app.state
    if state.sender is None:
        return
    try:
        while not state.stopping.is_set():
            handed = 0
            try:
                async with system_transaction(state.sessions, at=wall()) as tx:
                    handed = await deliver(tx, state.vault, state.sender)
            except Exception as failed:  # noqa: BLE001 - whatever it is, texts wait and are offered again
                log.warning("courier waits", reason=repr(failed)[:300])
            if handed < BATCH:
                await state.bell.wait(PAUSE)
    finally:
        await state.sender.close()
