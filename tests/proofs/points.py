"""Every service killed at every named point of every act of the loop, and while its copies are made anew."""

import tempfile
from pathlib import Path

from deploy.local.system import System
from tests.faults.arming import Death
from tests.faults.points import everywhere
from tests.proofs.section import Numbers, Section


async def prove(_numbers: Numbers) -> Section:
    """The small form is tests/faults/test_named_points.py; nothing here is drawn, nor can it be shared out."""
    section = Section("Kills at named points")
    with tempfile.TemporaryDirectory() as folder, System(Path(folder), city=False, faults=True) as system:
        outcome = await everywhere(system)
    section.findings += [f"not struck, or not started again: {death}" for death in outcome.unproven]
    section.findings += outcome.findings
    if outcome.minutes_shown != outcome.minutes_confirmed:
        section.findings.append(f"dashboard: {outcome.minutes_shown} minutes of {outcome.minutes_confirmed}")
    section.say(
        f"{len(outcome.deaths)} deaths by SIGKILL, each at its named point, each followed by a new process of the",
        f"process manager. The loop completed; {len(outcome.journal)} acknowledged writes were found again, those with",
        "a key repeated and answered the same; each log whole, no fact told twice, every copy and counter as",
        f"its owner has it; the dashboard shows the {outcome.minutes_confirmed} confirmed minutes once.",
    )
    section.table(("act", "deaths"), _by_act(outcome.deaths))
    return section


def _by_act(deaths: list[Death]) -> list[tuple[str, str]]:
    acts: dict[str, dict[str, list[str]]] = {}
    for death in deaths:
        acts.setdefault(death.act, {}).setdefault(death.service, []).append(death.point)
    return [
        (act, "; ".join(f"{service}: {', '.join(points)}" for service, points in services.items()))
        for act, services in acts.items()
    ]
