"""At most one runner works on a state folder; the kernel lets go of the lock however the runner ends."""

import fcntl
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self, TextIO

from deploy.local.progress import Trouble
from deploy.local.settings import Settings


@dataclass(frozen=True)
class Runner:
    """Who runs, where, and whether it left the system running on purpose."""

    pid: int
    url: str
    port: int
    detached: bool


class AlreadyRunning(Trouble):
    def __init__(self, runner: Runner) -> None:
        super().__init__(f"Sanshe already runs at {runner.url} (process {runner.pid}). `make stop` ends it.")


class RunnerLock:
    def __init__(self, state: Path) -> None:
        self.path = state / "runner.json"
        self.file: TextIO | None = None

    def take(self) -> Self:
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = self.path.open("a+")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyRunning(self.told() or Runner(0, "a place it is about to tell", 0, detached=False)) from None
        self.file = file
        return self

    def tell(self, settings: Settings, *, detached: bool) -> None:
        runner = Runner(os.getpid(), settings.public_url, settings.port, detached)
        self.path.write_text(json.dumps(asdict(runner)))

    def told(self) -> Runner | None:
        text = self.path.read_text() if self.path.exists() else ""
        return Runner(**json.loads(text)) if text else None

    def is_held(self) -> bool:
        if not self.path.exists():
            return False
        with self.path.open() as file:
            try:
                fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except BlockingIOError:
                return True
        return False
