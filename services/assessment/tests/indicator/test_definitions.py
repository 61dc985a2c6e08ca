"""Every indicator is defined by a dated text, computed by code of its own, and counted from facts that are told."""

import json
from datetime import date
from pathlib import Path

from assessment.evidence.model import SOURCES
from assessment.figure.measures import COMPUTED, measure_of
from assessment.indicator.model import Indicator, defined, definitions
from chassis.principal import Role

PUBLISHED = Path(__file__).parents[4] / "tests" / "contracts" / "published.json"
FIRST, TODAY = date(1900, 1, 1), date(2026, 11, 28)


def test_every_indicator_has_a_definition_whose_code_and_facts_exist():
    told = set(json.loads(PUBLISHED.read_text(encoding="utf-8")))
    assert {each.code for each in definitions()} == set(Indicator)
    assert len(set(Indicator)) >= 12
    for each in definitions():
        assert each.computed_by in COMPUTED
        assert set(each.facts) <= told, each.code
        assert (bool(each.source), bool(each.caution)) == (True, True)
        assert each.code in SOURCES
    assert all(defined(each, FIRST) for each in Indicator)


def test_a_share_names_what_it_divides_by():
    for each in definitions():
        assert (each.denominator is not None) == (each.unit not in {"organisations", "hours"}), each.code
    assert all(measure_of(each, TODAY) for each in Indicator)


async def test_whoever_is_measured_may_read_by_what(app, callers):
    shown = (await callers.as_(Role.ORGANISATION_MANAGER).get("/indicators")).json()["items"]
    assert [each["code"] for each in shown] == list(Indicator)
    one = (await callers.as_(Role.SOCIAL_WORKER).get("/indicators/volunteer_ratio")).json()
    assert (one["denominator"], one["assumption"]) == ("常住人口，注明口径、日期和来源", False)
    assert "computed_by" not in one
    early = await callers.as_(Role.LEADER).get("/indicators", on="1899-12-31")
    assert early.json()["type"].endswith("no-rule-in-force")
    assert (await callers.as_(Role.RESIDENT).get("/indicators")).status_code == 403
