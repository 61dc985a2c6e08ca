"""Finding opportunities without signing in, and what published activities make of them."""

from datetime import timedelta
from uuid import UUID

from fastapi import FastAPI
from sqlalchemy import delete

from chassis.testing import EAST, EAST_RC, STONE, STONE_VC, Callers, everywhere, told
from services.volunteers.tests.make import SOON, activity, hear, opportunity, sign_up, volunteer, wanting
from volunteers.opportunity.model import Activity, Opportunity, opportunity_id


async def test_anybody_reads_what_is_published(app: FastAPI, callers: Callers) -> None:
    heard, id_ = await opportunity(app)
    view = (await callers.signed_out().get(f"/opportunities/{id_}")).json()
    assert (view["title"], view["role"], view["places_left"], view["state"]) == ("敬老探访", "visitor", 2, "open")
    assert view["place"]["latitude"] == 23.02
    assert view["links"]["activity"] == f"/api/projects/activities/{heard['activity_id']}"
    assert view["actions"] == []
    signed_in, _ = await volunteer(callers)
    assert [each["name"] for each in (await signed_in.get(f"/opportunities/{id_}")).json()["actions"]] == ["signup"]


async def test_lists_soonest_first_by_area_and_by_free_places(app: FastAPI, callers: Callers) -> None:
    later = SOON + timedelta(days=1)
    _, far = await opportunity(
        app, place=STONE_VC, starts_at=later.isoformat(), ends_at=(later + timedelta(hours=1)).isoformat()
    )
    _, near = await opportunity(app)
    _, full = await opportunity(app, wanted=wanting(0))
    anybody = callers.signed_out()

    async def listed(**query: object) -> list[str]:
        answer = await anybody.get("/opportunities", **query)
        return [each["id"] for each in answer.json()["items"]]

    assert await listed() == [*sorted([str(near), str(full)]), str(far)]
    assert await listed(has_places=True) == [str(near), str(far)]
    assert await listed(area_id=str(STONE.id)) == [str(far)]
    assert await listed(**{"from": later.isoformat()}) == [str(far)]
    first = (await anybody.get("/opportunities", limit=1, count=True)).json()
    assert first["count"] == 3
    assert len(await listed(after=first["next"])) == 2


async def test_heard_twice_there_is_one_and_the_newest_details_hold(app: FastAPI, callers: Callers) -> None:
    heard, id_ = await opportunity(app)
    await hear(app, "published", {**heard, "title": "敬老探访(改期)", "wanted": wanting(5)})
    view = (await callers.signed_out().get(f"/opportunities/{id_}")).json()
    assert (view["title"], view["capacity"]) == ("敬老探访(改期)", 5)


async def test_a_cut_keeps_who_is_in_and_says_so(app: FastAPI, callers: Callers) -> None:
    heard, id_ = await opportunity(app)
    for _ in range(2):
        await sign_up((await volunteer(callers))[0], id_)
    await hear(app, "published", {**heard, "wanted": wanting(1)})
    view = (await callers.signed_out().get(f"/opportunities/{id_}")).json()
    assert (view["taken"], view["places_left"], view["overfull"]) == (2, 0, True)
    fact = (await told(app, "volunteers.opportunity.overfull.v1"))[0]
    assert (fact.data["wanted"], fact.data["taken"]) == (1, 2)


async def test_places_survive_a_rebuild_of_the_copies(app: FastAPI, callers: Callers) -> None:
    heard, id_ = await opportunity(app)
    await sign_up((await volunteer(callers))[0], id_)
    async with everywhere(app) as tx:
        await tx.execute(delete(Opportunity))
        await tx.execute(delete(Activity))
    assert (await callers.signed_out().get(f"/opportunities/{id_}")).status_code == 404
    await hear(app, "published", heard)
    assert (await callers.signed_out().get(f"/opportunities/{id_}")).json()["taken"] == 1


async def test_a_role_no_longer_wanted_is_cut_to_nothing(app: FastAPI, callers: Callers) -> None:
    heard = activity(place=EAST_RC)
    await hear(app, "published", heard)
    await hear(
        app, "published", {**heard, "wanted": [{"role": "driver", "name": "司机", "count": 1, "minimum_age": 18}]}
    )
    gone = opportunity_id(UUID(heard["activity_id"]), "visitor")
    assert (await callers.signed_out().get(f"/opportunities/{gone}")).json()["capacity"] == 0
    listed = (
        await callers.signed_out().get("/opportunities", activity_id=heard["activity_id"], area_id=str(EAST.id))
    ).json()
    assert len(listed["items"]) == 2
