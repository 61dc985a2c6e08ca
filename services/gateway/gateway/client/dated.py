"""What a client may be permitted to read, and the numbers of its tokens and secrets, as dated data."""

import tomllib
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import NamedTuple

from chassis.dated import Dated

DATA = Path(__file__).resolve().parents[2] / "data"


class ClientRule(Dated):
    """对接规则: how long a token and a replaced secret still hold, and how much of a feed is given at once."""

    FILE = DATA / "clients.toml"

    token_seconds: int
    former_secret_hours: int
    most_facts: int
    longest_wait_seconds: int

    @property
    def former_secret(self) -> timedelta:
        """How long a replaced secret still holds."""
        return timedelta(hours=self.former_secret_hours)


class Scope(NamedTuple):
    """权限范围: named as the permission that it gives, which one service asks for."""

    name: str
    service: str
    title: str


@cache
def scopes() -> dict[str, Scope]:
    """Every scope that can be permitted, by its name, in the order of the list."""
    read = tomllib.loads((DATA / "client_scopes.toml").read_text(encoding="utf-8"))
    return {each["name"]: Scope(**each) for each in read["scope"]}
