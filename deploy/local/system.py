"""A private system for tests: on ports of its own, in a folder of its own, gone with the test process."""

import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

from deploy.local.environment import ambient
from deploy.local.machine import Machine
from deploy.local.settings import ROOT, Settings, free_port


class System(Machine):
    """`demo` lets time be set and shows the outbox; `city` (as `demo` unless said otherwise) fills the demo city.

    `faults` lets services be told to die at named points (chassis.faults).
    Used as a context it is stopped even when the test process is killed.
    """

    # The shell outlives a killed test process, whose end of the pipe closes, and then stops the system.
    GUARD = 'cat >/dev/null; exec "$@"'

    def __init__(
        self,
        state: Path,
        port: int | None = None,
        *,
        demo: bool = True,
        city: bool | None = None,
        faults: bool = False,
    ) -> None:
        filled = demo if city is None else city
        super().__init__(Settings(state.resolve(), port or free_port(), demo, filled, faults=faults))

    def __enter__(self) -> Self:
        command = ["sh", "-c", self.GUARD, "sh", sys.executable, "-m", "deploy.local", "stop"]
        known = ambient() | {"SANSHE_STATE": str(self.settings.state)}
        self.guard = subprocess.Popen(
            command, cwd=ROOT, env=known, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, start_new_session=True
        )
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
        self.guard.kill()
        self.guard.wait()
