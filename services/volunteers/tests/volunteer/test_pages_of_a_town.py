"""A town's list is put together from those of its communities: page by page it is the same list."""

from chassis.principal import Role
from chassis.testing import EAST, EAST_RC, EAST_RC_2, STONE_VC
from services.volunteers.tests.make import volunteer


async def pages(caller, **query):
    """The ids of every page, and how often another one was asked for."""
    found, after = [], {}
    while True:
        page = (await caller.get("/volunteers", limit=2, **query, **after)).json()
        found.append([each["id"] for each in page["items"]])
        if page["next"] is None:
            return found
        after = {"after": page["next"]}


async def test_pages_neither_skip_nor_repeat_nor_reach_beyond_the_town(callers):
    places = (EAST_RC, EAST_RC_2, STONE_VC, EAST_RC_2, EAST_RC, EAST_RC, STONE_VC, EAST_RC_2, EAST_RC)
    made = [(place, (await volunteer(callers, place, groups=["retiree"]))[1]["id"]) for place in places]
    await volunteer(callers, EAST_RC, groups=["technician"])
    newest_first = [each for place, each in reversed(made) if place is not STONE_VC]
    expected = [newest_first[start : start + 2] for start in range(0, len(newest_first), 2)]
    assert await pages(callers.as_(Role.TOWN_OFFICER, EAST), group="retiree") == expected
    assert await pages(callers.as_(Role.BUREAU_OFFICER), group="retiree", area_id=str(EAST.id)) == expected
    elsewhere = await callers.as_(Role.TOWN_OFFICER, EAST).get("/volunteers", area_id=str(STONE_VC.id))
    assert elsewhere.json()["items"] == []
