"""How a place in the waiting list looks to whoever waits."""

from pydantic import BaseModel


class LineView(BaseModel):
    """候补位置: `ahead` wait with lower numbers; `passed_by` came later and were moved up by the lead."""

    waiting: bool
    ahead: int
    passed_by: int
