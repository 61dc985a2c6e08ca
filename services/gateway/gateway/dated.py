"""The numbers of signing in (会话时限、失败锁定、验证码、密码强度), as dated data with their source."""

from datetime import timedelta
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from chassis.dated import Dated


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
    """密码强度."""

    minimum_length: int
    maximum_length: int
    classes: int


class SignInRule(Dated):
    """登录规则."""

    FILE = Path(__file__).resolve().parents[1] / "data" / "sign_in.toml"

    staff: Lifetime
    phone: Lifetime
    attempts: Attempts
    codes: Codes
    profiles: dict[str, Profile]
