"""Who knows a social worker: whoever acts where they are registered or serve, and nobody else."""

from uuid import uuid4

from chassis.principal import Role
from chassis.testing import EAST, EAST_RC, STONE, STONE_VC, Caller, Callers
from services.registry.tests.make import application, facility, id_number, post


async def registered(callers: Callers) -> str:
    """By the town, for the whole town."""
    answer = await callers.as_(Role.TOWN_OFFICER, EAST).post("/social-workers", application(EAST))
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


async def names(caller: Caller, worker: str) -> list[str]:
    """As the screens ask for them: a stranger's is not there, and nothing is refused."""
    answer = await caller.post("/social-workers/names", {"ids": [worker, str(uuid4())]})
    assert answer.status_code == 200, answer.text
    return [each["name"] for each in answer.json()["items"]]


async def test_a_community_knows_the_social_workers_of_its_town_by_their_masked_names(callers: Callers) -> None:
    worker, clerk = await registered(callers), callers.as_(Role.COMMUNITY_OFFICER, EAST_RC)
    assert await names(clerk, worker) == ["演*"]
    view = (await clerk.get(f"/social-workers/{worker}")).json()
    assert (view["name"], view["actions"]) == ("演*", [])
    refused = await clerk.post(f"/social-workers/{worker}/renewal", {"hours": 90}, seen=view)
    assert refused.status_code == 403
    assert (await clerk.get("/social-workers")).json()["items"] == []


async def test_who_neither_lies_below_nor_sees_them_serve_is_not_told(callers: Callers) -> None:
    worker = await registered(callers)
    for stranger in (callers.as_(Role.COMMUNITY_OFFICER, STONE_VC), callers.as_(Role.TOWN_OFFICER, STONE)):
        assert await names(stranger, worker) == []
        assert (await stranger.get(f"/social-workers/{worker}")).status_code == 404
    manager = callers.as_(Role.ORGANISATION_MANAGER, EAST_RC, organisation_id=uuid4())
    assert await names(manager, worker) == []
    assert (await callers.as_(Role.RESIDENT).post("/social-workers/names", {"ids": [worker]})).status_code == 403


async def test_a_post_or_a_stationing_elsewhere_makes_them_known_there(callers: Callers) -> None:
    bureau, other = callers.as_(Role.BUREAU_OFFICER), callers.as_(Role.COMMUNITY_OFFICER, STONE_VC)
    worker = await registered(callers)
    planned = (await bureau.post("/posts", post(STONE_VC))).json()
    filled = await bureau.post(f"/posts/{planned['id']}/filling", {"social_worker_id": worker}, seen=planned)
    assert filled.status_code == 200, filled.text
    assert await names(other, worker) == ["演*"]
    town = callers.as_(Role.TOWN_OFFICER, STONE)
    second = application(EAST, certificate_number="DEMO-000002", id_number=id_number(8))
    stationed = str((await callers.as_(Role.TOWN_OFFICER, EAST).post("/social-workers", second)).json()["id"])
    assert await names(other, stationed) == []
    here = (await town.post("/facilities", facility(STONE_VC))).json()["id"]
    moving = {"facility_id": here, "agreement": "石碣进驻〔2026〕1号", "until": "2027-01-01"}
    moved = await bureau.post("/stationings", moving | {"social_worker_id": stationed})
    assert moved.status_code == 201, moved.text
    assert await names(other, stationed) == ["演*"]
