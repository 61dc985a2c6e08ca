"""What values earn and how points add up: exact, between none and all, and fair to whom an item does not apply."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from assessment.scheme.scoring import FULL, HUNDREDTHS, Linear, Penalty, Threshold, Weighed, add_up, earned, rounded

VALUES = st.integers(-(10**12), 10**12)
MARKS = st.integers(-(10**9), 10**9)
SCORINGS = st.one_of(
    st.builds(Threshold, kind=st.just("threshold"), mark=MARKS, at_most=st.booleans()),
    st.builds(Linear, kind=st.just("linear"), floor=MARKS, full=MARKS).filter(lambda each: each.floor != each.full),
    st.builds(
        Penalty,
        kind=st.just("penalty"),
        allowed=MARKS,
        step=st.integers(1, 10**9),
        deduct_hundredths=st.integers(1, 10_000),
        at_most=st.booleans(),
    ),
)


def linear(floor, full):
    return Linear(kind="linear", floor=floor, full=full)


def penalty(*, at_most):
    return Penalty(kind="penalty", allowed=900_000, step=50_000, deduct_hundredths=100, at_most=at_most)


def test_a_threshold_gives_all_or_nothing():
    scoring = Threshold(kind="threshold", mark=130_000, at_most=False)
    assert [earned(scoring, 20, value) for value in (129_999, 130_000, 900_000)] == [0, 2000, 2000]
    fewest = Threshold(kind="threshold", mark=3, at_most=True)
    assert [earned(fewest, 5, value) for value in (3, 4)] == [500, 0]


def test_a_line_runs_from_its_floor_to_its_full_mark_either_way():
    assert [earned(linear(0, 130_000), 20, value) for value in (0, 65_000, 130_000, 200_000)] == [0, 1000, 2000, 2000]
    assert [earned(linear(600_000, 800_000), 20, value) for value in (500_000, 600_000, 700_001)] == [0, 0, 1000]
    assert [earned(linear(10, 0), 10, value) for value in (12, 10, 5, 0)] == [0, 0, 500, 1000]


def test_a_penalty_takes_some_off_for_each_step_begun_and_never_more_than_there_is():
    short = penalty(at_most=False)
    assert [earned(short, 10, value) for value in (950_000, 900_000, 899_999, 850_000, 849_999, 0)] == [
        1000, 1000, 900, 900, 800, 0,
    ]  # fmt: skip
    assert [earned(penalty(at_most=True), 10, value) for value in (900_000, 900_001, 10**9)] == [1000, 900, 0]


def test_what_does_not_apply_gives_its_weight_to_the_rest():
    total = add_up([Weighed(20, None), Weighed(50, 5000), Weighed(30, 1500)])
    assert total is not None
    assert (total.applicable, total.hundredths, total.is_reweighted) == (80, 8125, True)
    assert total.effective(50) == Fraction(125, 2)
    zero = add_up([Weighed(20, 0), Weighed(50, 5000), Weighed(30, 1500)])
    assert zero is not None
    assert zero.hundredths == 6500
    assert add_up([Weighed(100, None)]) is None


@given(SCORINGS, st.integers(1, 100), VALUES)
def test_no_value_earns_less_than_nothing_or_more_than_all(scoring, weight, value):
    assert 0 <= earned(scoring, weight, value) <= weight * HUNDREDTHS


@st.composite
def cards(draw):
    """Weights that add up to a hundred, points for each or none where it does not apply."""
    cuts = sorted(draw(st.sets(st.integers(1, FULL - 1), max_size=12)))
    weights = [high - low for low, high in zip([0, *cuts], [*cuts, FULL], strict=True)]
    return [Weighed(each, draw(st.none() | st.integers(0, each * HUNDREDTHS))) for each in weights]


@given(cards())
def test_every_total_lies_between_none_and_a_hundred_and_reweighting_is_exact(card):
    total, applying = add_up(card), [each for each in card if each.points is not None]
    if total is None:
        assert not applying
        return
    assert 0 <= total.hundredths <= FULL * HUNDREDTHS
    assert sum(total.effective(each.weight) for each in applying) == FULL
    earned_share = sum(Fraction(each.points, each.weight) * total.effective(each.weight) for each in applying)
    assert rounded(earned_share) == total.hundredths
    if all(each.points == each.weight * HUNDREDTHS for each in applying):
        assert total.hundredths == FULL * HUNDREDTHS
    assert total.is_reweighted is (len(applying) < len(card))
