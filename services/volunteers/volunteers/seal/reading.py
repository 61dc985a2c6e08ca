"""Reading the ledger for one certificate: its entries as they were sealed, and the way from each to a signed root."""

from collections.abc import Sequence
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.database import beyond_scope
from chassis.problems import Problem, Unavailable
from volunteers.seal import content, tree
from volunteers.seal.model import LedgerPage
from volunteers.seal.tree import Step


class StillBeingSealed(Unavailable):
    """有时长正在写入账本，请稍后再办理。"""


class LedgerBroken(Problem):
    """账本核对不符，暂停出具；请立即报告管理员核查。"""


class Sealed(NamedTuple):
    """An entry of the ledger."""

    n: int
    hours_id: UUID
    title: str
    content: bytes

    @property
    def leaf(self) -> bytes:
        """Its hash."""
        return tree.leaf(self.content)


class Proven(NamedTuple):
    """An entry, the page that it stands on, and its path to the root of that page."""

    entry: Sealed
    page: int
    steps: Sequence[Step]


_ENTRIES = text(f"""
    select h.id, h.title, s.n, s.seal, {content.CONTENT} as content from hours h
    left join hours_seal s on s.hours_id = h.id where h.id = any(:ids) order by s.n
""")  # noqa: S608 - a constant
_PAGES = text("""
    select distinct p.number from unnest(cast(:ns as bigint[])) as wanted(n),
    lateral (select number from ledger_page where last >= n order by last limit 1) p
""")
_ON_PAGE = text(f"""
    select {content.CONTENT} from hours_seal s join hours h on h.id = s.hours_id
    where s.n between :first and :last order by s.n
""")  # noqa: S608 - a constant


async def sealed(tx: AsyncSession, hours_ids: Sequence[UUID], key: bytes) -> list[Sealed]:
    """The entries in the order of the ledger, each still under its seal; nothing else is certified."""
    async with beyond_scope(tx):
        rows: Sequence[Any] = (await tx.execute(_ENTRIES, {"ids": list(hours_ids)})).all()
    if any(row.n is None for row in rows):
        raise StillBeingSealed
    entries = [Sealed(row.n, row.id, row.title, row.content) for row in rows]
    seals = [content.seal(key, each.n, each.leaf) for each in entries]
    if len(rows) != len(hours_ids) or seals != [row.seal for row in rows]:
        raise LedgerBroken
    return entries


async def newest_page(tx: AsyncSession) -> LedgerPage:
    """The page whose head covers all that is sealed."""
    return (await tx.scalars(select(LedgerPage).order_by(LedgerPage.number.desc()).limit(1))).one()


async def proven(tx: AsyncSession, entries: Sequence[Sealed]) -> tuple[list[LedgerPage], list[Proven]]:
    """The pages that the entries stand on, and every entry's path."""
    numbers = select(_PAGES.columns(LedgerPage.number).subquery())
    found = await tx.scalars(select(LedgerPage).where(LedgerPage.number.in_(numbers)), {"ns": [e.n for e in entries]})
    pages = sorted(found, key=lambda page: page.number)
    paths = []
    async with beyond_scope(tx):
        for page in pages:
            on_it = (await tx.scalars(_ON_PAGE, {"first": page.first, "last": page.last})).all()
            leaves = [tree.leaf(each) for each in on_it]
            here = [each for each in entries if page.first <= each.n <= page.last]
            paths += [Proven(each, page.number, tree.path(leaves, each.n - page.first)) for each in here]
    return pages, paths
