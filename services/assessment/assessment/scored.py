"""The facts that the assessment service tells of schemes, scorecards and their evidence."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from chassis.facts import Fact
from procedures.attachment import facts as attachment


class _SchemeFact(Fact):
    """What every fact about a scheme says: how many are assessed, and what weighs how much."""

    SUBJECT: ClassVar[str] = "scheme_id"

    scheme_id: UUID
    year: int
    units: int
    weights: dict[str, int]


class SchemeDrafted(_SchemeFact):
    """考核方案已起草; told again when the draft changes."""

    TYPE = "assessment.scheme.drafted.v1"


class SchemeAdopted(_SchemeFact):
    """考核方案已生效."""

    TYPE = "assessment.scheme.adopted.v1"


class _ScorecardFact(Fact):
    """What every fact about a scorecard says; points in hundredths, null while something is left to be judged."""

    SUBJECT: ClassVar[str] = "scorecard_id"

    scorecard_id: UUID
    scheme_id: UUID
    year: int
    number: int
    total_hundredths: int | None


class ScorecardOpened(_ScorecardFact):
    """考核评分已开始, or begun anew because of a late correction of the one it replaces."""

    TYPE = "assessment.scorecard.opened.v1"

    replaces_id: UUID | None


class ScorecardComputed(_ScorecardFact):
    """考核评分已重新计算."""

    TYPE = "assessment.scorecard.computed.v1"


class ScorecardReported(_ScorecardFact):
    """镇街自评已保存."""

    TYPE = "assessment.scorecard.reported.v1"


class ScorecardConfirmed(_ScorecardFact):
    """镇街自评已确认上报."""

    TYPE = "assessment.scorecard.confirmed.v1"


class ScorecardReturned(_ScorecardFact):
    """自评已退回; the reason stays with the record."""

    TYPE = "assessment.scorecard.returned.v1"


class ScorecardChecked(_ScorecardFact):
    """考核评分已核定; the town may object until that day."""

    TYPE = "assessment.scorecard.checked.v1"

    objection_until: date


class ScorecardAccepted(_ScorecardFact):
    """镇街对核定结果无异议."""

    TYPE = "assessment.scorecard.accepted.v1"


class ScorecardObjected(_ScorecardFact):
    """镇街对核定结果提出异议."""

    TYPE = "assessment.scorecard.objected.v1"

    codes: list[str]


class ScorecardDecided(_ScorecardFact):
    """考核异议已有结论."""

    TYPE = "assessment.scorecard.decided.v1"

    upheld: list[str]


class ScorecardSettled(_ScorecardFact):
    """异议期满，镇街未提出异议."""

    TYPE = "assessment.scorecard.settled.v1"


class FrozenValue(BaseModel):
    """一项指标的冻结值, in millionths of its own unit; null where it does not apply or nothing is known."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    indicator: str
    value_millionths: int | None
    points_hundredths: int | None


class ScorecardFrozen(_ScorecardFact):
    """考核评分已冻结: its digest, and how far in each log it was computed."""

    TYPE = "assessment.scorecard.frozen.v1"

    replaces_id: UUID | None
    period: str
    digest: str
    positions: dict[str, int]
    values: list[FrozenValue]


class AttachmentAttached(attachment.AttachmentFact):
    """附件已归入记录."""

    TYPE = "assessment.attachment.attached.v1"


class AttachmentRead(attachment.AttachmentReadFact):
    """附件被下载."""

    TYPE = "assessment.attachment.read.v1"


ATTACHMENTS = attachment.Told("assessment", AttachmentAttached, AttachmentRead)
