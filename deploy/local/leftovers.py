"""Finds and stops what an interrupted run left behind, by a mark each program carries in its environment."""

import signal
import time
from contextlib import suppress
from pathlib import Path

import psutil  # type: ignore[import-untyped]

STOP_SECONDS = 20


def mark(state: Path, program: str) -> dict[str, str]:
    return {"SANSHE_PROGRAM": program, "SANSHE_STATE": str(state)}


def find(state: Path) -> dict[int, str]:
    """Process id and program; only what a supervisord of this very state folder has started."""
    found = {}
    for process in psutil.process_iter():
        with suppress(psutil.Error):
            environment = process.environ()
            if environment.get("SANSHE_STATE") == str(state) and "SANSHE_PROGRAM" in environment:
                found[process.pid] = environment["SANSHE_PROGRAM"]
    return found


def stop(state: Path) -> list[str]:
    """The process manager first, or it would start the others again; what does not end when asked is ended."""
    left = find(state)
    for first in (True, False):
        _end({pid for pid, program in left.items() if (program == "supervisord") == first}, left)
    return sorted(set(left.values()))


def _end(pids: set[int], programs: dict[int, str]) -> None:
    for pid in pids:
        # supervisord is killed outright: asked to stop it would wait for its children, which are asked here.
        wish = {"supervisord": signal.SIGKILL, "postgres": signal.SIGINT}.get(programs[pid], signal.SIGTERM)
        _send(pid, wish)
    limit = time.monotonic() + STOP_SECONDS
    while (alive := {pid for pid in pids if _lives(pid)}) and time.monotonic() < limit:
        time.sleep(0.05)
    for pid in alive:
        _send(pid, signal.SIGKILL)


def _send(pid: int, wish: signal.Signals) -> None:
    with suppress(psutil.NoSuchProcess):
        psutil.Process(pid).send_signal(wish)


def _lives(pid: int) -> bool:
    with suppress(psutil.NoSuchProcess):
        return bool(psutil.Process(pid).status() != psutil.STATUS_ZOMBIE)
    return False
