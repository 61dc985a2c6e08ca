"""An upgrade that copies something else makes the copies anew by itself, and says nothing until they are whole."""

from datetime import UTC, datetime

import psycopg
import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import create_async_engine

from assessment import reactions as copying
from assessment.projections import projections
from assessment.reactions import CopiesBehind, reactions
from assessment.reading.model import Counted, Tally
from assessment.reading.stages import StageCopy
from chassis.clock import signed
from chassis.database import sessions_of, system_transaction
from chassis.follow import apply
from chassis.principal import Role
from chassis.settings import async_url
from chassis.testing import CITY, EAST_RC, PLACES
from deploy.local.cluster import ThrowawayCluster
from services.assessment.tests import institutions
from services.assessment.tests.make import City, acted, hear, named, with_targets
from services.assessment.tests.reading.test_rebuilding import emptied
from tests.architecture.test_migrations import EVERYWHERE, insert, upgrade

AUTUMN = datetime(2026, 11, 23, 1, tzinfo=UTC)
BEFORE = "assessment_planned_for_millions"
DECIDED = "select to_jsonb(f)::text from frozen_card f", "select to_jsonb(s)::text from scorecard s"


def spending():
    """Areas and a contract that is signed."""
    city = with_targets(City())
    for place in PLACES[1:]:
        city.area(place)
    city.need("need")
    institutions.stage(city, "contract", "contract", "drafted")
    institutions.stage(city, "contract", "contract", "signed")
    return city


def rows(cluster, *queries):
    with psycopg.connect(cluster.env["ASSESSMENT_MIGRATION_URL"], options=EVERYWHERE) as connection:
        return [connection.execute(query).fetchall() for query in queries]


async def followed(cluster, city):
    """As the follower of a service that starts on the database does."""
    engine = create_async_engine(async_url(cluster.env["ASSESSMENT_DATABASE_URL"]))
    sessions = sessions_of(engine)
    for feed in city.feeds():
        wanted = [event for event in feed.events if event["type"] in projections.handlers]
        if wanted:
            await apply(sessions, projections, feed.source, wanted)
    async with system_transaction(sessions, at=AUTUMN) as tx:
        stages = [(each.id, each.done_on is not None) for each in await tx.scalars(select(StageCopy))]
        needs = select(Tally.change).where(Tally.counted == Counted.NEEDS, Tally.scope_key == EAST_RC.scope_key)
        counted = list(await tx.scalars(needs))
    await engine.dispose()
    return stages, counted


async def test_a_database_filled_by_older_code_knows_what_was_told_before():
    city = spending()
    told = len(city.projects.events)
    with ThrowawayCluster(services=("assessment",)) as cluster:
        upgrade("assessment", BEFORE, cluster.env)
        with psycopg.connect(cluster.env["ASSESSMENT_MIGRATION_URL"], options=EVERYWHERE) as connection:
            # The older code had heard of all this, and kept the need alone.
            insert(connection, "tally", counted="needs", scope_key=EAST_RC.scope_key, on_day="2026-06-01", change=1)
            for follower in (projections.name, reactions.name):
                insert(connection, "follow_cursor", follower=follower, source="projects", seq=told)
            scheme, card = {"id": named("scheme"), "unit_ids": []}, {"id": named("card"), "scheme_id": named("scheme")}
            insert(connection, "scheme", **scheme)
            insert(connection, "scorecard", **card, number=1)
            insert(connection, "frozen_card", scorecard_id=card["id"])
        decided = rows(cluster, *DECIDED)
        upgrade("assessment", "head", cluster.env)
        cursors = "select follower, seq from follow_cursor order by follower"
        assert rows(cluster, cursors, "select source, until from made_anew", "select * from tally") == [
            [(projections.name, 0), (reactions.name, told)],
            [("projects", told)],
            [],
        ]
        assert await followed(cluster, city) == ([(named("contract"), True)], [1])
        assert rows(cluster, *DECIDED) == decided
        assert all(decided)


@pytest.fixture
def leader(app, callers):
    """Looks on 2026-11-23."""
    caller = callers.as_(Role.LEADER)
    caller.headers["Sanshe-At"] = signed(AUTUMN, app.state.settings.demo_clock_key.get_secret_value())
    return caller


async def test_while_copies_are_made_anew_no_figure_is_said_and_nobody_is_drawn(app, leader, monkeypatch):
    monkeypatch.setattr(copying, "LOOKS", 1)
    city = spending()
    city.activity("activity", "planned", needs=["need"])
    city.volunteer("v")
    await acted(app, city)
    here = f"/dashboards/{CITY.id}"
    paths = [here, f"{here}/loop", f"{here}/communities", f"{here}/tiles?indicator=hours", f"{here}/indicators/hours"]
    paths.append(f"/readings?indicator=loop_contracts&area_id={CITY.id}")
    assert [(await leader.get(path)).status_code for path in paths] == [200] * len(paths)
    await emptied(app)
    city.activity("activity", "held", needs=["need"])
    held = city.projects.events[-1:]
    await hear(app, projections, city.registry.events)
    await hear(app, projections, city.projects.events)
    answers = [await leader.get(path) for path in paths]
    assert {(each.status_code, each.json()["type"]) for each in answers} == {(503, "being-made-anew")}
    with pytest.raises(CopiesBehind):  # whoever worked at the activity is not yet known
        await hear(app, reactions, held)
    await hear(app, projections, city.volunteers.events)
    await hear(app, reactions, held)
    assert [(await leader.get(path)).status_code for path in paths] == [200] * len(paths)
