"""Twenty thousand sets of raw answers, counted by a script of its own and by the services' rules, to the fen."""

import random

from tests.journeys.recount import recount
from tests.journeys.test_recount import answers, paid
from tests.proofs.section import Numbers, Section

SETS = 20_000


async def prove(numbers: Numbers) -> Section:
    """The small form is in tests/journeys/test_recount.py; the journey along the money does it for a real payment."""
    section, draw, counts = Section("Payments counted again"), random.Random(numbers.seed), dict.fromkeys(KINDS, 0)
    for _ in range(numbers.of(SETS)):
        answered = draw.choice([19, 20, 21, draw.randint(20, 60), draw.randint(20, 60)])
        satisfied = min(answered, round(answered * draw.uniform(0.6, 1.05)))
        scores, stage_fen = answers(satisfied, answered), draw.choice([0, 1, 3, draw.randint(1, 10**10)])
        draw.shuffle(scores)
        counted, said = recount(scores, stage_fen), paid(scores, stage_fen)
        counts[_kind(counted["share_ppm"])] += 1
        if counted != said:
            section.findings.append(f"{scores}, {stage_fen}: {counted} but {said}")
    section.say(
        f"{sum(counts.values()):,} sets of answers around the thresholds, for stages of up to a hundred million",
        "yuan: answers, bound, share, amount and what is kept are the same, to the fen.",
    )
    section.table(["the answers pay", "sets"], list(counts.items()))
    return section


KINDS = ("nothing is computed: two people decide", "70 %", "between", "all")


def _kind(share_ppm: int | None) -> str:
    if share_ppm is None:
        return KINDS[0]
    return {700_000: KINDS[1], 1_000_000: KINDS[3]}.get(share_ppm, KINDS[2])
