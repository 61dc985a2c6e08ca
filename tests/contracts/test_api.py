"""Generated requests to each service: none breaks it, every refusal has a name, every answer is as published."""

import pytest

from deploy.local.settings import SERVICES
from tests.contracts.generated import run

# Every operation once as it is accepted, and some more.
CASES = dict.fromkeys(SERVICES, 70) | {"projects": 140, "registry": 90, "volunteers": 140}
SEED = 20261123


@pytest.mark.parametrize("service", SERVICES)
def test_generated_requests_are_answered_or_refused_by_name(service: str, world: dict[str, str]) -> None:
    result = run(service, CASES[service], SEED, world)
    assert not result.faults, "\n".join(map(str, result.faults))
    assert result.cases == CASES[service]
    assert result.share_reached >= 0.9, result
