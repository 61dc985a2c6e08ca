"""What the answers about a contract's stage pay of its amount, in integers alone: anybody gets the same by hand."""

from assessment.survey.dated import StageRule

WHOLE = 1_000_000  # parts per million


def bound_ppm(satisfied: int, answered: int, quantile_ppm: int) -> int:
    """The lower bound of `bound.lower_bound`, rounded down to parts per million; nobody's answers support nothing."""
    low, high = 0, satisfied * WHOLE // answered if answered else 0
    while low < high:
        tried = (low + high + 1) // 2
        # Wilson's equation, (satisfied/answered - p)^2 = z^2 p (1 - p) / answered, freed of its fractions.
        distance = (satisfied * WHOLE - tried * answered) ** 2 * WHOLE**2
        if distance >= quantile_ppm**2 * tried * (WHOLE - tried) * answered:
            low = tried
        else:
            high = tried - 1
    return low


def share_ppm(satisfied: int, answered: int, rule: StageRule) -> int | None:
    """The part of the amount that is paid; none where two people decide."""
    if answered < rule.least_answers:
        return None
    bound = bound_ppm(satisfied, answered, rule.quantile_ppm)
    risen = min(max(bound, rule.least_to_ppm), rule.full_from_ppm) - rule.least_to_ppm
    most = WHOLE - rule.least_share_ppm
    return rule.least_share_ppm + risen * most // (rule.full_from_ppm - rule.least_to_ppm)
