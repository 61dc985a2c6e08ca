"""Talks to the supervisord of one state folder over its unix socket."""

import hashlib
import http.client
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import xmlrpc.client
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from deploy.local.progress import Trouble

LONGEST_SOCKET_PATH = 100


@dataclass(frozen=True)
class Process:
    name: str
    state: str
    pid: int
    started: int
    stopped: int


class Supervisor:
    def __init__(self, state: Path) -> None:
        self.state = state
        self.socket = _socket_path(state)
        transport = _UnixTransport(str(self.socket))
        self._rpc = xmlrpc.client.ServerProxy("http://localhost", transport=transport)

    def launch(self, configuration: Path, environment: Mapping[str, str]) -> None:
        """The process manager puts itself into the background, out of the terminal's reach."""
        self.socket.unlink(missing_ok=True)
        command = [sys.executable, "-m", "supervisor.supervisord", "-c", str(configuration)]
        begun = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        if begun.returncode:
            raise Trouble(f"The process manager did not start:\n{begun.stdout}{begun.stderr}")
        limit = time.monotonic() + 10
        while self.pid() is None:
            if time.monotonic() > limit:
                raise Trouble(f"The process manager does not answer; see {self.state}/logs/supervisord.log")
            time.sleep(0.05)

    def pid(self) -> int | None:
        try:
            return cast("int", self._rpc.supervisor.getPID())
        except (OSError, http.client.HTTPException):
            return None

    def processes(self) -> dict[str, Process]:
        infos = cast("list[dict[str, Any]]", self._rpc.supervisor.getAllProcessInfo())
        return {
            info["name"]: Process(info["name"], info["statename"], info["pid"], info["start"], info["stop"])
            for info in infos
        }

    def start(self, group: str) -> None:
        """Returns at once; a group is one program or all `services`."""
        wait_until_running = False
        self._rpc.supervisor.startProcessGroup(group, wait_until_running)

    def shutdown(self, seconds: float = 90) -> None:
        """Stops the programs in order, then itself."""
        pid = self.pid()
        if pid is None:
            return
        with suppress(OSError, http.client.HTTPException, xmlrpc.client.Fault):
            self._rpc.supervisor.shutdown()
        limit = time.monotonic() + seconds
        while _lives(pid) and time.monotonic() < limit:
            time.sleep(0.05)
        if self.socket.parent != self.state:
            shutil.rmtree(self.socket.parent, ignore_errors=True)


def _socket_path(state: Path) -> Path:
    """A unix socket's path is short; for a deep state folder it lies in a private temporary one."""
    path = state / "supervisor.sock"
    if len(str(path)) <= LONGEST_SOCKET_PATH:
        return path
    folder = Path(tempfile.gettempdir()) / f"sanshe-{hashlib.sha256(str(state).encode()).hexdigest()[:12]}"
    folder.mkdir(mode=0o700, exist_ok=True)
    if folder.stat().st_uid != os.geteuid():
        raise Trouble(f"{folder} belongs to somebody else; choose a shorter SANSHE_STATE.")
    return folder / path.name


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


class _UnixConnection(http.client.HTTPConnection):
    def __init__(self, path: str) -> None:
        super().__init__("localhost", timeout=30)
        self.path = path

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self.path)


class _UnixTransport(xmlrpc.client.Transport):
    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path

    def make_connection(self, host: object) -> http.client.HTTPConnection:  # noqa: ARG002 - there is but one
        return _UnixConnection(self.path)
