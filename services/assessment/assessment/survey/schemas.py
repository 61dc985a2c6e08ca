"""What an answer takes in and how surveys look to officers and to those asked; nobody sees who answered what."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from assessment.permissions import Permission
from assessment.survey import rules
from assessment.survey.model import Invitation, Standing, State, Subject, Survey
from assessment.survey.outcome import Withheld, withheld
from assessment.survey.result import bound_of, stage_result
from chassis.access import Access
from chassis.records import Action, Offer, offered
from chassis.transaction import View

PATH = "/api/assessment/surveys"


class AnswerIn(BaseModel):
    """作答: 1 很不满意 to 5 很满意, and a word if one likes."""

    model_config = ConfigDict(extra="forbid")

    score: Annotated[int, Field(ge=1, le=5, strict=True)]
    comment: Annotated[str | None, Field(max_length=500)] = None


class SurveyView(View):
    """满意度调查, as officers see it: how it was drawn and, once closed with enough answers, its result.

    Of a contract's stage `share_ppm` is the part of the stage's amount that is paid, in parts per million.
    """

    id: UUID
    area_id: UUID
    state: State
    title: str
    subject: Subject
    activity_id: UUID | None
    acceptance_id: UUID | None
    contract_id: UUID | None
    provider_id: UUID | None
    stage_no: int | None
    project_id: UUID
    seed: int
    pool_size: int
    drawn: int
    answered: int
    satisfied: int | None
    bound: float | None
    bound_ppm: int | None
    share_ppm: int | None
    withheld: Withheld | None
    opened_at: datetime
    closes_at: datetime
    closed_at: datetime | None
    actions: list[Action]
    links: dict[str, str | list[str]]

    @classmethod
    def seen(cls, survey: Survey, access: Access, at: datetime) -> Self:
        """As this caller sees it now."""
        made = {"state", "pool_size", "satisfied", "bound", "bound_ppm", "share_ppm", "withheld", "actions", "links"}
        plain = {name: getattr(survey, name) for name in cls.model_fields if name not in made}
        reason = withheld(survey)
        bound = bound_of(survey) if reason is None else None
        return cls(
            **plain,
            **stage_result(survey) | {"satisfied": survey.satisfied if reason is None else None},
            state=survey.state(at),
            pool_size=len(survey.pool),
            bound=None if bound is None else round(bound, 4),
            withheld=reason,
            actions=_offered(survey, access, at),
            links=links(survey),
        )


def _offered(survey: Survey, access: Access, at: datetime) -> list[Action]:
    over = survey.closed_at is None and (survey.state(at) is State.CLOSED or rules.is_complete(survey))
    offers = [Offer(over, Permission.SURVEY_CLOSE, "closure", "结束调查")]
    return offered(f"{PATH}/{survey.id}", survey, access, offers)


def links(survey: Survey) -> dict[str, str | list[str]]:
    """From a survey back to the activity or the contract and its activities, the project and the needs."""
    subject: dict[str, str | list[str]] = {"activity": f"/api/projects/activities/{survey.activity_id}"}
    if survey.subject is Subject.CONTRACT_STAGE:
        subject = {
            "acceptance": f"/api/projects/acceptances/{survey.acceptance_id}",
            "contract": f"/api/projects/contracts/{survey.contract_id}",
            "provider": f"/api/registry/organisations/{survey.provider_id}",
            "activities": [f"/api/projects/activities/{each}" for each in survey.activity_ids],
        }
    return {
        "area": f"/api/registry/areas/{survey.area_id}",
        "results": f"{PATH}/{survey.id}/results",
        **subject,
        "project": f"/api/projects/projects/{survey.project_id}",
        "needs": [f"/api/projects/needs/{need_id}" for need_id in survey.need_ids],
    }


class InvitationView(View):
    """请您评价: one survey that the caller was drawn for; not even they are shown what they answered."""

    id: UUID
    area_id: UUID
    survey_id: UUID
    state: Standing
    subject: Subject
    stage_no: int | None
    title: str
    closes_at: datetime
    actions: list[Action]
    links: dict[str, str]

    @classmethod
    def seen(cls, invitation: Invitation, at: datetime) -> Self:
        """As the invited person sees it now."""
        plain = {
            name: getattr(invitation, name)
            for name in ("id", "version", "area_id", "survey_id", "subject", "stage_no", "title", "closes_at")
        }
        verbs = {
            Standing.WAITING: ("answers", "POST", "评价"),
            Standing.ANSWERED: ("answers/mine", "PUT", "更正评价"),
        }
        state, here = invitation.standing(at), f"{PATH}/{invitation.survey_id}"
        name, method, label = verbs.get(state, ("", "", ""))
        action = Action(name=name, method=method, href=f"{here}/{name}", needs_reason=False, label=label)
        activity = invitation.activity_id
        back = {"activity": f"/api/projects/activities/{activity}"} if activity else {}
        return cls(**plain, state=state, actions=[action] if name else [], links=back)
