"""A random ledger, sealed, and every way in which somebody with the database's own powers might tamper with it."""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from fastapi import FastAPI

from chassis import sequencer
from chassis.clock import wall
from chassis.testing import EAST_RC
from volunteers.seal import content, sealing
from volunteers.seal.sealing import Keys, seal_waiting
from volunteers.seal.verify import UNHURRIED, Trusted, trusted

# Ids grow with time, as ours do, so that rows of one day lie together.
ENTER = f"""
    with entered as (insert into hours (id, version, area_id, scope_key, account_id, organisation_id, volunteer_id,
        person_id, signup_id, activity_id, project_id, title, state, source, starts_at, ends_at, minutes, evidence_id,
        forgot_check_out, place_unknown, because, proposed_by, proposed_at, second_account_id, decided_at)
    select (lpad(to_hex(1700000000000 + g * 700), 12, '0') || '7000' || substr(md5('a' || g), 1, 16))::uuid, 2,
        '{EAST_RC.id}', '{EAST_RC.scope_key}', md5('b' || g %% 1000)::uuid,
        case when g %% 3 = 0 then md5('o' || g %% 50)::uuid end, md5('c' || g %% 1000)::uuid,
        md5('d' || g %% 1000)::uuid,
        md5('e' || g)::uuid, md5('f' || g / 30)::uuid, md5('p' || g / 900)::uuid, '社区敬老探访第' || g / 30 || '期',
        'confirmed', case when g %% 20 = 0 then 'manual' else 'attendance' end, began, began + interval '3 hours',
        90 + g %% 90, md5('g' || g)::uuid, g %% 40 = 0, g %% 7 = 0, case when g %% 20 = 0 then '设备故障，补录' end,
        md5('h' || g %% 1000)::uuid::text, began + interval '3 hours', md5('s' || g %% 100)::uuid,
        began + interval '1 day'
    from (select g, timestamptz '2024-01-01 01:00Z' + g * interval '2 seconds' as began
        from generate_series(%s::bigint, %s::bigint) g) as drawn returning id)
    insert into hours_unsealed (hours_id) select id from entered
"""  # noqa: S608 - constants
FREE = (
    "alter table hours drop constraint fk_hours_signup_id_signup",
    "alter table hours drop constraint fk_hours_volunteer_id_volunteer",
    "alter table hours disable trigger hours_append_only",
    "alter table hours disable trigger hours_entered_confirmed",
    """
    do $$ declare name text; begin
        for name in select indexname from pg_indexes where tablename = 'hours'
            and indexname not in (select conname from pg_constraint)
        loop execute 'drop index ' || name; end loop;
    end $$
    """,
)
# One column of an entry, with what to write instead.
FLIPS = {
    "minutes": "minutes + 1",
    "title": "title || ' '",
    "starts_at": "starts_at + interval '1 microsecond'",
    "ends_at": "ends_at + interval '1 second'",
    "person_id": "gen_random_uuid()",
    "volunteer_id": "gen_random_uuid()",
    "activity_id": "gen_random_uuid()",
    "organisation_id": "gen_random_uuid()",
    "second_account_id": "gen_random_uuid()",
    "vouched_by": "gen_random_uuid()",
    "because": "coalesce(because, '') || '。'",
    "source": "case source when 'manual' then 'attendance' else 'manual' end",
    "decided_at": "decided_at - interval '1 day'",
    "forgot_check_out": "not forgot_check_out",
    "state": "'countered'",
}
SAID = "person_id, volunteer_id, activity_id, title, starts_at, ends_at, minutes"
EXCHANGE = f"""
    update hours h set ({SAID}) = (select {SAID} from hours o
        where o.id = case when h.id = %(one)s then %(other)s::uuid else %(one)s::uuid end)
    where h.id in (%(one)s, %(other)s)
"""  # noqa: S608 - constants
TORN_OUT = "select min(first) from ledger_page where number >= %s"
COLUMNS = """
    select string_agg(attname, ', ') from pg_attribute where attrelid = 'hours'::regclass
    and attnum > 0 and not attisdropped and attname not in ('id', 'evidence_id')
"""
Tampering = Callable[[psycopg.Connection[Any], random.Random, int], str]


def keys_of(app: FastAPI) -> Keys:
    """What the running service seals with."""
    return Keys(app.state.vault.index_key(content.KEY), app.state.signer.key)


def trusted_by(app: FastAPI) -> Trusted:
    """What the verifier trusts."""
    return trusted(app.state.vault, app.state.settings.service_keys.read_text())


def anchors_of(connection: psycopg.Connection[Any]) -> dict[int, str]:
    """The heads as another service has kept them."""
    return {number: head.hex() for number, head in connection.execute("select number, head from ledger_page")}


@contextmanager
def owner(url: str) -> Iterator[psycopg.Connection[Any]]:
    """The owner of the tables, whom no row security and no trigger holds back."""
    with psycopg.connect(url, autocommit=True) as connection:
        for statement in UNHURRIED:
            connection.execute(statement)
        yield connection


def enter(connection: psycopg.Connection[Any], number: int) -> None:
    """So many confirmed entries more; what else the table is searched by is left out."""
    row = connection.execute("select count(*) from hours").fetchone()
    known = row[0] if row else 0
    if not known:
        for statement in FREE:
            connection.execute(statement)
    connection.execute(ENTER, (known + 1, known + number))


async def sealed(app: FastAPI) -> int:
    """Seals what waits, and puts what was told into the log."""
    number = await seal_waiting(app.state.sessions, keys_of(app), wall())
    while True:
        async with app.state.engine.begin() as connection:
            if not await sequencer.append_committed(connection):
                return number


def _id_of(connection: psycopg.Connection[Any], n: int) -> Any:
    row = connection.execute("select hours_id from hours_seal where n = %s", (n,)).fetchone()
    assert row is not None
    return row[0]


def flip(connection: psycopg.Connection[Any], draw: random.Random, last: int) -> str:
    """One column of one entry says something else."""
    n, column = draw.randint(1, last), draw.choice(sorted(FLIPS))
    connection.execute(f"update hours set {column} = {FLIPS[column]} where id = %s", (_id_of(connection, n),))  # noqa: S608
    return f"entry {n} "


def flip_and_mend_the_page(connection: psycopg.Connection[Any], draw: random.Random, last: int) -> str:
    """An entry altered, and root and head of its page with it: all that the database holds fits again."""
    named = flip(connection, draw, last)
    n = int(named.split()[1])
    connection.execute(
        "update ledger_page set root = sha256(root), head = sha256(head) where %s between first and last", (n,)
    )
    return named


def break_a_seal(connection: psycopg.Connection[Any], draw: random.Random, last: int) -> str:
    """One byte of one seal."""
    n = draw.randint(1, last)
    connection.execute("update hours_seal set seal = set_byte(seal, 3, get_byte(seal, 3) # 1) where n = %s", (n,))
    return f"entry {n} "


def delete(connection: psycopg.Connection[Any], draw: random.Random, last: int) -> str:
    """An entry, its seal, or both."""
    n, what = draw.randint(1, last), draw.choice(["entry", "seal", "both"])
    hours_id = _id_of(connection, n)
    if what != "seal":
        connection.execute("delete from hours where id = %s", (hours_id,))
    if what != "entry":
        connection.execute("delete from hours_seal where n = %s", (n,))
    return f"entry {n} " if what == "entry" else f"entry {n}: missing"


def delete_and_close_up(connection: psycopg.Connection[Any], draw: random.Random, last: int) -> str:
    """An entry taken out without a trace, and all numbers after it moved down."""
    n = draw.randint(1, last - 1)
    connection.execute("delete from hours where id = %s", (_id_of(connection, n),))
    connection.execute("delete from hours_seal where n = %s", (n,))
    connection.execute("update hours_seal set n = -n where n > %s", (n,))
    connection.execute("update hours_seal set n = -n - 1 where n < 0")
    return f"entry {n} "


def swap(connection: psycopg.Connection[Any], draw: random.Random, last: int) -> str:
    """Two entries change places: what they say, or their numbers."""
    one, other = sorted(draw.sample(range(1, last + 1), 2))
    if draw.random() < 0.5:
        pair = {"one": _id_of(connection, one), "other": _id_of(connection, other)}
        connection.execute(EXCHANGE, pair)
    else:
        connection.execute("update hours_seal set n = -n where n in (%s, %s)", (one, other))
        connection.execute(
            "update hours_seal set n = case -n when %s then %s else %s end where n < 0", (one, other, one)
        )
    return f"entry {one} "


def truncate(connection: psycopg.Connection[Any], draw: random.Random, last: int) -> str:
    """The end of the ledger is cut off, entries and seals; the pages stay."""
    n = draw.randint(1, last)
    connection.execute("delete from hours where id in (select hours_id from hours_seal where n >= %s)", (n,))
    connection.execute("delete from hours_seal where n >= %s", (n,))
    return f"entry {n}: missing"


def tear_pages_out(connection: psycopg.Connection[Any], draw: random.Random, _last: int) -> str:
    """The last pages go with all that stands on them: only what others were told remembers them."""
    row = connection.execute("select max(number) from ledger_page").fetchone()
    assert row is not None
    page = draw.randint(1, row[0])
    on_them = f"select hours_id from hours_seal where n >= ({TORN_OUT})"  # noqa: S608
    connection.execute(f"delete from hours where id in ({on_them})", (page,))  # noqa: S608
    connection.execute(f"delete from hours_seal where n >= ({TORN_OUT})", (page,))  # noqa: S608
    connection.execute("delete from ledger_page where number >= %s", (page,))
    return f"page {page}: "


def slip_one_in(connection: psycopg.Connection[Any], draw: random.Random, last: int) -> str:
    """Hours that nobody confirmed, written past the queue."""
    columns = connection.execute(COLUMNS).fetchone()
    assert columns is not None
    others = f"select gen_random_uuid(), {columns[0]} from hours where id = %s"  # noqa: S608
    copied = f"insert into hours (id, {columns[0]}) {others} returning id"
    row = connection.execute(copied, (_id_of(connection, draw.randint(1, last)),)).fetchone()
    assert row is not None
    connection.execute("delete from hours_unsealed where hours_id = %s", (row[0],))
    return f"hours {row[0]}: "


def rewrite_a_page(connection: psycopg.Connection[Any], draw: random.Random, _last: int) -> str:
    """What was signed of a page is not what the page says."""
    row = connection.execute("select max(number) from ledger_page").fetchone()
    assert row is not None
    page = draw.randint(1, row[0])
    change = draw.choice(["day = day - 1", "signed = signed || 'A'", "head = sha256(head)"])
    connection.execute(f"update ledger_page set {change} where number = %s", (page,))  # noqa: S608
    return f"page {page}: "


def forget_the_end(connection: psycopg.Connection[Any], draw: random.Random, last: int) -> str:
    """The last pages go, and the log of facts that told of them too: only another service remembers."""
    named = tear_pages_out(connection, draw, last)
    connection.execute("delete from log where type = 'volunteers.ledger.sealed.v1'")
    return named


TAMPERINGS: tuple[Tampering, ...] = (
    flip, flip_and_mend_the_page, break_a_seal, delete, delete_and_close_up, swap, truncate, tear_pages_out,
    forget_the_end, slip_one_in, rewrite_a_page,
)  # fmt: skip


@contextmanager
def small_pages(entries: int) -> Iterator[None]:
    """Pages so short that a small ledger has several."""
    before, sealing.PAGE = sealing.PAGE, entries
    try:
        yield
    finally:
        sealing.PAGE = before
