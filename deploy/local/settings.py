"""What one running system is made of: its folder, its ports, its public address and what a person set."""

import os
import socket
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from deploy.local.progress import Trouble

ROOT = Path(__file__).resolve().parents[2]
SERVICES = ("gateway", "registry", "projects", "volunteers", "assessment")
PROGRAMS = ("caddy", *SERVICES, "postgres")
HIGHEST_PORT = 65535


@dataclass(frozen=True)
class Settings:
    """`state` holds all data; `demo` lets time be set and shows the outbox; `city` fills the demo city.

    `faults`, which no setting of a person turns on, lets a test have services die at named points.
    """

    state: Path
    port: int = 8080
    demo: bool = True
    city: bool = True
    https: bool = False
    host: str = "localhost"
    outside_databases: Mapping[str, str] = field(default_factory=dict)
    faults: bool = False

    def __post_init__(self) -> None:
        if not 0 < self.port <= HIGHEST_PORT - len(PROGRAMS):
            raise Trouble(f"PORT={self.port} leaves no room for the {len(PROGRAMS)} ports that are needed from it on.")

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "Settings":
        https = environment.get("HTTPS") == "1"
        demo = environment.get("DEMO", "1") != "0"
        return cls(
            state=Path(environment.get("SANSHE_STATE") or ROOT / ".local").resolve(),
            port=_port(environment.get("PORT") or "8080"),
            demo=demo,
            city=demo and environment.get("CITY", "1") != "0",
            https=https,
            host=environment.get("HOST") or (lan_address() if https else "localhost"),
            outside_databases=outside_databases(environment),
        )

    def port_of(self, program: str) -> int:
        return self.port + PROGRAMS.index(program)

    def service_url(self, service: str) -> str:
        return f"http://127.0.0.1:{self.port_of(service)}"

    @property
    def public_url(self) -> str:
        return f"{'https' if self.https else 'http'}://{self.host}:{self.port}"

    @property
    def embedded(self) -> bool:
        return not self.outside_databases

    @property
    def programs(self) -> tuple[str, ...]:
        return PROGRAMS if self.embedded else PROGRAMS[:-1]

    @property
    def logs(self) -> Path:
        return self.state / "logs"

    def fault_file(self, service: str) -> Path:
        """Where a test names the points at which the service is to die."""
        return self.state / "faults" / service

    @property
    def sign_ins(self) -> Path:
        return self.state / "sign-ins.json"

    @property
    def authority(self) -> Path:
        """The certificate a phone has to trust with HTTPS=1; Caddy writes it when it first starts."""
        return self.state / "caddy" / "caddy" / "pki" / "authorities" / "local" / "root.crt"


def outside_databases(environment: Mapping[str, str]) -> dict[str, str]:
    names = [f"{service.upper()}_{kind}_URL" for service in SERVICES for kind in ("DATABASE", "MIGRATION")]
    given = {name: environment[name] for name in names if environment.get(name)}
    missing = [name for name in names if name not in given]
    if given and missing:
        raise Trouble(f"An outside PostgreSQL needs the settings of all services; missing: {', '.join(missing)}")
    return given


def lan_address() -> str:
    """The address other devices reach this machine by; connecting a UDP socket sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return "127.0.0.1"
        return str(probe.getsockname()[0])


def taken_ports(settings: Settings) -> list[int]:
    ports = [settings.port_of(program) for program in settings.programs]
    return [port for port in ports if not _is_free(port, "" if port == settings.port else "127.0.0.1")]


def free_port() -> int:
    """The first of a row of unused ports below those the kernel hands out, for a private system next to others."""
    for port in range(10000 + os.getpid() % 2000 * 10, 32000, 10):
        if all(_is_free(port + offset, "127.0.0.1") for offset in range(len(PROGRAMS))):
            return port
    raise Trouble("No free row of ports was found.")


def _is_free(port: int, address: str) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError:
            return False
        return True


def _port(text: str) -> int:
    if not text.isdecimal():
        raise Trouble(f"PORT must be a number, not {text!r}.")
    return int(text)
