"""What a test has told counts at once: nothing is said again while facts flow, except where a test is about that."""

import pytest

from assessment.dashboard import look
from assessment.figure import kept


@pytest.fixture(autouse=True)
def fresh_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "FRESH", 0.0)
    # What another test has told is gone.
    monkeypatch.setattr(look, "KEPT", kept.Kept())
