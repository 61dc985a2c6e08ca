"""Recording the residents who took part: by the lead from phone numbers, or by themselves with the changing code."""

from datetime import UTC, datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from sqlalchemy import select

from chassis import clock, facts
from chassis.access import Access, allow, visible
from chassis.clock import Now
from chassis.database import new_id
from chassis.paging import Asked, Page, page
from chassis.principal import SignInNeeded
from chassis.problems import NotFound, problems
from chassis.records import existing, get
from chassis.transaction import TransactionRoute, Tx
from chassis.vault import Keys, mask_phone
from projects.activity.model import Activity
from projects.participation import rules
from projects.participation.code import CodeWrong, TooManyTries, WrongCodes, accepted, code_of, step_of
from projects.participation.dated import ParticipationRule
from projects.participation.model import Means, Participation, activity_of_all, already_recorded, recorded
from projects.participation.schemas import (
    CodeIn,
    ParticipationCode,
    ParticipationView,
    PhonesIn,
    Recorded,
    Register,
)
from projects.permissions import Permission

router = APIRouter(tags=["参与 participation"], route_class=TransactionRoute)

Reader = Annotated[Access, Depends(allow(Permission.PARTICIPATION_READ))]
Recorder = Annotated[Access, Depends(allow(Permission.PARTICIPATION_RECORD))]
Joiner = Annotated[Access, Depends(allow(Permission.PARTICIPATION_JOIN))]
InRecording = Annotated[Activity, Depends(existing(Activity, Permission.PARTICIPATION_RECORD))]
Read = Annotated[Activity, Depends(existing(Activity, Permission.PARTICIPATION_READ))]
wrong_codes = WrongCodes()


def _row(activity: Activity, account_id: UUID, means: Means, at: datetime, phone: str | None = None) -> Participation:
    parents = ("area_id", "scope_key", "project_id", "organisation_id")
    return Participation(
        id=new_id(),
        activity_id=activity.id,
        account_id=account_id,
        phone_masked=mask_phone(phone) if phone else None,
        means=means,
        recorded_at=at,
        **{name: getattr(activity, name) for name in parents},
    )


@router.get("/activities/{id}/participation", responses=problems(NotFound))
async def register(activity: Read, tx: Tx, access: Reader, at: Now) -> Register:
    """参与登记簿: whether it is open now and how many stand in it."""
    rule, count = ParticipationRule.on(clock.day(activity.starts_at)), await recorded(tx, activity.id)
    return Register.seen(activity, access, rule, recorded=count, at=at)


@router.get("/activities/{id}/participation-code", responses=problems(NotFound, rules.RecordingClosed))
async def code(activity: InRecording, _by: Recorder, keys: Keys, at: Now) -> ParticipationCode:
    """参与码, for the lead to show to the residents present."""
    rule = ParticipationRule.on(clock.day(activity.starts_at))
    rules.require_open(activity, rule, at=at)
    step = step_of(at, rule)
    changes_at = datetime.fromtimestamp((step + 1) * rule.code_seconds, UTC)
    return ParticipationCode(code=code_of(activity.id, step, keys), changes_at=changes_at, seconds=rule.code_seconds)


@router.get("/activities/{id}/participations", responses=problems(NotFound))
async def list_of_activity(activity: Read, tx: Tx, access: Reader, asked: Asked) -> Page[ParticipationView]:
    """Who took part in one activity, the latest recorded first; phones masked."""
    query = select(Participation).where(Participation.activity_id == activity.id, visible(Participation, access))
    return await page(tx, query, [Participation.id], asked, ParticipationView.of)


@router.post(
    "/activities/{id}/participations",
    status_code=201,
    responses=problems(NotFound, rules.ProviderRecordsNobody, rules.RecordingClosed),
)
async def record(id: UUID, body: PhonesIn, tx: Tx, by: Recorder, keys: Keys, at: Now) -> Recorded:  # noqa: A002
    """登记参与居民 by phone number: a number listed twice, or recorded before, counts once."""
    activity = await get(tx, Activity, id, by, lock=True)
    rules.require_independent(by.principal, activity)
    rules.require_open(activity, ParticipationRule.on(clock.day(activity.starts_at)), at=at)
    people = {keys.person_id("phone", phone): phone for phone in body.phones}
    known = await already_recorded(tx, activity.id, people)
    fresh = [
        _row(activity, account_id, Means.RECORDED, at, phone)
        for account_id, phone in people.items()
        if account_id not in known
    ]
    if fresh:
        tx.add_all(fresh)
        await facts.tell(tx, rules.record(activity, fresh, Means.RECORDED), by=by)
    return Recorded(recorded=len(fresh), already=len(known))


@router.get("/participations")
async def list_own(tx: Tx, access: Reader, asked: Asked) -> Page[ParticipationView]:
    """What a resident took part in, the latest first; officers read by activity."""
    query = select(Participation).where(Participation.account_id == access.account_id, visible(Participation, access))
    return await page(tx, query, [Participation.id], asked, ParticipationView.of)


@router.post(
    "/activities/{id}/participation",
    status_code=201,
    responses=problems(
        NotFound,
        SignInNeeded,
        CodeWrong,
        TooManyTries,
        rules.RecordingClosed,
        rules.StaffTakesNoPart,
        rules.LeadTakesNoPart,
        rules.AlreadyTakenPart,
        rules.ResidentPlacesFull,
    ),
)
async def join(id: UUID, body: CodeIn, tx: Tx, by: Joiner, keys: Keys, at: Now) -> ParticipationView:  # noqa: A002
    """登记本人参与, with the code that the lead shows."""
    if by.account_id is None:
        raise SignInNeeded
    found = await activity_of_all(tx, id)
    if found is None:
        raise NotFound
    activity, taken = found
    rule = ParticipationRule.on(clock.day(activity.starts_at))
    rules.require_resident(by.principal, activity)
    rules.require_open(activity, rule, at=at)
    wrong_codes.require_few(by.account_id, activity.id, rule.wrong_codes_a_minute)
    if not accepted(body.code, activity.id, at=at, rule=rule, keys=keys):
        wrong_codes.count(by.account_id, activity.id)
        raise CodeWrong(pointer="/code")
    if await already_recorded(tx, activity.id, [by.account_id]):
        raise rules.AlreadyTakenPart
    rules.require_place(activity, taken)
    row = _row(activity, by.account_id, Means.CODE, at)
    tx.add(row)
    await facts.tell(tx, rules.record(activity, [row], Means.CODE), by=by)
    return ParticipationView.of(row)
