"""A real PostgreSQL: roles as in production, and nothing left behind."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from deploy.local.cluster import ThrowawayCluster
from deploy.local.databases import prepare
from deploy.local.settings import ROOT


@pytest.fixture(scope="module")
def cluster() -> Iterator[ThrowawayCluster]:
    with ThrowawayCluster(["registry"]) as started:
        yield started


def test_the_app_role_owns_nothing_and_stands_below_row_security(cluster: ThrowawayCluster) -> None:
    with psycopg.connect(cluster.env["REGISTRY_MIGRATION_URL"]) as owner:
        owner.execute("create table thing (id bigint)")
    with psycopg.connect(cluster.env["REGISTRY_DATABASE_URL"], autocommit=True) as app:
        rights = app.execute("select rolsuper, rolbypassrls, rolcreatedb from pg_roles where rolname = current_user")
        assert rights.fetchone() == (False, False, False)
        for refused in ("select * from thing", "create table mine (id bigint)", "drop table thing"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                app.execute(refused.encode())


def test_nobody_gets_in_without_the_password(cluster: ThrowawayCluster) -> None:
    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(cluster.env["REGISTRY_DATABASE_URL"], password="guess")


def test_preparing_again_changes_nothing(cluster: ThrowawayCluster) -> None:
    prepare(cluster.admin_url, cluster.passwords, cluster.services)
    psycopg.connect(cluster.env["REGISTRY_DATABASE_URL"]).close()


def test_it_ends_with_a_test_process_that_is_killed() -> None:
    program = (
        "import time; from deploy.local.cluster import ThrowawayCluster\n"
        "with ThrowawayCluster(['registry']) as cluster: print(cluster.folder, flush=True); time.sleep(60)"
    )
    process = subprocess.Popen([sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    with process:
        folder = Path(process.stdout.readline().strip()) if process.stdout else Path()
        assert (folder / "data").is_dir()
        process.send_signal(signal.SIGKILL)
    limit = time.monotonic() + 15
    while folder.exists() and time.monotonic() < limit:
        time.sleep(0.1)
    assert not folder.exists()
