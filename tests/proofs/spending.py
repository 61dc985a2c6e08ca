"""Fifty thousand steps through the money path: no illegal state, the ledger at zero, and a refusal changes nothing."""

from collections import Counter

from services.projects.tests.spending_laws import broken
from services.projects.tests.spending_steps import step
from services.projects.tests.spending_world import World
from tests.proofs.section import Numbers, Section

STEPS, WALK = 50_000, 250


async def prove(numbers: Numbers) -> Section:
    """The small form is in services/projects/tests/test_spending.py."""
    section = Section("Money")
    outcomes, steps = Counter[tuple[str, str | None]](), numbers.of(STEPS)
    for walk in range(-(-steps // WALK)):
        world = World(numbers.seed + walk)
        for _ in range(WALK):
            last = step(world)
            if laws := broken(world):
                section.findings.append(f"walk {walk}: {', '.join(laws)} after {last}")
                break
        outcomes += world.outcomes
    done = Counter({verb: count for (verb, refusal), count in outcomes.items() if refusal is None})
    refused = Counter({refusal: count for (_, refusal), count in outcomes.items() if refusal is not None})
    section.say(
        f"{outcomes.total():,} steps in walks of {WALK}: any verb on any purchase, by anybody, as time passes;",
        f"{refused.total():,} were refused, in {len(refused)} ways, and left everything as it was. After each step the",
        "balances are the sums of their transfers and of the records, none negative; nothing is awarded before its",
        "deadline, while its notice runs or while an objection stands; nobody pays alone; no stage is paid but by the",
        "share of its survey or by two people.",
    )
    section.table(["verb", "done"], done.most_common())
    return section
