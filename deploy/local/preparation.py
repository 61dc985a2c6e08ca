"""What has to be done before and after the services run: migrate, load areas, open accounts, fill the demo city."""

import hashlib
import subprocess
import sys
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from deploy.local.environment import Environment, ambient
from deploy.local.progress import Trouble
from deploy.local.settings import ROOT, SERVICES, Settings

WRITTEN_BY_RUNNING = {"__pycache__", ".mypy_cache", ".ruff_cache"}


def migrate(environment: Environment) -> None:
    """Two at a time, as there are cores; a database that has had the same files before is left alone."""
    with ThreadPoolExecutor(max_workers=2) as workers:
        list(workers.map(lambda service: _migrate(service, environment), SERVICES))


def _migrate(service: str, environment: Environment) -> None:
    folder = ROOT / "services" / service
    command = [sys.executable, "-m", "alembic", "-c", str(folder / "alembic.ini"), "upgrade", "head"]
    sources = [folder / "alembic.ini", folder / "migrations", *sorted((ROOT / "packages").glob("*"))]
    Once(environment.settings, f"migrate-{service}", sources).run(command, environment.migration(service))


def load_areas(environment: Environment) -> None:
    source = ROOT / "services" / "registry"
    command = [sys.executable, "-m", "registry.area.load"]
    once = Once(environment.settings, "areas", [source / "data", source / "registry" / "area"])
    once.run(command, ambient() | dict(environment.everything))


def open_accounts(environment: Environment) -> None:
    settings = environment.settings
    command = [sys.executable, "-m", "gateway.account.bootstrap", "--out", str(settings.sign_ins)]
    # Not again when its code changes: by then the demo city's accounts stand in the same file.
    once = Once(settings, "accounts", [])
    once.run(command, ambient() | dict(environment.everything), wanted=not settings.sign_ins.exists())


def fill_the_city(environment: Environment) -> None:
    """Shown while it runs: the demo tells of its own progress."""
    settings = environment.settings
    known = ambient() | dict(environment.everything) | {"URL": settings.public_url}
    if settings.https:
        known["SSL_CERT_FILE"] = str(settings.authority)
    once = Once(settings, "city", [ROOT / "deploy" / "demo"])
    once.run([sys.executable, "-m", "deploy.demo"], known, shown=True)


def has_a_city() -> bool:
    return (ROOT / "deploy" / "demo" / "__main__.py").exists()


class Once:
    """A command that need not run again while its source files are the same.

    It always runs for an outside database, which may have changed unseen.
    """

    def __init__(self, settings: Settings, name: str, sources: Iterable[Path]) -> None:
        self.stamp = settings.state / "stamps" / name
        self.print = fingerprint(sources)
        self.due = not settings.embedded or not self.stamp.exists() or self.stamp.read_text() != self.print

    def run(self, command: list[str], known: Mapping[str, str], *, shown: bool = False, wanted: bool = False) -> None:
        """What it writes (sign-ins, for one) is for its owner's eyes only."""
        if not (self.due or wanted):
            return
        out = None if shown else subprocess.PIPE
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=dict(known),
            umask=0o077,
            stdout=out,
            stderr=out and subprocess.STDOUT,
            text=True,
            check=False,
        )
        if done.returncode:
            raise Trouble(f"`{' '.join(command[1:])}` failed:\n{done.stdout or ''}")
        self.stamp.parent.mkdir(exist_ok=True)
        self.stamp.write_text(self.print)


def fingerprint(sources: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for source in sources:
        for path in sorted(source.rglob("*")) if source.is_dir() else [source]:
            if path.is_file() and not WRITTEN_BY_RUNNING.intersection(path.parts):
                digest.update(f"{path.relative_to(ROOT)}\0".encode() + path.read_bytes())
    return digest.hexdigest()
