"""The one-sided lower confidence bound of a share, which a small sample cannot flatter (Wilson 1927)."""

from math import sqrt
from statistics import NormalDist


def lower_bound(satisfied: int, answered: int, confidence: float) -> float | None:
    """The least share of satisfied people that so many answers support; none without answers."""
    if answered == 0:
        return None
    z = NormalDist().inv_cdf(confidence)
    share = satisfied / answered
    centre = share + z * z / (2 * answered)
    spread = z * sqrt(share * (1 - share) / answered + z * z / (4 * answered * answered))
    # Rounding may leave a bound of nobody satisfied a hair below zero.
    return max(0.0, (centre - spread) / (1 + z * z / answered))
