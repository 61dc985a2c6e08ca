"""Sealing: what has been confirmed since goes onto pages, beside the requests, so that confirming waits for nothing."""

from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, NamedTuple

import rfc8785
from fastapi import FastAPI
from joserfc.jwk import OKPKey
from sqlalchemy import func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from chassis import clock, facts
from chassis.database import Sessions, system_transaction
from chassis.schedule import Turn, keep_looking
from chassis.tables import AreaCopy
from volunteers.facts import LedgerSealed
from volunteers.seal import content, tree
from volunteers.seal.model import LedgerPage
from volunteers.seal.signing import signed

PAGE = 4096  # entries: a path of twelve hashes, and a page is read in milliseconds
EVERY = 15  # seconds: how long a confirmed entry stands on no page
LOCK = 0x53414E5348450002  # "SANSHE", 2: one process at a time writes the ledger
GENESIS = bytes(32)
PAGE_TYPE = "sanshe-ledger-page"
ITSELF = "volunteers"

# What waits is taken from the queue and read as it will be sealed, in the order in which it was decided. As lists, so
# that rows are found by their ids also while nobody has counted yet how many came at once.
_TAKEN = text(f"""
    with taken as (
        delete from hours_unsealed
        where hours_id = any(array(select hours_id from hours_unsealed order by hours_id limit :page))
        returning hours_id
    )
    select h.id, {content.CONTENT} from hours h where h.id = any(array(select hours_id from taken))
    order by h.decided_at, h.id
""")  # noqa: S608 - a constant
_SEALED = "copy hours_seal (n, hours_id, seal) from stdin (format binary)"


class Keys(NamedTuple):
    """What seals rows, and what signs pages."""

    rows: bytes
    pages: OKPKey


async def keep_sealing(app: FastAPI) -> None:
    """For as long as the process lives."""
    keys = Keys(app.state.vault.index_key(content.KEY), app.state.signer.key)

    async def seal(sessions: Sessions, now: datetime) -> int:
        return await seal_waiting(sessions, keys, now)

    await keep_looking(Turn(seal, every=EVERY), app.state)


async def seal_waiting(sessions: Sessions, keys: Keys, now: datetime) -> int:
    """Page after page until nothing waits; returns how many entries were sealed."""
    total = 0
    while True:
        async with system_transaction(sessions, at=now) as tx:
            sealed = await _seal_page(tx, keys, now)
        total += sealed
        if sealed < PAGE:
            return total


async def _seal_page(tx: AsyncSession, keys: Keys, now: datetime) -> int:
    city = await tx.scalar(select(AreaCopy).where(AreaCopy.level == "city"))
    if city is None or not await tx.scalar(select(func.pg_try_advisory_xact_lock(LOCK))):
        return 0
    entries = (await tx.execute(_TAKEN, {"page": PAGE})).all()
    if not entries:
        return 0
    before = await tx.scalar(select(LedgerPage).order_by(LedgerPage.number.desc()).limit(1))
    page = _page(before, entries, keys.pages, now)
    await _put(tx, keys.rows, page.first, entries)
    tx.add(page)
    await facts.tell(tx, _told(page, city), by=ITSELF)
    return len(entries)


def _page(before: LedgerPage | None, entries: Sequence[Any], key: OKPKey, now: datetime) -> LedgerPage:
    first = before.last + 1 if before else 1
    page = LedgerPage(
        number=before.number + 1 if before else 1,
        first=first,
        last=first + len(entries) - 1,
        root=tree.root([tree.leaf(entry) for _, entry in entries]),
        day=clock.day(now),
        sealed_at=now,
    )
    said = said_of(page, before.head if before else GENESIS)
    page.head, page.signed = head_of(said), signed(key, PAGE_TYPE, said)
    return page


def head_of(said: dict[str, Any]) -> bytes:
    """What the next page is chained to."""
    return sha256(rfc8785.dumps(said)).digest()


def said_of(page: LedgerPage | Any, previous: bytes) -> dict[str, Any]:  # noqa: ANN401 - a row of the same columns
    """What the key signs of a page; the hash of it is the page's head."""
    return {
        "page": page.number,
        "first": page.first,
        "last": page.last,
        "root": page.root.hex(),
        "previous": previous.hex(),
        "day": page.day.isoformat(),
        "sealed_at": page.sealed_at.astimezone(UTC).isoformat(),
    }


async def _put(tx: AsyncSession, key: bytes, first: int, entries: Sequence[Any]) -> None:
    driver = (await (await tx.connection()).get_raw_connection()).driver_connection
    assert driver is not None  # noqa: S101 - the connection is open
    async with driver.cursor().copy(_SEALED) as copy:
        copy.set_types(["int8", "uuid", "bytea"])
        for n, (hours_id, entry) in enumerate(entries, start=first):
            await copy.write_row((n, hours_id, content.seal(key, n, tree.leaf(entry))))


def _told(page: LedgerPage, city: AreaCopy) -> LedgerSealed:
    return LedgerSealed(
        area_id=city.id,
        scope_key=city.scope_key,
        page=page.number,
        first=page.first,
        last=page.last,
        day=page.day,
        root=page.root.hex(),
        head=page.head.hex(),
    )
