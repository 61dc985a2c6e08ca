"""What may be done with a list that has been judged: it is confirmed once, and by another where that is asked."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from chassis.jobs import ENDED, Job, State
from chassis.problems import Problem

CHECK, APPLY = "check", "apply"


class JobNotWaiting(Problem):
    """此名单不在等待确认的状态。"""


class JobOver(Problem):
    """此任务已经结束。"""


class NothingToEnter(Problem):
    """名单中没有可以新增或更新的行。"""

    status = 422


class RowsWrong(Problem):
    """名单中有错误的行，请改正后重新上传，或选择只导入无误的行。"""

    status = 422


class OwnList(Problem):
    """这份名单须由另一人确认。"""

    status = 403


class ListChanged(Problem):
    """核对之后情况有变，请重新核对名单。"""


class ReasonMissing(Problem):
    """导出完整信息须填写理由。"""

    status = 422


def confirm(job: Job, *, by: UUID | None, skip_wrong: bool, another: bool) -> None:
    """确认导入: what the check has found is to be entered."""
    if job.state is not State.WAITING:
        raise JobNotWaiting(state=job.state)
    if another and job.account_id == by:
        raise OwnList
    if found(job.counts, "wrong") and not skip_wrong:
        raise RowsWrong(wrong=job.counts["wrong"])
    if not found(job.counts, "new", "changed"):
        raise NothingToEnter
    job.asked = {**job.asked, "phase": APPLY, "skip_wrong": skip_wrong, "confirmed_by": str(by)}
    job.state, job.done = State.QUEUED, 0


def covers(reached: Sequence[tuple[str, str]], laid: Sequence[tuple[str, str]]) -> bool:
    """Whether somebody reaches all areas for which a list was laid."""
    return all(any(low.startswith(above) for above, _ in reached) for low, _ in laid)


def found(counts: Mapping[str, Any], *outcomes: str) -> int:
    """How many rows have one of these outcomes."""
    return sum(int(counts.get(each, 0)) for each in outcomes)


def cancel(job: Job) -> None:
    """取消: what waits ends at once, what runs ends at its next step and leaves nothing."""
    if job.state in ENDED:
        raise JobOver(state=job.state)
    job.cancelled = True
    if job.state is not State.RUNNING:
        job.state = State.CANCELLED
