"""How a list on its way looks from outside, and what its confirmation and its taking away take in."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, Field

from chassis import clock
from chassis.jobs import ENDED, Job, State
from chassis.records import Action
from chassis.transaction import View
from procedures.bulk.dated import ListRule


class ConfirmationIn(BaseModel, extra="forbid"):
    """确认导入; with `skip_wrong` the rows without fault come in and the others stay out, else none or all."""

    skip_wrong: bool = False


class ExportIn(BaseModel, extra="forbid"):
    """导出, by the filter of a service's list; `full` shows what is otherwise masked and needs a reason."""

    full: bool = False
    reason: Annotated[str | None, Field(min_length=2, max_length=500)] = None


class JobView(View):
    """后台任务; `counts` by the outcome of rows, `result` where its workbook is downloaded, and until when."""

    id: UUID
    area_id: UUID
    kind: str
    state: State
    file: str | None
    done: int
    total: int | None
    counts: dict[str, int]
    detail: str | None
    result: str | None
    result_until: datetime
    made_at: datetime
    actions: list[Action]
    links: dict[str, str]

    @classmethod
    def seen(cls, job: Job, service: str, by: UUID | None, *, entrusted: bool, needs_another: bool) -> Self:
        """As this account sees it; its workbook and what is done with it are for those to whom it is entrusted."""
        here, own = f"/api/{service}/jobs/{job.id}", job.account_id == by
        now = clock.wall()
        until = job.made_at + ListRule.on(clock.day(now)).kept
        has_result = job.state in {State.WAITING, State.DONE} or (job.state is State.CANCELLED and bool(job.counts))
        return cls(
            id=job.id,
            version=job.version,
            area_id=job.area_id,
            kind=job.kind,
            state=job.state,
            file=job.asked.get("file"),
            done=job.done,
            total=job.total,
            counts=job.counts,
            detail=job.detail,
            result=f"{here}/result" if has_result and entrusted and now < until else None,
            result_until=until,
            made_at=job.made_at,
            actions=_actions(job, here, own=own, entrusted=entrusted, needs_another=needs_another),
            links={"list": f"/api/{service}/{job.kind.partition(':')[2]}"},
        )


def _actions(job: Job, here: str, *, own: bool, entrusted: bool, needs_another: bool) -> list[Action]:
    """The verbs offered now."""
    offers = (
        (job.state is State.WAITING and entrusted and not (own and needs_another), "confirmation", "确认导入"),
        (job.state not in ENDED and (own or entrusted), "cancellation", "取消"),
    )
    return [
        Action(name=name, method="POST", href=f"{here}/{name}", needs_reason=False, label=label)
        for offered, name, label in offers
        if offered
    ]
