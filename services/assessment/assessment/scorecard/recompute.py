"""Proving that a frozen card is what the logs say: the copies are made anew up to its place, and its bytes from them.

`python -m assessment.scorecard.recompute [year]` names every card whose bytes come out otherwise.
"""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession, async_sessionmaker, create_async_engine

from assessment.projections import projections
from assessment.scorecard.computing import readings_of
from assessment.scorecard.content import bytes_of, digest_of
from assessment.scorecard.deciding import digests_of
from assessment.scorecard.model import FrozenCard, Scorecard, State
from assessment.scorecard.scratch import scratch, surveys_as_of
from chassis import follow
from chassis.client import Neighbour
from chassis.clock import wall
from chassis.database import ScopedSession, Sessions, system_transaction
from chassis.settings import address_of, async_url, load
from chassis.tokens import Signer

# The facts of a source after a place in its log, in their order, batch by batch.
Feed = Callable[[str, int], AsyncIterator[Sequence[dict[str, Any]]]]


async def differing(connection: AsyncConnection, feed: Feed, year: int | None = None) -> tuple[int, list[str]]:
    """How many frozen cards were made again, and which came out otherwise."""
    made: Sessions = async_sessionmaker(
        connection,
        expire_on_commit=False,
        sync_session_class=ScopedSession,
        join_transaction_mode="create_savepoint",
    )
    async with system_transaction(made, at=wall()) as tx:
        cards = await _frozen(tx, year)
    wrong: list[str] = []
    async with scratch(made):
        # Cards of one opening were computed at one place; a later one lies further on in every log.
        for _, group in groupby(cards, key=lambda each: each.computed_at):
            same_place = list(group)
            await _follow_to(made, same_place[0], feed)
            async with system_transaction(made, at=wall()) as tx:
                await surveys_as_of(tx, same_place[0].computed_at)
                wrong += await _otherwise(tx, same_place)
    return len(cards), wrong


async def _frozen(tx: AsyncSession, year: int | None) -> list[Scorecard]:
    query = select(Scorecard).where(Scorecard.state == State.FROZEN).order_by(Scorecard.computed_at, Scorecard.id)
    return list(await tx.scalars(query if year is None else query.where(Scorecard.year == year)))


async def _follow_to(made: Sessions, card: Scorecard, feed: Feed) -> None:
    for source, until in sorted(card.positions.items()):
        async for batch in feed(source, await follow.place(made, projections.name, source)):
            events = [each for each in batch if each["sansheseq"] <= until]
            if events:
                await follow.apply(made, projections, source, events)
            if len(events) < len(batch):
                break


async def _otherwise(tx: AsyncSession, cards: Sequence[Scorecard]) -> list[str]:
    """The names of cards of one place whose bytes or digest are not what comes out now."""
    schemes = {card.scheme_id: card.scheme for card in cards}
    readings = {scheme_id: await readings_of(tx, scheme) for scheme_id, scheme in schemes.items()}
    wrong = []
    for card in cards:
        kept, mine = await tx.get_one(FrozenCard, card.id), readings[card.scheme_id].get(card.area_id)
        content = bytes_of(card, mine, await digests_of(tx, card)) if mine else b""
        if content != kept.content or digest_of(content) != kept.digest:
            wrong.append(f"{card.year} {card.unit_code} no. {card.number}")
    return wrong


async def _main(year: int | None) -> None:
    signer = Signer("assessment", load("assessment").key)
    # As the owner of the tables: the role that serves requests may make none, not even temporary ones.
    engine = create_async_engine(async_url(os.environ["ASSESSMENT_MIGRATION_URL"]))
    neighbours = {each: Neighbour(each, address_of(each), signer) for each in projections.sources()}

    async def feed(source: str, after: int) -> AsyncIterator[Sequence[dict[str, Any]]]:
        asked = {"type": projections.types(source), "limit": follow.BATCH}
        while events := await neighbours[source].get("/facts", {**asked, "after": after}):
            yield events
            after = events[-1]["sansheseq"]

    async with engine.connect() as connection:
        made, wrong = await differing(connection, feed, year)
    for neighbour in neighbours.values():
        await neighbour.close()
    await engine.dispose()
    print(f"{made} frozen scorecards made again, {len(wrong)} otherwise", *wrong, sep="\n")  # noqa: T201
    if wrong:
        raise SystemExit(1)


if __name__ == "__main__":
    asyncio.run(_main(int(sys.argv[1]) if len(sys.argv) > 1 else None))
