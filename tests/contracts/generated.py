"""Generated API cases of one service: signed in, with the headers a client sends, on records that exist.

`run("registry", 2000, seed=1)` answers what was asked and what was wrong; from a shell
`python -m tests.contracts.generated registry 2000 1`.
"""

import asyncio
import sys
from collections import Counter
from collections.abc import Mapping
from contextlib import AsyncExitStack, ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as seeded
from hypothesis import strategies as st

from conftest import standing
from tests.contracts.drawing import Asked, Drawing, Operation
from tests.contracts.judging import Fault, Judge
from tests.contracts.world import World, filled


@dataclass(slots=True)
class Result:
    """What a run has asked and found."""

    service: str
    seed: int
    cases: int = 0
    operations: int = 0
    reached: set[str] = field(default_factory=set)
    statuses: Counter[int] = field(default_factory=Counter)
    faults: list[Fault] = field(default_factory=list)

    def count(self, kind: str) -> int:
        """How many answers had that fault."""
        return sum(fault.kind == kind for fault in self.faults)

    @property
    def share_reached(self) -> float:
        """The share of the operations that answered with 2xx."""
        return len(self.reached) / self.operations

    def kinds(self) -> Counter[tuple[str, str]]:
        """How often each fault was found, by operation."""
        return Counter((fault.kind[:80], fault.operation) for fault in self.faults)

    def __str__(self) -> str:
        statuses = " ".join(f"{status}:{count}" for status, count in sorted(self.statuses.items()))
        head = f"{self.service}: seed {self.seed}, {self.cases} cases, {len(self.reached)}/{self.operations} operations"
        return f"{head} reached, {len(self.faults)} faults, {statuses}"


class Run:
    """One service under generated requests; each is undone, so that all find the same records."""

    def __init__(self, world: World, seed: int) -> None:
        transport = httpx.ASGITransport(app=world.app, raise_app_exceptions=False)
        self.world, self.drawing = world, Drawing(world)
        self.client = httpx.AsyncClient(transport=transport, base_url="https://testserver", trust_env=False)
        self.judge = Judge(world.service)
        self.result = Result(world.service, seed, operations=len(self.drawing.operations))

    async def samples(self) -> None:
        """Every operation once, in a way that it accepts."""
        for operation in self.drawing.operations:
            if operation.sample is not None:
                await self.ask(operation, operation.as_it_is(operation.sample, wanted=True))

    async def ask(self, operation: Operation, asked: Asked) -> None:
        """One case: the request, what is wrong with its answer, and whether the records can still be read."""
        result, undone = self.result, await self.world.connection.begin_nested()
        answer = await self._answer(operation, asked)
        result.cases += 1
        result.statuses[answer.status_code] += 1
        result.faults += self.judge.faults(operation, asked, answer)
        if answer.is_success:
            result.reached.add(operation.name)
            if operation.method != "GET":
                await self._look_after(operation, asked, answer)
        await undone.rollback()

    async def _answer(self, operation: Operation, asked: Asked) -> httpx.Response:
        headers = {name: value.encode("latin-1") for name, value in asked.headers.items()}
        return await self.client.request(operation.method, asked.url, headers=headers, content=asked.content)

    async def _look_after(self, operation: Operation, changed: Asked, answer: httpx.Response) -> None:
        """What was accepted must be readable, alone and in its lists."""
        made = answer.json() if answer.content and "json" in answer.headers["content-type"] else None
        ids = {"id": str(made["id"])} if isinstance(made, dict) and "id" in made else {}
        for other in self.drawing.operations:
            if other.method == "GET" and other.sample and other.path.split("/")[1] == operation.path.split("/")[1]:
                asked = other.as_it_is(other.sample, ids={**other.sample.ids, **ids})
                asked.content, asked.how = changed.content, f"after {changed.operation}, {changed.how}"
                answer = await self.client.get(asked.url, headers=asked.headers)
                self.result.faults += self.judge.faults(other, asked, answer)


def run(service: str, cases: int, seed: int, environment: Mapping[str, str] | None = None) -> Result:
    """Asks a service so many times; `environment` is that of a throwaway cluster, made when there is none."""
    with ExitStack() as stack:
        if environment is None:
            folder = stack.enter_context(TemporaryDirectory(prefix="sanshe-"))
            environment = stack.enter_context(standing(Path(folder)))
        runner = stack.enter_context(asyncio.Runner())
        opened = AsyncExitStack()
        world = runner.run(opened.enter_async_context(filled(service, environment)))
        stack.callback(lambda: runner.run(opened.aclose()))
        asking = Run(world, seed)
        runner.run(asking.samples())
        _generate(asking, runner, cases - asking.result.cases)
        return asking.result


def _generate(asking: Run, runner: asyncio.Runner, cases: int) -> None:
    """Hypothesis draws the rest; nothing is shrunk, as a case says how it was made."""

    @seeded(asking.result.seed)
    @settings(
        max_examples=cases, database=None, deadline=None, phases=[Phase.generate], suppress_health_check=HealthCheck
    )
    @given(st.data())
    def ask(data: st.DataObject) -> None:
        runner.run(asking.ask(*asking.drawing.draw(data.draw)))

    ask()


def main() -> None:
    """Runs one service and prints what was found."""
    service, cases, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    result = run(service, cases, seed)
    print(result, *result.faults, result.kinds(), sep="\n")
    sys.exit(bool(result.faults))


if __name__ == "__main__":
    main()
