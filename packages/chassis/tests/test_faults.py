"""A process dies at the named points in their order, once each, and nowhere without a fault file."""

import os
import signal
import subprocess
import sys
from pathlib import Path

STRIKES = "from chassis.faults import strike; [strike(point) for point in ('a', 'b', 'a')]; print('alive')"


def passes(environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    known = {name: value for name, value in os.environ.items() if name != "FAULT_FILE"} | environment
    return subprocess.run([sys.executable, "-c", STRIKES], env=known, capture_output=True, text=True, check=False)


def test_each_point_is_struck_once_and_in_its_order(tmp_path: Path) -> None:
    file = tmp_path / "service"
    file.write_text("b\na")
    assert [passes({"FAULT_FILE": str(file)}).returncode for _ in range(3)] == [-signal.SIGKILL, -signal.SIGKILL, 0]
    struck = file.with_suffix(".struck").read_text().split()
    assert struck[::2] == ["b", "a"]
    assert file.read_text() == ""


def test_without_a_fault_file_nothing_dies(tmp_path: Path) -> None:
    assert passes({}).stdout == "alive\n"
    assert passes({"FAULT_FILE": str(tmp_path / "missing")}).stdout == "alive\n"
