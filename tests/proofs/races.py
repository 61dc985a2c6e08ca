"""A thousand races of two people for one record: one wins, the other is told, no update is lost."""

import os
import tempfile
from pathlib import Path
from random import Random

from chassis.tokens import Signer
from conftest import replicas_of, standing
from services.projects.tests import contested
from services.projects.tests.racing import Races
from tests.proofs.section import Numbers, Section

RACES = 1_000


async def prove(numbers: Numbers) -> Section:
    """The small form is services/projects/tests/test_races.py."""
    section = Section("Races for one record")
    with tempfile.TemporaryDirectory() as folder, standing(Path(folder)):
        signer = Signer("gateway", Path(os.environ["GATEWAY_KEY"]))
        async with replicas_of("projects") as (here, there):
            races = await Races.between(here, there, signer, Random(numbers.seed))
            while races.run < numbers.of(RACES) and not races.findings:
                await contested.run(races)
            section.findings += races.findings + await races.unbalanced()
    section.say(
        f"{races.run:,} races along contested purchases: the same version changed by two people at the same moment,",
        "through two replicas on one PostgreSQL. Exactly one won each; the other was refused by name; what the winner",
        "was told is what stood afterwards, and every fact written was the winner's; all balances are the sums of",
        f"their transfers. The one named first below won {races.first_won:,} times.",
    )
    section.table(
        ("race", "the other was told", "times"),
        [(name, refusal, count) for (name, refusal), count in sorted(races.refusals.items())],
    )
    return section
