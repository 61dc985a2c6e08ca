"""A place to make the copies anew without touching those in use: tables of one connection that hide the others.

Temporary tables stand before all others on a connection, so the very handlers and queries of every day run on them.
"""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from assessment.database import Table
from assessment.survey.model import Survey
from chassis.clock import wall
from chassis.database import Sessions, system_transaction
from chassis.tables import AreaCopy, Cursor

# Closed surveys are records of this service: as they stood at an instant, by what the service said of them until then.
_SURVEYS = (
    "insert into pg_temp.survey select * from public.survey",
    """
    create temporary table said_of_survey as
    select distinct on (subject) cast(subject as uuid) as id, type, time, data from fact
    where recorded_at <= :until and type ~ '^assessment[.](stage_)?survey[.](opened|extended|closed)[.]v1$'
    order by subject, pos desc
    """,
    """
    delete from pg_temp.survey where id not in
      (select id from said_of_survey where type like '%survey.closed.v1')
    """,
    # A result of very few answers is not told; then what the survey says of itself has to do.
    """
    update pg_temp.survey s set closed_at = least(f.time, s.closes_at),
      answered = cast(f.data->>'answered' as bigint),
      satisfied = coalesce(cast(f.data->>'satisfied' as bigint), s.satisfied)
    from said_of_survey f where f.id = s.id
    """,
    "drop table said_of_survey",
)


def hidden() -> Sequence[str]:
    """The tables that are made of facts, the cursors, and surveys."""
    copies = [table.name for table in Table.metadata.sorted_tables if table.info.get("projection")]
    return [*copies, AreaCopy.__tablename__, Cursor.__tablename__, Survey.__tablename__]


@asynccontextmanager
async def scratch(made: Sessions) -> AsyncIterator[None]:
    """Empty tables for the one connection of these sessions, gone afterwards."""
    await _run(made, *(f"create temporary table {name} (like public.{name} including all)" for name in hidden()))
    try:
        yield
    finally:
        await _run(made, *(f"drop table pg_temp.{name}" for name in hidden()))


async def _run(made: Sessions, *statements: str) -> None:
    async with system_transaction(made, at=wall()) as tx:
        # A statement that was prepared before would go on reading the tables it was prepared for.
        for statement in (*statements, "discard plans"):
            await tx.execute(text(statement))


async def surveys_as_of(tx: AsyncSession, until: datetime) -> None:
    """Surveys as they stood at an instant of the wall clock."""
    await tx.execute(text("truncate pg_temp.survey"))
    for statement in _SURVEYS:
        await tx.execute(text(statement), {"until": until} if ":until" in statement else {})
