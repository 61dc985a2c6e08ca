"""The facts that the projects service tells."""

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from chassis.facts import Fact
from chassis.tables import Audience
from chassis.tasks import TaskFact
from procedures.approval import facts as approval
from procedures.attachment import facts as attachment


class _NeedFact(Fact):
    """What every fact about a need says; who raised it is never told."""

    SUBJECT: ClassVar[str] = "need_id"

    need_id: UUID


class NeedRaised(_NeedFact):
    """需求已提出."""

    TYPE = "projects.need.raised.v1"

    channel: str
    category: str


class NeedSourced(_NeedFact):
    """需求又有新来源."""

    TYPE = "projects.need.sourced.v1"

    channel: str


class NeedPooled(_NeedFact):
    """需求已受理入池, or has come back to the pool from a project that did not meet it."""

    TYPE = "projects.need.pooled.v1"

    category: str


class NeedDeclined(_NeedFact):
    """需求不予受理."""

    TYPE = "projects.need.declined.v1"


class NeedMerged(_NeedFact):
    """需求已并入另一需求."""

    TYPE = "projects.need.merged.v1"

    into_id: UUID


class NeedPlanned(_NeedFact):
    """需求已立项."""

    TYPE = "projects.need.planned.v1"

    project_id: UUID


class NeedMet(_NeedFact):
    """需求已满足."""

    TYPE = "projects.need.met.v1"

    project_id: UUID


class NeedContactRead(_NeedFact):
    """需求联系方式被查看."""

    TYPE = "projects.need.contact_read.v1"
    AUDIENCE = Audience.AUDIT

    source_id: UUID
    reason: str


class _DeliberationFact(Fact):
    """What every fact about a deliberation says; who took part is counted by kind."""

    SUBJECT: ClassVar[str] = "deliberation_id"

    deliberation_id: UUID
    category: str
    need_ids: list[UUID]


class DeliberationDrafted(_DeliberationFact):
    """协商议题已确定."""

    TYPE = "projects.deliberation.drafted.v1"


class DeliberationRevised(_DeliberationFact):
    """协商方案已修改; whoever was told of it will be told anew."""

    TYPE = "projects.deliberation.revised.v1"


class DeliberationNotified(_DeliberationFact):
    """协商已通知各方."""

    TYPE = "projects.deliberation.notified.v1"

    form: str
    meets_at: datetime
    invited: dict[str, int]


class DeliberationHeld(_DeliberationFact):
    """协商已举行."""

    TYPE = "projects.deliberation.held.v1"

    invited: dict[str, int]
    present: dict[str, int]
    dissented: bool


class DeliberationConcluded(_DeliberationFact):
    """协商已形成意见."""

    TYPE = "projects.deliberation.concluded.v1"

    outcome: str
    items: int


class DeliberationItemDone(_DeliberationFact):
    """协商事项已公开反馈; with none remaining, the deliberation counts as executed."""

    TYPE = "projects.deliberation.item_done.v1"

    item_id: UUID
    status: str
    late: bool
    remaining: int


class _ProjectFact(Fact):
    """What every fact about a project says."""

    SUBJECT: ClassVar[str] = "project_id"

    project_id: UUID
    need_ids: list[UUID]
    budget_fen: int
    goals: list[str]
    organisation_id: UUID | None
    deliberation_id: UUID | None = None


class ProjectProposed(_ProjectFact):
    """项目已起草."""

    TYPE = "projects.project.proposed.v1"


class ProjectRevised(_ProjectFact):
    """项目方案已修改."""

    TYPE = "projects.project.revised.v1"


class ProjectSubmitted(_ProjectFact):
    """项目已提交."""

    TYPE = "projects.project.submitted.v1"


class ProjectApproved(_ProjectFact):
    """项目已批准."""

    TYPE = "projects.project.approved.v1"


class ProjectReturned(_ProjectFact):
    """项目已退回补正."""

    TYPE = "projects.project.returned.v1"


class ProjectClosed(_ProjectFact):
    """项目已结项."""

    TYPE = "projects.project.closed.v1"


class Place(BaseModel):
    """地点, with a position where it is known."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    latitude: float | None
    longitude: float | None


class Wanted(BaseModel):
    """志愿者岗位需求."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    role: str
    name: str
    count: int
    minimum_age: int


class RequiredTraining(BaseModel):
    """须先完成的培训."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    course_id: UUID
    name: str


class Requirement(BaseModel):
    """岗位要求, of one wanted role, beside the minimum age."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    role: str
    maximum_age: int | None
    skills: list[str]
    trainings: list[RequiredTraining]


class _ActivityFact(Fact):
    """What every fact about an activity says."""

    SUBJECT: ClassVar[str] = "activity_id"

    activity_id: UUID
    project_id: UUID
    need_ids: list[UUID]
    lead_social_worker_id: UUID
    lead_person_id: UUID
    organisation_id: UUID | None
    title: str
    starts_at: datetime
    ends_at: datetime
    place: Place
    wanted: list[Wanted]
    requirements: list[Requirement] = Field(default_factory=list)


class ActivityPlanned(_ActivityFact):
    """活动已计划; told again when the plan changes."""

    TYPE = "projects.activity.planned.v1"


class ActivityPublished(_ActivityFact):
    """活动已发布; told again when the plan of a published activity changes."""

    TYPE = "projects.activity.published.v1"


class ActivityHeld(_ActivityFact):
    """活动已举办."""

    TYPE = "projects.activity.held.v1"


class ActivityCancelled(_ActivityFact):
    """活动已取消."""

    TYPE = "projects.activity.cancelled.v1"


class ParticipationRecorded(Fact):
    """参与已登记: the residents of one act of recording, by their opaque account ids."""

    TYPE = "projects.participation.recorded.v1"
    SUBJECT = "activity_id"

    activity_id: UUID
    project_id: UUID
    participant_ids: list[UUID]
    count: int
    # How they were recorded: `code` by themselves, `recorded` by somebody who does not work for the provider.
    means: str | None = None


class TaskOpened(TaskFact):
    """待办已产生: somebody with this role, here or in this organisation, has something to decide."""

    TYPE = "projects.task.opened.v1"


class TaskClosed(TaskFact):
    """待办已办结."""

    TYPE = "projects.task.closed.v1"
    SUBJECT = "task_id"

    task_id: UUID
    role: str
    organisation_id: UUID | None
    title_code: str
    href: str
    due_on: date | None


class AttachmentAttached(attachment.AttachmentFact):
    """附件已归入记录."""

    TYPE = "projects.attachment.attached.v1"


class AttachmentRead(attachment.AttachmentReadFact):
    """附件被下载."""

    TYPE = "projects.attachment.read.v1"


ATTACHMENTS = attachment.Told("projects", AttachmentAttached, AttachmentRead)


class ApprovalDecided(approval.DecisionFact):
    """审批环节已有结论."""

    TYPE = "projects.approval.decided.v1"


APPROVALS = approval.Told(ApprovalDecided, TaskOpened, TaskClosed)
