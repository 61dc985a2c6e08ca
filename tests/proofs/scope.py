"""A hundred thousand callers: filter, check of one row and row security give each of them the same rows."""

from deploy.local.cluster import ThrowawayCluster
from packages.chassis.tests.test_access import KEYS, compare, prepared
from tests.proofs.section import Numbers, Section

CALLERS = 100_000


async def prove(numbers: Numbers) -> Section:
    """The small form is in packages/chassis/tests/test_access.py."""
    section = Section("Scope")
    with ThrowawayCluster(["scoped"]) as cluster:
        async with prepared(cluster) as engine:
            tried = await compare(engine, numbers.of(CALLERS), numbers.seed)
    if tried.differed:
        section.findings.append(f"{tried.differed} callers for whom the three differ")
    rows = 5 * len(KEYS)
    section.say(
        f"{tried.callers:,} callers with up to three drawn roles, areas and organisations, each against {rows} rows in",
        f"{len(KEYS)} areas ({tried.callers * rows:,} decisions, each made three times): the filter of a select, the",
        f"check of one row, and PostgreSQL's row security. {tried.reached:,} callers reached anything;",
        f"{tried.differed} got different rows.",
    )
    return section
