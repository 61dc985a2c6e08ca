"""Any order of signing up, cancelling and changing the places, on the real database, against a list and a set."""

import asyncio
from collections.abc import Coroutine
from typing import Any

from fastapi import FastAPI
from hypothesis import settings, strategies
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from chassis.principal import Role
from chassis.testing import EAST_RC, Caller, Callers
from services.volunteers.tests.make import hear, opportunity, volunteer, wanting

PEOPLE = 5
SOMEBODY = strategies.integers(0, PEOPLE - 1)


def desk(  # noqa: C901 - one machine, its rules inside
    app: FastAPI, people: list[Caller], officer: Caller, loop: asyncio.AbstractEventLoop
) -> type[RuleBasedStateMachine]:
    """The machine, whose steps run on the loop that the application lives on."""

    def wait(step: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(step, loop).result(60)

    class Desk(RuleBasedStateMachine):
        def __init__(self) -> None:
            super().__init__()
            self.wanted = 2
            self.in_: list[int] = []
            self.queue: list[int] = []
            self.mine: dict[int, str] = {}
            self.heard, self.id = wait(opportunity(app, wanted=wanting(self.wanted)))

        def promote(self) -> None:
            while self.queue and len(self.in_) < self.wanted:
                self.in_.append(self.queue.pop(0))

        @rule(who=SOMEBODY)
        def sign_up(self, who: int) -> None:
            answer = wait(people[who].post(f"/opportunities/{self.id}/signups"))
            if who in self.mine:
                assert answer.json()["type"] == "already-signed-up"
                return
            there = self.in_ if len(self.in_) < self.wanted else self.queue
            there.append(who)
            self.mine[who] = answer.json()["id"]
            assert answer.json()["state"] == ("confirmed" if there is self.in_ else "waiting")

        @precondition(lambda self: self.mine)
        @rule(data=strategies.data())
        def cancel(self, data: strategies.DataObject) -> None:
            who = data.draw(strategies.sampled_from(sorted(self.mine)))
            path = f"/signups/{self.mine.pop(who)}"
            seen = wait(people[who].get(path)).json()
            assert wait(people[who].post(f"{path}/cancellation", seen=seen)).status_code == 200
            (self.in_ if who in self.in_ else self.queue).remove(who)
            self.promote()

        @rule(wanted=strategies.integers(0, 4))
        def change_places(self, wanted: int) -> None:
            self.wanted = wanted
            wait(hear(app, "published", {**self.heard, "wanted": wanting(wanted)}))
            self.promote()

        @invariant()
        def agrees(self) -> None:
            view = wait(officer.get(f"/opportunities/{self.id}")).json()
            assert (view["taken"], view["capacity"]) == (len(self.in_), max(self.wanted, len(self.in_)))
            listed = wait(officer.get("/signups", opportunity_id=str(self.id), limit=200)).json()["items"]
            found = {state: [each for each in listed if each["state"] == state] for state in ("confirmed", "waiting")}
            assert sorted(each["id"] for each in found["confirmed"]) == sorted(self.mine[who] for who in self.in_)
            ordered = sorted(found["waiting"], key=lambda each: each["waiting_number"])
            assert [each["id"] for each in ordered] == [self.mine[who] for who in self.queue]

        def teardown(self) -> None:
            wait(hear(app, "cancelled", self.heard))

    return Desk


async def test_places_and_waiting_list(app: FastAPI, callers: Callers) -> None:
    people = [(await volunteer(callers))[0] for _ in range(PEOPLE)]
    machine = desk(app, people, callers.as_(Role.COMMUNITY_OFFICER, EAST_RC), asyncio.get_running_loop())
    few = settings(max_examples=8, stateful_step_count=15, deadline=None, derandomize=True, database=None)
    await asyncio.to_thread(run_state_machine_as_test, machine, settings=few)
