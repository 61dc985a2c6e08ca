"""Entering what another system counts, withdrawing it, and which counts stand beside a figure."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from assessment.facts import OutsideCountEntered, OutsideCountWithdrawn
from assessment.indicator.model import Indicator
from assessment.outside_count.model import BESIDE, Counts, OutsideCount, State
from chassis.problems import Problem

UNITS = frozenset({"city", "township"})


class NotCountedThere(Problem):
    """外部统计数只按全市或镇街（园区）登记。"""

    status = 422


class CountedInFuture(Problem):
    """统计日期不能晚于今天。"""

    status = 422


class CountAlreadyEntered(Problem):
    """该系统这一天的同一统计数已登记；有误的，请先撤回再登记。"""


class CountWithdrawn(Problem):
    """此统计数已撤回。"""


def said(count: OutsideCount) -> dict[str, Any]:
    """What every fact about an outside count says."""
    names = ("area_id", "scope_key", "system", "counts", "value", "counted_on", "source")
    return {"outside_count_id": count.id} | {name: getattr(count, name) for name in names}


def enter(
    count: OutsideCount, known: Iterable[OutsideCount], *, level: str, by: UUID | None, at: datetime, on: date
) -> OutsideCountEntered:
    """登记: with its day and its source; `known` are those of the same area in use."""
    if level not in UNITS:
        raise NotCountedThere(pointer="/area_id")
    if count.counted_on > on:
        raise CountedInFuture(pointer="/counted_on")
    key = (count.system, count.counts, count.counted_on)
    if any((each.system, each.counts, each.counted_on) == key for each in known):
        raise CountAlreadyEntered(pointer="/counted_on")
    count.state, count.entered_at, count.entered_by = State.ENTERED, at, by
    return OutsideCountEntered(**said(count))


def withdraw(count: OutsideCount, *, reason: str, at: datetime) -> OutsideCountWithdrawn:
    """撤回: it stays to be read, and stands beside no figure any more."""
    if count.state is State.WITHDRAWN:
        raise CountWithdrawn
    count.state, count.withdrawn_at, count.withdrawn_because = State.WITHDRAWN, at, reason
    return OutsideCountWithdrawn(**said(count))


def beside(indicator: Indicator, known: Iterable[OutsideCount], on: date) -> list[OutsideCount]:
    """The latest of each system and kind up to a day, of those that stand beside a figure."""
    latest: dict[tuple[str, Counts], OutsideCount] = {}
    for each in sorted(known, key=lambda one: one.counted_on):
        if each.state is State.ENTERED and each.counted_on <= on and indicator in BESIDE[each.counts]:
            latest[each.system, each.counts] = each
    return [latest[key] for key in sorted(latest)]
