"""Waits until every program answers, and says which one does not."""

import http.client
import time
from collections.abc import Callable
from pathlib import Path

from deploy.local.progress import Trouble
from deploy.local.settings import SERVICES, Settings
from deploy.local.supervisor import Supervisor

PATIENCE_SECONDS = 180
# A program that has died this often while others started will not come up by being started once more.
DEATHS = 4


def wait_until_ready(settings: Settings, supervisor: Supervisor) -> None:
    waited = {name: _service_is_ready(settings.port_of(name)) for name in SERVICES}
    waited["caddy"] = _is_listening(settings.port)
    limit = time.monotonic() + PATIENCE_SECONDS
    deaths: dict[str, set[int]] = {name: set() for name in waited}
    while waited := {name: is_ready for name, is_ready in waited.items() if not is_ready()}:
        processes = supervisor.processes()
        for name in waited:
            if processes[name].state in {"BACKOFF", "EXITED", "FATAL"}:
                deaths[name].add(processes[name].stopped)
        if broken := [name for name in waited if len(deaths[name]) >= DEATHS or time.monotonic() > limit]:
            raise Trouble(
                "\n".join(f"{name} does not start:\n{tail(settings.logs / f'{name}.log')}" for name in broken)
            )
        time.sleep(0.1)


def tail(log: Path, lines: int = 25) -> str:
    if not log.exists():
        return "    (it wrote nothing)"
    text = log.read_text(errors="replace").splitlines()[-lines:]
    return "\n".join(f"    {line}" for line in text)


def _service_is_ready(port: int) -> Callable[[], bool]:
    def ask() -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            connection.request("GET", "/readyz")
            return connection.getresponse().status == http.client.OK
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()

    return ask


def _is_listening(port: int) -> Callable[[], bool]:
    def ask() -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            connection.connect()
        except OSError:
            return False
        finally:
            connection.close()
        return True

    return ask
