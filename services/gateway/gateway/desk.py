"""What the desk shows, as data: titles of to-dos, which facts become notices, and how long both are kept."""

import tomllib
from datetime import timedelta
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from chassis.dated import Dated
from chassis.principal import Role

DATA = Path(__file__).resolve().parents[1] / "data"
# What a service newer than this gateway opens still stands on the desk.
UNNAMED = "待办事项"


class DeskRule(Dated):
    """待办通知规则: how many days what has been closed or told is kept."""

    FILE = DATA / "desk.toml"

    closed_task_days: int
    notice_days: int

    @property
    def closed_tasks_for(self) -> timedelta:
        """Of to-dos that were decided."""
        return timedelta(days=self.closed_task_days)

    @property
    def notices_for(self) -> timedelta:
        """Of notices, read or not."""
        return timedelta(days=self.notice_days)


class NoticeRule(BaseModel):
    """通知规则: a fact, whom it concerns without an act of theirs, and what they are told."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    fact: str
    code: str
    title: str
    to: list[Role]
    href: str


@cache
def task_titles() -> dict[str, str]:
    """The Chinese title of each to-do, by its code."""
    titles: dict[str, str] = tomllib.loads((DATA / "task_titles.toml").read_text(encoding="utf-8"))
    return titles


@cache
def notice_rules() -> dict[str, NoticeRule]:
    """The rules by the type of their fact."""
    read = tomllib.loads((DATA / "notices.toml").read_text(encoding="utf-8"))
    return {rule.fact: rule for rule in (NoticeRule.model_validate(each) for each in read["notice"])}


@cache
def notice_titles() -> dict[str, str]:
    """What each notice says, by its code."""
    return {rule.code: rule.title for rule in notice_rules().values()}


def page_of(href: str) -> str:
    """The screen of a record: its own path without `/api`."""
    return href.removeprefix("/api")
