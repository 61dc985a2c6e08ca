"""Expert check 20: what is frozen never changes, opens to its evidence, is made again to the byte, and is ranked."""

import hashlib
import json
from datetime import timedelta
from uuid import UUID

import psycopg
import pytest
from sqlalchemy import text, update
from sqlalchemy.exc import IntegrityError, ProgrammingError

from assessment.scorecard.model import Line
from assessment.scorecard.ranking import ranks
from assessment.scorecard.recompute import differing
from chassis.clock import wall
from chassis.testing import EAST, EAST_RC, STONE, STONE_VC, everywhere, told
from services.assessment.tests.make import JUNE, heard, named
from services.assessment.tests.scorecard.world import PARK, Year, actions_of, done, judged, line_of


@pytest.fixture
async def year(app, callers):
    return Year(app, callers)


@pytest.fixture
def scratch_allowed(app, world):
    """What only the owner of the tables may do is done here on the connection that is rolled back."""
    with psycopg.connect(world["ASSESSMENT_MIGRATION_URL"], autocommit=True) as owner:
        owner.execute("grant temporary on database assessment to assessment_app")
        yield
        owner.execute("revoke temporary on database assessment from assessment_app")


async def record(year, card):
    answer = await year.bureau.get(f"/scorecards/{card['id']}/record")
    assert answer.status_code == 200, answer.text
    return answer.content, answer.headers["ETag"].strip('"')


async def made_again(year):
    return await differing(year.app.state.sessions.kw["bind"], year.feed)


def later_facts(year):
    """A figure of the frozen year turns out otherwise: organisations were dissolved in it, a volunteer had come."""
    year.city.organisation("urban", EAST_RC, "2026-12-01", kind="deregistered")
    year.city.volunteer("late", EAST_RC, JUNE + timedelta(days=100))


async def test_check_20_a_figure_changed_after_the_freeze_leaves_the_card_as_it_was(year):
    cards = await year.opened()
    card = await year.frozen(cards[str(EAST.id)], year.east)
    content, digest = await record(year, card)
    later_facts(year)
    await heard(year.app, year.city)
    assert await record(year, card) == (content, digest)
    again = await done(year.east.get(f"/scorecards/{card['id']}"))
    assert again["total_hundredths"] == card["total_hundredths"]
    assert [line["reading"] for line in again["lines"]] == [line["reading"] for line in card["lines"]]


@pytest.mark.usefixtures("scratch_allowed")
async def test_check_20_the_export_is_made_again_from_the_logs_to_the_byte_and_a_change_is_found(year):
    cards = await year.opened()
    for place, by in ((EAST, year.east), (PARK, year.park)):
        await year.frozen(cards[str(place.id)], by)
    later_facts(year)
    await heard(year.app, year.city)
    assert await made_again(year) == (2, [])
    year.city.volunteers.events[0]["time"] = "2025-01-01T00:00:00+00:00"
    assert await made_again(year) == (2, [])  # a volunteer who came earlier still counts at the end of the year
    year.city.volunteers.events[0]["sanshescope"] = STONE.scope_key
    year.city.volunteers.events[0]["sanshearea"] = str(STONE.id)
    assert await made_again(year) == (2, [f"2026 {EAST.code} no. 1"])


async def test_what_is_frozen_says_how_it_was_computed_and_names_its_evidence_by_digest(year):
    cards = await year.opened()
    card = await year.frozen(cards[str(EAST.id)], year.east)
    content, digest = await record(year, card)
    assert hashlib.sha256(content).hexdigest() == digest
    said = json.loads(content)
    assert said["computed"]["positions"] == card["positions"]
    assert set(card["positions"]) == {"projects", "registry", "volunteers"}
    assert said["total"]["hundredths"] == card["total_hundredths"]
    (line,) = (each for each in said["lines"] if each["item"]["code"] == "leadership")
    (file,) = (await done(year.bureau.get("/attachments", subject_id=card["id"])))["items"]
    assert line["evidence"] == [file["sha256"]]
    (fact,) = await told(year.app, "assessment.scorecard.frozen.v1")
    assert (fact.data["digest"], fact.data["period"]) == (digest, "2026-01-01/2026-12-31")
    assert {each["indicator"] for each in fact.data["values"]} >= {"org_coverage", "volunteer_ratio"}


async def test_check_20_a_score_opens_down_to_the_records_behind_it(year):
    cards = await year.opened()
    card = await year.frozen(cards[str(EAST.id)], year.east)
    href = line_of(card, "volunteer_ratio")["links"]["records"]
    records = (await done(year.leader.get(href.removeprefix("/api/assessment"))))["items"]
    assert len(records) == 13
    assert records[0]["links"]["record"].startswith("/api/volunteers/volunteers/")
    (file,) = (await done(year.bureau.get("/attachments", subject_id=card["id"])))["items"]
    fetched = await year.bureau.get(f"/attachments/{file['id']}/content")
    assert fetched.status_code == 200


@pytest.mark.usefixtures("scratch_allowed")
async def test_a_late_correction_makes_a_new_version_that_names_the_old_one_and_leaves_it(year):
    cards = await year.opened()
    first = await year.frozen(cards[str(EAST.id)], year.east, judged("needs_answered", 700))
    kept = await record(year, first)
    later_facts(year)
    year.city.need("waits", "planned", project_id=named("project"))
    await heard(year.app, year.city)
    reason = {"reason": "一个组织当年已注销"}
    second = await done(year.bureau.post(f"/scorecards/{first['id']}/correction", reason, seen=first))
    assert (second["number"], second["replaces_id"], second["state"]) == (2, first["id"], "checking")
    assert line_of(second, "leadership")["report"] == line_of(first, "leadership")["report"]
    assert line_of(second, "volunteer_ratio")["reading"]["numerator"] == 14
    # What had been confirmed as computed is computed anew; what had been judged stays for the new check to see.
    assert line_of(second, "needs_answered")["points_hundredths"] == 1500
    assert line_of(second, "leadership")["points_hundredths"] == 300
    seen = await done(year.bureau.get(f"/scorecards/{first['id']}"))
    assert seen["links"]["corrected_by"] == f"/api/assessment/scorecards/{second['id']}"
    assert "correction" not in actions_of(seen)
    assert "replaced_by" not in seen["links"]
    again = await year.bureau.post(f"/scorecards/{first['id']}/correction", reason, seen=first)
    assert again.json()["type"] == "already-replaced"
    second = await done(year.bureau.post(f"/scorecards/{second['id']}/check", {"lines": []}, seen=second))
    second = await done(year.east.post(f"/scorecards/{second['id']}/acceptance", seen=second))
    second = await done(year.bureau.post(f"/scorecards/{second['id']}/freezing", seen=second))
    assert await record(year, first) == kept
    by_id = {each["id"]: each for each in (await done(year.bureau.get("/scorecards")))["items"]}
    assert by_id[first["id"]]["links"]["replaced_by"] == f"/api/assessment/scorecards/{second['id']}"
    assert [actions_of(by_id[each["id"]]) for each in (first, second)] == [[], ["correction"]]
    ranking = await done(year.stone.get("/rankings/2026"))
    assert [(each["area_id"], each["number"]) for each in ranking["items"]] == [(str(EAST.id), 2)]
    assert await made_again(year) == (2, [])


@pytest.mark.usefixtures("scratch_allowed")
async def test_a_village_that_becomes_residential_in_january_is_judged_by_what_it_was_in_december(year):
    year.city.became(STONE_VC, "RC", "2027-01-05")
    card = (await year.opened())[str(STONE.id)]
    line = line_of(card, "org_coverage")
    asked = line["reading"]["numerator"], line["reading"]["denominator"]["value"], line["points_hundredths"]
    assert asked == (1, 1, 2000)
    await year.frozen(card, year.stone)
    assert await made_again(year) == (1, [])

    async def shown(indicator):
        page = await done(year.leader.get(f"/dashboards/{STONE.id}/indicators/{indicator}"))
        return page["figure"]["state"], [each["value"] for each in page["figure"]["trend"][-2:]]

    # Since then it is asked for ten, and is none of the villages; what stood in December stands.
    assert await shown("org_coverage") == ("behind", [1.0, 0.0])
    assert await shown("org_avg_rural") == ("na", [5.0, None])
    assert await shown("org_avg_urban") == ("behind", [None, 5.0])
    for indicator, on, number in (("rural", "2026-12-31", 5), ("rural", "2027-01-05", 0), ("urban", "2027-01-05", 5)):
        asked = {"indicator": f"org_avg_{indicator}", "area_id": str(STONE.id), "on": on}
        assert len((await done(year.leader.get("/readings", **asked)))["items"]) == number
    (village,) = (await done(year.leader.get(f"/dashboards/{STONE.id}/communities")))["items"]
    assert (village["organ_kind"], village["minimum"]) == ("RC", 10)


REWRITINGS = (
    "update frozen_card set digest = 'x'",
    "delete from frozen_card",
    "update frozen_score set total_hundredths = 10000",
    "delete from frozen_score",
    "update scorecard set total_hundredths = 10000 where state = 'frozen'",
    "delete from scorecard where state = 'frozen'",
    "update scorecard_line set checked_hundredths = 1",
    "delete from scorecard_line",
    "update scorecard_line set scorecard_id = gen_random_uuid()",
    """
    insert into scorecard_line select gen_random_uuid(), scorecard_id, scope_key, 99, 'more', computed, report,
      claimed_hundredths, attachment_ids, records, checked_hundredths, waived, check_reason, objection,
      objection_attachment_ids, upheld, decided_hundredths, decision from scorecard_line limit 1
    """,
    "update scheme set lines = '[]' where state <> 'draft'",
    "delete from scheme",
)


async def test_the_database_itself_refuses_to_change_what_is_frozen(year):
    cards = await year.opened(unit_ids=[str(EAST.id)])
    await year.frozen(cards[str(EAST.id)], year.east)
    for statement in REWRITINGS:
        with pytest.raises((IntegrityError, ProgrammingError)) as refused:
            async with everywhere(year.app) as tx:
                await tx.execute(text(statement))
        assert "rewritten" in str(refused.value) or "permission denied" in str(refused.value), statement


async def test_nobody_adds_a_line_to_a_frozen_card_by_not_seeing_it(year):
    cards = await year.opened(unit_ids=[str(EAST.id), str(STONE.id)])
    await year.frozen(cards[str(EAST.id)], year.east)
    slipped = update(Line).values(scorecard_id=UUID(cards[str(EAST.id)]["id"]))
    async with year.app.state.sessions() as session:
        session.info.update(ranges=((STONE.scope_key, f"{STONE.scope_key}~"),), at=wall())
        with pytest.raises(IntegrityError, match="rewritten"):
            await session.execute(slipped)


async def test_equal_points_share_a_rank_and_leave_a_gap(year):
    assert ranks([9000, 8000, 8000, 7000]) == [1, 2, 2, 4]
    cards = await year.opened()
    for place, by in ((EAST, year.east), (STONE, year.stone), (PARK, year.park)):
        await year.frozen(cards[str(place.id)], by)
    ranking = await done(year.stone.get("/rankings/2026"))
    assert (ranking["units"], ranking["frozen"]) == (3, 3)
    points = [each["total_hundredths"] for each in ranking["items"]]
    assert points == sorted(points, reverse=True)
    assert [each["rank"] for each in ranking["items"]] == ranks(points)


async def test_the_assessment_of_a_year_ends_with_the_last_frozen_card_and_no_correction_reopens_it(year):
    cards = await year.opened()

    async def state():
        return (await done(year.leader.get(f"/schemes/{year.scheme['id']}")))["state"]

    first = await year.frozen(cards[str(EAST.id)], year.east)
    await year.frozen(cards[str(STONE.id)], year.stone)
    assert await state() == "assessing"
    await year.frozen(cards[str(PARK.id)], year.park)
    assert await state() == "assessed"
    await done(year.bureau.post(f"/scorecards/{first['id']}/correction", {"reason": "漏计"}, seen=first))
    assert await state() == "assessed"


async def test_nothing_is_frozen_that_may_still_be_objected_to_and_silence_settles_it(year):
    cards = await year.opened()
    card = await year.checked(cards[str(EAST.id)], year.east)
    assert "freezing" not in actions_of(card)
    early = await year.bureau.post(f"/scorecards/{card['id']}/freezing", seen=card)
    assert early.json()["type"] == "scorecard-elsewhere"
    year.at("2027-01-28T02:00:00Z")  # five working days after 2027-01-20 are over
    frozen = await done(year.bureau.post(f"/scorecards/{card['id']}/freezing", seen=card))
    assert frozen["state"] == "frozen"
    assert [fact.type for fact in await told(year.app) if fact.type.startswith("assessment.scorecard.")][-2:] == [
        "assessment.scorecard.settled.v1",
        "assessment.scorecard.frozen.v1",
    ]
