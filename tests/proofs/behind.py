"""The records behind the figures of a whole city: copies by the million, and pages of them for any area and period."""

import random
from collections.abc import Awaitable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import psycopg

from chassis.principal import Role
from chassis.testing import CITY, Caller, Callers, Place
from tests.proofs.citizens import BATCH, without_indexes
from tests.proofs.measuring import Ask

# Ids grow with time, as ours do. Two years of registrations; every third volunteer serves in every fourth month.
PEOPLE = """
    insert into volunteer_copy (id, area_id, scope_key, seq, account_id, person_id, registered_on, homes)
    select (lpad(to_hex(1600000000000 + n * 1000), 12, '0') || '7000' || substr(md5('v' || n), 1, 16))::uuid,
        (%(areas)s::uuid[])[1 + n %% %(communities)s], (%(scopes)s::text[])[1 + n %% %(communities)s], n,
        md5('b' || n)::uuid, md5('d' || n)::uuid, %(until)s::date - ((%(people)s - n) * 730 / %(people)s)::int, '{}'
    from generate_series(0, %(people)s::bigint - 1) n
"""
MONTHS = """
    insert into service_month_copy (volunteer_id, on_month, scope_key, minutes)
    select id, (date_trunc('month', %(until)s::date) - make_interval(months => month))::date, scope_key, 90
    from volunteer_copy, generate_series(0, 32, 4) month where seq %% 3 = 0
"""
HOURS = """
    insert into hours_copy (id, area_id, scope_key, seq, activity_id, project_id, volunteer_id, minutes, state,
        proposed_on, confirmed_on)
    select (lpad(to_hex(1700000000000 + g * 2), 12, '0') || '7000' || substr(md5('a' || g), 1, 16))::uuid,
        (%(areas)s::uuid[])[1 + n %% %(communities)s], (%(scopes)s::text[])[1 + n %% %(communities)s], g,
        md5('f' || g / 30)::uuid, md5('p' || g / 900)::uuid,
        (lpad(to_hex(1600000000000 + n * 1000), 12, '0') || '7000' || substr(md5('v' || n), 1, 16))::uuid,
        90 + g %% 90, 'confirmed', served, served
    from (select g, g * 7919 %% %(people)s as n,
        %(until)s::date - ((%(entries)s - g) * 730 / %(entries)s)::int as served
        from generate_series(%(first)s::bigint, %(last)s::bigint) g) as drawn
"""


def filled(connection: psycopg.Connection[Any], places: Sequence[Place], people: int, entries: int) -> None:
    """So many volunteers and hours in two years until today."""
    values = {
        "areas": [each.id for each in places],
        "scopes": [each.scope_key for each in places],
        "communities": len(places),
        "people": people,
        "entries": entries,
        "until": datetime.now(UTC).date(),
    }
    with without_indexes(connection, "service_month_copy"), without_indexes(connection, "volunteer_copy"):
        connection.execute(PEOPLE, values)
        connection.execute(MONTHS, values)
    with without_indexes(connection, "hours_copy"):
        for first in range(0, entries, BATCH):
            connection.execute(HOURS, {**values, "first": first, "last": min(first + BATCH, entries) - 1})


def reads(callers: Callers, communities: Sequence[Place], draw: random.Random) -> dict[str, Ask]:
    """The first page behind a figure as it stands, and as it stood at the end of a period a year ago, by name."""
    towns = sorted({each.parent for each in communities if each.parent}, key=lambda each: each.code)
    year_ago = datetime.now(UTC).date() - timedelta(days=365)
    period = {"since": (year_ago - timedelta(days=180)).isoformat(), "on": year_ago.isoformat()}
    scopes = {
        "the city": {CITY: callers.as_(Role.LEADER)},
        "a town": {each: callers.as_(Role.TOWN_OFFICER, each) for each in towns},
        "a community": {each: callers.as_(Role.COMMUNITY_OFFICER, each) for each in draw.sample(communities, 40)},
    }

    def behind(of: Mapping[Place, Caller], indicator: str, days: Mapping[str, str]) -> Ask:
        def ask() -> Awaitable[httpx.Response]:
            place = draw.choice(list(of))
            return of[place].get("/readings", indicator=indicator, area_id=str(place.id), limit=25, **days)

        return ask

    return {
        f"{what} of {whose}{when}": behind(of, indicator, days)
        for what, indicator in (
            ("volunteers", "volunteer_ratio"),
            ("active volunteers", "volunteer_active_ratio"),
            ("hours", "hours"),
        )
        for whose, of in scopes.items()
        for when, days in (("", {}), (", a year ago", period))
    }
