"""Some thousand volunteers and what they did, seen by one connection alone, and what the planner makes of a statement.

Nothing of it is ever committed: the statistics go with the rows.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NamedTuple

import psycopg

from chassis.testing import EAST_RC

PEOPLE, ENTRIES = 2_000, 6_000
VALUES = {"people": PEOPLE, "entries": ENTRIES, "area": EAST_RC.id, "scope": EAST_RC.scope_key}
# The tables that grow with a city's volunteers; not `fact`, since what other tests told of late decides its plan.
FILLED = ("attendance", "hours", "membership", "places", "signup", "team", "volunteer")
LARGE = {*FILLED, "certificate", "guardian_consent", "honour", "training"}
FILL = (
    """
    insert into volunteer (id, version, area_id, scope_key, account_id, person_id, number, state, id_type, name_cipher,
        id_number_cipher, born_on_cipher, groups, skills, registered_at)
    select md5('v' || n)::uuid, 1, %(area)s, %(scope)s, md5('b' || n)::uuid, md5('d' || n)::uuid, 'filled' || n,
        'registered', 'resident_id', '', '', '', '{}', '{}', now()
    from generate_series(1, %(people)s) n
    """,
    """
    insert into team (id, version, area_id, scope_key, account_id, organisation_id, state, name, field, description,
        members, formed_on)
    select md5('t' || n)::uuid, 1, %(area)s, %(scope)s, md5('b' || n)::uuid, md5('o' || n %% 50)::uuid, 'active',
        'filled' || n, 'elderly', '', 10, current_date
    from generate_series(1, %(people)s / 10) n
    """,
    """
    insert into membership (id, version, area_id, scope_key, account_id, organisation_id, team_id, volunteer_id, state,
        asked_at)
    select gen_random_uuid(), 1, %(area)s, %(scope)s, md5('b' || n)::uuid,
        md5('o' || (1 + n %% (%(people)s / 10)) %% 50)::uuid, md5('t' || 1 + n %% (%(people)s / 10))::uuid,
        md5('v' || n)::uuid, 'member', now()
    from generate_series(1, %(people)s) n
    """,
    """
    insert into places (opportunity_id, activity_id, version, state, wanted, capacity, taken, waiting_numbers)
    select md5('p' || n)::uuid, md5('f' || n)::uuid, 1, case when n %% 2 = 0 then 'held' else 'open' end, 20, 20, 20, 10
    from generate_series(0, %(entries)s / 30) n
    """,
    # Of each opportunity's thirty, some wait, some cancelled, and some are confirmed still.
    """
    insert into signup (id, version, area_id, scope_key, account_id, organisation_id, volunteer_id, person_id,
        opportunity_id, activity_id, project_id, state, waiting_number, title, role_name, place_name, starts_at,
        ends_at, signed_up_at, walk_in)
    select md5('e' || g)::uuid, 1, %(area)s, %(scope)s, md5('b' || n)::uuid, md5('o' || g / 30 %% 50)::uuid,
        md5('v' || n)::uuid, md5('d' || n)::uuid, md5('p' || g / 30)::uuid, md5('f' || g / 30)::uuid,
        md5('j' || g / 900)::uuid,
        case when g %% 30 < 5 then 'waiting' when g %% 30 < 8 then 'cancelled' when g %% 30 < 12 then 'confirmed'
            else 'attended' end,
        case when g %% 30 < 5 then g %% 30 end, 'filled', 'filled', 'filled', began, began + interval '3 hours', began,
        false
    from (select g, 1 + g * 7 %% %(people)s as n, now() - g * interval '1 minute' as began
        from generate_series(1, %(entries)s) g) as drawn
    """,
    """
    insert into attendance (id, version, area_id, scope_key, account_id, organisation_id, signup_id, opportunity_id,
        activity_id, project_id, volunteer_id, state, means, place_unknown, checked_in_at)
    select md5('g' || id)::uuid, 1, area_id, scope_key, account_id, organisation_id, id, opportunity_id, activity_id,
        project_id, volunteer_id, 'checked_out', 'code', false, starts_at
    from signup where role_name = 'filled'
    """,
    """
    insert into hours (id, version, area_id, scope_key, account_id, organisation_id, volunteer_id, person_id, signup_id,
        activity_id, project_id, title, state, source, starts_at, ends_at, minutes, evidence_id, forgot_check_out,
        place_unknown, proposed_by, proposed_at, full_check)
    select md5('h' || id)::uuid, 1, area_id, scope_key, account_id, organisation_id, volunteer_id, person_id, id,
        activity_id, project_id, title, case when random() < 0.01 then 'proposed' else 'confirmed' end, 'attendance',
        starts_at, ends_at, 90, md5('g' || id)::uuid, false, false, 'volunteers', ends_at, false
    from signup where role_name = 'filled'
    """,
    f"analyze {', '.join(FILLED)}",
)


class Said(NamedTuple):
    """One statement as a session sent it."""

    statement: str
    values: Any


@contextmanager
def filled(url: str) -> Iterator[psycopg.Connection[Any]]:
    """A connection of the tables' owner, who alone may count them."""
    with psycopg.connect(url, options="-c app.lo1= -c app.hi1=~") as connection:
        for statement in FILL:
            connection.execute(statement, VALUES if "%(" in statement else None)  # type: ignore[arg-type]
        # Of so few rows it may be cheapest to read all: of a city's it is not, and that is what is asked here.
        for way in ("seqscan", "hashjoin", "mergejoin"):
            connection.execute(f"set local enable_{way} = off")  # type: ignore[arg-type]
        yield connection
        connection.rollback()


def passed_over(connection: psycopg.Connection[Any], said: list[Said]) -> set[str]:
    """The large tables of which rows are looked at that no index has found; the scope is declared as it was."""
    found: set[str] = set()
    for statement, values in said:
        if "set_config" in statement:
            connection.execute(statement, values)  # type: ignore[arg-type]
        elif statement.lstrip().startswith(("SELECT", "WITH")):
            row = connection.execute(f"explain (format json) {statement}", values).fetchone()  # type: ignore[arg-type]
            found |= set(_walked((row or [[]])[0][0]["Plan"]))
    return found


def _walked(plan: Mapping[str, Any]) -> Iterator[str]:
    kind, table = plan["Node Type"], plan.get("Relation Name")
    if table in LARGE and "Scan" in kind and not {"Index Cond", "Recheck Cond"} & plan.keys():
        yield f"{kind} on {table}"
    for each in plan.get("Plans", ()):
        yield from _walked(each)
