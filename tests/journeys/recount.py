"""Computes a stage's payment again from its raw answers: standard library alone, nothing of the services.

Written from the rule (design, "Stage payment from satisfaction"), not from the program: s is the one-sided 95 % Wilson
lower bound of the share answering 4 or 5 of 5; s >= 0.80 pays all, falling in a line to 70 % at s <= 0.60; with fewer
than 20 answers nothing is computed. The quantile is taken to six places, s and the share are rounded down to parts per
million and the amount to the fen, as the results of a survey say. It reads `{"scores": [5, 4, ...], "stage_fen": n}`.
"""

import json
import sys
from collections.abc import Sequence
from fractions import Fraction
from math import isqrt
from statistics import NormalDist

SATISFIED, LEAST_ANSWERS = 4, 20
ALL_FROM, LEAST_UNTIL, LEAST = Fraction(80, 100), Fraction(60, 100), Fraction(70, 100)
MILLION = 10**6
QUANTILE = round(NormalDist().inv_cdf(0.95) * MILLION)


def recount(scores: Sequence[int], stage_fen: int) -> dict[str, int | None]:
    """What the answers come to, what is paid of the stage and what is kept; none where two people decide."""
    answered, satisfied = len(scores), sum(score >= SATISFIED for score in scores)
    counted: dict[str, int | None] = {"answered": answered, "satisfied": satisfied}
    if answered < LEAST_ANSWERS:
        return counted | dict.fromkeys(("bound_ppm", "share_ppm", "amount_fen", "kept_fen"))
    bound = _bound_ppm(satisfied, answered)
    share = _floor(_share(Fraction(bound, MILLION)) * MILLION)
    amount = _floor(Fraction(stage_fen * share, MILLION))
    return counted | {"bound_ppm": bound, "share_ppm": share, "amount_fen": amount, "kept_fen": stage_fen - amount}


def _bound_ppm(satisfied: int, answered: int) -> int:
    """Wilson's bound in its closed form, (k + z²/2 - z √(k (n - k) / n + z²/4)) / (n + z²), rounded down exactly.

    Times 2 n and a million squared it is (whole - √under) / below with integers alone.
    """
    n, k, z2 = answered, satisfied, QUANTILE**2
    whole = MILLION * n * (2 * k * MILLION**2 + z2)
    under = MILLION**2 * n * z2 * (4 * MILLION**2 * k * (n - k) + n * z2)
    below = 2 * n * (n * MILLION**2 + z2)
    root = isqrt(under)
    return (whole - root - (root * root < under)) // below


def _share(bound: Fraction) -> Fraction:
    """The line between the two points of the rule."""
    if bound >= ALL_FROM:
        return Fraction(1)
    if bound <= LEAST_UNTIL:
        return LEAST
    return LEAST + (bound - LEAST_UNTIL) / (ALL_FROM - LEAST_UNTIL) * (1 - LEAST)


def _floor(value: Fraction) -> int:
    return value.numerator // value.denominator


if __name__ == "__main__":
    told = json.load(sys.stdin)
    print(json.dumps(recount(told["scores"], told["stage_fen"])))
