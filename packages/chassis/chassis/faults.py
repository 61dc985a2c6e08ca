"""Named points of a service's path at which a test has it die; inert unless the environment names a fault file.

The file lists, one a line, the points at which the process is to die next, in that order. Each is struck once, and
the dying process notes beside the file where it died.
"""

import os
import signal
from pathlib import Path

_FILE = Path(os.environ["FAULT_FILE"]) if "FAULT_FILE" in os.environ else None


def strike(point: str) -> None:
    """Ends this process at once, as a crash would, if `point` comes next in the fault file."""
    if _FILE is not None and _FILE.exists():
        _die_at(point, _FILE)


def _die_at(point: str, file: Path) -> None:
    wanted, _, later = file.read_text().partition("\n")
    if wanted == point:
        file.write_text(later)
        with file.with_suffix(".struck").open("a") as struck:
            struck.write(f"{point} {os.getpid()}\n")
        os.kill(os.getpid(), signal.SIGKILL)
