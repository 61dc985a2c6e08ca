"""What the database alone can do: pgbench with the same reads and writes, as the role of the service."""

import os
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

import psycopg

from deploy.local.placement import binaries_for
from deploy.local.system_user import SystemUser

FOLDER = Path(__file__).parent
SECONDS = 10
# Row security sees everything, without a further statement for it: pgbench is not to be slowed down.
EVERYWHERE = "-c app.lo1= -c app.hi1=~"


def _program(name: str) -> str:
    return str(binaries_for(SystemUser.needed()) / name)


def number_rows(settings: Mapping[str, str]) -> None:
    """Numbers the volunteers and the fresh opportunities for the scripts."""
    script = str(FOLDER / "signup_data.sql")
    command = [_program("psql"), settings["VOLUNTEERS_MIGRATION_URL"], "-q", "-v", "ON_ERROR_STOP=1", "-f", script]
    subprocess.run(command, check=True, capture_output=True)


def transactions_a_second(settings: Mapping[str, str], script: str, clients: int, **variables: int | str) -> float:
    """The rate of so many clients."""
    given = [word for name, value in {"clients": clients, **variables}.items() for word in ("-D", f"{name}={value}")]
    command = [_program("pgbench"), settings["VOLUNTEERS_DATABASE_URL"], "-n", "-c", str(clients), "-j", "2"]
    command += ["-T", str(SECONDS), "-M", "prepared", "-f", str(FOLDER / script), *given]
    scope = {**os.environ, "PGOPTIONS": EVERYWHERE}
    said = subprocess.run(command, env=scope, capture_output=True, text=True, check=False)
    found = re.search(r"^tps = ([0-9.]+)", said.stdout, re.MULTILINE)
    if said.returncode or found is None:
        raise RuntimeError(said.stdout + said.stderr)
    return float(found[1])


NUMBERED = """
drop table if exists bench_signup;
create table bench_signup as select row_number() over (order by id) - 1 as n, id from signup;
alter table bench_signup add primary key (n);
grant select on bench_signup to volunteers_app;
"""


def number_signups(connection: psycopg.Connection) -> int:
    """Numbers the sign-ups for reading them at random; how many there are."""
    connection.execute(NUMBERED)
    connection.execute("vacuum analyze")
    (number,) = connection.execute("select count(*) from bench_signup").fetchone() or (0,)
    return int(number)


def forget_unsequenced(connection: psycopg.Connection) -> None:
    """The service shall not be busy with the facts that pgbench wrote while it is measured itself."""
    connection.execute("delete from fact_unsequenced")
    connection.execute("vacuum analyze")
