"""What is measured: sign-ups over many opportunities, a rush for few places, reading one record and one page."""

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from uuid import UUID

from tests.bench import baseline
from tests.bench.client import CLIENTS, Load, request, send
from tests.bench.stage import Stage

SPREAD_OUT, RUSH = "报名 分散于 1000 个岗位", "报名 10000 人抢 200 个名额"
ROUNDS = 3
SPREAD, RUSH_PLACES = 1000, 200
MANY = 64  # enough that a sitting fills while the one before it is decided
CROWD = 500  # who wait at the same time when the places of a popular activity open
SPARE = 2  # for pgbench, which in its time may have more sign-ups than there are volunteers
READS = 4000


@dataclass(frozen=True, slots=True)
class Round:
    """Ours and pgbench's, one after the other; none where only the waiting counts."""

    ours: Load
    pgbench: float | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """The medians of a scenario."""

    name: str
    rounds: list[Round]
    clients: int = CLIENTS

    def of(self, value: Callable[[Round], float]) -> float:
        """The median of something."""
        return median(value(each) for each in self.rounds)

    def beside(self, value: Callable[[Load, float], float]) -> float | None:
        """The median of something that compares with pgbench."""
        compared = [value(each.ours, each.pgbench) for each in self.rounds if each.pgbench is not None]
        return median(compared) if compared else None

    @property
    def ratio(self) -> float | None:
        """Our rate by that of pgbench."""
        return self.beside(lambda ours, pgbench: ours.rate / pgbench)


def sign_ups(stage: Stage, opportunities: list[UUID], *, name: str, clients: int = CLIENTS) -> Load:
    """Every volunteer signs up once, one opportunity after the other."""
    asked = [
        request(
            "POST", f"/api/volunteers/opportunities/{opportunities[n % len(opportunities)]}/signups", token, key=key
        )
        for n, (token, key) in enumerate((token, f"{name}-{n}") for n, token in enumerate(stage.tokens))
    ]
    stage.checkpoint()
    return send(stage.port, asked, clients=clients)


def _require_places(stage: Stage, load: Load, opportunities: list[UUID], places: int) -> None:
    """Every answer is one, and together with the ledgers they are right: nobody too many, no number twice."""
    asked, answers = len(stage.tokens), [json.loads(body) for body in load.bodies]
    assert load.statuses == {201: asked}, Counter(each.get("type") for each in answers)
    confirmed = Counter(each["opportunity_id"] for each in answers if each["state"] == "confirmed")
    waiting = [(each["opportunity_id"], each["waiting_number"]) for each in answers if each["state"] == "waiting"]
    assert max(confirmed.values()) <= places
    assert len(set(waiting)) == len(waiting) == asked - confirmed.total()
    assert len({each["volunteer_id"] for each in answers}) == asked
    ledger = "select coalesce(sum({}), 0) from places where opportunity_id = any(%s)"
    assert stage.count(ledger.format("taken"), opportunities) == confirmed.total()
    assert stage.count(ledger.format("waiting_numbers"), opportunities) == len(waiting)


def _signing(stage: Stage, number: int, places: int, name: str, clients: int) -> Round:
    """One round: pgbench on fresh opportunities, then the service on others."""
    stage.opportunities(number + SPARE, places)
    baseline.number_rows(stage.settings)
    given = {"i": -1, "volunteers": len(stage.tokens), "hot": number}
    of_pgbench = stage.beside_pgbench("signup.sql", clients, **given)
    fresh = stage.opportunities(number, places)
    ours = sign_ups(stage, fresh, name=name, clients=clients)
    _require_places(stage, ours, fresh, places)
    stage.settle()
    return Round(ours, of_pgbench)


def spread(stage: Stage, clients: int = CLIENTS) -> Figure:
    """Sign-ups over 1,000 opportunities, of whose claimants most get a place and some wait."""
    places = len(stage.tokens) // SPREAD - 2
    rounds = [_signing(stage, SPREAD, places, f"spread-{clients}-{n}", clients) for n in range(ROUNDS)]
    return Figure(SPREAD_OUT, rounds, clients)


def spread_by_many(stage: Stage) -> Figure:
    """The same by more clients, on both sides."""
    return spread(stage, MANY)


def rush(stage: Stage, clients: int = CLIENTS) -> Figure:
    """10,000 claim 200 places of one opportunity: exactly 200 get one."""
    rounds = [_signing(stage, 1, RUSH_PLACES, f"rush-{clients}-{n}", clients) for n in range(ROUNDS)]
    for each in rounds:
        _require_all_given(each.ours)
    return Figure(RUSH, rounds, clients)


def rush_by_many(stage: Stage) -> Figure:
    """The same by more clients, on both sides."""
    return rush(stage, MANY)


def spread_by_crowd(stage: Stage) -> Figure:
    """The same with 500 who wait at once."""
    places = len(stage.tokens) // SPREAD - 2
    return Figure(SPREAD_OUT, [_waiting(stage, SPREAD, places, f"spread-crowd-{n}") for n in range(ROUNDS)], CROWD)


def rush_by_crowd(stage: Stage) -> Figure:
    """The same with 500 who wait at once: how long it takes until one has the answer."""
    rounds = [_waiting(stage, 1, RUSH_PLACES, f"rush-crowd-{n}") for n in range(ROUNDS)]
    for each in rounds:
        _require_all_given(each.ours)
    return Figure(RUSH, rounds, CROWD)


def _waiting(stage: Stage, number: int, places: int, name: str) -> Round:
    """One round of ours alone: nobody has 500 connections to a database at work."""
    fresh = stage.opportunities(number, places)
    load = sign_ups(stage, fresh, name=name, clients=CROWD)
    _require_places(stage, load, fresh, places)
    stage.settle()
    return Round(load)


def _require_all_given(load: Load) -> None:
    got = sum(json.loads(body)["state"] == "confirmed" for body in load.bodies)
    assert got == RUSH_PLACES, got


def by_id(stage: Stage) -> Figure:
    """One sign-up by its id, by an officer of its town."""
    signups = baseline.number_signups(stage.connection)
    query = "select id from signup where scope_key >= %s and scope_key < %s || '~' order by random() limit %s"
    low = stage.officer.scope_key
    ids = [row[0] for row in stage.connection.execute(query, (low, low, READS))]
    asked = [request("GET", f"/api/volunteers/signups/{ids[n % len(ids)]}", stage.officer.token) for n in range(READS)]
    return Figure("按编号读一条报名", [_reading(stage, asked, "select.sql", signups=signups) for _ in range(ROUNDS)])


def first_page(stage: Stage) -> Figure:
    """The first fifty sign-ups of a town."""
    asked = [request("GET", "/api/volunteers/signups?limit=50", stage.officer.token)] * (READS // 8)
    low = stage.officer.scope_key
    return Figure("镇街报名列表第一页 50 条", [_reading(stage, asked, "page.sql", low=low) for _ in range(ROUNDS)])


def _reading(stage: Stage, asked: list[bytes], script: str, **variables: int | str) -> Round:
    of_pgbench = stage.beside_pgbench(script, CLIENTS, **variables)
    ours = send(stage.port, asked)
    assert ours.statuses == {200: len(asked)}, ours.statuses
    return Round(ours, of_pgbench)
