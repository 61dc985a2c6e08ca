"""What the verbs of a scorecard take in: report, check, objection and decision, item by item."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

Code = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{1,39}$")]
Text = Annotated[str, Field(min_length=2, max_length=2000)]
Hundredths = Annotated[int, Field(ge=0, le=10_000)]
Files = Annotated[list[UUID], Field(max_length=20)]
Href = Annotated[
    str, Field(pattern=r"^/api/(registry|projects|volunteers|assessment)/[a-z-]+/[0-9a-f-]{36}$", max_length=120)
]


class _Entered(BaseModel):
    model_config = ConfigDict(extra="forbid")

    code: Code


class ReportLine(_Entered):
    """一项自评; `records` are links to what lies in the system."""

    report: Text
    claimed_hundredths: Hundredths | None
    attachment_ids: Files
    records: Annotated[list[Href], Field(max_length=20)]


class ReportIn(BaseModel):
    """填写自评: the whole of it."""

    model_config = ConfigDict(extra="forbid")

    lines: Annotated[list[ReportLine], Field(max_length=60)]


class JudgementLine(_Entered):
    """一项核定; left out where the computed points stand."""

    points_hundredths: Hundredths | None
    waived: bool
    reason: Text | None


class CheckIn(BaseModel):
    """核定."""

    model_config = ConfigDict(extra="forbid")

    lines: Annotated[list[JudgementLine], Field(max_length=60)]


class ObjectionLine(_Entered):
    """对一项得分的异议."""

    text: Text
    attachment_ids: Files


class ScoreObjectionIn(BaseModel):
    """提出异议."""

    model_config = ConfigDict(extra="forbid")

    lines: Annotated[list[ObjectionLine], Field(min_length=1, max_length=60)]


class DecisionLine(_Entered):
    """对一项异议的结论."""

    upheld: bool
    points_hundredths: Hundredths | None
    reason: Text


class ScoreDecisionIn(BaseModel):
    """处理异议."""

    model_config = ConfigDict(extra="forbid")

    lines: Annotated[list[DecisionLine], Field(min_length=1, max_length=60)]
