"""Random walks through the money path: no illegal state, the ledger at zero, and a refusal changes nothing."""

from hypothesis import given, settings
from hypothesis import strategies as st

from services.projects.tests.spending_laws import broken
from services.projects.tests.spending_steps import step
from services.projects.tests.spending_world import World


@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_no_walk_breaks_a_law(seed: int) -> None:
    world, walked = World(seed), []
    for _ in range(100):
        walked.append(step(world))
        assert not (laws := broken(world)), f"{laws} after {walked[-5:]}"
