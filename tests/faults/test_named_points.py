"""Each service is killed at every named point of its path: the loop completes, nothing is lost or happens twice."""

from collections import defaultdict

from deploy.local.machine import Machine
from deploy.local.settings import SERVICES
from tests.faults import points
from tests.faults.arming import HEARD, TOLD


async def test_the_loop_completes_whatever_dies_where(system: Machine) -> None:
    outcome = await points.once(system)
    print(*outcome.deaths, sep="\n")
    assert outcome.unproven == []
    died = defaultdict(set)
    for death in outcome.deaths:
        died[death.service].add(death.point)
    assert died == {service: {*TOLD, *HEARD} for service in SERVICES}
    assert outcome.findings == []
    assert outcome.minutes_shown == outcome.minutes_confirmed == 110
    assert len(outcome.journal) > 20
