"""A bureau freezes many cards at once: each is frozen, none waits in vain, and the last ends the assessment."""

import asyncio
from pathlib import Path

from fastapi import FastAPI
from sqlalchemy import text

from chassis.testing import Callers, everywhere
from chassis.tokens import Signer
from services.assessment.tests.scorecard.world import UNITS, Year, done


async def test_all_cards_of_a_year_are_frozen_at_the_same_moment(
    replicas: list[FastAPI], world: dict[str, str]
) -> None:
    year = Year(replicas[0], Callers(replicas[0], Signer("gateway", Path(world["GATEWAY_KEY"]))))
    cards, ready = await year.opened(), []
    for place, by in zip(UNITS, (year.east, year.stone, year.park), strict=True):
        card = await year.checked(cards[str(place.id)], by)
        ready.append(await done(by.post(f"/scorecards/{card['id']}/acceptance", seen=card)))
    freezing = (year.bureau.post(f"/scorecards/{each['id']}/freezing", seen=each) for each in ready)
    # Whatever is written beside them about a card of the scheme holds the scheme's key: nobody waits for that.
    async with everywhere(replicas[1]) as tx:
        await tx.execute(text("select id from scheme for key share"))
        answers = await asyncio.wait_for(asyncio.gather(*freezing), 10)
    assert [each.status_code for each in answers] == [200, 200, 200], [each.text for each in answers]
    scheme = await done(year.bureau.get(f"/schemes/{year.scheme['id']}"))
    assert scheme["state"] == "assessed"
