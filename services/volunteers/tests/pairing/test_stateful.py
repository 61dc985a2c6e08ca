"""Any order of pairing, leaving, coming back, handing over, ending and dissolving: no team is left alone unseen."""

import asyncio
from collections.abc import Coroutine
from typing import Any

from fastapi import FastAPI
from hypothesis import settings, strategies
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import select

from chassis.principal import Role
from chassis.tables import FactRow
from chassis.testing import EAST, Caller, Callers, everywhere
from services.volunteers.tests.make import SERIAL, Worker, during, hear, opportunity, sign_up, team, wanting

WORKERS = 3
SOMEBODY = strategies.integers(0, WORKERS - 1)
WANTED = wanting(5)


class Desk:
    """The to-dos that are open, as the gateway would list them."""

    def __init__(self, app: FastAPI) -> None:
        self.app, self.pos, self.open = app, 0, dict[str, str]()

    async def look(self) -> set[str]:
        """The codes that wait."""
        async with everywhere(self.app) as tx:
            task = FactRow.type.in_(["volunteers.task.opened.v1", "volunteers.task.closed.v1"])
            new = await tx.scalars(select(FactRow).where(task, FactRow.pos > self.pos).order_by(FactRow.pos))
            for fact in new:
                self.pos = fact.pos
                self.open.pop(fact.data["task_id"], None)
                if fact.type == "volunteers.task.opened.v1":
                    self.open[fact.data["task_id"]] = fact.data["title_code"]
        return set(self.open.values()) & {"pairing-handover", "team-pairing"}


def town(  # noqa: C901 - one machine, its rules inside
    app: FastAPI, callers: Callers, office: Caller, loop: asyncio.AbstractEventLoop
) -> type[RuleBasedStateMachine]:
    """The machine, whose steps run on the loop that the application lives on."""

    def wait(step: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(step, loop).result(60)

    class Town(RuleBasedStateMachine):
        def __init__(self) -> None:
            super().__init__()
            self.desk = Desk(app)
            self.workers = [wait(Worker(app).begin()) for _ in range(WORKERS)]
            self.in_post, self.registered = [True] * WORKERS, [True] * WORKERS
            self.coming: list[dict[str, Any]] = []
            self.form()

        def form(self) -> None:
            """A new team; what its own leader has not signed up for is none of its affairs."""
            self.team, self.leader, _ = wait(team(callers, name=f"第{next(SERIAL)}队"))
            self.coming.clear()

        def teardown(self) -> None:
            while self.coming:
                self.call_off()
            assert self.dissolved()

        def newest(self) -> dict[str, Any] | None:
            found = wait(office.get("/pairings", team_id=self.team["id"], limit=1)).json()["items"]
            return found[0] if found else None

        def serves(self, who: int) -> bool:
            return self.in_post[who] and self.registered[who]

        def act(self, verb: str, body: dict[str, Any]) -> Any:
            seen = self.newest()
            if seen is None or seen["state"] in {"handed_over", "ended"}:
                return None
            answer = wait(office.post(f"/pairings/{seen['id']}/{verb}", body, seen=seen))
            assert answer.status_code < 500, answer.text
            return answer

        @initialize(who=SOMEBODY)
        def begin(self, who: int) -> None:
            self.pair(who)

        @rule(who=SOMEBODY)
        def pair(self, who: int) -> None:
            body = {"team_id": self.team["id"], "social_worker_id": self.workers[who].id}
            answer = wait(office.post("/pairings", body))
            assert answer.status_code in {201, 409, 422}, answer.text
            assert answer.status_code != 201 or self.serves(who)

        @rule(kind=strategies.sampled_from(["vacate", "lapse"]), other=SOMEBODY)
        def leave(self, kind: str, other: int) -> None:
            """Whoever has the team, else anybody."""
            seen = self.newest()
            mine = seen is not None and seen["state"] == "running"
            who = self.number(seen["social_worker_id"]) if seen and mine else other
            wait(getattr(self.workers[who], kind)())
            (self.in_post if kind == "vacate" else self.registered)[who] = False

        @rule(who=SOMEBODY)
        def come_back(self, who: int) -> None:
            wait(self.workers[who].register())
            wait(self.workers[who].fill())
            self.in_post[who] = self.registered[who] = True

        def number(self, social_worker_id: str) -> int:
            return next(number for number, each in enumerate(self.workers) if each.id == social_worker_id)

        @rule(who=SOMEBODY)
        def hand_over(self, who: int) -> None:
            answer = self.act("handover", {"social_worker_id": self.workers[who].id, "note": "照旧每周探访"})
            assert answer is None or answer.status_code != 201 or self.serves(who)

        @rule()
        def release(self) -> None:
            self.act("release", {"reason": "另有安排"})

        @rule()
        def end(self) -> None:
            answer = self.act("ending", {"reason": "不再结对"})
            assert answer is None or answer.status_code != 200 or not self.expected()

        @precondition(lambda self: len(self.coming) < 2)
        @rule(who=SOMEBODY)
        def plan(self, who: int) -> None:
            hours = 3 * len(self.coming)
            heard, place = wait(
                opportunity(app, lead_person_id=self.workers[who].person_id, wanted=WANTED, **at(hours))
            )
            wait(sign_up(self.leader, place))
            self.coming.append(heard)

        @precondition(lambda self: self.coming)
        @rule()
        def call_off(self) -> None:
            wait(hear(app, "cancelled", self.coming.pop()))

        @rule()
        def dissolve(self) -> None:
            if self.dissolved():
                self.form()

        def dissolved(self) -> bool:
            path = f"/teams/{self.team['id']}"
            seen = wait(office.get(path)).json()
            answer = wait(office.post(f"{path}/dissolution", {"reason": "队伍解散"}, seen=seen))
            assert answer.status_code in {200, 409}, answer.text
            assert answer.status_code != 200 or not self.expected()
            if answer.status_code == 200:
                newest = self.newest()
                assert wait(self.desk.look()) == set()
                assert newest is None or newest["state"] == "ended"
            return bool(answer.status_code == 200)

        def expected(self) -> bool:
            """Whether something is to come that one of the team's workers leads."""
            pairings = wait(office.get("/pairings", team_id=self.team["id"])).json()["items"]
            ids = {each["social_worker_id"] for each in pairings}
            persons = {each.person_id for each in self.workers if each.id in ids}
            return any(heard["lead_person_id"] in persons for heard in self.coming)

        @invariant()
        def nobody_is_left_alone_unseen(self) -> None:
            waiting, newest = wait(self.desk.look()), self.newest()
            state = newest["state"] if newest else "none"
            expected = {"running": set(), "handover_due": {"pairing-handover"}}
            assert waiting == expected.get(state, {"team-pairing"})
            if newest and state == "running":
                assert self.serves(self.number(newest["social_worker_id"])), (
                    "a worker out of service has the team, and nobody was told"
                )

    return Town


def at(hours: float) -> dict[str, Any]:
    """Times that do not clash with one another."""
    return {"starts_at": during(hours).isoformat(), "ends_at": during(hours + 1).isoformat()}


async def test_no_team_is_left_alone_unseen(app: FastAPI, callers: Callers) -> None:
    machine = town(app, callers, callers.as_(Role.TOWN_OFFICER, EAST), asyncio.get_running_loop())
    few = settings(max_examples=6, stateful_step_count=10, deadline=None, derandomize=True, database=None)
    await asyncio.to_thread(run_state_machine_as_test, machine, settings=few)
