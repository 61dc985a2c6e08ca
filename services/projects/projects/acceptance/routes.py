"""Accepting contract stages: requested by the provider, inspected by officers, corrected by the provider."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload

from chassis import clock, facts
from chassis.access import Access, allow, visible
from chassis.areas import below
from chassis.clock import Now
from chassis.database import beyond_scope, new_id
from chassis.paging import Asked, Page, page
from chassis.problems import NotFound, problems
from chassis.records import VersionMissing, VersionStale, current, existing
from chassis.transaction import TransactionRoute, Tx
from procedures.attachment.binding import REFUSALS as UNATTACHABLE
from procedures.attachment.binding import attach
from procedures.recusal import BothSides, officially
from projects.acceptance import rules
from projects.acceptance.model import Acceptance, StageSurveyCopy, State
from projects.acceptance.schemas import AcceptanceView, CorrectionIn, Evidence, RequestIn, ResubmissionIn
from projects.activity.model import Activity
from projects.activity.model import State as ActivityState
from projects.contract.model import Contract, Stage, contract_held
from projects.contract.rules import ContractNotInForce, stage_of
from projects.facts import ATTACHMENTS
from projects.participation.dated import ParticipationRule
from projects.paths import path
from projects.permissions import Permission
from projects.project.model import project_behind

router = APIRouter(tags=["验收 acceptance"], route_class=TransactionRoute)

Reader = Annotated[Access, Depends(allow(Permission.ACCEPTANCE_READ))]
Requester = Annotated[Access, Depends(allow(Permission.ACCEPTANCE_REQUEST))]
Inspector = Annotated[Access, Depends(officially(Permission.ACCEPTANCE_INSPECT))]
Read = Annotated[Acceptance, Depends(existing(Acceptance, Permission.ACCEPTANCE_READ))]
Fulfilled = Annotated[Contract, Depends(current(Contract, Permission.ACCEPTANCE_REQUEST))]
Corrected = Annotated[Acceptance, Depends(current(Acceptance, Permission.ACCEPTANCE_REQUEST))]
Inspected = Annotated[Acceptance, Depends(current(Acceptance, Permission.ACCEPTANCE_INSPECT))]
VERSIONED = (NotFound, VersionMissing, VersionStale)


async def survey_of(tx: AsyncSession, acceptance: Acceptance) -> StageSurveyCopy | None:
    """What its survey came to, once that was heard."""
    return await tx.get(StageSurveyCopy, acceptance.id)


async def agreed_stage(tx: AsyncSession, acceptance: Acceptance) -> tuple[Contract, Stage]:
    """The contract of an acceptance and the stage it is about, held."""
    contract = await contract_held(tx, acceptance.contract_id)
    stage = stage_of(contract, acceptance.stage_no)
    assert stage is not None  # noqa: S101 - a stage that was asked to be accepted is never taken out
    return contract, stage


async def _activities_of(tx: AsyncSession, contract: Contract, at: datetime) -> list[Activity]:
    """Every activity begun under the contract that no acceptance of its project lists; the provider picks none.

    What an earlier contract of the same provider left over is that contract's: its residents are not asked again.
    """
    if contract.signed_at is None:
        return []
    earlier = select(Acceptance.activity_ids).where(Acceptance.project_id == contract.project_id)
    listed = {each for ids in await tx.scalars(earlier) for each in ids}
    mine = (Activity.project_id == contract.project_id, Activity.organisation_id == contract.organisation_id)
    begun = (Activity.starts_at >= contract.signed_at, Activity.starts_at <= at)
    open_ = Activity.state.in_([ActivityState.PUBLISHED, ActivityState.HELD])
    found = await tx.scalars(select(Activity).where(*mine, *begun, open_).order_by(Activity.starts_at))
    return [each for each in found if each.id not in listed]


async def _attached(tx: AsyncSession, acceptance: Acceptance, evidence: list[Evidence], by: Access, at: Now) -> None:
    """Whoever sees the acceptance sees the files of its evidence from now on."""
    to, href = acceptance, path("acceptances", acceptance.id)
    for place, each in enumerate(evidence):
        pointer = f"/evidence/{place}/attachment_ids"
        await attach(tx, each.attachment_ids, ATTACHMENTS, to=to, href=href, by=by, at=at, pointer=pointer)


@router.get("/acceptances")
async def list_(
    tx: Tx,
    by: Reader,
    asked: Asked,
    state: State | None = None,
    area_id: UUID | None = None,
    contract_id: UUID | None = None,
    project_id: UUID | None = None,
) -> Page[AcceptanceView]:
    """Acceptances in scope or of one's organisation, the latest first; `area_id` takes in all below it."""
    query = select(Acceptance).options(joinedload(Acceptance.survey)).where(visible(Acceptance, by))
    if state is not None:
        query = query.where(Acceptance.state == state)
    if contract_id is not None:
        query = query.where(Acceptance.contract_id == contract_id)
    if project_id is not None:
        query = query.where(Acceptance.project_id == project_id)
    if area_id is not None:
        query = query.where(await below(tx, Acceptance, area_id))
    return await page(tx, query, [Acceptance.id], asked, lambda one: AcceptanceView.seen(one, one.survey, by))


@router.post(
    "/contracts/{id}/acceptances",
    status_code=201,
    responses=problems(
        *VERSIONED,
        ContractNotInForce,
        rules.StageUnknown,
        rules.StageOutOfOrder,
        rules.EvidenceMissing,
        rules.ActivitiesPending,
        rules.ActivityUnfinished,
        rules.RecordingStillOpen,
        *UNATTACHABLE,
    ),
)
async def request(contract: Fulfilled, body: RequestIn, tx: Tx, by: Requester, at: Now) -> AcceptanceView:
    """申请阶段验收."""
    acceptance = Acceptance(id=new_id(), contract_id=contract.id, stage_no=body.stage_no, findings=[])
    for name in ("area_id", "scope_key", "project_id", "need_ids", "organisation_id"):
        setattr(acceptance, name, getattr(contract, name))
    acceptance.evidence = [each.model_dump(mode="json") for each in body.evidence]
    async with project_behind(tx, contract.project_id) as project:
        activities = await _activities_of(tx, contract, at)
        acceptance.activity_ids = [each.id for each in activities]
        stage = stage_of(contract, body.stage_no)
        told = rules.request(acceptance, contract, stage, project, by=by.account_id, at=at)
        rules.require_recorded(activities, ParticipationRule.on(clock.day(at)), at=at)
        tx.add(acceptance)
        for fact in told:
            await facts.tell(tx, fact, by=by)
    await _attached(tx, acceptance, body.evidence, by, at)
    return AcceptanceView.seen(acceptance, None, by)


@router.get("/acceptances/{id}", responses=problems(NotFound))
async def read(acceptance: Read, tx: Tx, by: Reader) -> AcceptanceView:
    """One acceptance in scope or of one's organisation."""
    return AcceptanceView.seen(acceptance, await survey_of(tx, acceptance), by)


@router.post(
    "/acceptances/{id}/correction",
    responses=problems(*VERSIONED, BothSides, rules.NotForInspection, rules.CorrectionTooLong),
)
async def correct(acceptance: Inspected, body: CorrectionIn, tx: Tx, by: Inspector, at: Now) -> AcceptanceView:
    """要求整改."""
    _, stage = await agreed_stage(tx, acceptance)
    async with project_behind(tx, acceptance.project_id) as project:
        for fact in rules.ask_correction(acceptance, stage, project, body.findings, due_on=body.due_on, at=at):
            await facts.tell(tx, fact, by=by)
    return AcceptanceView.seen(acceptance, await survey_of(tx, acceptance), by)


@router.post(
    "/acceptances/{id}/resubmission",
    responses=problems(*VERSIONED, rules.NothingToCorrect, rules.RepliesMissing, rules.EvidenceMissing, *UNATTACHABLE),
)
async def resubmit(acceptance: Corrected, body: ResubmissionIn, tx: Tx, by: Requester, at: Now) -> AcceptanceView:
    """整改后重新提交."""
    _, stage = await agreed_stage(tx, acceptance)
    acceptance.evidence = [each.model_dump(mode="json") for each in body.evidence]
    replies = {each.finding_id: each.text for each in body.replies}
    async with beyond_scope(tx):
        for fact in rules.resubmit(acceptance, stage, replies, by=by.account_id, at=at):
            await facts.tell(tx, fact, by=by)
    await _attached(tx, acceptance, body.evidence, by, at)
    return AcceptanceView.seen(acceptance, await survey_of(tx, acceptance), by)
