"""Fills a whole city by SQL: what assessment has counted of it in two years, made up and marked 演示数据."""

from datetime import UTC, date, datetime
from typing import Any

import psycopg

from assessment.reading.model import Counted
from chassis.testing import Place
from services.assessment.tests.make import City, Feed

# Of what is counted to the day: in how many months a community has one change of it. All else is counted by month.
DAILY = {
    Counted.ORGANISATIONS: 2,
    Counted.CHARITY_MUTUAL_AID: 6,
    Counted.CULTURE_SPORTS: 6,
    Counted.PUBLIC_SERVICE: 6,
    Counted.UNCLASSIFIED: 12,
    Counted.PROMOTIONS: 12,
    Counted.FACILITIES: 12,
    Counted.POSTS: 6,
    Counted.BUDGET_FEN: 12,
}
MONTHLY = sorted(set(Counted) - DAILY.keys())
# Each community has days of its own; then the same for the towns and the city, as the follower would have added it.
COUNTS = """
    with community as (
        select scope_key, abs(hashtext(scope_key)) as draw from area_copy where level = 'community'
    ), counts as (
        select counted, scope_key, %(until)s::date - (month * 30 + draw %% 30) as on_day, 1 + draw %% 3 as change
        from community, unnest(%(daily)s::text[], %(every)s::int[]) as daily (counted, every),
            generate_series(0, 23) month
        where (month + draw) %% every = 0
        union all
        select counted, scope_key, (date_trunc('month', %(until)s::date) - make_interval(months => month))::date,
            40 + draw %% 60
        from community, unnest(%(monthly)s::text[]) counted, generate_series(0, 24) month
    )
    insert into tally (counted, scope_key, on_day, change)
    select counted, left(scope_key, part), on_day, sum(change) from counts, unnest(array[7, 17, 30]) part
    group by 1, 2, 3
"""
DELIBERATIONS = """
    insert into deliberation_copy (id, area_id, scope_key, seq, need_ids, held_on, concluded_on, closed_on)
    select gen_random_uuid(), id, scope_key, 0, '{}', on_day, on_day, on_day + 20
    from area_copy, generate_series(0, 23) month,
        lateral (select %(until)s::date - (month * 30 + abs(hashtext(scope_key)) %% 30) as on_day) as held
    where level = 'community'
"""
SURVEYS = """
    insert into survey (id, version, area_id, scope_key, activity_id, project_id, need_ids, title, pool, seed, drawn,
        answered, satisfied, opened_at, closes_at, closed_at, recorded_at)
    select gen_random_uuid(), 1, id, scope_key, gen_random_uuid(), gen_random_uuid(), '{}', '演示数据', '{}', 1, 30,
        20, 15 + abs(hashtext(scope_key)) %% 5, at, at + interval '14 days', at + interval '14 days', at
    from area_copy, generate_series(0, 47) half,
        lateral (select %(until)s::date - interval '15 days' * (half + 1) as at) as opened
    where level = 'community'
"""


def counted(connection: psycopg.Connection[Any], until: date) -> int:
    """Everything that the figures of the city stand on; how many counts there are."""
    values = {"until": until, "daily": [*DAILY], "every": [*DAILY.values()], "monthly": MONTHLY}
    for statement in (COUNTS, DELIBERATIONS, SURVEYS):
        connection.execute(statement, values)
    connection.execute("vacuum analyze")
    row = connection.execute("select count(*) from tally").fetchone()
    return int(row[0]) if row else 0


def arriving(told: City, number: int, place: Place) -> Feed:
    """One fact more, of what happens in a city in a second: mostly hours, sometimes a need, seldom an organisation."""
    now, name = datetime.now(UTC), f"flow {number}"
    match number % 10:
        case 0:
            told.organisation(name, place, now.date().isoformat())
            return told.registry
        case 1 | 4 | 7:
            told.need(name, place=place, at=now)
            return told.projects
        case 2 | 5:
            told.volunteer(name, place, now)
            return told.volunteers
        case _:
            told.hours(name, "confirmed", 90, f"flow {number - number % 10 + 2}", now)
            return told.volunteers
