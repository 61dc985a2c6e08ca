"""The demo city's content fits together, obeys what the services will ask of it, and is counted back from one day."""

import csv
import tomllib
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from chassis.principal import Role
from deploy.demo.cast import officer_of, posts
from deploy.demo.city import SHANGHAI, City, content
from deploy.demo.facilities import MOVED_IN_AGO
from deploy.demo.kept import Kept
from deploy.demo.organisations import DRAFTERS, filings
from deploy.demo.registrations import FEN, credit_code
from projects.deliberation.dated import DeliberationRule
from registry.organisation import uscc
from registry.organisation.model import Kind
from registry.registration.dated import RegistrationLaw

DATA = Path(__file__).resolve().parents[2] / "services" / "registry" / "data"
NOT_BY_SIGN_IN = {Role.OA_CLIENT, Role.SERVICE}
FIRST = {Role.BUREAU_OFFICER, Role.LEADER, Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN}
BY_PHONE = {Role.VOLUNTEER, Role.RESIDENT}


@pytest.fixture(scope="module")
def areas() -> dict[str, dict[str, str]]:
    with (DATA / "dongguan_divisions.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["code"]: row for row in csv.DictReader(file)}


def town_names(areas: dict[str, dict[str, str]]) -> dict[str, str]:
    return {code: row["name"] for code, row in areas.items() if row["level"] == "township"}


def test_every_role_a_person_would_try_is_listed() -> None:
    listed = {Role(post["role"]) for post in content("cast")["staff"]}
    assert listed | FIRST | BY_PHONE == set(Role) - NOT_BY_SIGN_IN


def test_organisations_are_named_once_and_as_the_law_asks(areas: dict[str, dict[str, str]]) -> None:
    endings = tomllib.loads((DATA / "filing_conditions.toml").read_text())["rule"][0]["name_endings"]
    found = filings(town_names(areas))
    assert len({filing.name for filing in found}) == len(found)
    assert all(filing.name.endswith(tuple(endings)) and filing.name.startswith("演示·") for filing in found)


def test_every_organisation_lies_in_a_community_whose_town_has_an_officer(areas: dict[str, dict[str, str]]) -> None:
    known = {post["username"] for post in posts()} | {"bureau.officer"}
    for filing in filings(town_names(areas)):
        assert areas[filing.area]["level"] == "village"
        assert {filing.drafter, filing.officer} <= known


def test_registered_bodies_have_sound_codes_of_their_kind_and_an_officer(areas: dict[str, dict[str, str]]) -> None:
    told, known = content("registrations"), {post["username"] for post in posts()}
    codes = {credit_code(serial, body["kind"]): Kind(body["kind"]) for serial, body in enumerate(told["body"], 1)}
    assert len(codes) == len(told["body"])
    assert all(uscc.check(code, kind) == [] for code, kind in codes.items())
    law = RegistrationLaw.on(date(2026, 11, 23))
    for body in told["body"]:
        least = law.least(Kind(body["kind"]), in_community=areas[body["area"]]["level"] == "village")
        assert (body["members"] >= least.members, body["yuan"] * FEN >= least.funds_fen) == (True, True)
        assert body["ago"] > MOVED_IN_AGO
    assert {officer_of(each["area"]) for each in (*told["body"], *told["promotion"])} <= known


def test_projects_take_up_accepted_needs_once() -> None:
    accepted = {need["id"] for need in content("needs")["need"] if need.get("fate", "accepted") == "accepted"}
    designed = [*content("projects")["project"], *content("purchases")["purchase"]]
    taken = [name for project in designed for name in project["needs"]]
    assert set(taken) <= accepted
    assert len(set(taken)) == len(taken)


def test_deliberations_are_told_in_time_held_with_a_quorum_and_heard_by_newcomers() -> None:
    told, rule = content("deliberations")["deliberation"], DeliberationRule.on(date(2026, 11, 23))
    assert len({each["id"] for each in told}) == len(told) == 6
    assert {each.get("outcome", "held" if "minutes" in each else "coming") for each in told} == {
        *("agreed", "escalated", "held", "coming")
    }
    for each in told:
        invited, came = each["invited"], each.get("came")
        assert each["told"] - each["met"] >= rule.notice_days
        assert {*invited} <= rule.parties
        assert all(invited[party] > 0 for party in rule.required)
        assert (each["met"] > 0) == (came is not None)
        if came is not None:
            assert sum(min(came[party], invited[party]) for party in came) >= rule.quorum(sum(invited.values()))
            assert all(came[party] > 0 for party in rule.required)


def test_deliberations_grow_from_accepted_needs_and_are_convened_by_who_is_there() -> None:
    accounts = {post["username"]: post["area"] for post in posts()}
    needs, known = {need["id"]: need for need in content("needs")["need"]}, dict[str, dict[str, Any]]()
    for each in content("deliberations")["deliberation"]:
        assert accounts[each["by"]] == each["area"]
        for need in (needs[name] for name in each["needs"]):
            assert need.get("fate", "accepted") == "accepted"
            assert need["area"].startswith(each["area"])
            assert need["ago"] - 1 > each["told"]
        if "continues" in each:
            before = known[each["continues"]]
            assert before["outcome"] == "escalated"
            assert before["concluded"] > each["told"]
        known[each["id"]] = each


def test_what_was_agreed_is_answered_for_and_projects_grow_from_it() -> None:
    told = {each["id"]: each for each in content("deliberations")["deliberation"]}
    items = [(each, item) for each in told.values() for item in each.get("item", [])]
    for each, item in items:
        assert each["outcome"] == "agreed"
        assert ("role" in item) != ("organisation" in item)
        assert item["due"] <= each["concluded"]
        assert item.get("done", item.get("dropped", 0)) < each["concluded"]
    assert {"done" in item or "dropped" in item for _, item in items} == {True, False}
    grown = [*content("projects")["project"], *content("purchases")["purchase"]]
    for project in (each for each in grown if "deliberation" in each):
        agreed = told[project["deliberation"]]
        assert agreed["outcome"] == "agreed"
        assert project["ago"] < agreed["concluded"]
        assert {*project["needs"]} <= {*agreed["needs"]}


def test_activities_belong_to_what_was_approved_and_are_led_by_the_registered() -> None:
    projects = {project["id"]: project for project in content("projects")["project"]}
    bought = {each["id"]: each for each in content("purchases")["purchase"]}
    workers = {worker["id"]: worker for worker in content("cast")["social_worker"]}
    for activity in content("activities")["activity"]:
        if "stage" in activity:
            before = bought[activity["project"]]["stages"][: activity["stage"] - 1]
            assert activity.get("ago", 0) < min(
                [bought[activity["project"]]["signed"], *(each["asked"] for each in before)]
            )
        else:
            project = projects[activity["project"]]
            assert project["state"] in {"approved", "closed"}
            assert activity.get("ago", 0) < project["decided"]
        assert activity.get("ago", 0) < workers[activity["lead"]]["ago"]
        assert activity["place"] in content("activities")["places"]


def test_stages_go_in_order_and_enough_who_answer_took_part() -> None:
    asked = [activity for activity in content("activities")["activity"] if "stage" in activity]
    here = sum(home["count"] for home in content("cast")["residents"]["homes"] if home["area"].startswith("441900003"))
    for purchase in (each for each in content("purchases")["purchase"] if "stages" in each):
        days = ("asked", "corrected", "resubmitted", "passed", "requested", "paid")
        told = [[stage[day] for day in days if day in stage] for stage in purchase["stages"]]
        flat = [day for stage in told for day in stage[:1]]
        assert flat == sorted(flat, reverse=True)
        assert all(each == sorted(each, reverse=True) for each in told)
        assert sum(stage["percent"] for stage in purchase["stages"]) == 100
        for no in range(1, len(flat) + 1):
            mine = [each for each in asked if (each["project"], each["stage"]) == (purchase["id"], no)]
            assert mine
            assert all(each["talking"] and here >= each["participants"] >= 20 for each in mine)
            assert all(each["ago"] - 1 > purchase["stages"][no - 1]["asked"] for each in mine)


def test_who_decides_on_needs_has_an_account() -> None:
    known = {post["username"] for post in posts()}
    assert {DRAFTERS.get(need["area"], officer_of(need["area"])) for need in content("needs")["need"]} <= known


@pytest.mark.parametrize("today", range(22, 29))
def test_saturdays_lie_before_what_was_and_after_what_comes(today: int) -> None:
    city = City(None, "", datetime(2026, 11, today, 9, tzinfo=SHANGHAI))  # type: ignore[arg-type] - asks nobody
    for days in (203, 64, -4):
        found = city.saturday(days)
        assert city.day(found).isoweekday() == 6
        assert abs(found) - abs(days) in range(7)


def test_a_run_that_was_cut_off_goes_on_with_its_day_and_its_passwords(tmp_path: Path) -> None:
    begun = Kept.of(tmp_path)
    begun.promise(["somebody"])
    again = Kept.of(tmp_path)
    again.promise(["somebody", "somebody.else"])
    assert again.began == begun.began
    assert again.passwords["somebody"] == begun.passwords["somebody"]
    assert (tmp_path / "demo-city.json").stat().st_mode & 0o777 == 0o600
