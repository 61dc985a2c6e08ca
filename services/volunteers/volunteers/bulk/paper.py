"""A row of a paper list as the registration it asks for, before anything is looked up."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from chassis import person
from chassis.person import IdType
from chassis.sheets import Row
from chassis.tables import AreaCopy
from procedures.bulk.intake import Places
from procedures.bulk.people import Documents, name_of, phone_of
from volunteers.bulk.sheet import LONGEST_SKILL, MOST_SKILLS
from volunteers.dated import MinorPolicy
from volunteers.volunteer.schemas import GuardianIn

_GUARDIAN = ("guardian_name", "guardian_phone", "guardian_relation")


@dataclass(frozen=True, slots=True)
class Paper:
    """What one row declares."""

    person_id: UUID
    area: AreaCopy
    name: str
    id_type: IdType
    id_number: str
    phone: str
    born_on: date
    groups: list[str]
    skills: list[str]
    consented_on: date
    guardian: GuardianIn | None


def paper_of(row: Row, documents: Documents, places: Places, *, on: date) -> Paper | None:
    """The declared registration, or none and every fault of the row in its cell."""
    person_id, name, phone = documents.person_of(row), name_of(row), phone_of(row)
    said = row.values["community"]
    area = places.find(said, row, "community") if said else None
    born, guardian = _born_on(row, on) if person_id else None, _guardian(row)
    _skills(row)
    if row.values["consented_on"] is not None and row.values["consented_on"] > on:
        row.faults["consented_on"] = "日期晚于今天"
    if born is not None:
        _require_guardian(row, born, on)
    if row.faults or not (person_id and name and phone and area and born):
        return None
    id_type = row.values["id_type"]
    return Paper(
        person_id,
        area,
        name,
        id_type,
        person.normalise(id_type, row.values["id_number"]),
        phone,
        born,
        row.values["groups"],
        row.values["skills"],
        row.values["consented_on"],
        guardian,
    )


def _born_on(row: Row, on: date) -> date | None:
    told = person.born_on(row.values["id_type"], row.values["id_number"])
    born: date | None = told or row.values["born_on"]
    if born is None and "born_on" not in row.faults:
        row.faults["born_on"] = "此证件号码不含出生日期，请填写"
    elif born is not None and born > on:
        row.faults["born_on"] = "出生日期晚于今天"
    return born


def _guardian(row: Row) -> GuardianIn | None:
    """The three cells of the guardian: all or none."""
    name, relation = name_of(row, "guardian_name"), row.values["guardian_relation"]
    phone = phone_of(row, "guardian_phone")
    empty = [each for each in _GUARDIAN if _is_empty(row, each)]
    if len(empty) < len(_GUARDIAN):
        row.faults.update(dict.fromkeys(empty, "监护人的姓名、电话、关系须一并填写"))
    return GuardianIn(name=name, phone=phone, relation=relation) if name and phone and relation else None


def _is_empty(row: Row, column: str) -> bool:
    """Whether nothing stands in a cell: one that cannot be read has no value either, and its own fault."""
    return row.values[column] is None and column not in row.faults


def _require_guardian(row: Row, born: date, on: date) -> None:
    policy = MinorPolicy.on(on)
    if policy.asks_at_registration(person.age(born, on=on)) and all(_is_empty(row, each) for each in _GUARDIAN):
        row.faults["guardian_name"] = f"未成年人须由监护人同意（依据 {policy.source}）"


def _skills(row: Row) -> None:
    skills = row.values["skills"] or []
    if len(skills) > MOST_SKILLS:
        row.faults["skills"] = f"至多 {MOST_SKILLS} 项"
    elif any(len(each) > LONGEST_SKILL for each in skills):
        row.faults["skills"] = f"每项至多 {LONGEST_SKILL} 个字"
