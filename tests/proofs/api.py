"""Two thousand generated requests to each service, signed in and on records that exist: none breaks it."""

import asyncio
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from deploy.local.settings import SERVICES
from tests.contracts.generated import Result, run
from tests.proofs.section import Numbers, Section

CASES = 2_000
LEAST_REACHED = 0.9


async def prove(numbers: Numbers) -> Section:
    """The small form is tests/contracts/test_api.py."""
    section, cases = Section("Generated API requests"), numbers.of(CASES)
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        results: list[Result] = await asyncio.gather(
            *(loop.run_in_executor(pool, run, service, cases, numbers.seed) for service in SERVICES)
        )
    for result in results:
        section.findings += [f"{result.service}: {fault}" for fault in result.faults]
        if result.share_reached < LEAST_REACHED:
            section.findings.append(f"{result.service}: only {len(result.reached)} of {result.operations} reached")
    section.say(
        f"{cases:,} requests to each service: well-formed, or spoiled by unknown fields, wrong check digits,",
        "wrong types, oversize, missing headers and illegal states. Every answer was held against what is published",
        "of its operation; a fault is an answer of 5xx, one that is not as published, a refusal without name or",
        "pointer, or a record that cannot be read afterwards.",
    )
    rows = [
        (
            each.service,
            f"{len(each.reached)} of {each.operations}",
            sum(count for status, count in each.statuses.items() if status >= 500),
            len(each.faults),
            " ".join(f"{status}: {count}" for status, count in sorted(each.statuses.items())),
        )
        for each in results
    ]
    section.table(("service", "operations reached with 2xx", "5xx", "faults", "answers"), rows)
    return section
