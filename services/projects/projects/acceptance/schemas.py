"""What an acceptance takes in, and how it looks."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from chassis.access import Access
from chassis.clock import Day
from chassis.records import Action, Offer, offered
from chassis.transaction import View
from projects.acceptance.model import Acceptance, Finding, FindingState, StageSurveyCopy, State
from projects.paths import path
from projects.permissions import Permission

Words = Annotated[str, Field(min_length=2, max_length=200)]
Text = Annotated[str, Field(min_length=2, max_length=5000)]


class Evidence(BaseModel):
    """验收材料: what the contract names, what is said of it, and the files."""

    model_config = ConfigDict(extra="forbid")

    name: Words
    text: Text
    attachment_ids: Annotated[list[UUID], Field(max_length=20)] = []


class RequestIn(BaseModel):
    """申请阶段验收."""

    model_config = ConfigDict(extra="forbid")

    stage_no: Annotated[int, Field(ge=1, le=24)]
    evidence: Annotated[list[Evidence], Field(max_length=20)]


class CorrectionIn(BaseModel):
    """要求整改: what is to be put right, and until when."""

    model_config = ConfigDict(extra="forbid")

    findings: Annotated[list[Text], Field(min_length=1, max_length=20)]
    due_on: Day


class Reply(BaseModel):
    """对一项整改事项的答复."""

    model_config = ConfigDict(extra="forbid")

    finding_id: UUID
    text: Text


class ResubmissionIn(BaseModel):
    """整改后重新提交."""

    model_config = ConfigDict(extra="forbid")

    evidence: Annotated[list[Evidence], Field(max_length=20)]
    replies: Annotated[list[Reply], Field(min_length=1, max_length=60)]


class PassingIn(BaseModel):
    """验收意见."""

    model_config = ConfigDict(extra="forbid")

    opinion: Text


class FindingView(BaseModel):
    """整改事项."""

    id: UUID
    text: str
    due_on: date
    reply: str | None
    state: FindingState

    @classmethod
    def of(cls, finding: Finding) -> Self:
        """From the stored finding."""
        return cls.model_validate(finding, from_attributes=True)


class StageSurvey(BaseModel):
    """阶段满意度; bound and share in parts per million, null where too few have answered."""

    survey_id: UUID
    drawn: int
    answered: int
    satisfied: int | None
    bound_ppm: int | None
    share_ppm: int | None
    closed_at: datetime

    @classmethod
    def of(cls, survey: StageSurveyCopy) -> Self:
        """From the local copy."""
        return cls.model_validate(survey, from_attributes=True)


class AcceptanceView(View):
    """阶段验收; `survey` is null until it is closed."""

    id: UUID
    area_id: UUID
    contract_id: UUID
    project_id: UUID
    need_ids: list[UUID]
    organisation_id: UUID
    stage_no: int
    title: str
    evidence: list[Evidence]
    activity_ids: list[UUID]
    state: State
    requested_at: datetime
    inspect_by: date
    passed_at: datetime | None
    opinion: str | None
    findings: list[FindingView]
    survey: StageSurvey | None
    actions: list[Action]
    links: dict[str, str | list[str]]

    @classmethod
    def seen(cls, acceptance: Acceptance, survey: StageSurveyCopy | None, access: Access) -> Self:
        """As this caller sees it."""
        made = {"findings", "survey", "actions", "links"}
        plain = {name: getattr(acceptance, name) for name in cls.model_fields if name not in made}
        here = path("acceptances", acceptance.id)
        waiting, correction = acceptance.state is State.REQUESTED, acceptance.state is State.CORRECTION
        another = acceptance.requested_by != access.account_id
        offers = (
            Offer(waiting and survey is not None and another, Permission.ACCEPTANCE_INSPECT, "passing", "通过验收"),
            Offer(waiting, Permission.ACCEPTANCE_INSPECT, "correction", "要求整改"),
            Offer(correction, Permission.ACCEPTANCE_REQUEST, "resubmission", "提交整改结果"),
        )
        links: dict[str, str | list[str]] = {
            "self": here,
            "contract": path("contracts", acceptance.contract_id),
            "project": path("projects", acceptance.project_id),
            "activities": [path("activities", each) for each in acceptance.activity_ids],
            "payments": f"/api/projects/payments?contract_id={acceptance.contract_id}",
        }
        if survey is not None:
            links["survey"] = f"/api/assessment/surveys/{survey.survey_id}"
        return cls(
            **plain,
            findings=[FindingView.of(each) for each in acceptance.findings],
            survey=StageSurvey.of(survey) if survey else None,
            actions=offered(here, acceptance, access, offers),
            links=links,
        )
