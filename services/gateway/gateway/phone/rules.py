"""What a phone code may be used for: soon, seldom, once, and for the challenge it was made for."""

from datetime import datetime, timedelta
from typing import ClassVar

from chassis.problems import Problem, Unavailable
from gateway.dated import Codes


class CodeTooSoon(Problem):
    """验证码刚刚发过，请稍后再取。"""

    status = 429
    headers: ClassVar[dict[str, str]] = {"Retry-After": "60"}


class TooManyCodes(Problem):
    """获取验证码次数过多，请明天再试。"""

    status = 429
    headers: ClassVar[dict[str, str]] = {"Retry-After": "3600"}


class CodeRefused(Problem):
    """验证码不正确或已失效。"""

    status = 401


class NoChannel(Unavailable):
    """短信通道未配置，暂不能发送验证码。"""


def require_seldom(sent: tuple[int, int, int], limits: Codes) -> None:
    """Refuses a further code to a phone, or from a network, that had its share."""
    lately, today, network = sent
    if lately:
        raise CodeTooSoon
    if today >= limits.per_day or network >= limits.per_network_hour:
        raise TooManyCodes


def expiry(now: datetime, limits: Codes) -> datetime:
    """When a code made now runs out."""
    return now + timedelta(minutes=limits.minutes)


def text(code: str, limits: Codes) -> str:
    """The words that reach the phone."""
    return f"【三社联动】验证码{code}，{limits.minutes}分钟内有效。工作人员不会向您索要验证码。"
