"""Whoever alters, takes out or swaps facts in a running system's database is found out by `make verify-log`."""

from collections.abc import Callable
from typing import Any

import psycopg
import pytest

from deploy.local.machine import Machine
from deploy.local.settings import SERVICES
from tests.faults.rebuilding import verb
from tests.journeys.town import Town

Undo = Callable[[psycopg.Connection[Any]], object]


def alter(connection: psycopg.Connection[Any], seq: int) -> Undo:
    """Another actor in one row."""
    of = "where id = (select fact_id from log where seq = %s)"
    connection.execute(f"update fact set actor = actor || '0' {of}", [seq])  # noqa: S608 - a test's own words
    return lambda again: again.execute(f"update fact set actor = left(actor, -1) {of}", [seq])  # noqa: S608


def take_out(connection: psycopg.Connection[Any], seq: int) -> Undo:
    """One row of the order gone."""
    row = connection.execute("delete from log where seq = %s returning seq, fact_id, type, audience, hash", [seq])
    gone = row.fetchone()
    write = "insert into log (seq, fact_id, type, audience, hash) values (%s, %s, %s, %s, %s)"
    return lambda again: again.execute(write, gone)


def swap(connection: psycopg.Connection[Any], seq: int) -> Undo:
    """Two neighbours in each other's place."""
    for was, now in ((seq, -seq), (seq + 1, seq), (-seq, seq + 1)):
        connection.execute("update log set seq = %s where seq = %s", [now, was])
    return lambda again: swap(again, seq)


@pytest.mark.parametrize(("attack", "word"), [(alter, "altered"), (take_out, "missing"), (swap, "altered")])
async def test_a_touched_row_is_named(system: Machine, town: Town, attack: Any, word: str) -> None:
    server = system.environment.admin_url.rsplit("/", 1)[0]
    with psycopg.connect(f"{server}/gateway", autocommit=True) as connection:
        (last,) = connection.execute("select max(seq) from log").fetchone() or (0,)
        seq = last // 2
        undo = attack(connection, seq)
        try:
            told = await verb(system, "gateway", "verify-log")
        finally:
            undo(connection)
    assert told.returncode == 1
    assert told.stdout.strip() == f"gateway: seq {seq}: {word}"


async def test_every_log_is_intact(system: Machine) -> None:
    for service in SERVICES:
        told = await verb(system, service, "verify-log")
        assert (told.returncode, told.stdout.strip()) == (0, f"{service}: log intact")
