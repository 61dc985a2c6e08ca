"""The numbers of signing in (会话时限、失败锁定、验证码、口令强度), as dated data with their source."""

import tomllib
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

FILE = Path(__file__).resolve().parents[1] / "data" / "sign_in.toml"


class _Numbers(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Lifetime(_Numbers):
    """会话时限: how long a session lasts without use, and at most."""

    idle_minutes: int
    absolute_minutes: int

    @property
    def idle(self) -> timedelta:
        """Without use."""
        return timedelta(minutes=self.idle_minutes)

    @property
    def absolute(self) -> timedelta:
        """At most."""
        return timedelta(minutes=self.absolute_minutes)


class Attempts(_Numbers):
    """登录失败处理: how many wrong passwords a window bears."""

    window_minutes: int
    here: int
    account: int
    network: int


class Codes(_Numbers):
    """验证码: its life, its tries, and how many may be sent."""

    minutes: int
    tries: int
    seconds_between: int
    per_day: int
    per_network_hour: int


class Profile(_Numbers):
    """口令强度."""

    minimum_length: int
    maximum_length: int
    classes: int


class Terms(_Numbers):
    """One rule set, in force from a day until (excluding) another."""

    valid_from: date
    valid_to: date | None = None
    source: str
    assumption: bool
    staff: Lifetime
    phone: Lifetime
    attempts: Attempts
    codes: Codes
    profiles: dict[str, Profile]


@lru_cache(maxsize=1)
def _sets() -> list[Terms]:
    return [Terms.model_validate(each) for each in tomllib.loads(FILE.read_text(encoding="utf-8"))["set"]]


def in_force(on: date) -> Terms:
    """The rule set of a day; the first one also holds for the days before it."""
    holding = (each for each in _sets() if each.valid_from <= on and (each.valid_to is None or on < each.valid_to))
    return next(holding, _sets()[0])
