"""What saying when one left takes in."""

from chassis.clock import Instant
from chassis.records import Reason


class DepartureIn(Reason):
    """说明离开时间, and how it came that nobody checked out."""

    left_at: Instant
