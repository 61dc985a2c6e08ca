"""Two clocks: wall time for tokens, ids and logs; business time for deadlines, windows and hours.

Business time equals wall time except in a demo city, where a signed `Sanshe-At` header sets it for one request.
"""

import hashlib
import hmac
from datetime import UTC, date, datetime
from typing import Annotated
from zoneinfo import ZoneInfo

from fastapi import Depends, Request
from pydantic import AfterValidator, AwareDatetime

from chassis.problems import Problem
from chassis.settings import Settings

CITY = ZoneInfo("Asia/Shanghai")
EARLIEST, LATEST = datetime(1900, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)


class ClockRefused(Problem):
    """演示时间的签名无效。"""

    status = 400


def _plausible(at: datetime) -> datetime:
    """Neither another time zone nor some days more can leave the calendar."""
    if not EARLIEST <= at < LATEST:
        raise ValueError("时间应在 1900 年至 2199 年之间")
    return at


def _plausible_day(on: date) -> date:
    """So that no term counted from it leaves the calendar."""
    if not EARLIEST.date() <= on < LATEST.date():
        raise ValueError("日期应在 1900 年至 2199 年之间")
    return on


Instant = Annotated[AwareDatetime, AfterValidator(_plausible)]
Day = Annotated[date, AfterValidator(_plausible_day)]


def wall() -> datetime:
    """The wall clock, UTC."""
    return datetime.now(UTC)


def day(at: datetime) -> date:
    """The calendar day of an instant in the city's time zone."""
    return at.astimezone(CITY).date()


def signed(at: datetime, key: str) -> str:
    """The `Sanshe-At` header value for an instant."""
    text = at.isoformat()
    return f"{text};{hmac.new(key.encode(), text.encode(), hashlib.sha256).hexdigest()}"


def business(header: str | None, settings: Settings) -> datetime:
    """The business instant of a request."""
    if header is None:
        return wall()
    text, _, mac = header.partition(";")
    key = settings.demo_clock_key.get_secret_value()
    expected = hmac.new(key.encode(), text.encode(), hashlib.sha256).hexdigest()
    if not (settings.demo and key and hmac.compare_digest(mac.encode(), expected.encode())):
        raise ClockRefused
    try:
        at = datetime.fromisoformat(text)
    except ValueError as bad:
        raise ClockRefused from bad
    if at.tzinfo is None:
        raise ClockRefused
    return at.astimezone(UTC)


# Dependencies wait for nothing and are async all the same: FastAPI sends plain functions to a thread.
async def request_time(request: Request) -> datetime:
    """Dependency: the business instant of this request, the same however often it is asked."""
    known: datetime | None = getattr(request.state, "at", None)
    if known is None:
        known = business(request.headers.get("sanshe-at"), request.app.state.settings)
        request.state.at = known
    return known


Now = Annotated[datetime, Depends(request_time)]
