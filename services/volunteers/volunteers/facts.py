"""The facts that the volunteers service tells."""

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from chassis.facts import Fact
from chassis.tables import Audience
from chassis.tasks import TaskFact
from procedures.bulk import facts as bulk


class _VolunteerFact(Fact):
    """What every fact about a volunteer says."""

    SUBJECT: ClassVar[str] = "volunteer_id"

    volunteer_id: UUID
    account_id: UUID


class VolunteerRegistered(_VolunteerFact):
    """志愿者已注册."""

    TYPE = "volunteers.volunteer.registered.v1"

    person_id: UUID
    groups: list[str]
    age_band: str


class VolunteerChanged(_VolunteerFact):
    """志愿者资料已修改."""

    TYPE = "volunteers.volunteer.changed.v1"

    groups: list[str]


class VolunteerWithdrawn(_VolunteerFact):
    """志愿者已注销注册."""

    TYPE = "volunteers.volunteer.withdrawn.v1"


class _ConsentFact(Fact):
    """What every fact about a guardian's consent says; of the guardian, nothing."""

    SUBJECT: ClassVar[str] = "volunteer_id"

    volunteer_id: UUID
    consent_id: UUID
    activity_id: UUID | None
    team_id: UUID | None = None


class ConsentGiven(_ConsentFact):
    """监护人重新同意注册."""

    TYPE = "volunteers.consent.given.v1"


class ConsentWithdrawn(_ConsentFact):
    """监护人已撤回同意: to the registration, to one activity, or to one team."""

    TYPE = "volunteers.consent.withdrawn.v1"


class VolunteerUnmasked(Fact):
    """志愿者的完整个人信息已被查看."""

    TYPE = "volunteers.volunteer.unmasked.v1"
    SUBJECT = "volunteer_id"
    AUDIENCE = Audience.AUDIT

    volunteer_id: UUID
    reason: str


class OwnDataExported(Fact):
    """本人资料已导出."""

    TYPE = "volunteers.own_data.exported.v1"
    SUBJECT = "volunteer_id"
    AUDIENCE = Audience.AUDIT

    volunteer_id: UUID
    form: str


class OpportunityOverfull(Fact):
    """岗位名额已被削减到已报名人数以下；已报名的保留."""

    TYPE = "volunteers.opportunity.overfull.v1"
    SUBJECT = "opportunity_id"

    opportunity_id: UUID
    activity_id: UUID
    project_id: UUID
    wanted: int
    taken: int


class _SignupFact(Fact):
    """What every fact about a sign-up says."""

    SUBJECT: ClassVar[str] = "signup_id"

    signup_id: UUID
    opportunity_id: UUID
    activity_id: UUID
    project_id: UUID
    volunteer_id: UUID
    waiting_number: int | None


class SignupConfirmed(_SignupFact):
    """报名成功."""

    TYPE = "volunteers.signup.confirmed.v1"


class SignupWaiting(_SignupFact):
    """报名进入候补."""

    TYPE = "volunteers.signup.waiting.v1"


class SignupPromoted(_SignupFact):
    """候补已转正."""

    TYPE = "volunteers.signup.promoted.v1"

    answer_by: datetime | None = None
    # How many with a lower number were passed over, by the lead's own decision.
    passed_over: int | None = None


class SignupAccepted(_SignupFact):
    """递补的志愿者已确认能到."""

    TYPE = "volunteers.signup.accepted.v1"


class SignupAdmitted(_SignupFact):
    """由负责人加入，或现场加入: what was not the ordinary way of it; the reason stands on the sign-up."""

    TYPE = "volunteers.signup.admitted.v1"

    by_lead: bool
    walk_in: bool
    beyond_plan: bool
    clash_signup_id: UUID | None


class SignupClashed(_SignupFact):
    """报名的活动改了时间，与本人另一报名冲突."""

    TYPE = "volunteers.signup.clashed.v1"

    clash_signup_id: UUID


class SignupMissed(_SignupFact):
    """报名后没有到场: nobody checked in before the time to do so was over."""

    TYPE = "volunteers.signup.missed.v1"


class SignupExcused(_SignupFact):
    """缺席已由负责人免记."""

    TYPE = "volunteers.signup.excused.v1"


class SignupAttended(_SignupFact):
    """没有签到的志愿者已认定到场: hours of theirs were confirmed."""

    TYPE = "volunteers.signup.attended.v1"


class SignupCancelled(_SignupFact):
    """报名已取消."""

    TYPE = "volunteers.signup.cancelled.v1"

    because: str


class AttendanceRecorded(Fact):
    """签到或签退已记录."""

    TYPE = "volunteers.attendance.recorded.v1"
    SUBJECT = "attendance_id"

    attendance_id: UUID
    opportunity_id: UUID
    activity_id: UUID
    project_id: UUID
    volunteer_id: UUID
    checked_in_at: datetime
    checked_out_at: datetime | None
    means: str


class _PresenceFact(Fact):
    """What the facts about a presence that no phone shows say."""

    SUBJECT: ClassVar[str] = "attendance_id"

    attendance_id: UUID
    opportunity_id: UUID
    activity_id: UUID
    project_id: UUID
    volunteer_id: UUID


class AttendanceVouched(_PresenceFact):
    """负责人已证明在场."""

    TYPE = "volunteers.attendance.vouched.v1"


class AttendanceHandedOver(_PresenceFact):
    """监护人撤回同意后，在场的未成年志愿者已交给监护人."""

    TYPE = "volunteers.attendance.handed_over.v1"


class AttendanceForgotten(_PresenceFact):
    """志愿者没有签退: the time to check out is over."""

    TYPE = "volunteers.attendance.forgotten.v1"


class AttendanceUndone(_PresenceFact):
    """签到已作废: the activity has been called off, or moved to another time."""

    TYPE = "volunteers.attendance.undone.v1"


class AttendanceUncounted(_PresenceFact):
    """有签到签退而未提出时长: somebody served, and `problem` says why it cannot be counted."""

    TYPE = "volunteers.attendance.uncounted.v1"

    problem: str


class DepartureSaid(_PresenceFact):
    """未签退的志愿者已说明离开时间."""

    TYPE = "volunteers.attendance.departure_said.v1"

    left_at: datetime


class _HoursFact(Fact):
    """What every fact about hours says; the area is the activity's."""

    SUBJECT: ClassVar[str] = "hours_id"

    hours_id: UUID
    activity_id: UUID
    project_id: UUID
    volunteer_id: UUID
    minutes: int
    source: str
    evidence_id: UUID | None
    forgot_check_out: bool
    second_account_id: UUID | None


class HoursProposed(_HoursFact):
    """时长已提出."""

    TYPE = "volunteers.hours.proposed.v1"


class HoursDisputed(_HoursFact):
    """志愿者对时长有异议."""

    TYPE = "volunteers.hours.disputed.v1"


class HoursReturned(_HoursFact):
    """时长已退回."""

    TYPE = "volunteers.hours.returned.v1"


class HoursConfirmed(_HoursFact):
    """时长已由第二人确认."""

    TYPE = "volunteers.hours.confirmed.v1"


class HoursCountered(_HoursFact):
    """时长已被冲正: `hours_id` is the entry taken back, `minutes` its negative, `evidence_id` the counter-entry."""

    TYPE = "volunteers.hours.countered.v1"


class LedgerSealed(Fact):
    """时长账本的一页已封存: who keeps the heads will see whether a page was later taken out or made anew."""

    TYPE = "volunteers.ledger.sealed.v1"
    SUBJECT = "page"

    page: int
    first: int
    last: int
    day: date
    root: str
    head: str


class _CertificateFact(Fact):
    """What every fact about a certificate says; the area is the organiser's, the account the volunteer's."""

    SUBJECT: ClassVar[str] = "certificate_id"

    certificate_id: UUID
    volunteer_id: UUID
    account_id: UUID
    organisation_id: UUID | None
    issuer_kind: str
    from_on: date
    to_on: date


class CertificateRequested(_CertificateFact):
    """志愿者已申请证明."""

    TYPE = "volunteers.certificate.requested.v1"


class CertificateRefused(_CertificateFact):
    """证明未予出具."""

    TYPE = "volunteers.certificate.refused.v1"


class CertificateIssued(_CertificateFact):
    """证明已出具."""

    TYPE = "volunteers.certificate.issued.v1"

    number: str
    minutes: int


class CertificateRevoked(_CertificateFact):
    """证明已撤销."""

    TYPE = "volunteers.certificate.revoked.v1"

    number: str
    minutes: int


class CertificateReplaced(_CertificateFact):
    """证明已换发: the old number no longer holds."""

    TYPE = "volunteers.certificate.replaced.v1"

    number: str
    minutes: int
    replaced_by: UUID


class TaskOpened(TaskFact):
    """待办已产生: somebody with this role, here, has something to decide."""

    TYPE = "volunteers.task.opened.v1"


class TaskClosed(TaskFact):
    """待办已办结."""

    TYPE = "volunteers.task.closed.v1"


class ListImported(bulk.ListImportedFact):
    """名单已导入."""

    TYPE = "volunteers.list.imported.v1"


class ListOpened(bulk.ListOpenedFact):
    """名单的核对结果已被下载."""

    TYPE = "volunteers.list.opened.v1"


class ListExported(bulk.ListExportedFact):
    """名单已导出."""

    TYPE = "volunteers.list.exported.v1"


LISTS = bulk.Told("volunteers", ListImported, ListOpened, ListExported)
