"""Two years of the demo city's other towns: enough projects, in every state, with seasons, in weak and strong towns."""

import csv
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from deploy.demo.city import SHANGHAI, City, content
from deploy.demo.lists import VOLUNTEERS, a_month
from deploy.demo.neighbourhoods import Community, communities_of, towns
from deploy.demo.programme import Planned, planned

DATA = Path(__file__).resolve().parents[2] / "services" / "registry" / "data"


@pytest.fixture(scope="module")
def city() -> City:
    with (DATA / "dongguan_divisions.csv").open(encoding="utf-8-sig", newline="") as file:
        areas = {row["code"]: {**row, "id": row["code"]} for row in csv.DictReader(file)}
    began = datetime(2026, 11, 28, 9, tzinfo=SHANGHAI)
    return City(None, "", began, areas)  # type: ignore[arg-type] - asks nobody


@pytest.fixture(scope="module")
def told(city: City) -> list[Planned]:
    communities = [
        Community(code, town["code"], "演示社区", town["strength"], [], [], {})
        for town in towns()
        for code in communities_of(city, town["code"])
    ]
    return planned(city, communities)


def test_three_hundred_projects_stand_in_every_state(told: list[Planned]) -> None:
    states = Counter(each.project["state"] for each in told)
    assert len(told) + len(content("projects")["project"]) + len(content("purchases")["purchase"]) >= 300
    assert set(states) == {"draft", "submitted", "returned", "approved", "closed"}


def test_nobody_serves_at_two_places_on_one_day(told: list[Planned]) -> None:
    days = Counter((of.community.town, activity["ago"]) for of in told for activity in of.activities)
    assert max(days.values()) == 1


def test_strong_towns_do_many_times_what_weak_ones_do(told: list[Planned]) -> None:
    done = Counter(of.community.town for of in told)
    strongest, *_, weakest = towns()
    assert done[strongest["code"]] > 5 * done[weakest["code"]]


def test_what_belongs_to_a_season_is_designed_for_it(city: City, told: list[Planned]) -> None:
    months = {pattern["title"]: pattern["months"] for pattern in content("programme")["pattern"]}
    for of in told:
        title = of.project["title"].removeprefix(of.community.name).split("（")[0]
        drafted = city.day(of.need["ago"]) + timedelta(days=20)
        assert not months[title] or drafted.month in months[title]


def test_twenty_thousand_volunteers_register_month_by_month_and_most_in_march(city: City) -> None:
    by_month = dict(a_month(city))
    assert len(by_month) == 24
    assert abs(sum(by_month.values()) - VOLUNTEERS) < 24
    last_year = {ago: number for ago, number in by_month.items() if ago >= 12}
    most = max(last_year, key=lambda ago: last_year[ago])
    assert city.day(round(most * 365 / 12) + 15).month == 3
