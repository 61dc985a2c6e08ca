"""The independent recount and the services' own rules say the same of thousands of answers, to the fen."""

import random
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from assessment.survey import rules as surveying
from assessment.survey.model import Survey
from assessment.survey.result import stage_result
from projects.acceptance.model import Acceptance, StageSurveyCopy
from projects.budget.model import CARRIED, Budget, BudgetLine
from projects.contract.model import Contract, Stage
from projects.payment.model import Payment
from projects.payment.rules import owe
from tests.journeys.recount import QUANTILE, recount

AT = datetime(2026, 6, 10, 2, tzinfo=UTC)
PLACE: dict[str, Any] = {"area_id": uuid4(), "scope_key": "441900/441900003/"}
SETS = 2000


def paid(scores: list[int], stage_fen: int) -> dict[str, int | None]:
    """What assessment and projects make of the same answers, by their rules alone."""
    survey = Survey(id=uuid4(), **PLACE, acceptance_id=uuid4(), contract_id=uuid4(), provider_id=uuid4(), stage_no=1)
    survey.stage_activity_ids, survey.project_id, survey.need_ids, survey.title = [uuid4()], uuid4(), [], "阶段"
    # Sixty are drawn at most; the rule itself knows no such limit.
    survey.pool, survey.seed = [uuid4() for _ in range(min(len(scores), 60))], 7
    invitations, _ = surveying.open_(survey, at=AT)
    survey.drawn = len(scores)
    for place, score in enumerate(scores):
        invitation = invitations[place % len(invitations)]
        invitation.answered = False
        surveying.answer(survey, invitation, score=score, comment=None, at=AT)
    closed = surveying.close(survey, at=AT + timedelta(days=30))
    payment, shares = owed(survey, stage_result(survey), stage_fen)
    kept = None if payment.amount_fen is None else stage_fen - payment.amount_fen
    assert closed.answered == survey.answered
    return {
        "answered": survey.answered,
        "satisfied": survey.satisfied,
        "bound_ppm": shares["bound_ppm"] if payment.amount_fen is not None else None,
        "share_ppm": payment.share_ppm,
        "amount_fen": payment.amount_fen,
        "kept_fen": kept,
    }


def owed(survey: Survey, shares: dict[str, int | None], stage_fen: int) -> tuple[Payment, dict[str, int | None]]:
    """The payment that becomes due when the stage is passed."""
    balances = {f"{account}_fen": 0 for account in CARRIED} | {"contracted_fen": stage_fen}
    budget = Budget(id=uuid4(), **PLACE, **balances)
    line = BudgetLine(id=uuid4(), **PLACE, amount_fen=stage_fen, committed_fen=0)
    copy = StageSurveyCopy(survey_id=survey.id, drawn=survey.drawn, answered=survey.answered, **shares)
    payment = Payment(id=uuid4(), **PLACE, project_id=uuid4(), need_ids=[], organisation_id=uuid4())
    payment.budget_id, payment.line_id = budget.id, line.id
    acceptance = Acceptance(id=uuid4(), title="阶段")
    owe(payment, Contract(id=uuid4()), Stage(no=1, amount_fen=stage_fen), acceptance, copy, budget, line, at=AT)
    assert sum(getattr(budget, f"{account}_fen") for account in CARRIED) == stage_fen
    return payment, shares


def answers(satisfied: int, answered: int) -> list[int]:
    return [4 + place % 2 if place < satisfied else 1 + place % 3 for place in range(answered)]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.integers(1, 5), min_size=1, max_size=80), st.integers(0, 10**13))
@example(answers(19, 19), 100)
@example(answers(20, 20), 100)
@example(answers(21, 21), 1)
@example(answers(20, 21), 0)
@example(answers(0, 20), 18_000_000)
def test_any_answers(scores: list[int], stage_fen: int) -> None:
    assert recount(scores, stage_fen) == paid(scores, stage_fen)


def test_thousands_of_answers_drawn_around_the_thresholds() -> None:
    draw, seen = random.Random(20261123), set()
    for _ in range(SETS):
        answered = draw.choice([19, 20, 21, draw.randint(20, 60), draw.randint(20, 60)])
        satisfied = min(answered, max(0, round(answered * draw.uniform(0.6, 1.05))))
        scores, stage_fen = answers(satisfied, answered), draw.choice([0, 1, 3, draw.randint(1, 10**10)])
        draw.shuffle(scores)
        counted = recount(scores, stage_fen)
        assert counted == paid(scores, stage_fen)
        share = counted["share_ppm"]
        seen.add("none" if share is None else {700_000: "least", 1_000_000: "all"}.get(share, "between"))
    assert seen == {"none", "least", "between", "all"}


@pytest.mark.parametrize(
    ("share_ppm", "stage_fen", "amount_fen"),
    [
        (1_000_000, 18_000_001, 18_000_001),
        (700_000, 15, 10),  # ten and a half: the half is not paid
        (850_000, 10, 8),
        (700_001, 1_000_000, 700_001),
        (999_999, 1, 0),
    ],
)
def test_a_part_of_a_fen_is_not_paid(share_ppm: int, stage_fen: int, amount_fen: int) -> None:
    shares = {"satisfied": 20, "bound_ppm": share_ppm, "share_ppm": share_ppm}
    payment, _ = owed(Survey(id=uuid4(), answered=20, drawn=20), shares, stage_fen)
    assert payment.amount_fen == amount_fen == stage_fen * share_ppm // 10**6


def test_the_thresholds_themselves_are_met_exactly() -> None:
    """Many answers make the bound pass 0.60 and 0.80 by single parts per million."""
    for answered in (400, 4_000, 40_000):
        for near in (0.60, 0.80):
            for satisfied in range(round(answered * near), round(answered * (near + 0.06)), max(1, answered // 400)):
                scores = answers(satisfied, answered)
                survey = Survey(answered=answered, satisfied=satisfied, opened_at=AT, closed_at=AT, drawn=answered)
                said = stage_result(survey)
                counted = recount(scores, 18_000_000)
                assert {name: counted[name] for name in said} == said


def test_the_quantile_is_the_one_that_the_results_of_a_survey_name() -> None:
    assert QUANTILE == 1_644_854
