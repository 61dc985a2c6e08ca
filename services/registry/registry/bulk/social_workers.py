"""Judging a list of social workers against who is registered, and registering them by the rule of the single verb."""

import re
from collections.abc import Sequence

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis import clock, facts
from chassis.database import new_id
from chassis.dated import NoRuleInForce
from chassis.facts import Fact
from chassis.problems import Problem
from chassis.sheets import Row
from procedures.bulk.intake import Bench, Outcome, Places, Verdict, communities, wrong
from procedures.bulk.people import Documents, name_of
from registry.organisation.model import Organisation
from registry.organisation.rules import STANDING
from registry.social_worker import rules
from registry.social_worker.dated import RegistrationRule
from registry.social_worker.model import SocialWorker

_CERTIFICATE = re.compile(r"[\w-]{6,40}")
# Where a refusal of the rule stands on the sheet.
_CELLS = {"/certified_on": "certified_on", "/organisation_id": "employer"}
COMPARED = ("level", "certificate_number", "certified_on", "employer_kind", "organisation_id")


class SocialWorkerDesk:
    """The desk of one list."""

    def __init__(self, bench: Bench, places: Places, employers: dict[str, list[Organisation]]) -> None:
        self._bench, self._places, self._employers = bench, places, employers
        self._on = clock.day(bench.at)
        self._documents = Documents(bench.keys, self._on)
        self._certificates: dict[str, int] = {}

    async def judge(self, tx: AsyncSession, rows: Sequence[Row]) -> list[Verdict]:
        """New, already there, left alone, or wrong."""
        made = [self._worker(row) for row in rows]
        workers = [each[0] for each in made if each is not None]
        known = await _known(tx, workers)
        return [self._verdict(row, each, known) for row, each in zip(rows, made, strict=True)]

    def _verdict(self, row: Row, made: tuple[SocialWorker, Fact] | None, known: dict[object, SocialWorker]) -> Verdict:
        if made is None:
            return wrong(row)
        worker, _ = made
        there, holder = known.get(worker.person_id), known.get(worker.certificate_number)
        if holder is not None and holder.person_id != worker.person_id:
            row.faults["certificate_number"] = "此证书编号已登记在他人名下"
            return wrong(row)
        if there is None:
            return Verdict(row, Outcome.NEW, held=made)
        same = all(getattr(there, name) == getattr(worker, name) for name in COMPARED)
        return Verdict(row, Outcome.SAME) if same else Verdict(row, Outcome.KEPT, "已登记；再登记和变更在页面上办理")

    def _worker(self, row: Row) -> tuple[SocialWorker, Fact] | None:
        """The declared registration and its fact, or none and every fault of the row in its cell."""
        person_id, name = self._documents.person_of(row), name_of(row)
        said = row.values["community"]
        area = self._places.find(said, row, "community") if said else None
        employer = self._employer(row)
        self._certificate(row)
        on = row.values["registered_on"] or self._on
        if on > self._on:
            row.faults["registered_on"] = "日期晚于今天"
        if row.faults or not (person_id and name and area):
            return None
        made = new_id()
        worker = SocialWorker(
            id=made,
            area_id=area.id,
            scope_key=area.scope_key,
            person_id=person_id,
            name_cipher=self._bench.keys.encrypt(name, table="social_worker", column="name", row_id=made),
            organisation_id=employer.id if employer else None,
            **{each: row.values[each] for each in COMPARED if each != "organisation_id"},
        )
        try:
            return worker, rules.register(worker, employer, RegistrationRule.on(on), on=on)
        except NoRuleInForce as none:
            row.faults["registered_on"] = none.title()
        except Problem as refused:
            row.faults[_CELLS[refused.errors[0].pointer]] = refused.title()
        return None

    def _employer(self, row: Row) -> Organisation | None:
        said = row.values["employer"]
        found = self._employers.get(said, []) if said else []
        if said and len(found) != 1:
            many = f"有 {len(found)} 个同名的机构，请填备案编号或统一社会信用代码"
            row.faults["employer"] = many if found else "没有这个机构，或不在您的管辖范围内"
        return found[0] if len(found) == 1 else None

    def _certificate(self, row: Row) -> None:
        number = row.values["certificate_number"]
        if number is None:
            return
        earlier = self._certificates.setdefault(number, row.number)
        if not _CERTIFICATE.fullmatch(number):
            row.faults["certificate_number"] = "格式不符"
        elif earlier != row.number:
            row.faults["certificate_number"] = f"与第 {earlier} 行重复"

    async def enter(self, tx: AsyncSession, verdicts: Sequence[Verdict]) -> None:
        """Registers them and tells each."""
        tx.add_all([each.held[0] for each in verdicts])
        await facts.tell_all(tx, [each.held[1] for each in verdicts], by=self._bench.by)
        tx.expunge_all()


async def _known(tx: AsyncSession, workers: Sequence[SocialWorker]) -> dict[object, SocialWorker]:
    people = [each.person_id for each in workers]
    certificates = [each.certificate_number for each in workers]
    query = select(SocialWorker).where(
        or_(SocialWorker.person_id.in_(people), SocialWorker.certificate_number.in_(certificates))
    )
    found = list(await tx.scalars(query))
    for each in found:
        tx.expunge(each)
    by_person: dict[object, SocialWorker] = {each.person_id: each for each in found}
    return by_person | {each.certificate_number: each for each in found}


async def desk(tx: AsyncSession, bench: Bench) -> SocialWorkerDesk:
    """A desk for somebody's area, with the agencies that stand in it."""
    within = or_(*((Organisation.scope_key >= low) & (Organisation.scope_key < high) for low, high in bench.ranges))
    employers: dict[str, list[Organisation]] = {}
    for each in await tx.scalars(select(Organisation).where(within, Organisation.state.in_(STANDING))):
        tx.expunge(each)
        for said in {each.name, each.number, each.uscc} - {None}:
            employers.setdefault(str(said), []).append(each)
    areas = await communities(tx, bench.ranges, levels=("community", "township"))
    return SocialWorkerDesk(bench, Places(areas), employers)
