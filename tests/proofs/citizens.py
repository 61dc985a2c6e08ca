"""Fills the volunteers' database by the million: people of nobody, marked 演示数据, and the hours that they served."""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple
from uuid import UUID

import psycopg

from chassis.person import IdType, check_character
from chassis.testing import Place
from chassis.vault import Vault
from volunteers.volunteer.sealing import sealed

BATCH = 1_000_000
PEOPLE = """
    copy volunteer (id, version, area_id, scope_key, account_id, person_id, number, state, id_type, name_cipher,
        id_number_cipher, born_on_cipher, likeness, groups, skills, registered_at) from stdin
"""
# Every volunteer serves in turn, in the own community; ids grow with time, as ours do. Of the
# last entries, about four a community, wait for a second person. Every third activity is an organisation's.
HOURS = """
    insert into hours (id, version, area_id, scope_key, account_id, organisation_id, volunteer_id, person_id, signup_id,
        activity_id, project_id, title, state, source, starts_at, ends_at, minutes, evidence_id, forgot_check_out,
        place_unknown, because, proposed_by, proposed_at, second_account_id, decided_at, full_check)
    select (lpad(to_hex(1700000000000 + g * 2), 12, '0') || '7000' || substr(md5('a' || g), 1, 16))::uuid, 2,
        (%(areas)s::uuid[])[1 + n %% %(communities)s], (%(scopes)s::text[])[1 + n %% %(communities)s],
        md5('b' || n)::uuid, case when g / 30 %% 3 = 0 then md5('o' || g / 90 %% %(organisations)s)::uuid end,
        (lpad(to_hex(1600000000000 + n * 1000), 12, '0') || '7000' || substr(md5('v' || n), 1, 16))::uuid,
        md5('d' || n)::uuid, md5('e' || g)::uuid, md5('f' || g / 30)::uuid, md5('p' || g / 900)::uuid,
        '演示数据：敬老探访第' || g / 30 || '期', case when waits then 'proposed' else 'confirmed' end,
        case when g %% 20 = 0 then 'manual' else 'attendance' end, began, began + interval '3 hours', 90 + g %% 90,
        md5('g' || g)::uuid, g %% 40 = 0, g %% 7 = 0, case when g %% 20 = 0 then '设备故障，补录' end,
        md5('h' || n)::uuid::text, began + interval '3 hours', case when not waits then md5('s' || g %% 100)::uuid end,
        case when not waits then began + interval '1 day' end, false
    from (select g, g * 7919 %% %(people)s as n, g > %(last)s - 17000 and g %% 7 = 0 as waits,
        timestamptz '2024-11-01 01:00Z' + g * interval '2 seconds' as began
        from generate_series(%(first)s::bigint, %(until)s::bigint) g) as drawn
"""
# What would look at each row as it comes; what they refer to is not made up here.
UNCHECKED = (
    "alter table hours drop constraint if exists fk_hours_signup_id_signup",
    "alter table hours drop constraint if exists fk_hours_volunteer_id_volunteer",
    "alter table hours disable trigger user",
)
INDEXES = """
    select indexname, indexdef from pg_indexes where tablename = %s and schemaname = 'public'
    and indexname not in (select conname from pg_constraint)
"""


def organisations(people: int) -> int:
    """How many have activities of their own: of any size, each as many entries."""
    return max(people // 1000, 1)


def organisation(n: int) -> UUID:
    """The n-th of them, as the statement for hours makes it too."""
    return UUID(hashlib.md5(f"o{n}".encode(), usedforsecurity=False).hexdigest())


class Citizen(NamedTuple):
    """The n-th volunteer."""

    n: int

    @property
    def id(self) -> UUID:
        """As the statement for hours makes it too."""
        mark = hashlib.md5(f"v{self.n}".encode(), usedforsecurity=False).hexdigest()[:16]
        return UUID(f"{1600000000000 + self.n * 1000:012x}7000{mark}")

    @property
    def account_id(self) -> UUID:
        """Whoever signs in on the phone."""
        return UUID(hashlib.md5(f"b{self.n}".encode(), usedforsecurity=False).hexdigest())

    @property
    def born(self) -> str:
        """A day of the last century."""
        return f"{1945 + self.n % 55}-{1 + self.n % 12:02}-{1 + self.n % 28:02}"

    @property
    def number(self) -> str:
        """The volunteer's own."""
        return f"4419{self.n:012}"

    @property
    def document(self) -> str:
        """It passes the check and belongs to no region."""
        first = f"{100000 + self.n // 900:06}{self.born.replace('-', '')}{100 + self.n % 900:03}"
        return first + check_character(first)


def row(n: int, place: Place, vault: Vault) -> Sequence[Any]:
    """A registration as the service would keep it, so that every page can be opened."""
    citizen = Citizen(n)
    clear = {"name": f"演示{n}", "id_number": citizen.document, "born_on": citizen.born}
    kept = sealed(citizen.id, clear, vault)
    person = vault.person_id(IdType.RESIDENT_ID, citizen.document)
    groups = [["party_member"], ["youth", "youth_league"], [], ["retiree"]][n % 4]
    registered = f"2024-11-01 00:00:{n % 60:02}Z"
    return (
        citizen.id, 1, place.id, place.scope_key, citizen.account_id, person, citizen.number, "registered",
        IdType.RESIDENT_ID.value, kept["name_cipher"], kept["id_number_cipher"], kept["born_on_cipher"],
        kept["likeness"], groups, ["演示数据"], registered,
    )  # fmt: skip


@contextmanager
def without_indexes(connection: psycopg.Connection[Any], table: str) -> Iterator[None]:
    """Dropped while rows come in, and all made again before anybody looks."""
    # Who copies rows in goes past row security; nobody reads meanwhile.
    connection.execute(f"alter table {table} no force row level security")
    known = connection.execute(INDEXES, (table,)).fetchall()
    for name, _ in known:
        connection.execute(f'drop index "{name}"')
    yield
    connection.execute("set maintenance_work_mem = '1GB'")
    for _, definition in known:
        connection.execute(definition)
    connection.execute(f"alter table {table} force row level security")
    connection.execute(f"vacuum analyze {table}")


def register(connection: psycopg.Connection[Any], vault: Vault, places: Sequence[Place], numbers: range) -> None:
    """So many volunteers more, each in the community of the number."""
    with without_indexes(connection, "volunteer"), connection.cursor() as cursor, cursor.copy(PEOPLE) as rows:
        for n in numbers:
            rows.write_row(row(n, places[n % len(places)], vault))


def serve(connection: psycopg.Connection[Any], places: Sequence[Place], people: int, numbers: range) -> None:
    """So many entries more, of these people."""
    for statement in UNCHECKED:
        connection.execute(statement)
    values = {
        "areas": [each.id for each in places],
        "scopes": [each.scope_key for each in places],
        "communities": len(places),
        "people": people,
        "organisations": organisations(people),
        "last": numbers.stop,
    }
    with without_indexes(connection, "hours"):
        for first in range(numbers.start, numbers.stop, BATCH):
            until = min(first + BATCH, numbers.stop) - 1
            connection.execute(HOURS, {**values, "first": first, "until": until})
