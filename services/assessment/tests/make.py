"""Makes what the assessment service's tests start from: facts as its neighbours tell them, in their order."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid5

from fastapi import FastAPI

from assessment.projections import projections
from assessment.reactions import reactions
from chassis import follow
from chassis.follow import Follower
from chassis.testing import CITY, EAST_RC, TRACE, Place

Event = dict[str, Any]
NAMES = UUID("0190a1b2-0000-7000-8000-00000000a55e")
JUNE = datetime(2026, 6, 10, 2, tzinfo=UTC)


def named(name: object) -> UUID:
    """The same id for the same name."""
    return uuid5(NAMES, str(name))


class Feed:
    """The facts of one neighbour, numbered as they are told."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.events: list[Event] = []

    def tell(self, what: str, place: Place, at: datetime = JUNE, /, **data: Any) -> Event:
        """One fact: `feed.tell("need.raised", EAST_RC, need_id=…)`."""
        seq = len(self.events) + 1
        event = {
            "id": str(named(f"{self.source}{seq}")),
            "source": f"/{self.source}",
            "type": f"{self.source}.{what}.v1",
            "subject": "",
            "time": at.isoformat(),
            "sansheseq": seq,
            "sansheactor": "test",
            "traceparent": TRACE,
            "sanshearea": str(place.id),
            "sanshescope": place.scope_key,
            "data": _plain(data),
        }
        self.events.append(event)
        return event


def _plain(value: Any) -> Any:
    match value:
        case dict():
            return {name: _plain(each) for name, each in value.items()}
        case list():
            return [_plain(each) for each in value]
        case UUID() | datetime():
            return str(value)
        case _:
            return value


class City:
    """The feeds of all neighbours, with short ways to tell what happens in them."""

    def __init__(self) -> None:
        self.registry, self.projects, self.volunteers = Feed("registry"), Feed("projects"), Feed("volunteers")

    def feeds(self) -> list[Feed]:
        return [self.registry, self.projects, self.volunteers]

    def area(self, place: Place, population: int | None = None) -> None:
        counted = (
            {"value": population, "kind": "resident", "on": "2020-11-01", "source": "七普"} if population else None
        )
        self.registry.tell(
            "area.loaded",
            place,
            code=place.code,
            name=None,
            level=place.level,
            organ_kind=place.organ_kind,
            parent_id=place.parent.id if place.parent else None,
            valid_from="2019-10-31",
            population=counted,
        )

    def became(self, place: Place, organ_kind: str, on: str) -> None:
        """An area has another organ from a day on: 村改居."""
        parent_id = place.parent.id if place.parent else None
        same = {"code": place.code, "name": None, "level": place.level, "parent_id": parent_id, "population": None}
        self.registry.tell("area.changed", place, **same, organ_kind=organ_kind, valid_from=on)

    def organisation(self, name: object, place: Place = EAST_RC, on: str = "2026-03-02", kind: str = "filed") -> None:
        about = {"organisation_id": named(name), "kind": "social_association", "path": "filed"}
        self.registry.tell(f"organisation.{kind}", place, **about, category="culture_sports", number="1", valid_from=on)

    def need(
        self, name: object, verb: str = "raised", place: Place = EAST_RC, at: datetime = JUNE, **more: Any
    ) -> None:
        about = {"need_id": named(name), "channel": "forum", "category": "elderly"}
        self.projects.tell(f"need.{verb}", place, at, **about, **more)

    def project(
        self, name: object, verb: str, needs: Iterable[object] = (), place: Place = EAST_RC, at: datetime = JUNE
    ) -> None:
        need_ids = [named(need) for need in needs]
        self.projects.tell(
            f"project.{verb}",
            place,
            at,
            project_id=named(name),
            need_ids=need_ids,
            budget_fen=1,
            goals=[],
            organisation_id=None,
        )

    def activity(
        self,
        name: object,
        verb: str,
        project: object = "project",
        needs: Iterable[object] = ("need",),
        at: datetime = JUNE,
    ) -> None:
        self.projects.tell(
            f"activity.{verb}",
            EAST_RC,
            at,
            activity_id=named(name),
            project_id=named(project),
            need_ids=[named(need) for need in needs],
            lead_social_worker_id=named("worker"),
            lead_person_id=named("lead person"),
            title="邻里节",
            starts_at=at,
            ends_at=at,
        )

    def took_part(self, activity: object, accounts: Iterable[object], means: str | None = "recorded") -> None:
        ids = [named(account) for account in accounts]
        self.projects.tell(
            "participation.recorded",
            EAST_RC,
            activity_id=named(activity),
            project_id=named("project"),
            participant_ids=ids,
            count=len(ids),
            means=means,
        )

    def acceptance(self, name: object, activities: Iterable[object], at: datetime = JUNE, stage_no: int = 1) -> None:
        """The stage of a contract is to be accepted."""
        self.projects.tell(
            "acceptance.requested",
            EAST_RC,
            at,
            acceptance_id=named(name),
            contract_id=named("contract"),
            project_id=named("project"),
            need_ids=[named("need")],
            organisation_id=named("provider"),
            stage_no=stage_no,
            activity_ids=[named(activity) for activity in activities],
            title="邻里互助服务",
        )

    def volunteer(self, name: object, place: Place = EAST_RC, at: datetime = JUNE, person: object = None) -> None:
        """A volunteer whose account is `account of <name>`."""
        self.volunteers.tell(
            "volunteer.registered",
            place,
            at,
            volunteer_id=named(name),
            account_id=named(f"account of {name}"),
            person_id=named(person or f"person of {name}"),
            groups=["youth", "party_member"],
            age_band="18-59",
        )

    def moved(self, name: object, place: Place, at: datetime) -> None:
        """A volunteer lives in another community from then on."""
        about = {"volunteer_id": named(name), "account_id": named(f"account of {name}"), "groups": []}
        self.volunteers.tell("volunteer.changed", place, at, **about)

    def signup(self, name: object, verb: str, volunteer: object, activity: object = "activity") -> None:
        self.volunteers.tell(
            f"signup.{verb}",
            EAST_RC,
            signup_id=named(name),
            opportunity_id=named("opportunity"),
            activity_id=named(activity),
            project_id=named("project"),
            volunteer_id=named(volunteer),
            waiting_number=None,
        )

    def hours(self, name: object, verb: str, minutes: int, volunteer: object = "v", at: datetime = JUNE) -> None:
        self.volunteers.tell(
            f"hours.{verb}",
            EAST_RC,
            at,
            hours_id=named(name),
            activity_id=named("activity"),
            project_id=named("project"),
            volunteer_id=named(volunteer),
            minutes=minutes,
        )


async def heard(app: FastAPI, city: City, follower: Follower = projections) -> None:
    """Everything told so far that a follower listens to takes effect."""
    for feed in city.feeds():
        await hear(app, follower, feed.events)


async def hear(app: FastAPI, follower: Follower, events: Iterable[Event]) -> None:
    """Some facts of one feed take effect."""
    wanted = [event for event in events if event["type"] in follower.handlers]
    if wanted:
        await follow.apply(app.state.sessions, follower, wanted[0]["source"].removeprefix("/"), wanted)


async def acted(app: FastAPI, city: City) -> None:
    """Copies are made, and then what they make this service do is done."""
    await heard(app, city)
    await heard(app, city, reactions)


def with_targets(city: City) -> City:
    """The city's own area is told, so that the plan's targets are taken in."""
    city.area(CITY)
    return city
