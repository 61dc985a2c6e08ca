"""Five hundred kills at random moments, database and gateway included, under twenty clients that keep a journal."""

import statistics
import tempfile
from pathlib import Path

from deploy.local.system import System
from tests.faults.storm import Storm
from tests.proofs.section import Numbers, Section

KILLS, CLIENTS = 500, 20


async def prove(numbers: Numbers) -> Section:
    """The small form is tests/faults/test_named_points.py, whose points are named instead of drawn."""
    section = Section("Kills at random moments")
    with tempfile.TemporaryDirectory() as folder, System(Path(folder), city=False, faults=True) as system:
        storm = Storm(system, numbers.of(KILLS), numbers.of(CLIENTS), numbers.seed)
        section.findings += await storm.rage()
    section.say(
        f"{storm.killed.total()} kills with SIGKILL under {storm.clients} clients that repeat with the same key until",
        f"they are answered. {storm.rounds} rounds of the loop ended; {len(storm.journal)} writes acknowledged",
        "and looked for afterwards, by repeating them and by reading their records; logs, facts, copies, counters",
        f"and the dashboard ({storm.minutes} minutes) reckoned up against their owners' records.",
    )
    section.table(("program", "kills"), sorted(storm.killed.items()))
    away = sorted(storm.seconds_away)
    section.table(
        ("from the kill until it answers again, not killed meanwhile", "seconds"),
        [
            ("median", f"{statistics.median(away):.1f}"),
            ("p95", f"{away[int(0.95 * len(away))]:.1f}"),
            ("most", f"{away[-1]:.1f}"),
        ],
    )
    return section
