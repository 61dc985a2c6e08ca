"""The changing code that a lead shows, and the residents who are in the room type in."""

import time
from collections import defaultdict, deque
from datetime import datetime
from uuid import UUID

from chassis.problems import Problem
from chassis.vault import Vault
from projects.participation.dated import ParticipationRule

DIGITS = 6
WINDOW = 60.0  # seconds in which wrong codes are counted
MOST_TRACKED = 10_000


class CodeWrong(Problem):
    """参与码不对或已过期，请看负责人手机上的最新参与码。"""


class TooManyTries(Problem):
    """参与码输错次数过多，请一分钟后再试。"""

    status = 429


def step_of(at: datetime, rule: ParticipationRule) -> int:
    """The number of the code shown at an instant."""
    return int(at.timestamp()) // rule.code_seconds


def code_of(activity_id: UUID, step: int, keys: Vault) -> str:
    """Six digits that only who holds the matching key can work out."""
    digest = keys.lookup("participation_code", f"{activity_id}|{step}")
    return f"{int.from_bytes(digest[:8]) % 10**DIGITS:0{DIGITS}}"


def accepted(code: str, activity_id: UUID, *, at: datetime, rule: ParticipationRule, keys: Vault) -> bool:
    """Whether it is the code of now, or of a step beside it."""
    now, beside = step_of(at, rule), rule.code_steps_either_side
    return code in {code_of(activity_id, step, keys) for step in range(now - beside, now + beside + 1)}


class WrongCodes:
    """Wrong codes of the last minute by account and activity, in this process: guessing would take years."""

    def __init__(self) -> None:
        self._at: defaultdict[tuple[UUID, UUID], deque[float]] = defaultdict(deque)

    def require_few(self, account_id: UUID, activity_id: UUID, most: int) -> None:
        """Refuses a further try after too many wrong ones."""
        tries = self._at[account_id, activity_id]
        while tries and tries[0] < time.monotonic() - WINDOW:
            tries.popleft()
        if len(tries) >= most:
            raise TooManyTries

    def count(self, account_id: UUID, activity_id: UUID) -> None:
        """One more wrong code."""
        if len(self._at) > MOST_TRACKED:
            self._at.clear()
        self._at[account_id, activity_id].append(time.monotonic())
