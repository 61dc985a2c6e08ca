"""The way of a card over HTTP: who does what when, what is refused by which name, and who sees whose."""

from datetime import datetime

import pytest

from assessment.scorecard.lapsing import settle_due
from chassis.principal import Role
from chassis.testing import CITY, EAST, EAST_RC, STONE, told
from services.assessment.tests.make import heard
from services.assessment.tests.scorecard.world import (
    IN_TIME,
    ITEMS,
    LACKING,
    LATER,
    PARK,
    Year,
    actions_of,
    done,
    judged,
    line_of,
    needs_judging,
    reported,
)


@pytest.fixture
async def year(app, callers):
    return Year(app, callers)


async def refused(sent, problem):
    answer = await sent
    assert answer.json()["type"] == problem, answer.text
    return answer.json()


async def test_a_scheme_is_drafted_revised_put_in_force_by_another_and_read_by_all(year):
    await year.heard()
    terms = await year.terms()
    draft = await done(year.drafter.post("/schemes", terms))
    assert actions_of(draft) == ["revision"]
    await refused(year.stone.get(f"/schemes/{draft['id']}"), "not-found")
    assert (await done(year.stone.get("/schemes")))["items"] == []
    revised = {**terms, "title": "2026年度考核方案（修订）"}
    draft = await done(year.drafter.send("PUT", f"/schemes/{draft['id']}/revision", revised, seen=draft))
    await refused(year.drafter.post(f"/schemes/{draft['id']}/adoption", seen=draft), "own-scheme")
    scheme = await done(year.bureau.post(f"/schemes/{draft['id']}/adoption", seen=draft))
    assert (scheme["state"], actions_of(scheme)) == ("in_force", ["scorecards"])
    await refused(year.drafter.send("PUT", f"/schemes/{draft['id']}/revision", revised, seen=scheme), "scheme-decided")
    second = await done(year.drafter.post("/schemes", terms))
    await refused(year.bureau.post(f"/schemes/{second['id']}/adoption", seen=second), "scheme-year-taken")
    assert [each["id"] for each in (await done(year.stone.get("/schemes", year=2026)))["items"]] == [scheme["id"]]
    await refused(year.stone.post("/schemes", terms), "forbidden")


async def test_nobody_is_assessed_before_the_year_is_over_or_twice(year):
    await year.heard()
    scheme = await year.adopted()
    year.at("2026-12-31T10:00:00+08:00")
    await refused(year.bureau.post(f"/schemes/{scheme['id']}/scorecards", seen=scheme), "year-not-over")
    year.at("2027-01-01T10:00:00+08:00")
    opened = await done(year.bureau.post(f"/schemes/{scheme['id']}/scorecards", seen=scheme))
    assert opened["opened"] == 3
    scheme = await done(year.bureau.get(f"/schemes/{scheme['id']}"))
    await refused(year.bureau.post(f"/schemes/{scheme['id']}/scorecards", seen=scheme), "scheme-not-in-force")


async def test_values_are_those_of_the_years_last_day_with_their_denominators(year):
    year.city.organisation("after the year", EAST_RC, "2027-01-02")
    cards = await year.opened()
    east = cards[str(EAST.id)]
    ratio = line_of(east, "volunteer_ratio")
    assert (ratio["reading"]["numerator"], ratio["reading"]["denominator"]["value"]) == (13, 100)
    assert (ratio["reading"]["value_millionths"], ratio["target_millionths"]) == (130_000, 130_000)
    assert ratio["points_hundredths"] == 2000
    assert line_of(east, "org_average")["reading"]["numerator"] == 1
    assert line_of(east, "needs_answered")["reading"]["computed_hundredths"] == 700  # 50 %: eight steps below 90 %
    stone = cards[str(STONE.id)]
    assert line_of(stone, "org_coverage")["points_hundredths"] == 2000
    assert line_of(stone, "satisfaction")["reading"]["standing"] == "no_data"


async def test_what_is_nearly_a_threshold_does_not_reach_it(year):
    year.city.hours("nearly", "confirmed", 59_998)
    mark = {"kind": "threshold", "mark": 1_000_000_000, "at_most": False}
    judged_alone = {**ITEMS[-1], "weight": 80}
    items = [{**ITEMS[0], "code": "hours", "indicator": "hours", "scoring": mark}, judged_alone]
    line = line_of((await year.opened(items=items))[str(EAST.id)], "hours")
    assert (line["reading"]["value_millionths"], line["points_hundredths"]) == (999_966_666, 0)


async def test_check_4_what_does_not_apply_to_the_park_is_reweighted_and_never_zero(year):
    cards = await year.opened()
    park = await year.checked(cards[str(PARK.id)], year.park)
    coverage = line_of(park, "org_coverage")
    assert (coverage["reading"]["standing"], coverage["applies"], coverage["points_hundredths"]) == (
        "not_applicable", False, None,
    )  # fmt: skip
    assert park["applicable_weight"] == 75
    points = sum(line["points_hundredths"] or 0 for line in park["lines"])
    assert park["total_hundredths"] == (points * 100 * 2 + 75) // 150  # half up
    assert sum(line["effective_hundredths"] or 0 for line in park["lines"]) in range(9_990, 10_011)


async def test_another_town_sees_neither_card_nor_evidence_and_a_community_nothing(year, callers):
    cards = await year.opened()
    east = await year.frozen(cards[str(EAST.id)], year.east)
    assert [each["area_id"] for each in (await done(year.stone.get("/scorecards")))["items"]] == [str(STONE.id)]
    for path in (f"/scorecards/{east['id']}", f"/scorecards/{east['id']}/record"):
        await refused(year.stone.get(path), "not-found")
    assert (await done(year.stone.get("/attachments", subject_id=east["id"])))["items"] == []
    (file,) = (await done(year.east.get("/attachments", subject_id=east["id"])))["items"]
    await refused(year.stone.get(f"/attachments/{file['id']}/content"), "not-found")
    await refused(year.stone.post(f"/scorecards/{east['id']}/confirmation", seen=east), "not-found")
    ranking = await done(year.stone.get("/rankings/2026"))
    (ranked,) = ranking["items"]
    assert set(ranked) == {
        "rank", "area_id", "number", "total_hundredths", "applicable_weight", "frozen_at", "links",
    }  # fmt: skip
    assert ranked["links"] == {}
    for role, place in ((Role.COMMUNITY_OFFICER, EAST_RC), (Role.SOCIAL_WORKER, EAST_RC), (Role.OA_CLIENT, CITY)):
        await refused(callers.as_(role, place).get(f"/scorecards/{east['id']}"), "forbidden")
        await refused(callers.as_(role, place).get("/rankings/2026"), "forbidden")


async def test_a_report_is_complete_with_evidence_before_it_is_confirmed(year):
    card = (await year.opened())[str(EAST.id)]
    here = f"/scorecards/{card['id']}"
    lacking = await refused(year.east.post(f"{here}/confirmation", seen=card), "report-incomplete")
    assert [error["pointer"] for error in lacking["errors"]] == ["/lines/5", "/lines/6", "/lines/7"]

    async def report(lines, problem):
        return await refused(year.east.send("PUT", f"{here}/report", {"lines": lines}, seen=card), problem)

    await report([reported("unheard_of")], "item-unknown")
    await report([reported("leadership"), reported("leadership")], "item-unknown")
    await report([reported("publicity", claimed_hundredths=501)], "points-out-of-range")
    await report([reported("publicity", records=["https://elsewhere/x"])], "invalid")
    await report([reported("publicity", attachment_ids=[card["id"]])], "attachment-unknown")
    link = f"/api/projects/projects/{card['id']}"
    lines = [reported(code, records=[link]) for code in LACKING]
    card = await done(year.east.send("PUT", f"{here}/report", {"lines": lines}, seen=card))
    card = await done(year.east.post(f"{here}/confirmation", seen=card))
    assert card["state"] == "checking"
    await refused(year.east.send("PUT", f"{here}/report", {"lines": lines}, seen=card), "scorecard-elsewhere")


async def test_a_returned_report_is_filled_in_again_with_the_files_it_had(year):
    card = await year.confirmed((await year.opened())[str(EAST.id)], year.east)
    here = f"/scorecards/{card['id']}"
    card = await done(year.bureau.post(f"{here}/return", {"reason": "请补充拨款凭证"}, seen=card))
    assert (card["state"], card["returned_because"]) == ("reporting", "请补充拨款凭证")
    card = await year.confirmed(card, year.east)
    files = line_of(card, "leadership")["attachment_ids"]
    lines = [reported(code, attachment_ids=files) for code in LACKING]
    card = await done(year.bureau.post(f"{here}/return", {"reason": "再补充一次"}, seen=card))
    card = await done(year.east.send("PUT", f"{here}/report", {"lines": lines}, seen=card))
    assert line_of(card, "leadership")["attachment_ids"] == files


async def test_what_has_been_heard_since_is_computed_again_until_the_check(year):
    card = await year.confirmed((await year.opened())[str(STONE.id)], year.stone)
    year.city.volunteer("found", STONE)
    await heard(year.app, year.city)
    before = card["positions"]["volunteers"]
    card = await done(year.bureau.post(f"/scorecards/{card['id']}/computation", seen=card))
    assert card["positions"]["volunteers"] > before
    assert line_of(card, "volunteer_ratio")["reading"]["numerator"] == 1


async def test_the_check_judges_what_is_not_computed_and_explains_what_it_changes(year, callers):
    card = await year.confirmed((await year.opened())[str(STONE.id)], year.stone)
    here = f"/scorecards/{card['id']}"
    needed = [judged(line["item"]["code"]) for line in card["lines"] if needs_judging(line)]
    assert {each["code"] for each in needed} == {"satisfaction", "needs_answered", *LACKING}

    async def check(lines, problem):
        return await refused(year.bureau.post(f"{here}/check", {"lines": lines}, seen=card), problem)

    await check(needed[1:], "judgement-missing")
    await check([*needed, judged("org_coverage", 1000)], "judgement-unfounded")
    await check([*needed[1:], judged(needed[0]["code"], None, waived=True)], "judgement-unfounded")
    await check([*needed[1:], judged(needed[0]["code"], 2001)], "points-out-of-range")
    both = callers.as_(Role.BUREAU_OFFICER, account_id=year.stone.account_id)
    both.headers.update(year.bureau.headers)
    await refused(both.post(f"{here}/check", {"lines": needed}, seen=card), "own-report")
    waived = judged("satisfaction", None, waived=True, reason="当年未开展活动，无受访居民")
    lowered = judged("org_coverage", 1500, reason="两个组织长期未开展活动")
    lines = [each for each in needed if each["code"] != "satisfaction"] + [waived, lowered]
    card = await done(year.bureau.post(f"{here}/check", {"lines": lines}, seen=card))
    assert (card["state"], card["applicable_weight"]) == ("announced", 80)
    assert line_of(card, "org_coverage")["points_hundredths"] == 1500
    assert line_of(card, "org_coverage")["reading"]["computed_hundredths"] == 2000


async def test_the_park_is_not_scored_for_what_does_not_apply(year):
    card = await year.confirmed((await year.opened())[str(PARK.id)], year.park)
    answer = year.bureau.post(f"/scorecards/{card['id']}/check", {"lines": [judged("org_coverage")]}, seen=card)
    await refused(answer, "item-not-applicable")


async def test_check_20_an_objection_leaves_a_trail_and_is_decided_by_somebody_else(year, callers):
    card = await year.checked((await year.opened())[str(EAST.id)], year.east)
    here = f"/scorecards/{card['id']}"
    assert actions_of(await done(year.east.get(here))) == ["acceptance", "objection"]
    year.at(IN_TIME)
    body = {"lines": [{"code": "leadership", "text": "联席会议制度已建立", "attachment_ids": []}]}
    card = await done(year.east.post(f"{here}/objection", body, seen=card))
    assert (card["state"], card["decide_by"]) == ("objected", "2027-02-03")

    def decision(code="leadership", upheld=True, points=900):
        return {"lines": [{"code": code, "upheld": upheld, "points_hundredths": points, "reason": "材料属实"}]}

    await refused(year.bureau.post(f"{here}/decision", decision(), seen=card), "own-judgement")
    for wrong in (decision("publicity"), decision(points=None), decision(upheld=False)):
        await refused(year.second.post(f"{here}/decision", wrong, seen=card), "decision-incomplete")
    await refused(year.second.post(f"{here}/decision", decision(points=1001), seen=card), "points-out-of-range")
    before = card["total_hundredths"]
    card = await done(year.second.post(f"{here}/decision", decision(), seen=card))
    line = line_of(card, "leadership")
    assert (line["objection"], line["decision"], line["upheld"]) == ("联席会议制度已建立", "材料属实", True)
    assert (line["checked_hundredths"], line["decided_hundredths"], line["points_hundredths"]) == (300, 900, 900)
    assert card["total_hundredths"] == before + 600
    frozen = await done(year.bureau.post(f"{here}/freezing", seen=card))
    said = (await year.bureau.get(f"{here}/record")).json()
    assert [act["act"] for act in said["acts"]][-3:] == ["objected", "decided", "frozen"]
    (kept,) = (each for each in said["lines"] if each["item"]["code"] == "leadership")
    assert (kept["objection"], kept["checked_hundredths"], kept["decided_hundredths"]) == (
        "联席会议制度已建立",
        300,
        900,
    )
    assert frozen["state"] == "frozen"


async def test_an_objection_comes_in_time_or_not_at_all(year):
    cards = await year.opened()
    card = await year.checked(cards[str(EAST.id)], year.east)
    assert card["object_until"] == "2027-01-27"
    here = f"/scorecards/{card['id']}"
    nothing = {"lines": [{"code": "unheard_of", "text": "不合理", "attachment_ids": []}]}
    await refused(year.east.post(f"{here}/objection", nothing, seen=card), "item-unknown")
    year.at(LATER)
    late = {"lines": [{"code": "leadership", "text": "不合理", "attachment_ids": []}]}
    await refused(year.east.post(f"{here}/objection", late, seen=card), "objection-late")
    await refused(year.east.post(f"{here}/acceptance", seen=card), "objection-late")
    assert await settle_due(year.app.state.sessions, datetime.fromisoformat(LATER)) == 1
    assert await settle_due(year.app.state.sessions, datetime.fromisoformat(LATER)) == 0
    settled = await done(year.east.get(here))
    assert (settled["state"], settled["total_hundredths"]) == ("settled", card["total_hundredths"])


async def test_every_step_is_a_to_do_of_whoever_takes_the_next(year):
    cards = await year.opened(unit_ids=[str(EAST.id)])
    card = await year.checked(cards[str(EAST.id)], year.east)
    body = {"lines": [{"code": "leadership", "text": "联席会议制度已建立", "attachment_ids": []}]}
    card = await done(year.east.post(f"/scorecards/{card['id']}/objection", body, seen=card))
    dismissed = {"lines": [{"code": "leadership", "upheld": False, "points_hundredths": None, "reason": "材料不足"}]}
    card = await done(year.second.post(f"/scorecards/{card['id']}/decision", dismissed, seen=card))
    await done(year.bureau.post(f"/scorecards/{card['id']}/freezing", seen=card))
    tasks = await told(year.app, "assessment.task.opened.v1")
    opened = [(fact.data["title_code"], fact.data["role"]) for fact in tasks]
    assert opened == [
        ("scorecard-report", "town_officer"),
        ("scorecard-check", "bureau_officer"),
        ("scorecard-result", "town_officer"),
        ("scorecard-objection", "bureau_officer"),
        ("scorecard-freezing", "bureau_officer"),
    ]
    # What judges a step waits for nobody who did it: they would be refused.
    barred = {fact.data["title_code"]: fact.data["barred_account_id"] for fact in tasks}
    judged_by = {"scorecard-check": year.east.account_id, "scorecard-objection": year.bureau.account_id}
    assert barred == {code: None for code, _ in opened} | {code: str(by) for code, by in judged_by.items()}
    closed = {fact.data["task_id"] for fact in await told(year.app, "assessment.task.closed.v1")}
    assert closed == {fact.data["task_id"] for fact in tasks}
