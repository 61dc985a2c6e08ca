"""Generated requests to each service: none breaks it, every refusal has a name, every answer is as published."""

import pytest

from deploy.local.settings import SERVICES
from tests.contracts.generated import run

CASES = 150  # the samples of every operation among them
SEED = 20261123


@pytest.mark.parametrize("service", SERVICES)
def test_generated_requests_are_answered_or_refused_by_name(service: str, world: dict[str, str]) -> None:
    result = run(service, CASES, SEED, world)
    assert not result.faults, "\n".join(map(str, result.faults))
    assert result.cases == CASES
    assert result.share_reached >= 0.9, result
