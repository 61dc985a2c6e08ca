"""Judging a paper list of volunteers against who is registered, and entering it by the rules of the single verbs."""

import asyncio
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis import clock, facts
from chassis.database import new_id
from chassis.facts import Fact
from chassis.sheets import Row
from chassis.vault import Vault
from procedures.bulk.intake import Bench, Outcome, Places, Verdict, communities, wrong
from procedures.bulk.people import Documents
from volunteers.bulk import entering
from volunteers.bulk.paper import Paper, paper_of
from volunteers.dated import MinorPolicy
from volunteers.volunteer import rules
from volunteers.volunteer.model import GuardianConsent, State, Volunteer, continued
from volunteers.volunteer.sealing import opened, sealed, sealed_consent

Held = tuple[Paper, Volunteer | None]


class PaperDesk:
    """The desk of one list."""

    def __init__(self, bench: Bench, places: Places) -> None:
        self._bench, self._places = bench, places
        self._on = clock.day(bench.at)
        self._documents = Documents(bench.keys, self._on)

    async def judge(self, tx: AsyncSession, rows: Sequence[Row]) -> list[Verdict]:
        """New, changed, already there, left alone, or wrong."""
        papers = await asyncio.to_thread(self._papers, rows)
        known = await _registered(tx, (paper.person_id for paper in papers if paper))
        return [self._verdict(row, paper, known) for row, paper in zip(rows, papers, strict=True)]

    def _papers(self, rows: Sequence[Row]) -> list[Paper | None]:
        return [paper_of(row, self._documents, self._places, on=self._on) for row in rows]

    def _verdict(self, row: Row, paper: Paper | None, known: dict[UUID, Volunteer]) -> Verdict:
        if paper is None:
            return wrong(row)
        there = known.get(paper.person_id)
        return Verdict(row, Outcome.NEW, held=(paper, None)) if there is None else self._compared(row, paper, there)

    def _compared(self, row: Row, paper: Paper, there: Volunteer) -> Verdict:
        """Against who is registered: what a list may change, and what it leaves alone."""
        keys = self._bench.keys
        if there.person_id != paper.person_id:
            return Verdict(row, Outcome.KEPT, "此人已用另一种证件注册")
        if not any(low <= there.scope_key < high for low, high in self._bench.ranges):
            return Verdict(row, Outcome.KEPT, "此人已在其他片区注册")
        if opened(there, "name", keys) != paper.name:
            row.faults["name"] = "此证件号码已注册，登记的姓名与此不同"
            return wrong(row)
        if not there.is_unclaimed:
            return Verdict(row, Outcome.KEPT, "本人已用手机注册，资料由本人修改")
        phone = opened(there, "phone", keys) if there.phone_cipher is not None else None
        declared = (paper.area.id, paper.groups, paper.skills, paper.phone)
        if (there.area_id, there.groups, there.skills, phone) == declared:
            return Verdict(row, Outcome.SAME)
        return Verdict(row, Outcome.CHANGED, held=(paper, there))

    async def enter(self, tx: AsyncSession, verdicts: Sequence[Verdict]) -> None:
        """Registers and changes, each set in one statement, and tells each of it."""
        held: list[Held] = [each.held for each in verdicts]
        bench = self._bench
        told, new, changed, consents = await asyncio.to_thread(_made, held, bench.keys, bench.at, UUID(bench.by))
        await entering.add(tx, new)
        await entering.change(tx, changed)
        tx.add_all(consents)
        await facts.tell_all(tx, told, by=bench.by)
        tx.expunge_all()


async def desk(tx: AsyncSession, bench: Bench) -> PaperDesk:
    """A desk for the communities of somebody's area."""
    return PaperDesk(bench, Places(await communities(tx, bench.ranges)))


async def _registered(tx: AsyncSession, people: Iterable[UUID]) -> dict[UUID, Volunteer]:
    """The registrations that stand, city-wide, of these people; nobody else's list of changes holds them."""
    asked = list(people)
    query = select(Volunteer).where(Volunteer.person_id.in_(asked), Volunteer.state != State.WITHDRAWN)
    found = {person_id: volunteer for person_id, volunteer in await tx.execute(continued(asked))}  # noqa: C416 - typed so
    found |= {each.person_id: each for each in await tx.scalars(query)}
    for each in set(found.values()):
        tx.expunge(each)
    return found


def _made(
    held: Sequence[Held], keys: Vault, at: datetime, by: UUID
) -> tuple[list[Fact], list[Volunteer], list[Volunteer], list[GuardianConsent]]:
    told: list[Fact] = []
    on = clock.day(at)
    new: list[Volunteer] = []
    changed: list[Volunteer] = []
    consents: list[GuardianConsent] = []
    for paper, there in held:
        if there is None:
            volunteer = Volunteer(**registration(paper, keys, at, by))
            consent = sealed_consent(volunteer.id, paper.guardian, keys, at) if paper.guardian else None
            told.append(registered(volunteer, paper, consent, on))
            new.append(volunteer)
            consents += [consent] if consent else []
        else:
            there.area_id, there.scope_key = paper.area.id, paper.area.scope_key
            there.groups, there.skills = paper.groups, paper.skills
            there.phone_cipher = sealed(there.id, {"phone": paper.phone}, keys)["phone_cipher"]
            told.append(rules.change(there))
            changed.append(there)
    return told, new, changed, consents


def registration(paper: Paper, keys: Vault, at: datetime, by: UUID) -> dict[str, Any]:
    """The columns of a registration; until the person signs in, its account is nobody's: its own id."""
    made = new_id()
    clear = {
        "name": paper.name,
        "id_number": paper.id_number,
        "born_on": paper.born_on.isoformat(),
        "phone": paper.phone,
    }
    return {
        "id": made,
        "version": 1,
        "account_id": made,
        "person_id": paper.person_id,
        "number": rules.new_number(paper.area.scope_key),
        "id_type": paper.id_type,
        "groups": paper.groups,
        "skills": paper.skills,
        "area_id": paper.area.id,
        "scope_key": paper.area.scope_key,
        "registered_at": at,
        "registered_by": by,
        "consented_on": paper.consented_on,
        **sealed(made, clear, keys),
    }


def registered(volunteer: Volunteer, paper: Paper, consent: GuardianConsent | None, on: date) -> Fact:
    """The rule of the single registration."""
    return rules.register(volunteer, born_on=paper.born_on, consent=consent, policy=MinorPolicy.on(on), on=on)
