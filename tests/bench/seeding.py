"""A city's volunteers and opportunities, written set by set, and a token for each volunteer."""

import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import psycopg

from chassis.database import new_id
from chassis.person import IdType, check_character
from chassis.principal import Role
from chassis.tokens import Signer
from chassis.vault import Vault

HOUR = 3600  # longer than a run
COLUMNS = (
    "id, version, area_id, scope_key, account_id, person_id, number, state, id_type, name_cipher, id_number_cipher,"
    " born_on_cipher, groups, skills, registered_at"
)
OPPORTUNITIES = """
with place as (
  select row_number() over (order by code) as n, count(*) over () as of, id, scope_key
  from area_copy where level = 'community'
), made as (
  select gen_random_uuid() as activity_id, gen_random_uuid() as opportunity_id, gen_random_uuid() as project_id,
    p.id as area_id, p.scope_key, %(starts_at)s::timestamptz + serial * interval '1 second' as starts_at
  from generate_series(1, %(number)s) serial join place p on p.n = serial %% p.of + 1
), activities as (
  insert into activity_copy (id, area_id, scope_key, project_id, title, starts_at, ends_at, place_name)
  select activity_id, area_id, scope_key, project_id, '重阳探访',
    starts_at, starts_at + interval '2 hours', '社区活动中心'
  from made
), ledgers as (
  insert into places (opportunity_id, activity_id, version, state, wanted, capacity, taken, waiting_numbers)
  select opportunity_id, activity_id, 1, 'open', %(places)s, %(places)s, 0, 0 from made
)
insert into opportunity (id, activity_id, area_id, scope_key, role, role_name, minimum_age, skills, trainings,
  starts_at, ends_at)
select opportunity_id, activity_id, area_id, scope_key, 'visitor', '探访员', 16, '{}', '[]', starts_at,
  starts_at + interval '2 hours'
from made returning id
"""


@dataclass(frozen=True, slots=True)
class Person:
    """A volunteer who can sign in."""

    account_id: UUID
    person_id: UUID


def volunteers(connection: psycopg.Connection, settings: Mapping[str, str], number: int) -> list[Person]:
    """Registered adults of all communities, their fields encrypted as the service does it."""
    keys = Vault(data_keys=settings["VOLUNTEERS_DATA_KEYS"], matching_key=settings["PERSON_MATCHING_KEY"])
    areas = connection.execute("select id, scope_key from area_copy where level = 'community' order by code").fetchall()
    people = []
    # Under row security COPY is refused: it goes aside first.
    connection.execute("create temporary table incoming (like volunteer)")
    with connection.cursor().copy(f"copy incoming ({COLUMNS}) from stdin") as copy:
        for n, id_number in zip(range(number), _id_numbers(), strict=False):
            made, person_id = new_id(), keys.person_id(IdType.RESIDENT_ID, id_number)
            clear = {"name": "演示甲", "id_number": id_number, "born_on": "1980-01-01"}
            ciphers = [
                keys.encrypt(plain, table="volunteer", column=name, row_id=made) for name, plain in clear.items()
            ]
            person = Person(new_id(), person_id)
            of_service = (f"{secrets.randbelow(10**16):016}", "registered", str(IdType.RESIDENT_ID))
            empty: list[str] = []
            row = (made, 1, *areas[n % len(areas)], person.account_id, person_id, *of_service, *ciphers)
            copy.write_row((*row, empty, empty, datetime.now(UTC)))
            people.append(person)
    connection.execute(f"insert into volunteer ({COLUMNS}) select {COLUMNS} from incoming")  # noqa: S608 - names of columns, written above
    return people


def _id_numbers() -> Iterator[str]:
    """Resident id numbers that pass the check; generated, nobody's."""
    for region in range(441900, 449999):
        for serial in range(1000):
            first = f"{region}19800101{serial:03}"
            yield first + check_character(first)


def opportunities(connection: psycopg.Connection, number: int, places: int, *, in_days: int) -> list[UUID]:
    """So many opportunities with so many places each, spread over the communities, on one day to come."""
    starts_at = datetime.now(UTC).replace(microsecond=0) + timedelta(days=in_days)
    given = {"number": number, "places": places, "starts_at": starts_at}
    made = [row[0] for row in connection.execute(OPPORTUNITIES, given)]
    connection.execute("analyze volunteer, opportunity, activity_copy, places, signup")
    return made


def tokens(settings: Mapping[str, str], people: list[Person]) -> list[str]:
    """What the gateway would give each of them."""
    signer = Signer("gateway", Path(settings["GATEWAY_KEY"]))
    return [
        signer.sign(
            {
                "sub": str(each.account_id),
                "kind": "volunteer",
                "sid": str(new_id()),
                "person_id": str(each.person_id),
                "amr": ["sms"],
                "grants": [],
            },
            lifetime=HOUR,
        )
        for each in people
    ]


@dataclass(frozen=True, slots=True)
class Officer:
    """Somebody who reads the sign-ups of one town."""

    token: str
    scope_key: str


def officer(connection: psycopg.Connection, settings: Mapping[str, str]) -> Officer:
    """Of the town with the most communities."""
    query = (
        "select t.id, t.scope_key from area_copy t join area_copy c on c.parent_id = t.id"
        " where t.level = 'township' group by t.id, t.scope_key order by count(*) desc, t.scope_key limit 1"
    )
    area_id, scope_key = connection.execute(query).fetchone() or ("", "")
    grant = {"role": Role.TOWN_OFFICER, "area_id": str(area_id), "scope_key": scope_key}
    claims = {"sub": str(new_id()), "kind": "staff", "sid": str(new_id()), "grants": [grant]}
    return Officer(Signer("gateway", Path(settings["GATEWAY_KEY"])).sign(claims, lifetime=HOUR), scope_key)
