"""One runner at a time, and nothing of a dead one stays."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from deploy.local import leftovers
from deploy.local.runner_lock import AlreadyRunning, RunnerLock
from deploy.local.settings import Settings


def test_a_marked_process_is_found_and_ended_and_no_other(tmp_path: Path) -> None:
    wait = [sys.executable, "-c", "import time; time.sleep(60)"]
    ours = subprocess.Popen(wait, env={**os.environ, **leftovers.mark(tmp_path, "registry")})
    other = subprocess.Popen(wait, env={**os.environ, **leftovers.mark(tmp_path / "other", "registry")})
    with ours, other:
        assert leftovers.find(tmp_path) == {ours.pid: "registry"}
        assert leftovers.stop(tmp_path) == ["registry"]
        assert ours.wait(5) < 0
        assert other.poll() is None
        other.kill()


def test_a_second_runner_is_told_of_the_first(tmp_path: Path) -> None:
    first = RunnerLock(tmp_path).take()
    first.tell(Settings(tmp_path, port=1), detached=False)
    second = RunnerLock(tmp_path)
    assert second.is_held()
    with pytest.raises(AlreadyRunning, match=f"http://localhost:1 .*{os.getpid()}"):
        second.take()
