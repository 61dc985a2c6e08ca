"""What a migration does that changes what is copied: the copies are made anew from the facts at the next start."""

from alembic import op
from sqlalchemy import inspect, text, update

from assessment.database import Table
from assessment.reading.feeds import FOLLOWER
from chassis.tables import OVERWRITTEN, AreaCopy, Cursor


def read_anew() -> None:
    """Empties the copies that are there and sets their cursors back, as `make rebuild` does.

    The last step of such a migration. Reactions keep their place, so nothing is told twice; what was decided or frozen
    is no copy and stays.
    """
    there = set(inspect(op.get_bind()).get_table_names())
    copies = [table for table in Table.metadata.sorted_tables if table.info.get("projection") and table.name in there]
    emptied = ", ".join(table.name for table in copies if table.info["projection"] != OVERWRITTEN)
    op.execute(text(f"truncate {emptied}"))
    for table in copies:
        if table.info["projection"] == OVERWRITTEN:
            op.execute(update(table).values(seq=-1))
    op.execute(update(AreaCopy).values(seq=-1))
    op.execute(update(Cursor).where(Cursor.follower == FOLLOWER).values(seq=0))
