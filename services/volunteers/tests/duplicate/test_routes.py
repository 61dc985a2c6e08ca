"""Finding one person under two documents, and judging it, over HTTP."""

from collections.abc import Callable
from uuid import UUID

from fastapi import FastAPI
from sqlalchemy import delete, update

from chassis import clock
from chassis.principal import Role
from chassis.testing import CITY, EAST, EAST_RC, EAST_RC_2, STONE, STONE_VC, Callers, everywhere, told
from services.volunteers.tests.bulk.lists import confirm, lay, line, workbook
from services.volunteers.tests.duplicate.alike import BORN, NAME, merged, residence_permit, twice, waiting
from services.volunteers.tests.make import (
    Day,
    hear_oneself,
    opportunity,
    person_number,
    registration,
    sign_up,
    volunteer,
)
from volunteers.duplicate.finding import compare, fill_in
from volunteers.duplicate.model import WAITING
from volunteers.volunteer.model import Volunteer


async def test_expert_check_13_one_person_with_two_kinds_of_document_is_found_judged_and_counted_in_one_town(
    app: FastAPI, callers: Callers
) -> None:
    (_, card), (_, permit) = await twice(callers, EAST_RC, STONE_VC)
    east, stone = (callers.as_(Role.TOWN_OFFICER, town) for town in (EAST, STONE))
    [pair] = await waiting(stone)
    assert [each["id"] for each in await waiting(east)] == [pair["id"]]
    here, elsewhere = pair["sides"]
    assert (here["area_id"], here["number"]) == (str(STONE_VC.id), permit["number"])
    # Of another town no more than its name, and nothing in full.
    assert (elsewhere["area_id"], elsewhere["elsewhere"], elsewhere["number"]) == (str(EAST.id), True, None)
    assert {each["name"] for each in pair["sides"]} == {"陈*"}
    assert all("*" in each["id_number"] for each in pair["sides"])
    answer = await merged(stone, pair, card)
    assert (answer.status_code, answer.json()["state"], answer.json()["actions"]) == (200, "same", []), answer.text
    assert await waiting(stone) == await waiting(east) == []
    # Counted once from here on, where the registration lies that stays: the other one is told as withdrawn.
    [withdrawn] = await told(app, "volunteers.volunteer.withdrawn.v1")
    assert (withdrawn.data["volunteer_id"], withdrawn.area_id) == (permit["id"], STONE_VC.id)
    [judged] = await told(app, "volunteers.duplicate.judged.v1")
    assert (judged.data["verdict"], judged.data["stays_id"]) == ("same", card["id"])
    standing = (await callers.as_(Role.BUREAU_OFFICER, CITY).get("/volunteers", state="registered")).json()["items"]
    assert [(each["id"], each["area_id"]) for each in standing] == [(card["id"], str(EAST_RC.id))]
    closed = (await stone.get(f"/volunteers/{permit['id']}")).json()
    assert (closed["state"], closed["continued_as_id"]) == ("withdrawn", card["id"])
    assert closed["links"]["duplicate"] == f"/api/volunteers/duplicates/{pair['id']}"


async def test_only_officers_of_a_town_that_one_lives_in_see_the_pair(callers: Callers) -> None:
    await twice(callers, EAST_RC, EAST_RC_2)
    [pair] = await waiting(callers.as_(Role.TOWN_OFFICER, EAST))
    assert [each["elsewhere"] for each in pair["sides"]] == [False, False]
    stranger = callers.as_(Role.TOWN_OFFICER, STONE)
    assert await waiting(stranger) == []
    assert (await stranger.get(f"/duplicates/{pair['id']}")).status_code == 404
    for role, place in ((Role.COMMUNITY_OFFICER, EAST_RC), (Role.LEADER, EAST), (Role.VOLUNTEER, None)):
        assert (await callers.as_(role, *([place] if place else [])).get("/duplicates")).status_code == 403


async def test_nothing_but_the_same_name_and_birth_date_makes_a_pair(callers: Callers) -> None:
    await volunteer(callers, name=NAME, id_number=person_number(BORN))
    await volunteer(callers, name="陈小文", id_number=person_number(BORN))
    await volunteer(callers, name=NAME, id_number=person_number("19791005"))
    assert await waiting(callers.as_(Role.BUREAU_OFFICER, CITY)) == []


async def test_three_of_a_kind_are_three_pairs_page_by_page_and_counted(app: FastAPI, callers: Callers) -> None:
    for place in (EAST_RC, EAST_RC_2, STONE_VC):
        await volunteer(callers, place, name=NAME, id_number=person_number(BORN))
    await compare(app.state.sessions, clock.wall())
    city, east = callers.as_(Role.BUREAU_OFFICER, CITY), callers.as_(Role.TOWN_OFFICER, EAST)
    first = (await city.get("/duplicates", limit=2, count=True)).json()
    rest = (await city.get("/duplicates", limit=2, after=first["next"])).json()
    assert (first["count"], len(rest["items"]), rest["next"]) == (3, 1, None)
    assert len({each["id"] for each in first["items"] + rest["items"]}) == 3
    assert len(await waiting(east)) == 3
    [*_, last] = first["items"]
    different = await city.post(f"/duplicates/{last['id']}/distinction", {"reason": "同名同日生"}, seen=last)
    assert (different.json()["state"], different.json()["reason"]) == ("different", "同名同日生"), different.text
    assert len(await waiting(city)) == 2
    again = await city.post(f"/duplicates/{last['id']}/distinction", {"reason": "再看一次"}, seen=different.json())
    assert (again.status_code, again.json()["type"]) == (409, "already-judged")


async def test_an_officer_closes_only_what_lies_in_their_own_town(callers: Callers) -> None:
    (_, card), (_, permit) = await twice(callers, EAST_RC, STONE_VC)
    stone = callers.as_(Role.TOWN_OFFICER, STONE)
    [pair] = await waiting(stone)
    refused = await merged(stone, pair, permit)
    assert (refused.status_code, refused.json()["type"]) == (403, "closed-elsewhere")
    assert (await merged(callers.as_(Role.BUREAU_OFFICER, CITY), pair, permit)).status_code == 200
    assert (await callers.as_(Role.TOWN_OFFICER, EAST).get(f"/volunteers/{card['id']}")).json()["state"] == "withdrawn"


async def test_a_judgement_is_of_the_version_that_was_seen(callers: Callers) -> None:
    (person, card), (_, permit) = await twice(callers)
    officer = callers.as_(Role.BUREAU_OFFICER, CITY)
    [pair] = await waiting(officer)
    blind = await officer.post(f"/duplicates/{pair['id']}/merger", {"stays_id": card["id"], "reason": "同一人"})
    assert (blind.status_code, blind.json()["type"]) == (428, "version-missing")
    moved = {"area_id": str(EAST_RC_2.id), "groups": [], "skills": []}
    changed = await person.send("PUT", f"/volunteers/{card['id']}/profile", json=moved, seen=card)
    assert changed.status_code == 200, changed.text
    stale = await merged(officer, pair, card)
    assert (stale.status_code, stale.json()["type"]) == (412, "version-stale")
    [pair] = await waiting(officer)
    neither = await merged(officer, pair, {"id": str(EAST.id)})
    assert (neither.status_code, neither.json()["type"]) == (422, "not-of-the-pair")
    assert (await merged(officer, pair, permit)).status_code == 200


async def test_nobody_judges_their_own_registrations(app: FastAPI, callers: Callers) -> None:
    _, (_, permit) = await twice(callers)
    async with everywhere(app) as tx:
        person_id = (await tx.get_one(Volunteer, UUID(permit["id"]))).person_id
    oneself = callers.as_(Role.BUREAU_OFFICER, CITY, person_id=person_id)
    [pair] = await waiting(oneself)
    assert pair["actions"] == []
    refused = await merged(oneself, pair, permit)
    assert (refused.status_code, refused.json()["type"]) == (403, "judges-oneself")
    [pair] = await waiting(callers.as_(Role.BUREAU_OFFICER, CITY))
    assert [each["name"] for each in pair["actions"]] == ["merger", "distinction"]


async def test_hours_stay_readable_and_what_was_to_come_is_given_back(
    app: FastAPI, callers: Callers, demo_time: Callable[[str], dict[str, str]]
) -> None:
    day = await Day(app, callers, demo_time).begin({"name": NAME, "id_number": person_number(BORN)})
    hours = await day.serve()
    _, coming = await opportunity(app, starts_at="2030-05-01T01:00:00Z", ends_at="2030-05-01T03:00:00Z")
    signup = await sign_up(day.volunteer, coming)
    permit = {"id_type": "hk_macau_residence", "id_number": residence_permit(), "name": NAME}
    person, stays = await volunteer(callers, EAST_RC_2, **permit)
    officer = callers.as_(Role.TOWN_OFFICER, EAST)
    [pair] = await waiting(officer)
    assert (await merged(officer, pair, stays)).status_code == 200
    await hear_oneself(app)
    for of in (day.me, stays):
        kept = (await officer.get("/hours", volunteer_id=of["id"])).json()["items"]
        assert [each["id"] for each in kept] == [hours["id"]]
    # By the account of the one that stays, and by no other.
    assert [each["id"] for each in (await person.get("/hours")).json()["items"]] == [hours["id"]]
    assert (await day.volunteer.get("/hours")).json()["items"] == []
    total = (await person.get("/hours/total", volunteer_id=stays["id"])).json()
    assert (total["confirmed_minutes"], total["waiting_minutes"]) == (0, hours["minutes"])
    disputed = await person.post(f"/hours/{hours['id']}/dispute", {"reason": "我待到了最后"}, seen=hours)
    assert disputed.json()["state"] == "disputed", disputed.text
    after = (await person.get(f"/signups/{signup['id']}")).json()
    assert (after["state"], after["cancelled_because"]) == ("cancelled", "withdrawn")
    counts = {each["key"]: each["count"] for each in (await person.get("/volunteers/mine")).json()["sections"]}
    assert {key: counts[key] for key in ("volunteer", "signup", "attendance", "hours")} == {
        "volunteer": 2,
        "signup": 2,
        "attendance": 1,
        "hours": 1,
    }


async def test_the_account_of_what_is_closed_goes_on_with_a_registration_on_paper(
    app: FastAPI, callers: Callers
) -> None:
    officer = callers.as_(Role.TOWN_OFFICER, EAST)
    paper = line(姓名=NAME, 证件号码=person_number(BORN))
    await confirm(app, officer, await lay(app, officer, workbook(paper)))
    permit = {"id_type": "hk_macau_residence", "id_number": residence_permit(), "name": NAME}
    person, phone = await volunteer(callers, EAST_RC_2, **permit)
    [pair] = await waiting(officer)
    [stays] = [each for each in pair["sides"] if each["on_paper"]]
    answer = await merged(officer, pair, {"id": stays["volunteer_id"]})
    assert answer.status_code == 200, answer.text
    mine = (await person.get("/volunteers")).json()["items"]
    assert {each["id"]: each["state"] for each in mine} == {
        stays["volunteer_id"]: "registered",
        phone["id"]: "withdrawn",
    }
    registered = (await told(app, "volunteers.volunteer.registered.v1"))[-1]
    assert registered.data["volunteer_id"] == stays["volunteer_id"]
    _, place = await opportunity(app)
    assert (await sign_up(person, place))["volunteer_id"] == stays["volunteer_id"]


async def test_a_document_of_a_closed_registration_registers_nobody_anew(app: FastAPI, callers: Callers) -> None:
    officer, number = callers.as_(Role.TOWN_OFFICER, EAST), person_number(BORN)
    _, card = await volunteer(callers, name=NAME, id_number=number)
    permit = {"id_type": "hk_macau_residence", "id_number": residence_permit(), "name": NAME}
    _, stays = await volunteer(callers, EAST_RC_2, **permit)
    [pair] = await waiting(officer)
    assert (await merged(officer, pair, stays)).status_code == 200
    again = await callers.as_(Role.VOLUNTEER).post("/volunteers", registration(name=NAME, id_number=number))
    assert (again.status_code, again.json()["type"]) == (409, "registration-continued")
    job = await lay(app, officer, workbook(line(姓名=NAME, 证件号码=number)))
    assert job["counts"] == {"kept": 1}, job
    assert (await officer.get(f"/volunteers/{card['id']}")).json()["state"] == "withdrawn"


async def test_registrations_from_before_are_found_once_filled_in(app: FastAPI, callers: Callers) -> None:
    await twice(callers, EAST_RC, EAST_RC_2)
    async with everywhere(app) as tx:
        await tx.execute(update(Volunteer).values(likeness=None))
    officer = callers.as_(Role.TOWN_OFFICER, EAST)
    async with everywhere(app) as tx:
        await tx.execute(delete(WAITING))
    assert await waiting(officer) == []
    assert await fill_in(app.state.sessions, app.state.vault, clock.wall()) == 2
    assert await fill_in(app.state.sessions, app.state.vault, clock.wall()) == 0
    assert len(await waiting(officer)) == 1
