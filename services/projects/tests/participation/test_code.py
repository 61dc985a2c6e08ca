"""The changing code."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from fastapi import FastAPI

from chassis.clock import day
from projects.participation.code import TooManyTries, WrongCodes, accepted, code_of, step_of
from projects.participation.dated import ParticipationRule

AT = datetime(2026, 11, 23, 4, 0, 10, tzinfo=UTC)
RULE = ParticipationRule.on(day(AT))


@pytest.mark.parametrize(("seconds", "expected"), [(0, True), (30, True), (-30, True), (60, False), (-60, False)])
def test_a_code_lives_one_step_either_side(app: FastAPI, seconds: int, expected: bool) -> None:
    keys, activity_id = app.state.vault, uuid4()
    shown = code_of(activity_id, step_of(AT, RULE), keys)
    assert len(shown) == 6
    assert accepted(shown, activity_id, at=AT + timedelta(seconds=seconds), rule=RULE, keys=keys) is expected


def test_each_activity_has_its_own(app: FastAPI) -> None:
    step = step_of(AT, RULE)
    assert len({code_of(uuid4(), step, app.state.vault) for _ in range(50)}) > 40


def test_guessing_is_stopped() -> None:
    wrong, account, activity_id = WrongCodes(), uuid4(), uuid4()
    for _ in range(RULE.wrong_codes_a_minute):
        wrong.require_few(account, activity_id, RULE.wrong_codes_a_minute)
        wrong.count(account, activity_id)
    with pytest.raises(TooManyTries):
        wrong.require_few(account, activity_id, RULE.wrong_codes_a_minute)
    wrong.require_few(uuid4(), activity_id, RULE.wrong_codes_a_minute)


def test_the_settings_are_labelled() -> None:
    assert RULE.assumption
    assert RULE.source
