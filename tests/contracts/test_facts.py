"""What followers need is what producers tell, and a published fact only ever gains optional fields.

`published.json` holds every version ever published; `python -m tests.contracts.publish` adds new ones and changes none.
"""

import importlib
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chassis import clock, facts
from chassis.follow import Follower
from deploy.local.settings import SERVICES

PUBLISHED: dict[str, Any] = json.loads((Path(__file__).parent / "published.json").read_text())


@cache
def produced() -> dict[str, dict[str, Any]]:
    """The data schema of every fact that the services tell now."""
    for name in SERVICES:
        importlib.import_module(f"{name}.main")
    return {
        fact.TYPE: fact.model_json_schema(mode="serialization")
        for fact in facts.registered()
        if fact.TYPE.split(".", 1)[0] in SERVICES
    }


def followed() -> list[tuple[str, str, type]]:
    """(follower, fact type, what it needs) of every service."""
    found = []
    for name in SERVICES:
        followers: list[Follower] = importlib.import_module(f"{name}.main").service.followers
        found += [
            (f"{name}.{follower.name}", kind, hearing.heard)
            for follower in followers
            for kind, hearing in follower.handlers.items()
        ]
    return found


@pytest.mark.parametrize(("who", "kind", "heard"), followed(), ids=str)
def test_followers_hear_what_is_told(who: str, kind: str, heard: Any) -> None:
    assert kind in produced(), f"{who} waits for {kind}, which nobody tells"
    told = produced()[kind]["properties"]
    needed = [field.alias or name for name, field in heard.model_fields.items() if field.is_required()]
    assert [name for name in needed if name not in told] == []


@pytest.mark.parametrize(("who", "kind", "heard"), followed(), ids=str)
@settings(max_examples=20, deadline=None, derandomize=True)
@given(data=st.data())
def test_whatever_is_told_is_understood(data: st.DataObject, who: str, kind: str, heard: Any) -> None:
    (fact,) = [each for each in facts.registered() if kind == each.TYPE]
    # What a fact leaves open in its type is open in meaning too: nobody may need it.
    untyped = {name: st.none() for name, field in fact.model_fields.items() if "Any" in str(field.annotation)}
    told = data.draw(st.builds(fact, **untyped))
    row = facts.row_of(told, by=who, at=clock.wall(), request_id="")
    heard.model_validate(json.loads(json.dumps(row["data"])))


def test_published_facts_only_gain_optional_fields() -> None:
    for kind, before in PUBLISHED.items():
        now = produced().get(kind)
        assert now is not None, f"{kind} is published and may not disappear"
        for name, schema in before["properties"].items():
            assert now["properties"].get(name) == schema, f"{kind}.{name} changed"
        assert now.get("$defs", {}).items() >= before.get("$defs", {}).items(), f"{kind}: a part of it changed"
        # What is written is always complete: a follower may rely on what was promised, and on nothing gained since.
        assert set(now.get("required", [])) >= set(before.get("required", [])), f"{kind} promises less"


def test_every_fact_is_published() -> None:
    assert sorted(set(produced()) - set(PUBLISHED)) == [], "run: python -m tests.contracts.publish"


def test_facts_carry_no_direct_identifiers() -> None:
    suspicious = {"phone", "id_number", "id_no", "person_name", "display_name", "username", "contact", "guardian"}
    for kind, schema in produced().items():
        assert not suspicious & set(schema["properties"]), kind
