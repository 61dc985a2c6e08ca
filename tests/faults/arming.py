"""Arming named points: which service is to die where on the path of one request, and the proof that it did."""

import asyncio
import re
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from deploy.local.machine import Machine

# Of a request, in the order in which it passes them; the sequencer comes to its facts afterwards.
REQUEST = ("after-receipt", "before-commit", "after-commit")
TOLD = (*REQUEST, "while-sequencing")
# The sign-up desk holds the transaction of many requests itself.
DESK = ("before-commit", "after-commit", "while-sequencing")
HEARD = ("mid-batch",)
PATIENCE = 240.0

SPAWNED = re.compile(r"INFO spawned: '(?P<program>[a-z]+)' with pid (?P<pid>\d+)")
KILLED = re.compile(r"exited: (?P<program>[a-z]+) \(terminated by SIGKILL")


@dataclass(frozen=True)
class Death:
    """One death at a named point: on which act's path, and the process before and after."""

    service: str
    point: str
    act: str
    pid: int
    next_pid: int | None


@dataclass
class Faults:
    """The fault files of one machine."""

    machine: Machine
    armed: list[tuple[str, str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        (self.machine.settings.state / "faults").mkdir(exist_ok=True)
        for service in self.machine.settings.programs:
            self.machine.settings.fault_file(service).with_suffix(".struck").unlink(missing_ok=True)

    def arm(self, act: str, points: Mapping[str, Sequence[str]]) -> None:
        """The services die at these points, in their order, each once."""
        for service, wanted in points.items():
            file = self.machine.settings.fault_file(service)
            whole = file.with_suffix(".new")
            whole.write_text("\n".join(wanted))
            whole.rename(file)
            self.armed += [(service, point, act) for point in wanted]

    async def struck(self, services: Sequence[str]) -> None:
        """Until every armed point of these services has been struck."""
        limit = time.monotonic() + PATIENCE
        while waiting := {name: left for name in services if (left := self._left(name))}:
            if time.monotonic() > limit:
                raise TimeoutError(f"not struck: {waiting}")
            await asyncio.sleep(0.05)

    def disarm(self) -> None:
        """Nothing dies any more."""
        for service in self.machine.settings.programs:
            self.machine.settings.fault_file(service).unlink(missing_ok=True)

    def _left(self, service: str) -> str:
        file = self.machine.settings.fault_file(service)
        return file.read_text() if file.exists() else ""

    def deaths(self) -> list[Death]:
        """What was armed, with the processes that noted their death and those that the process manager saw die."""
        noted = {service: iter(self._noted(service)) for service, _, _ in self.armed}
        after = successors(self._told())
        found = []
        for service, point, act in self.armed:
            struck, pid = next(noted[service], ("", 0))
            next_pid = after.get((service, pid))
            found.append(Death(service, point, act, pid if struck == point else 0, next_pid))
        return found

    def _noted(self, service: str) -> list[tuple[str, int]]:
        file = self.machine.settings.fault_file(service).with_suffix(".struck")
        lines = file.read_text().splitlines() if file.exists() else []
        return [(point, int(pid)) for point, pid in (line.split() for line in lines)]

    def _told(self) -> str:
        logs = self.machine.settings.logs
        return "".join(
            path.read_text() for path in (logs / "supervisord.log.1", logs / "supervisord.log") if path.exists()
        )


def successors(told: str) -> dict[tuple[str, int], int]:
    """By program and process id: the process that the manager started after that one was killed."""
    running: dict[str, int] = {}
    killed: dict[str, int] = {}
    found = {}
    for line in told.splitlines():
        if spawned := SPAWNED.search(line):
            program, pid = spawned["program"], int(spawned["pid"])
            if program in killed:
                found[program, killed.pop(program)] = pid
            running[program] = pid
        elif exited := KILLED.search(line):
            killed[exited["program"]] = running.get(exited["program"], 0)
    return found
