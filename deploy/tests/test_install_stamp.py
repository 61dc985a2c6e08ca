"""The set-up does only what a changed file makes necessary."""

from pathlib import Path

import pytest

from deploy.local.install import Stamp


def test_due_until_made_and_again_when_a_source_changes(tmp_path: Path) -> None:
    source, path = tmp_path / "lock", tmp_path / "stamp"
    source.write_text("one")
    with Stamp(path, [source]) as stamp:
        assert stamp.is_due
    assert not Stamp(path, [source]).is_due
    source.write_text("two")
    assert Stamp(path, [source]).is_due


def test_still_due_after_a_failure(tmp_path: Path) -> None:
    source, path = tmp_path / "lock", tmp_path / "stamp"
    source.write_text("one")
    with pytest.raises(RuntimeError), Stamp(path, [source]):
        raise RuntimeError
    assert Stamp(path, [source]).is_due
