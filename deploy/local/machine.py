"""One whole running system on this machine: started, filled, asked, hurt on purpose and stopped."""

import os
import shutil
import signal

import psycopg

from deploy.local import cluster, databases, leftovers, preparation
from deploy.local.environment import Environment, ambient
from deploy.local.keys import passwords, write_private
from deploy.local.placement import binaries_for, data_folder
from deploy.local.processes import configuration, programs
from deploy.local.progress import Trouble, say, step
from deploy.local.readiness import wait_until_ready
from deploy.local.settings import Settings, taken_ports
from deploy.local.supervisor import Supervisor
from deploy.local.system_user import SystemUser

OLDEST_POSTGRESQL = 150000


class Machine:
    def __init__(self, settings: Settings) -> None:
        settings.state.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.settings = settings
        self.supervisor = Supervisor(settings.state)
        self.environment = Environment.of(settings)

    @property
    def url(self) -> str:
        return self.settings.public_url

    @property
    def env(self) -> dict[str, str]:
        """All settings of all services, to be added to those of a process that works on this system."""
        return dict(self.environment.everything)

    def start(self) -> None:
        self._clear_the_ground()
        try:
            self._start_the_database()
            with step("migrating the databases"):
                preparation.migrate(self.environment)
            with step("starting the services"):
                for group in ("services", "caddy"):
                    self.supervisor.start(group)
                wait_until_ready(self.settings, self.supervisor)
            self._fill()
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        self.supervisor.shutdown()
        leftovers.stop(self.settings.state)

    def kill(self, program: str) -> int:
        """Ends a program at once, as a crash would, and answers its process id; the process manager starts it again."""
        pid = self.supervisor.processes()[program].pid
        if not pid:
            raise Trouble(f"{program} is not running.")
        os.kill(pid, signal.SIGKILL)
        return pid

    def _clear_the_ground(self) -> None:
        if self.supervisor.pid() or leftovers.find(self.settings.state):
            with step("stopping what an interrupted run left behind"):
                self.stop()
        if taken := taken_ports(self.settings):
            ports = ", ".join(map(str, taken))
            raise Trouble(
                f"Another program uses port {ports}. Choose others: make run PORT={self.settings.port + 1000}"
            )

    def _start_the_database(self) -> None:
        settings = self.settings
        if settings.embedded:
            with step("starting PostgreSQL"):
                self._make_the_cluster()
                self._launch()
                self.supervisor.start("postgres")
                cluster.wait_until_ready(self.environment.admin_url)
                databases.prepare(self.environment.admin_url, passwords(settings))
        else:
            with step("asking the given PostgreSQL"):
                self._check_outside_databases()
                self._launch()

    def _make_the_cluster(self) -> None:
        user = SystemUser.needed()
        data = data_folder(self.settings.state, user)
        if not (data / "PG_VERSION").exists():
            shutil.rmtree(self.settings.state / "stamps", ignore_errors=True)
            cluster.initialise(binaries_for(user), data, passwords(self.settings)["postgres"], user)

    def _check_outside_databases(self) -> None:
        for setting, url in self.settings.outside_databases.items():
            try:
                with psycopg.connect(url, connect_timeout=10) as connection:
                    version = connection.info.server_version
            except psycopg.OperationalError as problem:
                raise Trouble(f"{setting} cannot be used: {problem}") from problem
            if version < OLDEST_POSTGRESQL:
                raise Trouble(f"{setting} is PostgreSQL {version // 10000}; 15 or newer is needed.")

    def _launch(self) -> None:
        settings = self.settings
        settings.logs.mkdir(mode=0o700, exist_ok=True)
        path = settings.state / "supervisord.conf"
        write_private(path, configuration(settings, self.supervisor.socket, programs(self.environment)))
        self.supervisor.launch(path, ambient() | leftovers.mark(settings.state, "supervisord"))

    def _fill(self) -> None:
        with step("loading the areas"):
            preparation.load_areas(self.environment)
        with step("opening the first accounts"):
            preparation.open_accounts(self.environment)
        if self.settings.city and preparation.has_a_city():
            try:
                preparation.fill_the_city(self.environment)
            except Trouble as trouble:
                # A system of real records is not taken away because its make-believe ones could not be finished.
                say(f"  ✗ the demo city is incomplete; the next start goes on with it. {trouble}")
