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
from procedures.bulk.intake import Outcome


class ConfirmationIn(BaseModel, extra="forbid"):
    """确认导入; with `skip_wrong` the rows without fault come in and the others stay out, else none or all."""

    skip_wrong: bool = False


class ExportIn(BaseModel, extra="forbid"):
    """导出, by the filter of a service's list; `full` shows what is otherwise masked and needs a reason."""

    full: bool = False
    reason: Annotated[str | None, Field(min_length=2, max_length=500)] = None


class FaultView(BaseModel):
    """一处错误, by the number of its row and the heading of its column; one of the row as a whole has no column."""

    row: int
    column: str | None
    fault: str


class Faults(BaseModel):
    """核对出的错误, the first of them; the workbook has them all."""

    items: list[FaultView]


class JobView(View):
    """后台任务; `counts` by the outcome of rows, where its workbook and the first faults are, and until when."""

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
    faults: str | None
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
        has_files = job.state in {State.WAITING, State.DONE} or (job.state is State.CANCELLED and bool(job.counts))
        opens = has_files and entrusted and now < until
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
            result=f"{here}/result" if opens else None,
            faults=f"{here}/faults" if opens and job.counts.get(Outcome.WRONG) else None,
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
