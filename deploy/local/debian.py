"""What only the system's package manager can give; installed as root on Debian, else asked for by its command."""

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from deploy.local.progress import Trouble, step

POSTGRESQL = Path("/usr/lib/postgresql")
CLUSTER_SETTINGS = Path("/etc/postgresql-common/createcluster.conf")


def install_what_tests_need() -> None:
    """A browser, a font with Chinese characters, curl for the examples, and a PostgreSQL older than the bundled one."""
    wanted = {"chromium": _has_chromium, "curl": _has_curl, "fonts-noto-cjk": _has_chinese_font}
    _install({**wanted, "postgresql-15": _has_postgresql})


def install_venv_module() -> None:
    """Debian keeps the module that makes virtual environments in a package of its own."""
    if importlib.util.find_spec("ensurepip") is None:
        _install({f"python{sys.version_info.major}.{sys.version_info.minor}-venv": lambda: False})


def _install(wanted: dict[str, Callable[[], bool]]) -> None:
    missing = [package for package, is_there in wanted.items() if not is_there()]
    if not missing:
        return
    command = [
        "apt-get",
        "install",
        "--yes",
        "--no-install-recommends",
        "-o",
        "Dpkg::Options::=--force-confold",
        *missing,
    ]
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        raise Trouble(
            f"Missing on this machine: {', '.join(missing)}. On Debian: sudo {' '.join(command[:3] + missing)}"
        )
    if "postgresql-15" in missing:
        _want_no_server_of_its_own()
    with step(f"installing {', '.join(missing)}"):
        _run(["apt-get", "update", "--quiet"])
        _run(command)


def _want_no_server_of_its_own() -> None:
    """The package would make and start a server for everyone; tests only need its programs."""
    if not CLUSTER_SETTINGS.exists():
        CLUSTER_SETTINGS.parent.mkdir(exist_ok=True)
        CLUSTER_SETTINGS.write_text("create_main_cluster = false\n")


def _run(command: list[str]) -> None:
    known = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        command,
        env=known,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        raise Trouble(f"`{' '.join(command)}` failed:\n{done.stdout[-4000:]}")


def _has_chromium() -> bool:
    return any(shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome"))


def _has_curl() -> bool:
    return shutil.which("curl") is not None


def _has_chinese_font() -> bool:
    return any(Path("/usr/share/fonts").rglob("NotoSansCJK*")) or any(Path("/usr/share/fonts").rglob("NotoSansSC*"))


def _has_postgresql() -> bool:
    return (POSTGRESQL / "15" / "bin" / "initdb").exists()
