"""Surveys of a contract's stage over HTTP: one for all its activities, one person one answer, and what it pays."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from assessment.survey.closing import finish_due
from assessment.survey.model import Invitation, Survey
from chassis.clock import signed, wall
from chassis.principal import Role
from chassis.testing import EAST, STONE, everywhere, told
from services.assessment.tests.make import JUNE, City, acted, named

RESIDENTS = [f"resident {number}" for number in range(24)]


def stage(*activities):
    """Two activities with residents in common; whoever helped at one took part in the other."""
    city = City()
    city.volunteer("helper")
    city.volunteer("leading", person="lead person")
    city.signup("signup", "confirmed", "helper", "first")
    for activity, people in (("first", RESIDENTS[:14]), ("second", RESIDENTS[10:]), ("other", ["somebody else"])):
        city.activity(activity, "planned")
        city.took_part(activity, [*people, "account of leading"])
    city.took_part("second", ["account of helper"])
    city.acceptance("acceptance", activities)
    return city


@pytest.fixture
async def survey(app):
    await acted(app, stage("first", "second"))
    async with everywhere(app) as tx:
        return await tx.scalar(select(Survey))


@pytest.fixture
def resident(app, callers):
    def sign_in(name):
        caller = callers.as_(Role.RESIDENT, account_id=named(name))
        caller.headers["Sanshe-At"] = at_(app, JUNE)
        return caller

    return sign_in


def at_(app, at):
    return signed(at, app.state.settings.demo_clock_key.get_secret_value())


async def answer(survey, resident, names, score=5):
    for name in names:
        answered = await resident(name).post(f"/surveys/{survey.id}/answers", {"score": score})
        assert answered.status_code == 201, answered.text


async def test_each_who_took_part_is_one_person_and_whoever_worked_is_none(app, survey, callers):
    assert survey.pool == sorted(named(name) for name in RESIDENTS)
    opened = (await told(app, "assessment.stage_survey.opened.v1"))[0]
    assert opened.data | {"survey_id": "", "rule_source": ""} == {
        "survey_id": "",
        "acceptance_id": str(named("acceptance")),
        "contract_id": str(named("contract")),
        "project_id": str(named("project")),
        "stage_no": 1,
        "drawn": 24,
        "answered": 0,
        "satisfied": None,
        "bound_ppm": None,
        "share_ppm": None,
        "rule_source": "",
    }
    shown = (await callers.as_(Role.TOWN_OFFICER, EAST).get(f"/surveys/{survey.id}")).json()
    assert (shown["subject"], shown["activity_id"], shown["stage_no"]) == ("contract_stage", None, 1)
    assert shown["links"]["contract"] == f"/api/projects/contracts/{named('contract')}"
    assert len(shown["links"]["activities"]) == 2
    assert (await callers.as_(Role.TOWN_OFFICER, STONE).get(f"/surveys/{survey.id}")).status_code == 404


async def test_the_same_request_told_again_asks_nobody_again(app, survey):
    city = City()
    city.projects.events = [{}] * 100  # what was told before
    city.acceptance("acceptance", ["first", "second", "other"])
    city.projects.events = city.projects.events[100:]
    await acted(app, city)
    assert len(await told(app, "assessment.stage_survey.opened.v1")) == 1
    async with everywhere(app) as tx:
        assert len((await tx.scalars(select(Invitation))).all()) == 24


async def test_answered_on_the_phone_and_paid_as_anybody_can_compute(app, survey, resident, callers):
    (waiting,) = (await resident(RESIDENTS[0]).get("/surveys/mine")).json()["items"]
    assert (waiting["subject"], waiting["stage_no"], waiting["title"]) == ("contract_stage", 1, "邻里互助服务")
    assert waiting["links"] == {}
    await answer(survey, resident, RESIDENTS[:2], score=3)
    me = resident(RESIDENTS[1])
    (mine,) = (await me.get("/surveys/mine", state="answered")).json()["items"]
    corrected = await me.send("PUT", f"/surveys/{survey.id}/answers/mine", {"score": 4}, seen=mine)
    assert corrected.status_code == 200, corrected.text
    await answer(survey, resident, RESIDENTS[2:])
    closed = (await told(app, "assessment.stage_survey.closed.v1"))[0]
    assert (closed.data["answered"], closed.data["satisfied"]) == (24, 23)
    officer = callers.as_(Role.TOWN_OFFICER, EAST)
    results = (await officer.get(f"/surveys/{survey.id}/results")).json()
    assert results["scores"] == [0, 0, 1, 1, 22]
    paid = results["stage"]
    satisfied = sum(results["scores"][paid["satisfied_from"] - 1 :])
    # Wilson's bound as it stands in a textbook.
    z, n, p = paid["quantile_ppm"] / 1e6, results["answered"], satisfied / results["answered"]
    bound = (p + z * z / (2 * n) - z * (p * (1 - p) / n + z * z / (4 * n * n)) ** 0.5) / (1 + z * z / n)
    assert paid["bound_ppm"] == closed.data["bound_ppm"] == int(bound * 1e6)
    assert paid["share_ppm"] == closed.data["share_ppm"] == 1_000_000
    listed = (await officer.get("/surveys", contract_id=str(named("contract")), subject="contract_stage")).json()
    assert [each["share_ppm"] for each in listed["items"]] == [1_000_000]
    assert (await officer.get("/surveys", subject="activity")).json()["items"] == []


async def test_too_few_answers_leave_it_to_two_people_and_a_small_group_shows_nothing(app, survey, resident, callers):
    await answer(survey, resident, RESIDENTS[:4])
    officer = callers.as_(Role.TOWN_OFFICER, EAST)
    officer.headers["Sanshe-At"] = at_(app, JUNE + timedelta(hours=1))
    assert (await officer.get(f"/surveys/{survey.id}/results")).json()["stage"]["bound_ppm"] is None
    assert await finish_due(app.state.sessions, wall()) == 0  # opened a moment ago: those drawn still have an hour
    assert await finish_due(app.state.sessions, wall() + timedelta(hours=2)) == 1
    closed = (await told(app, "assessment.stage_survey.closed.v1"))[0]
    assert (closed.data["answered"], closed.data["satisfied"], closed.data["share_ppm"]) == (4, None, None)
    results = (await officer.get(f"/surveys/{survey.id}/results")).json()
    assert (results["withheld"], results["scores"], results["stage"]["share_ppm"]) == ("small_group", None, None)


async def test_between_a_small_group_and_enough_there_is_a_bound_but_no_share(app, survey, resident):
    await answer(survey, resident, RESIDENTS[:19])
    await finish_due(app.state.sessions, wall() + timedelta(hours=2))
    closed = (await told(app, "assessment.stage_survey.closed.v1"))[0]
    assert (closed.data["satisfied"], closed.data["bound_ppm"] > 0, closed.data["share_ppm"]) == (19, True, None)


async def test_whoever_worked_at_one_of_its_activities_is_refused_however_late_that_is_heard(app, survey, resident):
    city = City()
    city.volunteers.events = [{}] * 100  # what was told before
    city.volunteer("late")
    city.volunteers.events[-1]["data"]["account_id"] = str(named(RESIDENTS[0]))
    city.signup("late signup", "promoted", "late", "second")
    city.volunteers.events = city.volunteers.events[100:]
    await acted(app, city)
    refused = await resident(RESIDENTS[0]).post(f"/surveys/{survey.id}/answers", {"score": 5})
    assert refused.json()["type"] == "volunteer-not-asked"


async def test_where_nobody_can_be_asked_it_is_over_at_once(app):
    await acted(app, stage())
    closed = (await told(app, "assessment.stage_survey.closed.v1"))[0]
    assert (closed.data["drawn"], closed.data["answered"], closed.data["share_ppm"]) == (0, 0, None)
