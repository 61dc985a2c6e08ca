"""The programs of one machine as a supervisord configuration, which restarts each of them when it dies."""

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from deploy.local import leftovers
from deploy.local.cluster import server_command
from deploy.local.environment import Environment
from deploy.local.placement import binaries_for, data_folder
from deploy.local.settings import ROOT, SERVICES, Settings
from deploy.local.system_user import SystemUser

# The services that ask from which network somebody comes; for the others nobody looks it up at every request.
ASKS_WHERE_FROM = frozenset({"gateway", "projects"})

SECTION = """\
[program:{name}]
command={command}
directory={directory}
environment={environment}
priority={priority}
autostart=false
autorestart=true
startsecs=1
startretries=1000000
stopsignal={stop_signal}
stopwaitsecs={stop_seconds}
redirect_stderr=true
stdout_logfile={log}
stdout_logfile_maxbytes=10MB
stdout_logfile_backups=3
{user}
"""

HEAD = """\
[supervisord]
identifier=sanshe
pidfile={state}/supervisord.pid
logfile={logs}/supervisord.log
logfile_maxbytes=1MB
logfile_backups=1
childlogdir={logs}
minfds=4096
{user}

[unix_http_server]
file={socket}
chmod=0600

[rpcinterface:supervisor]
supervisor.rpcinterface_factory = supervisor.rpcinterface:make_main_rpcinterface

[group:services]
programs={services}
priority=20

"""


@dataclass(frozen=True)
class Program:
    name: str
    command: Sequence[str]
    environment: Mapping[str, str]
    priority: int
    directory: Path = ROOT
    stop_signal: str = "TERM"
    stop_seconds: int = 15
    user: SystemUser | None = field(default=None)


def programs(environment: Environment) -> list[Program]:
    """In the order they are started; they are stopped the other way round."""
    postgres = [_postgres(environment.settings)] if environment.settings.embedded else []
    return [*postgres, *(_service(name, environment) for name in SERVICES), _caddy(environment)]


def configuration(settings: Settings, socket: Path, wanted: Sequence[Program]) -> str:
    head = HEAD.format(
        state=_plain(str(settings.state)),
        logs=_plain(str(settings.logs)),
        socket=_plain(str(socket)),
        services=",".join(SERVICES),
        user="user=root" if os.geteuid() == 0 else "",
    )
    return head + "\n".join(_section(program, settings) for program in wanted)


def _section(program: Program, settings: Settings) -> str:
    return SECTION.format(
        name=program.name,
        command=" ".join(_quoted(word) for word in program.command),
        directory=_plain(str(program.directory)),
        environment=",".join(f"{name}={_quoted(value)}" for name, value in _marked(program, settings).items()),
        priority=program.priority,
        stop_signal=program.stop_signal,
        stop_seconds=program.stop_seconds,
        log=_plain(str(settings.logs / f"{program.name}.log")),
        user=f"user={program.user.name}" if program.user else "",
    )


def _marked(program: Program, settings: Settings) -> Mapping[str, str]:
    """Whoever clears up after a killed supervisord knows our programs by these."""
    return {**program.environment, **leftovers.mark(settings.state, program.name)}


def _plain(text: str) -> str:
    """In such a file `%` expands, and a value ends at a line's end or at a `;` after a blank."""
    if "\n" in text or '"' in text or " ;" in text:
        raise ValueError(f"cannot stand in a supervisord configuration: {text!r}")
    return text.replace("%", "%%")


def _quoted(text: str) -> str:
    return f'"{_plain(text)}"'


def _postgres(settings: Settings) -> Program:
    user = SystemUser.needed()
    data = data_folder(settings.state, user)
    command = server_command(binaries_for(user), data, settings.port_of("postgres"))
    # SIGINT is PostgreSQL's fast shutdown: sessions are ended, everything is written.
    return Program("postgres", command, {}, 10, directory=data, stop_signal="INT", stop_seconds=60, user=user)


def _service(name: str, environment: Environment) -> Program:
    # Connections are kept longer than Caddy keeps them idle, or Caddy would use one that is just being closed.
    command = [
        *(sys.executable, "-m", "uvicorn", "--factory", f"{name}.main:app"),
        *("--host", "127.0.0.1", "--port", str(environment.settings.port_of(name))),
        *("--loop", "uvloop", "--http", "httptools", "--no-access-log", "--no-server-header"),
        *("--timeout-keep-alive", "75", "--timeout-graceful-shutdown", "5"),
        *(() if name in ASKS_WHERE_FROM else ("--no-proxy-headers",)),
    ]
    return Program(name, command, environment.service(name), 20)


def _caddy(environment: Environment) -> Program:
    caddy = str(Path(sys.executable).parent / "caddy")
    command = [caddy, "run", "--adapter", "caddyfile", "--config", str(ROOT / "deploy" / "gateway" / "Caddyfile")]
    return Program("caddy", command, environment.caddy(), 30)
