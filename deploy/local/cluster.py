"""A PostgreSQL server of our own: how its data folder is made, how it is started, and a throwaway one for tests."""

import secrets
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

import psycopg

from deploy.local import databases
from deploy.local.placement import binaries_for
from deploy.local.progress import Trouble
from deploy.local.settings import SERVICES, free_port
from deploy.local.system_user import SystemUser, as_user, run_as

# For a laptop with two cores that runs everything else too. Statements, details and parameters stay out of the log:
# they would carry personal data.
SERVER_SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "max_connections": "150",
    "shared_buffers": "128MB",
    "effective_cache_size": "1GB",
    "work_mem": "8MB",
    "maintenance_work_mem": "64MB",
    "max_wal_size": "2GB",
    "max_logical_replication_workers": "0",
    "random_page_cost": "1.1",
    "jit": "off",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_checkpoints": "off",
    "log_error_verbosity": "terse",
    "log_min_error_statement": "panic",
}
# Without its three waiting workers the server is smaller; older versions know no such setting.
SETTINGS_SINCE = {18: {"io_method": "sync"}}
FORGETFUL = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off", "shared_buffers": "64MB"}
READY_SECONDS = 60


def server_command(binaries: Path, data: Path, port: int, changed: Mapping[str, str] | None = None) -> list[str]:
    version = int((data / "PG_VERSION").read_text())
    settings = dict(SERVER_SETTINGS)
    for since, newer in SETTINGS_SINCE.items():
        settings |= newer if version >= since else {}
    settings |= {**(changed or {}), "port": str(port)}
    options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
    return [str(binaries / "postgres"), "-D", str(data), *options]


def initialise(binaries: Path, data: Path, password: str, user: SystemUser | None, *, durable: bool = True) -> None:
    """Every connection needs a password. Made aside and renamed, so a crash leaves no half-made folder."""
    aside = data.with_name(f"{data.name}.new")
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir(mode=0o700)
    with tempfile.NamedTemporaryFile("w", prefix="sanshe-") as password_file:
        password_file.write(password)
        password_file.flush()
        if user:
            user.own(aside)
            user.own(Path(password_file.name))
        made = run_as(user, _initdb(binaries, aside, password_file.name, durable=durable))
    if made.returncode:
        raise Trouble(f"PostgreSQL could not make its data folder {data}:\n{made.stdout}{made.stderr}")
    aside.rename(data)


def _initdb(binaries: Path, data: Path, password_file: str, *, durable: bool) -> list[str | Path]:
    """Text is compared by code point everywhere, so that every machine sorts alike."""
    access = ["-U", "postgres", "-A", "scram-sha-256", f"--pwfile={password_file}"]
    version = run_as(None, [binaries / "postgres", "--version"]).stdout.split()[2]
    builtin = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    locale = builtin if float(version) >= 17 else ["--locale=C.UTF-8"]  # noqa: PLR2004 - new in 17
    return [binaries / "initdb", "-D", data, "-E", "UTF8", *access, *locale, *([] if durable else ["--no-sync"])]


def wait_until_ready(admin_url: str, seconds: float = READY_SECONDS) -> None:
    limit = time.monotonic() + seconds
    while True:
        try:
            psycopg.connect(admin_url, connect_timeout=3).close()
        except psycopg.OperationalError as problem:
            if time.monotonic() > limit:
                raise Trouble(f"PostgreSQL does not answer after {seconds:.0f} s: {problem}") from problem
            time.sleep(0.05)
        else:
            return


class ThrowawayCluster:
    """A server with databases and roles as in production, but not durable, gone when the block or its process ends.

    `env` holds `<NAME>_DATABASE_URL` and `<NAME>_MIGRATION_URL`. `binaries` names another PostgreSQL's bin folder.
    """

    # The shell outlives a killed test process, whose end of the pipe closes, and then stops the server.
    GUARD = '"$@" & server=$!; cat >/dev/null; kill -INT $server; wait $server; rm -rf "$0"'

    def __init__(self, services: Iterable[str] = SERVICES, binaries: Path | None = None) -> None:
        self.services = tuple(services)
        self.binaries = binaries
        self.port = free_port()
        roles = ["postgres", *(f"{service}_{kind}" for service in self.services for kind in ("owner", "app"))]
        self.passwords = {role: secrets.token_urlsafe(12) for role in roles}
        self.env = databases.urls(self.passwords, self.port, self.services)
        self.admin_url = databases.url("postgres", self.passwords["postgres"], self.port, "postgres")

    def __enter__(self) -> Self:
        user = SystemUser.needed()
        binaries = self.binaries or binaries_for(user)
        self.folder = Path(tempfile.mkdtemp(prefix="sanshe-"))
        if user:
            user.own(self.folder)
        data = self.folder / "data"
        initialise(binaries, data, self.passwords["postgres"], user, durable=False)
        command = ["sh", "-c", self.GUARD, str(self.folder), *server_command(binaries, data, self.port, FORGETFUL)]
        with (self.folder / "log").open("w") as log:
            self.guard = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=log, stderr=log, cwd="/", start_new_session=True, **as_user(user)
            )
        try:
            wait_until_ready(self.admin_url)
            databases.prepare(self.admin_url, self.passwords, self.services)
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def stop(self) -> None:
        if self.guard.stdin:
            self.guard.stdin.close()
        self.guard.wait(30)
        shutil.rmtree(self.folder, ignore_errors=True)
