"""The facts that the registry tells."""

from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from chassis.facts import Fact
from chassis.tasks import TaskFact
from procedures.attachment import facts as attachment


class _AreaFact(Fact):
    """What every fact about an area says: its dated code, parent and organ kind, and its population."""

    SUBJECT: ClassVar[str] = "area_id"

    code: str
    name: str | None
    level: str
    organ_kind: str | None
    parent_id: UUID | None
    valid_from: date
    population: dict[str, Any] | None


class AreaLoaded(_AreaFact):
    """片区已载入."""

    TYPE = "registry.area.loaded.v1"


class AreaChanged(_AreaFact):
    """区划已变更: from `valid_from` on."""

    TYPE = "registry.area.changed.v1"


class _OrganisationFact(Fact):
    """What every fact about an organisation says."""

    SUBJECT: ClassVar[str] = "organisation_id"

    organisation_id: UUID
    kind: str
    path: str
    category: str


class OrganisationDrafted(_OrganisationFact):
    """组织备案已起草."""

    TYPE = "registry.organisation.drafted.v1"


class OrganisationRevised(_OrganisationFact):
    """组织备案材料已修改."""

    TYPE = "registry.organisation.revised.v1"


class OrganisationSubmitted(_OrganisationFact):
    """组织备案已提交."""

    TYPE = "registry.organisation.submitted.v1"


class OrganisationReturned(_OrganisationFact):
    """组织备案已退回补正."""

    TYPE = "registry.organisation.returned.v1"


class OrganisationFiled(_OrganisationFact):
    """组织已备案."""

    TYPE = "registry.organisation.filed.v1"

    number: str
    valid_from: date


class OrganisationDeregistered(_OrganisationFact):
    """组织备案已注销."""

    TYPE = "registry.organisation.deregistered.v1"

    valid_from: date


class OrganisationRegistered(_OrganisationFact):
    """组织已登记, as a new legal person."""

    TYPE = "registry.organisation.registered.v1"

    registration_id: UUID
    uscc: str
    valid_from: date


class OrganisationPromoted(_OrganisationFact):
    """组织已由备案转为登记: the same organisation, registered from `valid_from` on."""

    TYPE = "registry.organisation.promoted.v1"

    registration_id: UUID
    uscc: str
    valid_from: date
    filed_on: date | None


class OrganisationChanged(_OrganisationFact):
    """组织登记或备案事项已变更: which of them, not what they say."""

    TYPE = "registry.organisation.changed.v1"

    changed: list[str]
    uscc: str | None
    valid_from: date


class _RegistrationFact(Fact):
    """What every fact about an application for registration says."""

    SUBJECT: ClassVar[str] = "registration_id"

    registration_id: UUID
    organisation_id: UUID
    kind: str
    category: str
    promotes: bool


class RegistrationApplied(_RegistrationFact):
    """登记已申请, anew or after a correction."""

    TYPE = "registry.registration.applied.v1"


class RegistrationAccepted(_RegistrationFact):
    """登记申请已受理."""

    TYPE = "registry.registration.accepted.v1"


class RegistrationReturned(_RegistrationFact):
    """登记申请已退回补正."""

    TYPE = "registry.registration.returned.v1"


class RegistrationRefused(_RegistrationFact):
    """不予登记."""

    TYPE = "registry.registration.refused.v1"


class TaskOpened(TaskFact):
    """待办已产生: somebody with this role, here or in this organisation, has something to decide."""

    TYPE = "registry.task.opened.v1"


class TaskClosed(TaskFact):
    """待办已办结."""

    TYPE = "registry.task.closed.v1"


class _SanctionFact(_OrganisationFact):
    """What every fact about a sanction says; `valid_from` is the first day of what it tells."""

    sanction_id: UUID
    ground: str
    valid_from: date


class OrganisationSuspended(_SanctionFact):
    """组织已暂停（活动异常）, until a day where one is fixed."""

    TYPE = "registry.organisation.suspended.v1"

    until: date | None


class OrganisationResumed(_SanctionFact):
    """组织已恢复活动, before the suspension had run out."""

    TYPE = "registry.organisation.resumed.v1"


class OrganisationBarred(_SanctionFact):
    """组织已被禁止参与政府采购."""

    TYPE = "registry.organisation.barred.v1"

    until: date | None


class OrganisationBarLifted(_SanctionFact):
    """禁止参与政府采购已解除, before it had run out."""

    TYPE = "registry.organisation.bar_lifted.v1"


class OrganisationRevoked(_OrganisationFact):
    """组织备案或登记已撤销."""

    TYPE = "registry.organisation.revoked.v1"

    ground: str
    valid_from: date


class SocialWorkerRegistered(Fact):
    """社工已登记, anew or again."""

    TYPE = "registry.social_worker.registered.v1"
    SUBJECT = "social_worker_id"

    social_worker_id: UUID
    person_id: UUID
    level: str
    valid_from: date
    valid_to: date
    employer_kind: str
    organisation_id: UUID | None


class SocialWorkerRegistrationLapsed(Fact):
    """社工登记已失效."""

    TYPE = "registry.social_worker.registration_lapsed.v1"
    SUBJECT = "social_worker_id"

    social_worker_id: UUID
    valid_to: date


class _FacilityFact(Fact):
    """What every fact about a facility says."""

    SUBJECT: ClassVar[str] = "facility_id"

    facility_id: UUID
    kind: str


class FacilityOpened(_FacilityFact):
    """设施已启用."""

    TYPE = "registry.facility.opened.v1"

    valid_from: date


class FacilityRevised(_FacilityFact):
    """设施信息已修改."""

    TYPE = "registry.facility.revised.v1"


class FacilityClosed(_FacilityFact):
    """设施已关闭."""

    TYPE = "registry.facility.closed.v1"

    valid_from: date


class _StationingFact(Fact):
    """What every fact about a stationing says; `until` as agreed."""

    SUBJECT: ClassVar[str] = "stationing_id"

    stationing_id: UUID
    facility_id: UUID
    organisation_id: UUID | None
    social_worker_id: UUID | None
    until: date
    valid_from: date


class StationingStarted(_StationingFact):
    """已进驻."""

    TYPE = "registry.stationing.started.v1"


class StationingEnded(_StationingFact):
    """进驻已结束, by time or early."""

    TYPE = "registry.stationing.ended.v1"

    early: bool


class _PostFact(Fact):
    """What every fact about a post says."""

    SUBJECT: ClassVar[str] = "post_id"

    post_id: UUID
    number: str
    field: str
    employer_kind: str
    organisation_id: UUID | None
    full_time: bool
    valid_from: date


class PostPlanned(_PostFact):
    """岗位已设."""

    TYPE = "registry.post.planned.v1"


class PostFilled(_PostFact):
    """岗位已有人上岗."""

    TYPE = "registry.post.filled.v1"

    social_worker_id: UUID
    person_id: UUID
    level: str


class PostVacated(_PostFact):
    """岗位已空缺."""

    TYPE = "registry.post.vacated.v1"

    social_worker_id: UUID
    person_id: UUID


class AttachmentAttached(attachment.AttachmentFact):
    """附件已归入记录."""

    TYPE = "registry.attachment.attached.v1"


class AttachmentRead(attachment.AttachmentReadFact):
    """附件被下载."""

    TYPE = "registry.attachment.read.v1"


ATTACHMENTS = attachment.Told("registry", AttachmentAttached, AttachmentRead)
