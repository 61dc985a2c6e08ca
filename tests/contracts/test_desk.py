"""The desk knows every to-do that any service can tell, and leads only to records that are there."""

import ast
import importlib
import json
import re
from pathlib import Path

import pytest

from chassis.tasks import TaskFact
from deploy.local.settings import SERVICES
from gateway.desk import NoticeRule, notice_rules, task_titles
from gateway.task.following import SOURCES
from tests.contracts.test_facts import produced

ROOT = Path(__file__).resolve().parents[2]
CODE = re.compile(r"[a-z]+(-[a-z]+)+")


def codes_of(path: Path) -> set[str]:
    """The title codes of a module that makes to-dos: whatever in it looks like one, so that none is overlooked."""
    tree = ast.parse(path.read_text())
    makes = any(
        isinstance(node, ast.ImportFrom)
        and node.module == "chassis.tasks"
        and any(name.name == "Task" for name in node.names)
        for node in ast.walk(tree)
    )
    said = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return {text for text in said if CODE.fullmatch(text)} if makes else set()


def makers() -> dict[str, set[str]]:
    """Every module of the services and the procedures that makes to-dos, with its codes."""
    modules = [*ROOT.glob("services/*/*/**/*.py"), *ROOT.glob("packages/procedures/procedures/**/*.py")]
    found = {
        str(path.relative_to(ROOT)): codes_of(path)
        for path in modules
        if "tests" not in path.parts and "chassis.tasks import" in path.read_text()
    }
    return {name: codes for name, codes in found.items() if codes}


def test_every_to_do_has_a_title() -> None:
    assert makers(), "nobody makes to-dos"
    unnamed = {name: missing for name, codes in makers().items() if (missing := codes - task_titles().keys())}
    assert unnamed == {}, "name them in services/gateway/data/task_titles.toml"


def test_titles_are_said_in_chinese_and_each_once() -> None:
    titles = list(task_titles().values())
    assert len(set(titles)) == len(titles)
    assert all(re.fullmatch(r"[\u4e00-\u9fff]{4,14}", title) for title in titles)


def test_the_gateway_follows_whoever_opens_to_dos() -> None:
    tellers = {kind.split(".")[0] for kind in produced() if kind.endswith(".task.opened.v1")}
    assert tellers == set(SOURCES)
    assert {f"{source}.task.closed.v1" for source in SOURCES} <= produced().keys()
    assert all(issubclass(importlib.import_module(f"{source}.facts").TaskOpened, TaskFact) for source in SOURCES)


@pytest.mark.parametrize("rule", notice_rules().values(), ids=lambda rule: rule.code)
def test_a_notice_names_whom_it_concerns_and_a_record_that_can_be_read(rule: NoticeRule) -> None:
    if "organisation_manager" in rule.to:
        assert "organisation_id" in produced()[rule.fact]["properties"]
    service, path = rule.href.removeprefix("/api/").split("/", 1)
    assert service in SERVICES
    paths = json.loads((ROOT / "services" / service / "openapi.json").read_text())["paths"]
    assert "get" in paths["/" + path.replace("{subject}", "{id}")]
