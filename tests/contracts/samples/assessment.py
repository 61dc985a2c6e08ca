"""评估: surveys in every state, targets, and the figures of a city in which something happened."""

from datetime import timedelta

from sqlalchemy import select

from assessment.survey.model import Survey
from chassis.principal import Role
from chassis.testing import CITY, EAST, Caller, everywhere
from services.assessment.tests.make import JUNE, City, acted, named, with_targets
from tests.contracts.world import World, accepted

RESIDENTS = [f"resident {number}" for number in range(6)]


async def fill(world: World) -> None:
    """Lets the service hear of a loop that has gone all the way."""
    city = with_targets(City())
    city.need("need")
    city.project("project", "proposed", ["need"])
    city.project("project", "approved", ["need"])
    city.volunteer("helper")
    city.activity("activity", "planned")
    city.took_part("activity", RESIDENTS)
    city.activity("activity", "held")
    city.organisation("society")
    city.signup("signup", "confirmed", "helper")
    city.hours("entry", "confirmed", 120, "helper")
    city.acceptance("acceptance", ["activity"])
    await acted(world.app, city)
    await _surveys(world)
    await _targets(world)
    _figures(world)


def _respondent(world: World, name: str) -> Caller:
    caller = world.callers.as_(Role.RESIDENT, account_id=named(name))
    caller.headers.update(world.at(JUNE + timedelta(hours=1)))
    return caller


async def _surveys(world: World) -> None:
    async with everywhere(world.app) as tx:
        survey_id = (await tx.scalars(select(Survey.id).where(Survey.activity_id.is_not(None)))).one()
    me, other = _respondent(world, RESIDENTS[0]), _respondent(world, RESIDENTS[1])
    officer, late = (world.callers.as_(Role.TOWN_OFFICER, EAST) for _ in range(2))
    officer.headers.update(world.at(JUNE + timedelta(hours=1)))
    late.headers.update(world.at(JUNE + timedelta(days=60)))
    answered = await accepted(other, "POST", f"/surveys/{survey_id}/answers", {"score": 4, "comment": "很好"})
    seen = await accepted(officer, "GET", f"/surveys/{survey_id}")
    asked = {"area_id": EAST.id, "state": "open", "subject": "contract_stage", "contract_id": named("contract")}
    world.accepts("GET /surveys", officer, query=asked)
    world.accepts("GET /surveys/mine", me, query={"state": "waiting"})
    world.accepts("GET /surveys/{id}", officer, seen=seen)
    world.accepts("GET /surveys/{id}/results", late, seen=seen)
    world.accepts("POST /surveys/{id}/answers", me, {"score": 5, "comment": "很满意"}, seen=seen)
    world.accepts("PUT /surveys/{id}/answers/mine", other, {"score": 3, "comment": "一般"}, seen=answered, id=survey_id)
    world.accepts("POST /surveys/{id}/closure", late, seen=seen)


async def _targets(world: World) -> None:
    officer = world.callers.as_(Role.BUREAU_OFFICER, CITY)
    target = (await accepted(officer, "GET", "/targets"))["items"][0]
    body = {
        "area_id": str(CITY.id),
        "indicator": target["indicator"],
        "organ_kind": target["organ_kind"],
        "value": target["value"],
        "valid_from": "2030-01-01",
        "deadline": "2031-01-01",
        "source": "演示计划",
        "clause": "第三条",
    }
    world.accepts("GET /targets", officer, query={"indicator": target["indicator"], "state": target["state"]})
    world.accepts("POST /targets", officer, body)
    world.accepts("GET /targets/{id}", officer, seen=target)


def _figures(world: World) -> None:
    leader = world.callers.as_(Role.LEADER, CITY)
    leader.headers.update(world.at(JUNE + timedelta(days=90)))
    area = {"area_id": CITY.id}
    world.accepts("GET /dashboards/{area_id}", leader, **area)
    world.accepts("GET /dashboards/{area_id}/communities", leader, **area)
    world.accepts("GET /dashboards/{area_id}/loop", leader, **area)
    world.accepts("GET /dashboards/{area_id}/tiles", leader, query={"indicator": "org_total"}, **area)
    world.accepts("GET /readings", leader, query={"indicator": "org_total", "area_id": CITY.id})
