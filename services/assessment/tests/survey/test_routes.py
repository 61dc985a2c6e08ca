"""Surveys over HTTP: opened by what was held, answered by those drawn, read by officers without names."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from assessment.survey.closing import finish_due
from assessment.survey.model import Answer, Survey
from chassis.clock import signed, wall
from chassis.principal import Role
from chassis.testing import CITY, EAST, EAST_RC, STONE, everywhere, told
from services.assessment.tests.make import JUNE, City, acted, heard, named

RESIDENTS = [f"resident {number}" for number in range(6)]


@pytest.fixture
async def survey(app):
    """The survey of an activity in which six residents, a volunteer and the lead's own account were recorded."""
    city = City()
    city.volunteer("helper")
    city.volunteer("leading", person="lead person")
    city.signup("signup", "confirmed", "helper")
    city.activity("activity", "planned")
    city.took_part("activity", [*RESIDENTS[:4], "account of helper"])
    city.took_part("activity", [*RESIDENTS[3:], "account of leading"])
    city.activity("activity", "held")
    await acted(app, city)
    async with everywhere(app) as tx:
        return await tx.scalar(select(Survey))


@pytest.fixture
def resident(app, callers):
    """Signs a resident in; requests are made while the survey is open."""

    def sign_in(name, at=JUNE):
        caller = callers.as_(Role.RESIDENT, account_id=named(name))
        caller.headers["Sanshe-At"] = at_(app, at)
        return caller

    return sign_in


def at_(app, at):
    return signed(at, app.state.settings.demo_clock_key.get_secret_value())


async def answer_all(survey, resident, names=RESIDENTS, score=5):
    for name in names:
        answered = await resident(name).post(
            f"/surveys/{survey.id}/answers", {"score": score, "comment": f"来自{name}"}
        )
        assert answered.status_code == 201, answered.text


async def test_drawn_from_residents_only_and_recorded_with_its_seed(app, survey, callers):
    shown = (await callers.as_(Role.LEADER).get(f"/surveys/{survey.id}")).json()
    assert (shown["pool_size"], shown["drawn"], shown["seed"], shown["state"]) == (6, 6, survey.seed, "closed")
    assert survey.pool == sorted(named(name) for name in RESIDENTS)
    assert shown["links"]["needs"] == [f"/api/projects/needs/{named('need')}"]
    fact = (await told(app, "assessment.survey.opened.v1"))[0]
    assert fact.data == {
        "survey_id": str(survey.id),
        "activity_id": str(named("activity")),
        "project_id": str(named("project")),
        "drawn": 6,
        "answered": 0,
        "satisfied": 0,
        "bound": None,
    }


async def test_opened_once_however_often_told_and_also_when_recorded_after(app, survey):
    city = City()
    city.activity("later", "held")
    city.took_part("later", ["somebody"])
    city.activity("empty", "held")
    for feed in city.feeds():
        for event in feed.events:
            event["sansheseq"] += 100
    await acted(app, city)
    async with everywhere(app) as tx:
        assert {each.activity_id for each in await tx.scalars(select(Survey))} == {named("activity"), named("later")}


async def test_whoever_is_recorded_later_is_asked_too_even_after_an_early_end(app, survey, resident):
    await answer_all(survey, resident)
    city = City()
    city.projects.events = [{}] * 100  # what was told before
    city.took_part("activity", [*RESIDENTS, "late resident", "account of helper"])
    city.projects.events = city.projects.events[100:]
    await acted(app, city)
    assert (await told(app, "assessment.survey.extended.v1"))[0].data["drawn"] == 7
    await answer_all(survey, resident, ["late resident"], score=1)
    first, second = await told(app, "assessment.survey.closed.v1")
    assert (first.data["answered"], second.data["answered"], second.data["satisfied"]) == (6, 7, 6)


async def test_what_waits_for_me_is_answered_once_and_corrected_by_me_alone(app, survey, resident):
    me = resident(RESIDENTS[0])
    (waiting,) = (await me.get("/surveys/mine")).json()["items"]
    assert (waiting["survey_id"], waiting["state"], waiting["title"]) == (str(survey.id), "waiting", "邻里节")
    assert waiting["actions"][0]["href"] == f"/api/assessment/surveys/{survey.id}/answers"
    answered = await me.post(f"/surveys/{survey.id}/answers", {"score": 2})
    assert answered.status_code == 201, answered.text
    assert answered.json()["state"] == "answered"
    assert "score" not in answered.text
    assert (await me.post(f"/surveys/{survey.id}/answers", {"score": 2})).json()["type"] == "already-answered"
    corrected = await me.send("PUT", f"/surveys/{survey.id}/answers/mine", {"score": 4}, seen=answered.json())
    assert corrected.status_code == 200, corrected.text
    assert (await me.send("PUT", f"/surveys/{survey.id}/answers/mine", {"score": 4})).status_code == 428
    async with everywhere(app) as tx:
        now = await tx.get_one(Survey, survey.id)
        assert (now.answered, now.satisfied) == (1, 1)
    assert (await me.get("/surveys/mine")).json()["items"] == []
    assert len((await me.get("/surveys/mine", state="answered")).json()["items"]) == 1
    assert {fact.actor for fact in await told(app, "assessment.survey.answered.v1")} == {"resident"}


async def test_nobody_else_answers(app, survey, resident, callers):
    for name in ("a stranger", "account of helper", "account of leading"):
        refused = await resident(name).post(f"/surveys/{survey.id}/answers", {"score": 5})
        assert (refused.status_code, refused.json()["type"]) == (403, "not-drawn")
    body = {"score": 5}
    assert (
        await callers.as_(Role.ORGANISATION_MANAGER, EAST_RC).post(f"/surveys/{survey.id}/answers", body)
    ).status_code == 403
    assert (await callers.signed_out().post(f"/surveys/{survey.id}/answers", body)).status_code == 401
    assert (await callers.signed_out().get("/surveys/mine")).status_code == 401
    assert (await resident("a stranger").get("/surveys/mine")).json()["items"] == []
    assert (await resident(RESIDENTS[0]).post(f"/surveys/{survey.id}/answers", {"score": 6})).status_code == 422


async def test_a_volunteer_heard_of_late_is_still_refused(app, survey, resident):
    city = City()
    city.volunteers.events = [{}] * 100  # what was told before
    city.volunteer("late")
    city.volunteers.events[-1]["data"]["account_id"] = str(named(RESIDENTS[0]))
    city.signup("late signup", "promoted", "late")
    city.volunteers.events = city.volunteers.events[100:]
    await heard(app, city)
    refused = await resident(RESIDENTS[0]).post(f"/surveys/{survey.id}/answers", {"score": 5})
    assert refused.json()["type"] == "volunteer-not-asked"


async def test_the_last_answer_closes_and_severs(app, survey, resident, callers):
    await answer_all(survey, resident)
    fact = (await told(app, "assessment.survey.closed.v1"))[0]
    assert (fact.data["answered"], fact.data["satisfied"]) == (6, 6)
    assert fact.data["bound"] == pytest.approx(0.6892, abs=5e-5)
    async with everywhere(app) as tx:
        assert {each.invitation_id for each in await tx.scalars(select(Answer))} == {None}
    again = await resident(RESIDENTS[0]).send(
        "PUT", f"/surveys/{survey.id}/answers/mine", {"score": 1}, headers={"If-Match": '"2"'}
    )
    assert again.json()["type"] == "survey-over"
    results = (await callers.as_(Role.TOWN_OFFICER, EAST).get(f"/surveys/{survey.id}/results")).json()
    assert results["scores"] == [0, 0, 0, 0, 6]
    assert len(results["comments"]) == 6
    everything = str([each.data for each in await told(app)]) + str(results)
    assert not any(str(named(name)) in everything for name in RESIDENTS)


async def test_results_are_withheld_while_open_and_of_small_groups(app, survey, resident, callers):
    await answer_all(survey, resident, RESIDENTS[:4])
    officer = callers.as_(Role.TOWN_OFFICER, EAST)
    officer.headers["Sanshe-At"] = at_(app, JUNE)
    seen = (await officer.get(f"/surveys/{survey.id}")).json()
    assert (seen["withheld"], seen["satisfied"], seen["actions"]) == ("open", None, [])
    assert (await officer.post(f"/surveys/{survey.id}/closure", seen=seen)).json()["type"] == "survey-still-open"
    officer.headers["Sanshe-At"] = at_(app, JUNE + timedelta(days=15))
    seen = (await officer.get(f"/surveys/{survey.id}")).json()
    assert [each["name"] for each in seen["actions"]] == ["closure"]
    closed = (await officer.post(f"/surveys/{survey.id}/closure", seen=seen)).json()
    assert (closed["state"], closed["withheld"], closed["bound"], closed["actions"]) == (
        "closed",
        "small_group",
        None,
        [],
    )
    results = (await officer.get(f"/surveys/{survey.id}/results")).json()
    assert (results["answered"], results["scores"], results["comments"]) == (4, None, None)
    over = await resident(RESIDENTS[5], JUNE + timedelta(days=15)).post(f"/surveys/{survey.id}/answers", {"score": 5})
    assert over.json()["type"] == "survey-over"


async def test_what_one_person_said_cannot_be_told_from_the_figure_or_what_is_behind_it(app, survey, resident, callers):
    await answer_all(survey, resident)
    city = City()
    city.projects.events = [{}] * 100  # what was told before
    city.activity("later", "held")
    city.took_part("later", ["somebody"])
    city.projects.events = city.projects.events[100:]
    await acted(app, city)
    async with everywhere(app) as tx:
        later = await tx.scalar(select(Survey).where(Survey.id != survey.id))
    await answer_all(later, resident, ["somebody"], score=1)
    leader = callers.as_(Role.LEADER)
    leader.headers["Sanshe-At"] = at_(app, JUNE + timedelta(days=1))
    figure = (await leader.get(f"/dashboards/{EAST_RC.id}/indicators/satisfaction")).json()["figure"]
    assert (figure["numerator"], figure["denominator"]["value"]) == (6, 6)
    assert figure["asides"] == [{"name": "答卷不足 5 份、不计入的调查", "value": 1}]
    behind = (await leader.get("/readings", indicator="satisfaction", area_id=str(EAST_RC.id))).json()["items"]
    assert [each["id"] for each in behind] == [str(survey.id)]


async def test_a_list_of_which_nobody_says_how_it_came_about_is_not_drawn_from(app):
    city = City()
    city.activity("activity", "planned")
    city.took_part("activity", ["typed by the provider"], None)
    city.took_part("activity", ["came by the code"], "code")
    city.activity("activity", "held")
    await acted(app, city)
    async with everywhere(app) as tx:
        assert (await tx.scalar(select(Survey))).pool == [named("came by the code")]


async def test_time_closes_what_nobody_closed(app, survey):
    assert await finish_due(app.state.sessions, wall()) == 0  # opened a moment ago: those drawn still have an hour
    assert await finish_due(app.state.sessions, wall() + timedelta(hours=2)) == 1
    assert await finish_due(app.state.sessions, wall() + timedelta(hours=2)) == 0
    fact = (await told(app, "assessment.survey.closed.v1"))[0]
    assert fact.time == survey.closes_at


async def test_scope_and_permission(survey, callers):
    assert (await callers.as_(Role.TOWN_OFFICER, STONE).get(f"/surveys/{survey.id}")).status_code == 404
    assert (await callers.as_(Role.TOWN_OFFICER, STONE).get("/surveys")).json()["items"] == []
    listed = await callers.as_(Role.COMMUNITY_OFFICER, EAST_RC).get("/surveys", area_id=str(EAST_RC.id), state="closed")
    assert [each["id"] for each in listed.json()["items"]] == [str(survey.id)]
    assert (await callers.as_(Role.LEADER).get("/surveys", area_id=str(CITY.id), state="open")).json()["items"] == []
    assert (await callers.as_(Role.RESIDENT).get(f"/surveys/{survey.id}")).status_code == 403
    refused = await callers.as_(Role.LEADER).post(f"/surveys/{survey.id}/closure", headers={"If-Match": '"1"'})
    assert refused.status_code == 403


def test_no_route_lets_anybody_name_a_respondent(app):
    for path, operations in app.openapi()["paths"].items():
        if path.startswith("/surveys"):
            bodies = [str(each.get("requestBody", "")) for each in operations.values()]
            assert all("AnswerIn" in body for body in bodies if body), path
