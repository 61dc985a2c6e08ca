"""My to-dos: by role and where it is held, the first due first, overdue by the city's day."""

from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import select

from chassis.principal import Role
from chassis.testing import CITY, EAST, EAST_RC, EAST_RC_2, STONE, everywhere
from chassis.verbs import wind_back
from gateway.database import Table
from gateway.schedule import sweep
from gateway.task.model import Task
from services.gateway.tests.make import JUNE, Neighbour, granted, opened

DAY = timedelta(days=1)


@pytest.fixture
def projects(app):
    return Neighbour(app, "projects")


async def ids(caller, **query):
    answer = await caller.get("/tasks", **query)
    assert answer.status_code == 200, answer.text
    return [each["id"] for each in answer.json()["items"]]


async def test_a_to_do_says_what_where_until_when_and_leads_there(projects, callers):
    waiting = uuid4()
    await projects.task("opened", waiting, Role.COMMUNITY_OFFICER, EAST_RC, due_on="2026-06-12")
    (seen,) = (await callers.as_(Role.COMMUNITY_OFFICER, EAST_RC).get("/tasks")).json()["items"]
    assert (seen["title"], seen["area_name"], seen["due_on"]) == ("受理居民需求", "测试441900003001", "2026-06-12")
    assert (seen["href"], seen["page"]) == (f"/api/projects/needs/{waiting}", f"/projects/needs/{waiting}")
    assert (seen["state"], seen["links"]["record"]) == ("open", seen["href"])


async def test_by_role_and_area_or_organisation(projects, callers):
    of_community, of_town, of_provider, provider = uuid4(), uuid4(), uuid4(), uuid4()
    await projects.task("opened", of_community, Role.COMMUNITY_OFFICER, EAST_RC)
    await projects.task("opened", of_town, Role.TOWN_OFFICER, EAST_RC)
    await projects.task("opened", of_provider, Role.ORGANISATION_MANAGER, EAST_RC, organisation_id=provider)
    assert await ids(callers.as_(Role.COMMUNITY_OFFICER, EAST_RC)) == [str(of_community)]
    assert await ids(callers.as_(Role.COMMUNITY_OFFICER, EAST_RC_2)) == []
    # Whoever sees the area is not whom it waits for.
    assert await ids(callers.as_(Role.TOWN_OFFICER, EAST)) == [str(of_town)]
    assert await ids(callers.as_(Role.TOWN_OFFICER, STONE)) == []
    assert await ids(callers.as_(Role.BUREAU_OFFICER, CITY)) == []
    manager = callers.as_(Role.ORGANISATION_MANAGER, STONE, organisation_id=provider)
    assert await ids(manager) == [str(of_provider)]
    assert await ids(callers.as_(Role.ORGANISATION_MANAGER, EAST_RC, organisation_id=uuid4())) == []
    assert (await callers.as_(Role.RESIDENT).get("/tasks")).status_code == 403
    assert (await callers.signed_out().get("/tasks")).status_code == 401


async def test_for_one_holder_of_the_role_alone(projects, callers):
    mine, other, waiting = callers.as_(Role.EXPERT, EAST), callers.as_(Role.EXPERT, EAST), uuid4()
    await projects.task("opened", waiting, Role.EXPERT, EAST_RC, account_id=mine.account_id)
    assert (await ids(mine), await ids(other)) == ([str(waiting)], [])
    await projects.task("closed", waiting, Role.EXPERT, EAST_RC, account_id=mine.account_id)
    assert await ids(mine) == []


async def test_the_second_of_two_steps_never_waits_for_who_did_the_first(projects, callers):
    first, second, bureau = (
        callers.as_(role, place)
        for role, place in ((Role.TOWN_OFFICER, EAST), (Role.TOWN_OFFICER, EAST), (Role.BUREAU_OFFICER, CITY))
    )
    waiting = uuid4()
    who = {"barred_account_id": first.account_id, "stand_in_role": Role.BUREAU_OFFICER}
    await projects.task("opened", waiting, Role.TOWN_OFFICER, EAST_RC, title_code="payment-making", **who)
    assert (await ids(first), await ids(second)) == ([], [str(waiting)])
    # The town has no other account with that role: the bureau is told, instead of nobody.
    assert await ids(bureau) == [str(waiting)]
    assert await ids(callers.as_(Role.TOWN_OFFICER, STONE)) == []
    elsewhere = await opened(callers, "li.si", STONE)
    await granted(callers, elsewhere, Role.TOWN_OFFICER, STONE)
    assert await ids(bureau) == [str(waiting)]
    another = await opened(callers, "wang.wu", EAST)
    another = await granted(callers, another, Role.TOWN_OFFICER, EAST)
    assert await ids(bureau) == []
    reason = {"reason": "调离岗位"}
    await callers.as_(Role.SECURITY_ADMIN).post(f"/accounts/{another['id']}/disabling", reason, seen=another)
    assert await ids(bureau) == [str(waiting)]
    # Where nobody is barred the town's to-do is the town's alone.
    await projects.task("opened", uuid4(), Role.TOWN_OFFICER, EAST_RC)
    assert await ids(bureau) == [str(waiting)]


async def test_the_first_due_first_page_by_page_and_those_without_a_day_last(projects, callers):
    named = [uuid4() for _ in range(4)]
    for task_id, due, hours in zip(named, [None, "2026-06-20", "2026-06-12", None], [1, 2, 3, 0], strict=True):
        opened_at = JUNE + timedelta(hours=hours)
        await projects.task("opened", task_id, Role.TOWN_OFFICER, EAST_RC, opened_at, due_on=due)
    officer = callers.as_(Role.TOWN_OFFICER, EAST)
    first = (await officer.get("/tasks", limit=3, count=True)).json()
    rest = (await officer.get("/tasks", limit=3, after=first["next"])).json()
    listed = [each["id"] for each in first["items"] + rest["items"]]
    assert listed == [str(named[place]) for place in (2, 1, 3, 0)]
    assert (first["count"], rest["next"]) == (4, None)


async def test_overdue_from_the_day_after_its_last_by_the_citys_calendar(projects, callers, demo_time):
    due, never = uuid4(), uuid4()
    await projects.task("opened", due, Role.TOWN_OFFICER, EAST_RC, due_on="2026-06-12", title_code="project-review")
    await projects.task("opened", never, Role.TOWN_OFFICER, EAST_RC)
    officer = callers.as_(Role.TOWN_OFFICER, EAST)
    for moment, late in (("2026-06-12T23:59:59+08:00", []), ("2026-06-13T00:00:00+08:00", [str(due)])):
        officer.headers |= demo_time(moment)
        assert await ids(officer, overdue=True) == late
        assert len(await ids(officer, overdue=False)) == 2 - len(late)
        shown = (await officer.get("/tasks", code="project-review")).json()["items"]
        assert [each["overdue"] for each in shown] == [bool(late)]
    assert await ids(officer, area_id=str(EAST_RC_2.id)) == []
    assert len(await ids(officer, area_id=str(EAST.id))) == 2


async def test_closed_reopened_and_closed_again(projects, callers):
    task_id, officer = uuid4(), callers.as_(Role.TOWN_OFFICER, EAST)
    for day, verb in enumerate(["opened", "closed", "opened"]):
        await projects.task(verb, task_id, Role.TOWN_OFFICER, EAST_RC, JUNE + day * DAY, due_on="2026-06-10")
    (again,) = (await officer.get("/tasks")).json()["items"]
    assert (again["opened_at"], again["closed_at"]) == ("2026-06-12T02:00:00Z", None)
    await projects.task("closed", task_id, Role.TOWN_OFFICER, EAST_RC, JUNE + 3 * DAY, due_on="2026-06-10")
    assert await ids(officer) == []
    (done,) = (await officer.get("/tasks", state="closed", overdue=True)).json()["items"]
    assert (done["state"], done["closed_at"], done["overdue"]) == ("closed", "2026-06-13T02:00:00Z", True)


async def test_a_code_that_is_not_known_yet_still_stands_on_the_desk(projects, callers):
    await projects.task("opened", uuid4(), Role.TOWN_OFFICER, EAST_RC, title_code="something-new")
    (seen,) = (await callers.as_(Role.TOWN_OFFICER, EAST).get("/tasks")).json()["items"]
    assert seen["title"] == "待办事项"


async def test_a_rebuild_leaves_the_list_in_place_and_an_older_fact_changes_nothing(app, projects, callers):
    task_id, officer = uuid4(), callers.as_(Role.TOWN_OFFICER, EAST)
    await projects.task("opened", task_id, Role.TOWN_OFFICER, EAST_RC)
    before = (await officer.get("/tasks")).json()["items"]
    await wind_back(app.state.sessions, Table.metadata, ["projections"])
    during = (await officer.get("/tasks")).json()["items"]
    assert [{**each, "version": 0} for each in during] == [{**each, "version": 0} for each in before]
    projects.seq = 0
    await projects.task("opened", task_id, Role.TOWN_OFFICER, EAST_RC)
    assert (await officer.get("/tasks")).json()["items"] == before


async def test_what_was_decided_long_ago_is_forgotten(app, projects):
    old, waiting = uuid4(), uuid4()
    for task_id in (old, waiting):
        await projects.task("opened", task_id, Role.TOWN_OFFICER, EAST_RC)
    await projects.task("closed", old, Role.TOWN_OFFICER, EAST_RC)
    await sweep(app.state.sessions, JUNE + 364 * DAY)
    async with everywhere(app) as tx:
        assert len((await tx.scalars(select(Task))).all()) == 2
    await sweep(app.state.sessions, JUNE + 366 * DAY)
    async with everywhere(app) as tx:
        assert [each.id for each in await tx.scalars(select(Task))] == [waiting]
