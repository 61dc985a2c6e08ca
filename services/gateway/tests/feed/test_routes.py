"""The feed for other systems: only what lies in their area, without persons' keys, and never asked for twice."""

from uuid import uuid4

from chassis.principal import Role
from chassis.testing import EAST, EAST_RC, STONE_VC, Caller
from gateway.feed import routes
from services.gateway.tests.client.test_routes import opened, permitted, token


class Told:
    """A neighbour with some facts, answering as its own feed does."""

    def __init__(self, *facts):
        self.facts, self.asked = facts, []

    async def get(self, path, query, **_):
        self.asked.append(query)
        return [each for each in self.facts if each["sansheseq"] > query["after"] and each["type"] in query["type"]][
            : query["limit"]
        ]


def fact(seq, place, kind="hours.confirmed", **data):
    return {
        "id": str(uuid4()),
        "type": f"volunteers.{kind}.v1",
        "subject": data.get("volunteer_id", str(uuid4())),
        "sansheseq": seq,
        "sansheactor": str(uuid4()),
        "sanshearea": str(place.id),
        "sanshescope": place.scope_key,
        "data": {"minutes": 60, "project_id": str(uuid4()), **data},
    }


async def reader(callers):
    opening = await opened(callers)
    await permitted(callers, opening)
    return Caller(callers.app, (await token(callers, opening))["access_token"])


async def test_only_what_lies_in_the_area_leaves_and_the_place_moves_on(app, callers, monkeypatch):
    told = Told(fact(1, STONE_VC), fact(2, EAST_RC), fact(3, EAST), fact(4, STONE_VC))
    monkeypatch.setitem(app.state.neighbours, "volunteers", told)
    client = await reader(callers)
    answer = await client.get("/feed/volunteers")
    assert [each["sansheseq"] for each in answer.json()] == [2, 3]
    assert answer.headers["sanshe-next"] == "4"
    assert "after=4" in answer.headers["link"]
    assert (await client.get("/feed/volunteers", after=4)).json() == []


async def test_a_full_answer_goes_on_where_it_ended(app, callers, monkeypatch):
    told = Told(*[fact(seq, EAST_RC) for seq in range(1, 8)])
    monkeypatch.setitem(app.state.neighbours, "volunteers", told)
    client, seen, place = await reader(callers), [], 0
    while batch := (answer := await client.get("/feed/volunteers", after=place, limit=3)).json():
        seen += [each["sansheseq"] for each in batch]
        place = int(answer.headers["sanshe-next"])
    assert seen == [1, 2, 3, 4, 5, 6, 7]


async def test_a_long_stretch_elsewhere_is_passed_over_in_pages(app, callers, monkeypatch):
    monkeypatch.setattr(routes, "PAGE", 2)
    monkeypatch.setattr(routes, "MOST_PAGES", 2)
    told = Told(*[fact(seq, STONE_VC) for seq in range(1, 6)], fact(6, EAST))
    monkeypatch.setitem(app.state.neighbours, "volunteers", told)
    client = await reader(callers)
    first = await client.get("/feed/volunteers")
    assert (first.json(), first.headers["sanshe-next"]) == ([], "4")
    second = await client.get("/feed/volunteers", after=4)
    assert [each["sansheseq"] for each in second.json()] == [6]


async def test_no_key_of_a_person_leaves_nor_who_acted(app, callers, monkeypatch):
    person, account = str(uuid4()), str(uuid4())
    told = Told(fact(1, EAST, volunteer_id=person, second_account_id=account, person_id=person))
    monkeypatch.setitem(app.state.neighbours, "volunteers", told)
    answer = await (await reader(callers)).get("/feed/volunteers")
    assert answer.json()[0]["data"]["minutes"] == 60
    assert person not in answer.text
    assert account not in answer.text
    assert told.facts[0]["sansheactor"] not in answer.text


async def test_what_lies_under_seal_in_no_area_leaves_to_nobody(app, callers, monkeypatch):
    sealed = fact(1, EAST) | {"sanshescope": ""}
    monkeypatch.setitem(app.state.neighbours, "volunteers", Told(sealed))
    assert (await (await reader(callers)).get("/feed/volunteers")).json() == []


async def test_a_kind_that_is_not_offered_is_refused_by_name(callers):
    answer = await (await reader(callers)).get("/feed/projects", type="projects.bid.submitted.v1")
    assert (answer.status_code, answer.json()["type"]) == (422, "fact-not-offered")


async def test_officers_have_screens_and_not_the_feed(callers):
    answer = await callers.as_(Role.BUREAU_OFFICER).get("/feed/projects")
    assert (answer.status_code, answer.json()["type"]) == (403, "forbidden")
