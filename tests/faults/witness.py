"""Clients that write down what was acknowledged to them, and look for all of it afterwards."""

import asyncio
import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager, nullcontext
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from deploy.demo.people import Person, Refused

# What carries a secret is repeated without a key: nothing of it may be kept.
KEYLESS = re.compile(r"/gateway/(session|session/renewal|phone-codes|phone-session|accounts)")
# Where a record is read whose creation hangs on another one, by the last word of the path that made it.
HOMES = {
    "activities": "/projects/activities",
    "signups": "/volunteers/signups",
    "check-in": "/volunteers/attendances",
    "check-out": "/volunteers/attendances",
}
AT_ONCE = 8

Around = Callable[[str], AbstractAsyncContextManager[None]]


@dataclass(frozen=True)
class Acknowledged:
    """One write whose answer reached the client."""

    who: "Witness"
    path: str
    body: Any
    key: str
    answer: Any

    def __str__(self) -> str:
        return f"{self.path} {self.key}"

    @property
    def home(self) -> str | None:
        """Where the record is read; None for an answer that shows no record of its own."""
        if "version" not in (self.answer or {}) or "state" not in self.answer or self.path.endswith("/answers"):
            return None
        service, collection, *rest = self.path.strip("/").split("/")
        return f"{HOMES.get(rest[-1] if rest else '', f'/{service}/{collection}')}/{self.answer['id']}"

    async def repeated(self) -> str | None:
        """Sent again with its key it is answered the same; a lost one would be refused or done anew."""
        if KEYLESS.fullmatch(self.path):
            return None
        again = await self.who.repeat(self)
        return None if again == self.answer else f"{self}: answered {again}, was {self.answer}"

    async def found(self) -> str | None:
        """Its record is there, as acknowledged or as changed since."""
        if self.home is None:
            return None
        now = await self.who.get(self.home)
        as_told = now["version"] > self.answer["version"] or now["state"] == self.answer["state"]
        return None if now["version"] >= self.answer["version"] and as_told else f"{self}: found {now}"


@dataclass
class Witness(Person):
    """A person with a journal; `around` is entered for each write, by its path."""

    journal: list[Acknowledged] = field(default_factory=list)
    around: Around = lambda _path: nullcontext()
    tries: int = 600
    username: str = ""

    async def act(self, method: str, path: str, *, key: str | None = None, **options: Any) -> Any:
        if method != "POST":
            return await super().act(method, path, key=key, **options)
        key = key or str(uuid4())
        async with self.around(path):
            answer = await super().act(method, path, key=key, **options)
        self.journal.append(Acknowledged(self, path, options.get("json"), key, answer))
        return answer

    async def sign_in(self, username: str, password: str) -> Person:
        self.username = username
        return await super().sign_in(username, password)

    async def repeat(self, was: Acknowledged) -> Any:
        return await super().act("POST", was.path, key=was.key, json=was.body)


async def lost(journal: Sequence[Acknowledged]) -> list[str]:
    """What was acknowledged and is not so any more; clients look at once, each at one thing after the other."""
    turn, writes = asyncio.Semaphore(AT_ONCE), defaultdict[int, list[Acknowledged]](list)
    for each in journal:
        writes[id(each.who)].append(each)

    async def missing(of_one: list[Acknowledged]) -> list[str | None]:
        async with turn:
            return [await _missing(each) for each in of_one]

    found = await asyncio.gather(*map(missing, writes.values()))
    return [finding for findings in found for finding in findings if finding]


async def _missing(each: Acknowledged) -> str | None:
    try:
        return await each.repeated() or await each.found()
    except Refused as refused:
        return f"{each}: {refused}"
