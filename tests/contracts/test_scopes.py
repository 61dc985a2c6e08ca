"""What another system may be permitted to read is what its role may read in the services, and what is fed is told."""

import importlib
import json
from pathlib import Path

from chassis.clock import day, wall
from chassis.principal import Role
from deploy.local.settings import SERVICES
from gateway.client.dated import scopes
from gateway.feed.dated import FeedRule

PEOPLE = ("account", "participant", "person", "social_worker", "volunteer")
PUBLISHED = json.loads((Path(__file__).parent / "published.json").read_text())


def test_every_scope_is_a_permission_of_the_role_and_every_permission_a_scope() -> None:
    held = {
        (name, str(permission))
        for name in SERVICES
        for permission in importlib.import_module(f"{name}.permissions").ROLES[Role.OA_CLIENT]
    }
    assert {(scope.service, scope.name) for scope in scopes().values()} == held


def test_a_scope_is_one_service_s_alone() -> None:
    assert len({scope.name for scope in scopes().values()}) == len(scopes())


def test_every_kind_that_is_fed_is_told_and_every_withheld_field_exists() -> None:
    rule = FeedRule.on(day(wall()))
    fed = [kind for source in rule.offered for kind in rule.types(source)]
    assert [kind for kind in fed if kind not in PUBLISHED] == []
    fields = {name for kind in fed for name in PUBLISHED[kind]["properties"]}
    assert rule.withheld - fields == frozenset()


def test_what_is_fed_names_no_person_once_the_withheld_fields_are_gone() -> None:
    rule = FeedRule.on(day(wall()))
    left = {
        name
        for source in rule.offered
        for told in rule.types(source)
        for name in PUBLISHED[told]["properties"]
        if name not in rule.withheld and any(kind in name for kind in PEOPLE)
    }
    assert left == set()
