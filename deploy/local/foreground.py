"""`make run` and `make stop`: stays in the terminal while the system runs, and takes it down when told to end.

This process lives as long as the system, so it imports little and leaves the work to short-lived ones.
"""

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from types import FrameType

import psutil  # type: ignore[import-untyped]

from deploy.local import leftovers
from deploy.local.progress import Trouble, say, step
from deploy.local.runner_lock import AlreadyRunning, RunnerLock
from deploy.local.settings import ROOT, Settings
from deploy.local.supervisor import Supervisor

STOP_SECONDS = 120
WISHES_TO_END = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class ToldToEnd(Exception):
    """Ctrl-C, SIGTERM, or the terminal was closed."""

    def __init__(self, wish: int) -> None:
        super().__init__()
        self.wish = wish


def run(settings: Settings, *, detached: bool) -> int:
    lock = RunnerLock(settings.state).take()
    runner = lock.told()
    if runner and runner.detached and (manager := Supervisor(settings.state).pid()):
        raise AlreadyRunning(replace(runner, pid=manager))
    lock.tell(settings, detached=detached)
    for wish in WISHES_TO_END:
        signal.signal(wish, _tell_to_end)
    try:
        return _start(lock) if detached else _stay(settings, lock)
    except ToldToEnd as told:
        for wish in WISHES_TO_END:
            signal.signal(wish, signal.SIG_IGN)
        if told.wish == signal.SIGHUP:
            # The terminal is gone; writing to it would end the stopping half-way.
            sys.stdout = Path(os.devnull).open("w")  # noqa: SIM115 - for as long as this process lives
        say("")
        halt(settings)
        return 0


def stop(settings: Settings) -> int:
    lock = RunnerLock(settings.state)
    runner = lock.told()
    if not (lock.is_held() and runner):
        if not halt(settings):
            say("Nothing runs.")
        return 0
    with step(f"asking process {runner.pid} to stop"):
        os.kill(runner.pid, signal.SIGTERM)
        limit = time.monotonic() + STOP_SECONDS
        while lock.is_held():
            if time.monotonic() > limit:
                raise Trouble(f"It still runs after {STOP_SECONDS} s.")
            time.sleep(0.1)
    return 0


def halt(settings: Settings) -> bool:
    """Whether there was anything to stop."""
    supervisor = Supervisor(settings.state)
    if not supervisor.pid() and not leftovers.find(settings.state):
        return False
    with step("stopping"):
        supervisor.shutdown()
        leftovers.stop(settings.state)
    return True


def _start(lock: RunnerLock) -> int:
    """In a process of its own, out of reach of Ctrl-C, that is told to end by us and shares our lock until it has."""
    shared = [lock.file.fileno()] if lock.file else []
    command = [sys.executable, "-m", "deploy.local.start"]
    starter = subprocess.Popen(command, cwd=ROOT, pass_fds=shared, start_new_session=True)
    try:
        return starter.wait()
    except ToldToEnd:
        starter.terminate()
        starter.wait()
        raise


def _stay(settings: Settings, lock: RunnerLock) -> int:
    """Until told to end, or until it cannot be started (again)."""
    while not (code := _start(lock)):
        say("\n  Ctrl-C stops everything.")
        _watch(Supervisor(settings.state))
        say("  The process manager has died; starting again.")
    return code


def _watch(supervisor: Supervisor) -> None:
    pid = supervisor.pid()
    while pid and psutil.pid_exists(pid):
        time.sleep(1)


def _tell_to_end(wish: int, _frame: FrameType | None) -> None:
    raise ToldToEnd(wish)
