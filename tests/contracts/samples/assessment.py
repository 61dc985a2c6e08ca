"""评估: surveys in every state, targets, figures of a city in which something happened, and scorecards on their way."""

from datetime import timedelta

from sqlalchemy import select

from assessment.survey.model import Survey
from chassis.principal import Role
from chassis.testing import CITY, EAST, STONE, Caller, everywhere
from services.assessment.tests.make import JUNE, City, acted, named, with_targets
from services.assessment.tests.scorecard.world import IN_TIME, LACKING, PDF, Year, done, judged, needs_judging, reported
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
    await _outside(world)
    _figures(world)
    year = Year(world.app, world.callers)
    await _schemes(world, year)
    await _cards(world, year)
    await _results(world, year)
    year.at(IN_TIME)


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
    asked = {"indicator": target["indicator"], "state": target["state"], "area_id": target["area_id"]}
    world.accepts("GET /targets", officer, query=asked)
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
    world.accepts("GET /dashboards/{area_id}/indicators/{code}", leader, code="volunteer_ratio", **area)
    dated = {"since": "2026-01-01", "on": "2026-06-30"}
    world.accepts("GET /readings", leader, query={"indicator": "org_total", "area_id": CITY.id, **dated})
    world.accepts("GET /indicators", leader, query={"on": "2026-06-30"})
    world.accepts("GET /indicators/{code}", leader, query={"on": "2026-06-30"}, code="volunteer_ratio")


async def _outside(world: World) -> None:
    officer = world.callers.as_(Role.BUREAU_OFFICER, CITY)
    body = {"area_id": str(CITY.id), "system": "i志愿", "counts": "cards", "value": 1_200_000, "source": "统计通报"}
    entered = await accepted(officer, "POST", "/outside-counts", body | {"counted_on": "2026-10-31"})
    world.accepts("POST /outside-counts", officer, body | {"counted_on": "2026-09-30"})
    asked = {"area_id": CITY.id, "counts": "cards", "state": "entered"}
    world.accepts("GET /outside-counts", officer, query=asked)
    world.accepts("GET /outside-counts/{id}", officer, seen=entered)
    world.accepts("POST /outside-counts/{id}/withdrawal", officer, {"reason": "抄错了"}, seen=entered)


TOWNS = [str(place.id) for place in (EAST, STONE)]


async def _schemes(world: World, year: Year) -> None:
    body = await year.terms(year=2020, unit_ids=TOWNS)
    first, second = [await accepted(year.drafter, "POST", "/schemes", {**body, "year": each}) for each in (2018, 2019)]
    waiting = await year.adopted(year=2017, unit_ids=TOWNS)
    world.accepts("GET /schemes", year.east, query={"year": 2017, "state": "in_force"})
    world.accepts("GET /schemes/default", year.drafter, query={"year": 2026})
    world.accepts("POST /schemes", year.drafter, body)
    world.accepts("GET /schemes/{id}", year.east, seen=waiting)
    world.accepts("PUT /schemes/{id}/revision", year.drafter, body, seen=first)
    world.accepts("POST /schemes/{id}/adoption", year.bureau, seen=second)
    world.accepts("POST /schemes/{id}/scorecards", year.bureau, seen=waiting)


async def _cards(world: World, year: Year) -> None:
    cards = await year.begun(year=2021, unit_ids=TOWNS)
    east, stone = (cards[each] for each in TOWNS)
    file = await done(year.east.post("/attachments", content=PDF, params={"name": "会议纪要.pdf"}))
    lines = {"lines": [reported(code, records=[f"/api/projects/projects/{named(code)}"]) for code in LACKING]}
    stone = await accepted(year.stone, "PUT", f"/scorecards/{stone['id']}/report", lines, seen=stone)
    asked = {"year": 2021, "scheme_id": east["scheme_id"], "state": "reporting", "area_id": EAST.id}
    world.accepts("GET /scorecards", year.leader, query=asked)
    world.accepts("GET /scorecards/{id}", year.east, seen=east)
    world.accepts("PUT /scorecards/{id}/report", year.east, lines, seen=east)
    world.accepts("POST /scorecards/{id}/confirmation", year.stone, seen=stone)
    world.accepts("GET /attachments/{id}", year.east, seen=file)
    world.accepts("GET /attachments/{id}/content", year.east, seen=file)
    world.accepts("GET /attachments", year.east)
    world.accepts("POST /attachments", year.east, PDF, query={"name": "会议纪要.pdf"})
    cards = await year.begun(year=2022, unit_ids=TOWNS)
    east, stone = [await year.confirmed(cards[each], by) for each, by in zip(TOWNS, _towns(year), strict=True)]
    checked = {"lines": [judged(line["item"]["code"]) for line in east["lines"] if needs_judging(line)]}
    world.accepts("POST /scorecards/{id}/check", year.bureau, checked, seen=east)
    world.accepts("POST /scorecards/{id}/return", year.bureau, {"reason": "请补充材料"}, seen=stone)
    world.accepts("POST /scorecards/{id}/computation", year.bureau, seen=stone)


def _towns(year: Year) -> list[Caller]:
    return [year.east, year.stone]


async def _results(world: World, year: Year) -> None:
    told = []
    for each in (2023, 2024):
        cards = await year.begun(year=each, unit_ids=TOWNS)
        told += [await year.checked(cards[area], by) for area, by in zip(TOWNS, _towns(year), strict=True)]
    year.at(IN_TIME)
    accepting, objecting, objected, settled = told
    body = {"lines": [{"code": "leadership", "text": "制度已经建立", "attachment_ids": []}]}
    objected = await accepted(year.east, "POST", f"/scorecards/{objected['id']}/objection", body, seen=objected)
    settled = await accepted(year.stone, "POST", f"/scorecards/{settled['id']}/acceptance", seen=settled)
    decision = {"lines": [{"code": "leadership", "upheld": True, "points_hundredths": 900, "reason": "材料属实"}]}
    world.accepts("POST /scorecards/{id}/acceptance", year.east, seen=accepting)
    world.accepts("POST /scorecards/{id}/objection", year.stone, body, seen=objecting)
    world.accepts("POST /scorecards/{id}/decision", year.second, decision, seen=objected)
    world.accepts("POST /scorecards/{id}/freezing", year.bureau, seen=settled)
    cards = await year.begun(year=2025, unit_ids=TOWNS[:1])
    frozen = await year.frozen(cards[TOWNS[0]], year.east)
    world.accepts("POST /scorecards/{id}/correction", year.bureau, {"reason": "数据更正"}, seen=frozen)
    world.accepts("GET /scorecards/{id}/record", year.east, seen=frozen)
    world.accepts("GET /rankings/{year}", year.stone, year=2025)
