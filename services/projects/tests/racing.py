"""Two people who act upon the same version of a record at the same moment, through two replicas of the service."""

import asyncio
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import datetime
from random import Random
from typing import Any

import httpx
from fastapi import FastAPI
from sqlalchemy import func, select

from chassis.principal import Role
from chassis.tables import FactRow
from chassis.testing import EAST, EAST_RC, Caller, Callers, everywhere
from chassis.tokens import Signer
from projects.budget.model import CARRIED, Account, Budget, Transfer
from services.projects.tests.answers import made
from services.projects.tests.buying import START
from services.projects.tests.make import Town
from services.projects.tests.market import Market

# In the way, stale, or never read: a first score in a second window is the last.
TOLD = {409, 412, 428}
LONGEST_START = 0.004  # seconds by which one of the two may come later
LONGEST_RUN = 24 * 3600  # seconds for which its people stay signed in
View = dict[str, Any]


@dataclass
class Contestant:
    """Somebody at a replica of the service, and what they send."""

    caller: Caller
    method: str
    path: str
    body: Any = None
    seen: View | None = None

    async def act(self, pause: float) -> httpx.Response:
        """Sends it."""
        await asyncio.sleep(pause)
        return await self.caller.send(self.method, self.path, self.body, seen=self.seen)


@dataclass
class Races:
    """Runs purchases from the need to the payment and notes what each race came to."""

    market: Market
    other: FastAPI
    random: Random
    run: int = 0
    first_won: int = 0
    refusals: Counter[tuple[str, str]] = field(default_factory=Counter)
    findings: list[str] = field(default_factory=list)

    @classmethod
    async def between(cls, here: FastAPI, there: FastAPI, signer: Signer, random: Random) -> "Races":
        """In a town that both replicas know; they ask the same registry."""
        callers = Callers(here, signer, lifetime=LONGEST_RUN)
        market = await Market.of(here, callers, await Town.of(here, callers))
        there.state.neighbours["registry"] = here.state.neighbours["registry"]
        return cls(market, there, random)

    def __post_init__(self) -> None:
        """Each side has several people."""
        as_ = self.market.callers.as_
        self.clerk = as_(Role.COMMUNITY_OFFICER, EAST_RC)
        self.third = as_(Role.TOWN_OFFICER, EAST)
        self.deputy = as_(Role.ORGANISATION_MANAGER, organisation_id=self.market.organisations[0])

    def here(self, caller: Caller, moment: datetime = START) -> Caller:
        """Somebody at one replica."""
        return self.market.at(caller, moment)

    def there(self, caller: Caller, moment: datetime = START) -> Caller:
        """Somebody at the other replica."""
        return replace(self.market.at(caller, moment), app=self.other)

    async def race(self, name: str, one: Contestant, two: Contestant, to: str | None = None) -> View:
        """Both at once; what the record is afterwards. `to` names it where each would act upon another one."""
        before = await self._facts()
        pauses = [self.random.uniform(0, LONGEST_START), 0.0]
        self.random.shuffle(pauses)
        answers = await asyncio.gather(one.act(pauses[0]), two.act(pauses[1]))
        self.run += 1
        won = [place for place, answer in enumerate(answers) if answer.is_success]
        if len(won) != 1:
            self.findings.append(f"{name}: {len(won)} won, {[answer.text[:200] for answer in answers]}")
            raise AssertionError(self.findings[-1])
        (place,) = won
        self.first_won += place == 0
        winner, told = (one, two)[place], answers[1 - place]
        self.refusals[name, str(told.json().get("type"))] += 1
        if told.status_code not in TOLD:
            self.findings.append(f"{name}: the other was told {told.status_code} {told.text[:200]}")
        return await self._kept(name, winner, answers[place].json(), before, to)

    async def meet(self, name: str, one: Contestant, two: Contestant) -> list[bool]:
        """Both at once upon two records that hang together: one may follow the other, and whoever is late is told."""
        answers = await asyncio.gather(one.act(self.random.uniform(0, LONGEST_START)), two.act(0.0))
        self.run += 1
        for answer in answers:
            if not answer.is_success and answer.status_code not in {409, 412}:
                self.findings.append(f"{name}: somebody was told {answer.status_code} {answer.text[:200]}")
        if not any(answer.is_success for answer in answers):
            self.findings.append(f"{name}: nobody won")
        return [answer.is_success for answer in answers]

    async def _kept(self, name: str, winner: Contestant, said: View, before: int, to: str | None) -> View:
        """What the winner was told is what stands, and all that was written is the winner's."""
        stands = made(await winner.caller.get((to or said["links"]["self"]).removeprefix("/api/projects")))
        if "items" in stands:
            (stands,) = [each for each in stands["items"] if each["id"] == said["id"]]
        # What a bid seals is told to its bidder on reading alone.
        said = said | {key: sent for key, sent in (winner.body or {}).items() if key in said and said[key] is None}
        lost = [key for key in said.keys() & stands.keys() if said[key] != stands[key]]
        if lost:
            self.findings.append(f"{name}: lost {', '.join(lost)}")
        async with everywhere(self.market.app) as tx:
            actors = set(await tx.scalars(select(FactRow.actor).where(FactRow.pos > before)))
        if actors - {"projects"} != {str(winner.caller.account_id)}:
            self.findings.append(f"{name}: {len(actors)} people's facts were told")
        return stands

    async def _facts(self) -> int:
        async with everywhere(self.market.app) as tx:
            return await tx.scalar(select(func.max(FactRow.pos))) or 0

    async def unbalanced(self) -> list[str]:
        """Budgets whose balances are not the sums of their transfers."""
        async with everywhere(self.market.app) as tx:
            budgets, transfers = await tx.scalars(select(Budget)), list(await tx.scalars(select(Transfer)))
        sums: Counter[tuple[Any, Account]] = Counter()
        for each in transfers:
            sums[each.budget_id, each.source] -= each.amount_fen
            sums[each.budget_id, each.target] += each.amount_fen
        return [
            f"{budget.id}: {account} is {budget.balance(account)}, its transfers say {sums[budget.id, account]}"
            for budget in budgets
            for account in CARRIED
            if budget.balance(account) != sums[budget.id, account]
        ]
