"""The city that the demonstration fills: its areas, and its calendar counted back from the day the filling began."""

import asyncio
import tomllib
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import httpx

from deploy.demo.people import Person, Refused

SHANGHAI = ZoneInfo("Asia/Shanghai")
CONTENT = Path(__file__).parent / "content"
AT_ONCE = 8  # acts of one lane; two go on beside each other
PATIENCE, PAUSE = 60.0, 0.25  # seconds: how long a follower may take, and between two looks
SATURDAY, WEEK = 5, 7

Answer = TypeVar("Answer")


def content(name: str) -> dict[str, Any]:
    """One file of what is told, as it lies beside the code."""
    return tomllib.loads((CONTENT / f"{name}.toml").read_text(encoding="utf-8"))


@dataclass
class City:
    """演示城市."""

    http: httpx.AsyncClient
    clock_key: str
    began: datetime
    areas: dict[str, dict[str, Any]] = field(default_factory=dict)

    async def known(self) -> "City":
        """With its areas, by code."""
        for level in ("city", "township", "community"):
            page = await self.anyone().get("/registry/areas", level=level)
            self.areas |= {area["code"]: area for area in page["items"]}
        return self

    def anyone(self) -> Person:
        """Somebody signed out, today."""
        return Person(self.http, self.clock_key)

    def area(self, code: str) -> str:
        """The id of an area."""
        return str(self.areas[code]["id"])

    def place(self, code: str) -> str:
        """How an area is called for people."""
        name, town = self.areas[code]["name"], self.areas.get(code[:9], {}).get("name", "")
        return str(name) if name else f"{town} {code}(名称待导入)"

    def day(self, ago: int) -> date:
        """A day so many days before; to come when negative."""
        return self.began.astimezone(SHANGHAI).date() - timedelta(days=ago)

    def ago(self, days: int, clock: str = "10:00") -> datetime:
        """An hour of a day so many days before."""
        return datetime.combine(self.day(days), time.fromisoformat(clock), SHANGHAI)

    def saturday(self, days: int) -> int:
        """How many days ago the Saturday before that day was, or will be after it when it is to come."""
        beyond = (self.day(days).weekday() - SATURDAY) % WEEK
        return days + beyond if days > 0 else days - (WEEK - beyond) % WEEK


async def together(acts: Iterable[Awaitable[Answer]]) -> list[Answer]:
    """What each act answers, in their order; the next begins when one of a few is over."""
    waiting, answers = enumerate(acts), dict[int, Answer]()

    async def work() -> None:
        for place, act in waiting:
            answers[place] = await act

    await asyncio.gather(*(work() for _ in range(AT_ONCE)))
    return [answers[place] for place in sorted(answers)]


async def until(look: Callable[[], Awaitable[Answer]], *, bears: str = "") -> Answer:
    """What `look` answers once it answers something: followers need a moment, and `bears` is how that is refused."""
    ends = asyncio.get_running_loop().time() + PATIENCE
    while True:
        try:
            found = await look()
        except Refused as refused:
            if refused.type != bears or asyncio.get_running_loop().time() > ends:
                raise
        else:
            if found:
                return found
            if asyncio.get_running_loop().time() > ends:
                message = f"nothing came of {look.__qualname__}"
                raise TimeoutError(message)
        await asyncio.sleep(PAUSE)
