"""My notices: told by rule, to the organisation or the officers concerned, read by each reader for themselves."""

from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import select

from chassis.principal import Role
from chassis.testing import EAST, EAST_RC, EAST_RC_2, everywhere
from gateway.notice.model import Notice, Reading
from gateway.schedule import sweep
from services.gateway.tests.make import JUNE, Neighbour


@pytest.fixture
def projects(app):
    return Neighbour(app, "projects")


async def mine(caller, **query):
    answer = await caller.get("/notices/mine", **query)
    assert answer.status_code == 200, answer.text
    return answer.json()["items"]


async def test_told_to_the_organisation_and_the_community_once(projects, callers):
    project, provider = uuid4(), uuid4()
    await projects.tell("project.approved", EAST_RC, subject=project, organisation_id=provider)
    await projects.tell("project.returned", EAST_RC, JUNE + timedelta(hours=1), subject=project, organisation_id=None)
    manager = callers.as_(Role.ORGANISATION_MANAGER, EAST, organisation_id=provider)
    (seen,) = await mine(manager)
    assert (seen["title"], seen["state"], seen["area_name"]) == ("项目已获批准", "unread", "测试441900003001")
    assert (seen["page"], seen["links"]["record"]) == (
        f"/projects/projects/{project}",
        f"/api/projects/projects/{project}",
    )
    told = await mine(callers.as_(Role.COMMUNITY_OFFICER, EAST_RC))
    assert [each["code"] for each in told] == ["project-returned", "project-approved"]
    assert await mine(callers.as_(Role.COMMUNITY_OFFICER, EAST_RC_2)) == []
    assert await mine(callers.as_(Role.TOWN_OFFICER, EAST)) == []
    assert await mine(callers.as_(Role.ORGANISATION_MANAGER, EAST, organisation_id=uuid4())) == []
    assert (await callers.as_(Role.VOLUNTEER).get("/notices/mine")).status_code == 403


async def test_what_i_did_myself_is_not_told_to_me(projects, callers):
    me = callers.as_(Role.COMMUNITY_OFFICER, EAST_RC)
    await projects.tell("activity.cancelled", EAST_RC, by=me.account_id, subject=uuid4(), title="邻里节")
    assert await mine(me) == []
    (seen,) = await mine(callers.as_(Role.COMMUNITY_OFFICER, EAST_RC))
    assert (seen["title"], seen["about"]) == ("活动已取消", "邻里节")


async def test_read_by_one_reader_is_unread_for_the_other(projects, callers):
    await projects.tell("project.closed", EAST_RC, subject=uuid4())
    me, other = (callers.as_(Role.COMMUNITY_OFFICER, EAST_RC) for _ in range(2))
    (unread,) = await mine(me, state="unread")
    for _ in range(2):
        read = (await me.post(f"/notices/{unread['id']}/reading")).json()
        assert (read["state"], read["actions"]) == ("read", [])
    assert read["read_at"] is not None
    assert await mine(me, state="unread") == []
    assert [each["id"] for each in await mine(me, state="read")] == [unread["id"]]
    assert len(await mine(other, state="unread")) == 1
    stranger = callers.as_(Role.COMMUNITY_OFFICER, EAST_RC_2)
    assert (await stranger.post(f"/notices/{unread['id']}/reading")).status_code == 404


async def test_all_read_up_to_what_was_seen(projects, callers):
    for day in range(3):
        await projects.tell("project.closed", EAST_RC, JUNE + timedelta(days=day), subject=uuid4())
    me = callers.as_(Role.COMMUNITY_OFFICER, EAST_RC)
    until = {"until": (JUNE + timedelta(days=1)).isoformat()}
    assert (await me.post("/notices/readings", until)).json() == {"marked": 2}
    assert (await me.post("/notices/readings", until)).json() == {"marked": 0}
    assert (await me.get("/notices/mine", state="unread", count=True, limit=1)).json()["count"] == 1


async def test_the_same_fact_again_tells_nobody_twice_and_old_ones_go_with_their_readings(app, projects, callers):
    await projects.tell("project.closed", EAST_RC, subject=uuid4())
    me = callers.as_(Role.COMMUNITY_OFFICER, EAST_RC)
    (unread,) = await mine(me)
    await me.post(f"/notices/{unread['id']}/reading")
    await sweep(app.state.sessions, JUNE + timedelta(days=179))
    assert len(await mine(me)) == 1
    await sweep(app.state.sessions, JUNE + timedelta(days=181))
    async with everywhere(app) as tx:
        assert (await tx.scalars(select(Notice))).all() == (await tx.scalars(select(Reading))).all() == []
