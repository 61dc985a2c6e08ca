"""Passwords: how they are hashed without starving other requests, and which are too weak to be accepted."""

import asyncio
import re
import secrets
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from pathlib import Path
from typing import ClassVar

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from chassis.problems import Problem, Unavailable
from gateway.dated import Profile

FILE = Path(__file__).resolve().parents[2] / "data" / "weak_passwords.txt"
AT_ONCE = 2
QUEUE = 50
KINDS = (r"[a-z]", r"[A-Z]", r"[0-9]", r"[^a-zA-Z0-9]")
_LEAST_WORD = 4


class SignInBusy(Unavailable):
    """登录人数较多，请稍候再试。"""

    headers: ClassVar[dict[str, str]] = {"Retry-After": "3"}


class PasswordWeak(Problem):
    """密码强度不够。"""

    status = 422


class Hashing:
    """密码散列: argon2id with the parameters of OWASP, two at once, and no endless queue."""

    def __init__(self) -> None:
        self._hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
        self._threads = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="argon2")
        self._waiting = 0
        # Whoever is unknown is measured against this, so that the time of an answer tells nothing.
        self._nobody = self._hasher.hash(secrets.token_urlsafe(16))

    async def hash(self, password: str) -> str:
        """The stored form of a new password."""
        return await self._queued(password, None) or ""

    async def verify(self, stored: str | None, password: str) -> bool:
        """Whether it is the password; without a stored one it takes as long and is not."""
        matched = await self._queued(password, stored or self._nobody)
        return matched is not None and stored is not None

    async def _queued(self, password: str, stored: str | None) -> str | None:
        if self._waiting >= AT_ONCE + QUEUE:
            raise SignInBusy
        self._waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, self._work, password, stored)
        finally:
            self._waiting -= 1

    def _work(self, password: str, stored: str | None) -> str | None:
        """Hashes, or gives the stored hash back when the password fits it."""
        if stored is None:
            return self._hasher.hash(password)
        try:
            self._hasher.verify(stored, password)
        except (VerificationError, InvalidHashError):
            return None
        return stored


@lru_cache(maxsize=1)
def _weak() -> frozenset[str]:
    return frozenset(FILE.read_text(encoding="utf-8").split())


def weakness(password: str, profile: Profile, *, username: str) -> str | None:
    """What is wrong with a new password, or nothing."""
    if not profile.minimum_length <= len(password) <= profile.maximum_length:
        return f"密码须为 {profile.minimum_length} 至 {profile.maximum_length} 个字符"
    if sum(re.search(kind, password) is not None for kind in KINDS) < profile.classes:
        return f"密码须包含大写字母、小写字母、数字、其他字符中的至少 {profile.classes} 类"
    plain = password.lower()
    if username.lower() in plain:
        return "密码不得包含用户名"
    # 'Abc123456!' is 'abc123456' and 'Password123!' is 'password', with the usual decoration.
    bare = {plain, re.sub(r"^[\W_]+|[\W_]+$", "", plain), re.sub(r"^[\W\d_]+|[\W\d_]+$", "", plain)}
    return "密码过于常见" if any(len(word) >= _LEAST_WORD and word in _weak() for word in bare) else None


def require_strong(password: str, profile: Profile, *, username: str) -> None:
    """Refuses a weak password, saying why."""
    fault = weakness(password, profile, username=username)
    if fault is not None:
        raise PasswordWeak(fault, pointer="/password")
