"""How the places of an opportunity follow what the activity asks for."""

from uuid import UUID

from volunteers.facts import OpportunityOverfull
from volunteers.opportunity.model import Places, State


def want(places: Places, wanted: int, *, project_id: UUID, area_id: UUID, scope_key: str) -> OpportunityOverfull | None:
    """调整名额: a cut below those already in keeps them, and says so once."""
    before = places.wanted
    places.wanted, places.capacity = wanted, max(wanted, places.taken)
    if not places.overfull or wanted >= before:
        return None
    return OpportunityOverfull(
        opportunity_id=places.opportunity_id,
        activity_id=places.activity_id,
        project_id=project_id,
        area_id=area_id,
        scope_key=scope_key,
        wanted=wanted,
        taken=places.taken,
    )


def hold(places: Places) -> None:
    """岗位结束: the activity was held."""
    places.state = State.HELD


def cancel(places: Places) -> None:
    """岗位取消: nothing is wanted any more, so that no place that comes free is given to who waits."""
    places.state, places.wanted, places.capacity = State.CANCELLED, 0, places.taken
