"""Courses, and what volunteers have completed of them: recorded by list, looked at again by a second account."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from sqlalchemy import select

from chassis import clock, facts
from chassis.access import Access, allow, published, visible
from chassis.areas import any_area, below
from chassis.clock import Now
from chassis.database import beyond_scope, new_id
from chassis.paging import Asked, Page, page
from chassis.problems import NotFound, Problem, problems
from chassis.records import IfMatch, Reason, VersionMissing, VersionStale, current, existing, get, require_current
from chassis.transaction import TransactionRoute, Tx
from chassis.vault import Keys, Vault, mask_name
from volunteers.permissions import Permission
from volunteers.training import rules
from volunteers.training.model import Course, Offering, State, Training
from volunteers.training.schemas import CourseIn, CourseView, Line, Recorded, TrainingsIn, TrainingView
from volunteers.volunteer.model import State as Registration
from volunteers.volunteer.model import Volunteer, registrations_of
from volunteers.volunteer.sealing import opened

router = APIRouter(tags=["培训 training"], route_class=TransactionRoute)

Anybody = Annotated[Access, Depends(published)]
Provider = Annotated[Access, Depends(allow(Permission.COURSE_OFFER))]
Recorder = Annotated[Access, Depends(allow(Permission.TRAINING_RECORD))]
Reader = Annotated[Access, Depends(allow(Permission.TRAINING_READ))]
Second = Annotated[Access, Depends(allow(Permission.TRAINING_CONFIRM))]
Looked = Annotated[Training, Depends(current(Training, Permission.TRAINING_CONFIRM))]
VERSIONED = (NotFound, VersionMissing, VersionStale)


@router.get("/courses", responses=problems(NotFound))
async def courses(
    tx: Tx,
    by: Anybody,
    asked: Asked,
    area_id: UUID | None = None,
    organisation_id: UUID | None = None,
    state: Offering | None = None,
    skill: str | None = None,
) -> Page[CourseView]:
    """Courses anywhere, newest first; `area_id` takes in all below it."""
    given = {"organisation_id": organisation_id, "state": state, "skill": skill}
    query = select(Course).filter_by(**{name: value for name, value in given.items() if value is not None})
    if area_id is not None:
        query = query.where(await below(tx, Course, area_id))
    return await page(tx, query, [Course.id], asked, lambda each: CourseView.seen(each, by))


@router.post("/courses", status_code=201, responses=problems(NotFound))
async def offer(body: CourseIn, tx: Tx, by: Provider) -> CourseView:
    """开设课程."""
    area = await any_area(tx, body.area_id)
    course = Course(id=new_id(), **body.model_dump(exclude={"area_id"}), area_id=area.id, scope_key=area.scope_key)
    course.organisation_id = by.organisation_id if not by.ranges else None
    if not by.reaches(course):
        raise NotFound(pointer="/area_id")
    fact = rules.offer(course)
    tx.add(course)
    await facts.tell(tx, fact, by=by)
    return CourseView.seen(course, by)


@router.get("/courses/{id}", responses=problems(NotFound))
async def course(id: UUID, tx: Tx, by: Anybody) -> CourseView:  # noqa: A002 - the path's own name
    """One course."""
    found = await tx.get(Course, id)
    if found is None:
        raise NotFound
    return CourseView.seen(found, by)


@router.post("/courses/{id}/ending", responses=problems(*VERSIONED, rules.CourseOver))
async def end(
    course: Annotated[Course, Depends(current(Course, Permission.COURSE_OFFER))], tx: Tx, by: Provider
) -> CourseView:
    """停办."""
    await facts.tell(tx, rules.end(course), by=by)
    return CourseView.seen(course, by)


@router.post(
    "/courses/{id}/trainings",
    status_code=201,
    responses=problems(NotFound, rules.CourseOver, rules.CompletedInFuture),
)
async def record(id: UUID, body: TrainingsIn, tx: Tx, by: Recorder, keys: Keys, at: Now) -> Recorded:  # noqa: A002
    """登记名单: each volunteer has an own result, and those refused leave no record."""
    course = await get(tx, Course, id, by, lock=True)
    rules.require_offered(course, body.completed_on, on=clock.day(at))
    standing = (Volunteer.number.in_(body.numbers), Volunteer.state == Registration.REGISTERED)
    async with beyond_scope(tx):
        held = select(Volunteer).where(*standing).order_by(Volunteer.id).with_for_update()
        found = {each.number: each for each in await tx.scalars(held)}
        same = (Training.course_id == course.id, Training.completed_on == body.completed_on)
        counted = Training.state.in_([State.RECORDED, State.COMPLETED])
        known = set(await tx.scalars(select(Training.volunteer_id).where(*same, counted)))
        numbers = list(dict.fromkeys(body.numbers))
        return Recorded(
            items=[
                await _recorded(tx, course, body, number, found.get(number), known, by, keys, at) for number in numbers
            ]
        )


async def _recorded(
    tx: Tx,
    course: Course,
    body: TrainingsIn,
    number: str,
    volunteer: Volunteer | None,
    known: set[UUID],
    by: Access,
    keys: Vault,
    at: Now,
) -> Line:
    name = mask_name(opened(volunteer, "name", keys)) if volunteer else None
    try:
        if volunteer is None:
            raise NotFound
        if volunteer.id in known:
            raise rules.AlreadyTrained
        training, told = rules.record(course, volunteer, body.completed_on, by=by, at=at)
    except Problem as refusal:
        return Line(number=number, name=name, training_id=None, problem=refusal.type(), title=refusal.title())
    tx.add(training)
    for fact in told:
        await facts.tell(tx, fact, by=by)
    return Line(number=number, name=name, training_id=training.id, problem=None, title=None)


@router.post(
    "/courses/{id}/confirmation",
    responses=problems(*VERSIONED, rules.TrainingNotWaiting, rules.SecondLookNeeded),
)
async def confirm_all(id: UUID, tx: Tx, by: Second, at: Now, if_match: IfMatch = None) -> CourseView:  # noqa: A002
    """全部复核通过: every record that waits and is another's; a record more is another version of the course."""
    mine = (Training.course_id == id, Training.state == State.RECORDED, visible(Training, by))
    waiting = (await tx.scalars(select(Training).where(*mine).order_by(Training.id).with_for_update())).all()
    # Records first, then their course, as everybody does.
    course = await get(tx, Course, id, by, lock=True)
    require_current(course, if_match)
    for training in rules.confirmable(waiting, by=by):
        for fact in rules.confirm(training, course, by=by, at=at):
            await facts.tell(tx, fact, by=by)
    return CourseView.seen(course, by)


@router.get("/trainings")
async def trainings(
    tx: Tx,
    by: Reader,
    asked: Asked,
    at: Now,
    course_id: UUID | None = None,
    volunteer_id: UUID | None = None,
    state: State | None = None,
) -> Page[TrainingView]:
    """Records in scope, newest first; a volunteer finds the own ones here."""
    given = {"course_id": course_id, "state": state}
    query = select(Training).where(visible(Training, by))
    if volunteer_id is not None:
        query = query.where(Training.volunteer_id.in_(registrations_of(volunteer_id)))
    query = query.filter_by(**{name: value for name, value in given.items() if value is not None})
    return await page(tx, query, [Training.id], asked, lambda each: TrainingView.seen(each, by, clock.day(at)))


@router.get("/trainings/{id}", responses=problems(NotFound))
async def training(
    training: Annotated[Training, Depends(existing(Training, Permission.TRAINING_READ))], by: Reader, at: Now
) -> TrainingView:
    """One record in scope."""
    return TrainingView.seen(training, by, clock.day(at))


async def _course_of(tx: Tx, training: Training) -> Course:
    """Its course, held: it counts the records that wait."""
    query = select(Course).where(Course.id == training.course_id)
    return (await tx.scalars(query.with_for_update())).one()


@router.post(
    "/trainings/{id}/confirmation",
    responses=problems(*VERSIONED, rules.TrainingNotWaiting, rules.OwnTraining, rules.SecondLookNeeded),
)
async def confirm(training: Looked, tx: Tx, by: Second, at: Now) -> TrainingView:
    """复核通过, by a second account."""
    for fact in rules.confirm(training, await _course_of(tx, training), by=by, at=at):
        await facts.tell(tx, fact, by=by)
    return TrainingView.seen(training, by, clock.day(at))


@router.post("/trainings/{id}/return", responses=problems(*VERSIONED, rules.TrainingNotWaiting, rules.OwnTraining))
async def return_(training: Looked, body: Reason, tx: Tx, by: Second, at: Now) -> TrainingView:
    """退回."""
    for fact in rules.return_(training, await _course_of(tx, training), reason=body.reason, by=by, at=at):
        await facts.tell(tx, fact, by=by)
    return TrainingView.seen(training, by, clock.day(at))


@router.post(
    "/trainings/{id}/revocation", responses=problems(*VERSIONED, rules.TrainingNotCompleted, rules.OwnTraining)
)
async def revoke(training: Looked, body: Reason, tx: Tx, by: Second, at: Now) -> TrainingView:
    """撤销."""
    await facts.tell(tx, rules.revoke(training, reason=body.reason, by=by, at=at), by=by)
    return TrainingView.seen(training, by, clock.day(at))
