"""Two officers who act on one record at once: one wins, the other is told, and nothing is lost."""

from pathlib import Path
from random import Random

from fastapi import FastAPI

from chassis.tokens import Signer
from services.projects.tests import contested
from services.projects.tests.racing import Races


async def test_one_of_two_wins_every_step_and_the_other_is_told(replicas: list[FastAPI], world: dict[str, str]) -> None:
    races = await Races.between(*replicas, Signer("gateway", Path(world["GATEWAY_KEY"])), Random(20261123))
    for _ in range(2):
        await contested.run(races)
    assert races.run > 2 * 20
    assert races.findings + await races.unbalanced() == []
