"""Freezing a card for good, and beginning another one where a correction came too late for it."""

from collections.abc import Collection, Mapping
from datetime import datetime
from uuid import UUID

from assessment.scheme.model import State as SchemeState
from assessment.scorecard.adding import total_of
from assessment.scorecard.content import bytes_of, digest_of
from assessment.scorecard.measured import Reading
from assessment.scorecard.model import FrozenCard, FrozenScore, Line, Scorecard, State
from assessment.scorecard.objecting import is_lapsed, settle
from assessment.scorecard.rules import put, require, said
from assessment.scorecard.waiting import moved, task_of
from assessment.scored import FrozenValue, ScorecardFrozen, ScorecardOpened
from chassis import clock
from chassis.facts import Fact
from chassis.problems import Problem


class NothingAssessed(Problem):
    """所有项目均不适用，没有可冻结的得分。"""


class AlreadyReplaced(Problem):
    """该评分已有更正版本。"""


CARRIED = ("report", "claimed_hundredths", "attachment_ids", "records", "checked_hundredths", "waived", "check_reason")


def freeze(
    card: Scorecard, digests: Mapping[UUID, str], *, by: UUID | None, at: datetime
) -> tuple[FrozenCard, FrozenScore, list[Fact]]:
    """冻结: once nobody can object any more; neither the card nor what is made of it here changes again."""
    lapsed = settle(card, on=clock.day(at)) if is_lapsed(card, clock.day(at)) else []
    total = total_of(card)
    if total is None:
        raise NothingAssessed
    before = task_of(card)
    card.state, card.frozen_at, card.frozen_by = State.FROZEN, at, by
    content = bytes_of(card, {line.code: line.reading for line in card.lines}, digests)
    frozen = FrozenCard(scorecard_id=card.id, scope_key=card.scope_key, content=content, digest=digest_of(content))
    score = FrozenScore(
        scorecard_id=card.id,
        scheme_id=card.scheme_id,
        area_id=card.area_id,
        number=card.number,
        total_hundredths=total.hundredths,
        applicable_weight=total.applicable,
        frozen_at=at,
    )
    return frozen, score, [*lapsed, _told(card, frozen.digest), *moved(before, card)]


def _told(card: Scorecard, digest: str) -> ScorecardFrozen:
    indicators = {item.code: item.indicator for item in card.scheme.items}
    values = [
        FrozenValue(
            indicator=str(indicators[line.code]),
            value_millionths=line.reading.value_millionths,
            points_hundredths=line.points,
        )
        for line in card.lines
        if indicators[line.code] is not None
    ]
    period = f"{card.scheme.first_day}/{card.scheme.last_day}"
    more = {"replaces_id": card.replaces_id, "positions": card.positions}
    return ScorecardFrozen(**said(card), **more, period=period, digest=digest, values=values)


def conclude(card: Scorecard, before: Collection[UUID]) -> None:
    """考核结束: with this card the last unit of its scheme has its points, whatever is corrected later."""
    if set(card.scheme.unit_ids) <= {*before, card.area_id}:
        card.scheme.state = SchemeState.ASSESSED


def require_uncorrected(card: Scorecard) -> None:
    """Only the last frozen version of a unit is corrected."""
    require(card, State.FROZEN)
    if card.corrected_by is not None:
        raise AlreadyReplaced


def correct(
    card: Scorecard, new: Scorecard, readings: Mapping[str, Reading], *, reason: str, at: datetime
) -> list[Fact]:
    """更正: what was found out too late makes a new card, to be checked anew; the frozen one stays as it is."""
    new.number, new.replaces_id, new.correction = card.number + 1, card.id, reason
    new.state, new.opened_at, new.report_by = State.CHECKING, at, card.report_by
    new.reported_at, new.reported_by = card.reported_at, card.reported_by
    new.confirmed_at, new.confirmed_by = card.confirmed_at, card.confirmed_by
    new.lines = [_carried(line, new) for line in card.lines]
    put(new, readings)
    return [ScorecardOpened(**said(new), replaces_id=card.id), *moved(None, new)]


def _carried(line: Line, new: Scorecard) -> Line:
    """What had been reported and how it had been judged, on an objection at last: the new check begins with it."""
    made = Line(scorecard_id=new.id, scope_key=new.scope_key, place=line.place, code=line.code, computed={})
    for name in CARRIED:
        setattr(made, name, getattr(line, name))
    if line.decided_hundredths is not None:
        made.checked_hundredths, made.check_reason = line.decided_hundredths, line.decision
    elif made.checked_hundredths == line.reading.computed_hundredths:
        # It stood as computed, and is computed anew.
        made.checked_hundredths = None
    made.objection_attachment_ids = []
    return made
