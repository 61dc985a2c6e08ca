"""What runs, since when, and how much memory it takes."""

import time
from contextlib import suppress

import psutil  # type: ignore[import-untyped]

from deploy.local.progress import say
from deploy.local.runner_lock import RunnerLock
from deploy.local.settings import Settings
from deploy.local.supervisor import Supervisor


def show(settings: Settings) -> int:
    supervisor = Supervisor(settings.state)
    manager = supervisor.pid()
    if manager is None:
        say("Nothing runs. `make run` starts it.")
        return 1
    runner = RunnerLock(settings.state).told()
    say(f"Sanshe runs at {runner.url if runner else settings.public_url}\n")
    own = psutil.Process(manager)
    total = _line("supervisord", "RUNNING", manager, int(time.time() - own.create_time()), [own])
    for process in supervisor.processes().values():
        seconds = int(time.time()) - process.started if process.pid else 0
        total += _line(process.name, process.state, process.pid, seconds, _family(process.pid))
    say(f"\n{'together':12} {total / 1e6:33.0f} MB")
    return 0


def _line(name: str, state: str, pid: int, seconds: int, members: list[psutil.Process]) -> float:
    memory = sum(_memory(member) for member in members)
    say(f"{name:12} {state:9} {pid or '':>8} {seconds:>10} s {memory / 1e6:6.0f} MB")
    return memory


def _family(pid: int) -> list[psutil.Process]:
    """A program and its children; PostgreSQL has one for each connection."""
    with suppress(psutil.Error):
        own = psutil.Process(pid)
        return [own, *own.children(recursive=True)] if pid else []
    return []


def _memory(process: psutil.Process) -> float:
    """A page shared by several processes is counted in parts, where the system can tell."""
    with suppress(psutil.Error):
        memory = process.memory_full_info()
        return float(getattr(memory, "pss", memory.rss))
    return 0.0
