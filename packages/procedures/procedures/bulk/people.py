"""What lists of people have in common: the columns of a person and of their community, and how these are judged."""

import re
from datetime import date
from uuid import UUID

from chassis import person
from chassis.person import IdType
from chassis.sheets import Column, Form, Row
from chassis.vault import Vault

ID_TYPES = {
    IdType.RESIDENT_ID: "居民身份证",
    IdType.HK_MACAU_RESIDENCE: "港澳居民居住证",
    IdType.TAIWAN_RESIDENCE: "台湾居民居住证",
    IdType.HOME_RETURN_PERMIT: "港澳居民来往内地通行证",
    IdType.TAIWAN_PERMIT: "台湾居民来往大陆通行证",
    IdType.PASSPORT: "护照",
    IdType.FOREIGN_PERMANENT_RESIDENT: "外国人永久居留身份证",
}
NAME = Column("name", "姓名", "张三", required=True, longest=50)
ID_TYPE = Column("id_type", "证件类型", "居民身份证", "不填即为居民身份证", Form.CHOICE, choices=ID_TYPES, width=18)
ID_NUMBER = Column("id_number", "证件号码", "", "按证件填写，单元格格式须为文本", required=True, longest=30, width=22)
COMMUNITY = Column(
    "community",
    "村（社区）",
    "",
    "填名称（全称，或“花园新村社区”这样的简称）或 12 位代码，见“村（社区）”页",
    required=True,
    longest=60,
    width=20,
)
PHONE = Column("phone", "联系电话", "13800000000", "手机号码，或带区号的固定电话", required=True, longest=30, width=16)
_PHONE = re.compile(rf"{person.MOBILE}|{person.LANDLINE}|{person.ABROAD}")


def phone_of(row: Row, column: str = "phone") -> str | None:
    """The number in one spelling, or a fault of its cell."""
    said: str | None = row.values.get(column)
    if said is None:
        return None
    number = person.compact(said)
    if not _PHONE.fullmatch(number):
        row.faults[column] = "请填写手机号码，或带区号的固定电话"
        return None
    return number


def name_of(row: Row, column: str = "name") -> str | None:
    """A name of two characters at least, or a fault of its cell."""
    said: str | None = row.values.get(column)
    if said is not None and len(said) < 2:  # noqa: PLR2004 - as the forms ask
        row.faults[column] = "至少 2 个字"
        return None
    return said


class Documents:
    """The identity documents of one list: each right, and each person once."""

    def __init__(self, keys: Vault, on: date) -> None:
        self._keys, self._on = keys, on
        self._seen: dict[UUID, int] = {}

    def person_of(self, row: Row) -> UUID | None:
        """The person's id, or a fault of the number's cell."""
        number: str | None = row.values["id_number"]
        if number is None or "id_type" in row.faults:
            return None
        id_type = IdType(row.values["id_type"] or IdType.RESIDENT_ID)
        row.values["id_type"] = id_type
        fault = person.check(id_type, number, on=self._on)
        if fault:
            row.faults["id_number"] = fault.sentence
            return None
        found = self._keys.person_id(id_type, number)
        earlier = self._seen.setdefault(found, row.number)
        if earlier != row.number:
            row.faults["id_number"] = f"与第 {earlier} 行是同一人"
            return None
        return found
