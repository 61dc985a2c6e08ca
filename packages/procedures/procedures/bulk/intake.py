"""What a service says of a list that it takes in: its columns, how a row is judged, and how judged rows are entered."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from os.path import commonpath
from typing import Any, Protocol
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.access import Access
from chassis.sheets import Row, Sheet
from chassis.tables import AreaCopy
from chassis.vault import Vault

Ranges = Sequence[tuple[str, str]]
WHOLE = ""  # the fault of a row as a whole


class Outcome(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    KEPT = "kept"
    WRONG = "wrong"


OUTCOMES = {
    Outcome.NEW: "新增",
    Outcome.CHANGED: "更新",
    Outcome.SAME: "已有，无变化",
    Outcome.KEPT: "已有，不作更改",
    Outcome.WRONG: "有误，未导入",
}


class Overtaken(Exception):
    """A row was changed by somebody else since it was judged."""


@dataclass(slots=True)
class Verdict:
    """One row as judged; `held` is what entering it will need."""

    row: Row
    outcome: Outcome
    note: str = ""
    held: Any = None


def wrong(row: Row) -> Verdict:
    """A row with faults."""
    return Verdict(row, Outcome.WRONG)


@dataclass(frozen=True, slots=True)
class Bench:
    """For whom and when a list is judged."""

    keys: Vault
    ranges: Ranges
    at: datetime
    by: str
    account_id: UUID


class Desk(Protocol):
    """Judges and enters the rows of one list, in their order; it remembers what it has seen of the file."""

    async def judge(self, tx: AsyncSession, rows: Sequence[Row]) -> list[Verdict]:
        """A verdict on each row, by the rules of the single verb; nothing is changed."""
        ...

    async def enter(self, tx: AsyncSession, verdicts: Sequence[Verdict]) -> None:
        """Enters what is new or changed, in a few statements, and tells the facts of the single verb."""
        ...


@dataclass(frozen=True, slots=True)
class Intake:
    """一种名单."""

    name: str
    title: str
    permission: StrEnum
    sheet: Sheet
    desk: Callable[[AsyncSession, Bench], Awaitable[Desk]]
    # Whether somebody else than who laid it before must confirm it.
    needs_another: bool = False

    @property
    def kind(self) -> str:
        """The kind of its jobs."""
        return f"import:{self.name}"


async def communities(tx: AsyncSession, ranges: Ranges, *, levels: Sequence[str] = ("community",)) -> list[AreaCopy]:
    """The communities of somebody's area, or areas of other levels too, in the order of their codes."""
    mine = or_(*((AreaCopy.scope_key >= low) & (AreaCopy.scope_key < high) for low, high in ranges))
    query = select(AreaCopy).where(AreaCopy.level.in_(levels), mine).order_by(AreaCopy.code)
    return list(await tx.scalars(query))


def short_name(name: str) -> str:
    """岗贝社区居民委员会 → 岗贝社区, 林村村民委员会 → 林村: the place without its organ, as every screen shows it."""
    for organ, place in (("居民委员会", "社区"), ("村民委员会", "村")):
        if name.endswith(organ):
            return name.removesuffix(organ).removesuffix(place) + place
    return name


class Places:
    """The communities by what a list may call them: their code, or a name in full or short where no other has it."""

    def __init__(self, areas: Sequence[AreaCopy]) -> None:
        self._by_code = {area.code: area for area in areas}
        self._by_name: dict[str, list[AreaCopy]] = {}
        for area in areas:
            for name in {area.name, short_name(area.name)} if area.name else ():
                self._by_name.setdefault(name, []).append(area)

    def find(self, said: str, row: Row, column: str) -> AreaCopy | None:
        """The community, or a fault of its cell."""
        found = [self._by_code[said]] if said in self._by_code else self._by_name.get(said, [])
        if len(found) == 1:
            return found[0]
        listed = "、".join(f"{each.name} {each.code}" for each in found)
        many = f"有 {len(found)} 个叫“{said}”的村（社区），请填 12 位代码：{listed}"
        row.faults[column] = many if found else "没有这个村（社区），或不在您的管辖范围内；可填名称或 12 位代码"
        return None


async def area_of(tx: AsyncSession, by: Access) -> tuple[UUID, str]:
    """The area in whose name somebody acts: the smallest that holds all that they reach."""
    path = f"{commonpath([low for low, _ in by.ranges])}/" if by.ranges else ""
    found = await tx.scalar(select(AreaCopy.id).where(AreaCopy.scope_key == path))
    return found or UUID(int=0), path
