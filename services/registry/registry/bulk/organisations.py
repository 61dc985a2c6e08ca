"""Judging a list of organisations by the conditions of the day of their filing, and entering it."""

import re
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import or_, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from chassis import clock, facts, person
from chassis.database import new_id
from chassis.dated import NoRuleInForce
from chassis.facts import Fact
from chassis.person import IdType
from chassis.sheets import Row
from procedures.bulk.intake import Bench, Outcome, Places, Verdict, communities, wrong
from procedures.bulk.people import ID_TYPES
from registry.organisation import rules, uscc
from registry.organisation.conditions import Conditions
from registry.organisation.model import Initiator, InitiatorKind, Organisation, Path, State

_NUMBER = re.compile(r"[\w()（）〔〕-]{4,40}")
# Where a shortfall of the conditions stands on the sheet.
_CELLS = {"/initiators": "people", "/members": "members", "/name": "name"}


class OrganisationDesk:
    """The desk of one list."""

    def __init__(self, bench: Bench, places: Places) -> None:
        self._bench, self._places, self._on = bench, places, clock.day(bench.at)
        self._seen: dict[object, int] = {}

    async def judge(self, tx: AsyncSession, rows: Sequence[Row]) -> list[Verdict]:
        """New, already there under its number or its name, or wrong."""
        made = [self._organisation(row) for row in rows]
        known = await _known(tx, [each for each in made if each is not None])
        return [self._verdict(row, each, known) for row, each in zip(rows, made, strict=True)]

    def _verdict(self, row: Row, made: Organisation | None, known: "_Known") -> Verdict:
        if made is None:
            return wrong(row)
        there = known.get(made.number) if made.number else None
        if there is not None and there.area_id != made.area_id:
            row.faults["number"] = "此备案编号已用于其他片区的组织"
            return wrong(row)
        there = there or known.get((made.area_id, made.name))
        if there is None:
            return Verdict(row, Outcome.NEW, held=made)
        same = all(
            getattr(there, name) == getattr(made, name)
            for name in ("name", "kind", "category", "venue", "members", "number")
        )
        return Verdict(row, Outcome.SAME) if same else Verdict(row, Outcome.KEPT, "内容有变化的，请办理变更或修改草稿")

    def _organisation(self, row: Row) -> Organisation | None:
        """The declared organisation, or none and every fault of the row in its cell."""
        said = row.values["community"]
        area = self._places.find(said, row, "community") if said else None
        made = new_id()
        initiators = [*self._people(row, made), *self._bodies(row, made)]
        self._filing(row)
        if row.values["name"] and len(row.values["name"]) < 2:  # noqa: PLR2004 - as the form asks
            row.faults["name"] = "至少 2 个字"
        if row.faults or area is None:
            return None
        copied = {name: row.values[name] for name in ("name", "kind", "category", "venue", "members", "number")}
        organisation = Organisation(
            id=made,
            organisation_id=made,
            area_id=area.id,
            scope_key=area.scope_key,
            path=Path.FILED,
            state=State.DRAFT,
            initiators=initiators,
            **copied,
        )
        self._once(row, organisation)
        self._conditions(row, organisation)
        return None if row.faults else organisation

    def _filing(self, row: Row) -> None:
        number, on = row.values["number"], row.values["filed_on"]
        if (number is None) != (on is None) and not {"number", "filed_on"} & row.faults.keys():
            row.faults["number" if number is None else "filed_on"] = "已备案的须一并填写备案编号和备案日期"
        if number is not None and not _NUMBER.fullmatch(number):
            row.faults["number"] = "格式不符"
        if on is not None and on > self._on:
            row.faults["filed_on"] = "日期晚于今天"

    def _once(self, row: Row, made: Organisation) -> None:
        for key, column in ((made.number, "number"), ((made.area_id, made.name), "name")):
            earlier = self._seen.setdefault(key, row.number) if key else row.number
            if earlier != row.number:
                row.faults[column] = f"与第 {earlier} 行重复"

    def _conditions(self, row: Row, made: Organisation) -> None:
        """A filing is judged by the rule set of its day; a draft when it is submitted."""
        filed_on: date | None = row.values["filed_on"]
        if filed_on is None:
            return
        try:
            conditions = Conditions.on(filed_on)
        except NoRuleInForce as none:
            row.faults["filed_on"] = none.title()
            return
        for missing in rules.shortfalls(made, conditions):
            row.faults[_CELLS[missing.pointer]] = f"{missing.title}（依据 {conditions.source}）"

    def _people(self, row: Row, made: UUID) -> list[Initiator]:
        """自然人发起人: `姓名 [证件类型] 证件号码`."""
        found: list[Initiator] = []
        for said in row.values["people"] or []:
            name, *kind, number = said.split() if len(said.split()) in {2, 3} else ("", "", "")
            id_type = next(
                (code for code, word in ID_TYPES.items() if kind == [word]), None if kind else IdType.RESIDENT_ID
            )
            fault = person.check(id_type, number, on=self._on) if id_type and name else None
            if not name or id_type is None or fault:
                why = fault.sentence if fault else "每人应写姓名、空格、证件号码"
                row.faults["people"] = f"第 {len(found) + 1} 人：{why}"
                return []
            found.append(
                self._initiator(
                    made, name, InitiatorKind.NATURAL, person_id=self._bench.keys.person_id(id_type, number)
                )
            )
        if len({each.person_id for each in found}) < len(found):
            row.faults["people"] = "同一发起人只能填一次"
        return found

    def _bodies(self, row: Row, made: UUID) -> list[Initiator]:
        """法人发起人: `名称 统一社会信用代码`."""
        found: list[Initiator] = []
        for said in row.values["bodies"] or []:
            name, _, code = said.rpartition(" ")
            refused = [each.detail for each in uscc.check(code) if not each.is_warning]
            if not name.strip() or refused:
                row.faults["bodies"] = (
                    f"第 {len(found) + 1} 家：{refused[0] if refused else '应写名称、空格、统一社会信用代码'}"
                )
                return []
            found.append(self._initiator(made, name.strip(), InitiatorKind.LEGAL, uscc=person.compact(code)))
        if len({each.uscc for each in found}) < len(found):
            row.faults["bodies"] = "同一发起人只能填一次"
        return found

    def _initiator(
        self, made: UUID, name: str, kind: InitiatorKind, *, person_id: UUID | None = None, uscc: str | None = None
    ) -> Initiator:
        own = new_id()
        cipher = self._bench.keys.encrypt(name, table="initiator", column="name", row_id=own)
        return Initiator(id=own, organisation_id=made, kind=kind, name_cipher=cipher, person_id=person_id, uscc=uscc)

    async def enter(self, tx: AsyncSession, verdicts: Sequence[Verdict]) -> None:
        """Drafts are drafted; what was filed on paper is filed by whoever confirms what another laid before."""
        told: list[Fact] = []
        for each in verdicts:
            organisation: Organisation = each.held
            told.append(self._entered(organisation, each.row.values["filed_on"]))
            tx.add(organisation)
        await facts.tell_all(tx, told, by=self._bench.by)
        tx.expunge_all()

    def _entered(self, organisation: Organisation, filed_on: date | None) -> Fact:
        if filed_on is None:
            return rules.draft(organisation)
        number = organisation.number or ""
        rules.submit(organisation, Conditions.on(filed_on), by=self._bench.account_id, at=self._bench.at)
        # The list is the submission and its confirmation the review: no to-do waits in between.
        filed, *_ = rules.file(organisation, number=number, by=UUID(self._bench.by), on=filed_on)
        return filed


_Known = dict[object, Organisation]


async def _known(tx: AsyncSession, made: Sequence[Organisation]) -> _Known:
    """Who is there already under one of these numbers, city-wide, or of these names in its community."""
    numbers = [each.number for each in made if each.number]
    names = [(each.area_id, each.name) for each in made]
    query = select(Organisation).where(
        or_(Organisation.number.in_(numbers), tuple_(Organisation.area_id, Organisation.name).in_(names))
    )
    found = list(await tx.scalars(query))
    for each in found:
        tx.expunge(each)
    by_name: _Known = {(each.area_id, each.name): each for each in found if each.state not in ENDED}
    return by_name | {each.number: each for each in found if each.number}


ENDED = frozenset({State.DEREGISTERED, State.REVOKED})


async def desk(tx: AsyncSession, bench: Bench) -> OrganisationDesk:
    """A desk for the communities of somebody's area."""
    return OrganisationDesk(bench, Places(await communities(tx, bench.ranges)))
