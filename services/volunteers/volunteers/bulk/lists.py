"""The lists of this service: what comes in on paper, what goes out."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field
from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis import clock, person
from chassis.access import Access, visible
from chassis.areas import below
from chassis.vault import mask_id_number, mask_name, mask_phone
from procedures.bulk.exporting import Lines, Outlet
from procedures.bulk.intake import Intake
from procedures.bulk.people import ID_TYPES
from procedures.bulk.schemas import ExportIn
from volunteers.bulk.desk import desk
from volunteers.bulk.sheet import GROUPS, SHEET
from volunteers.dated import AgeBands
from volunteers.permissions import Permission
from volunteers.volunteer.model import Group, State, Volunteer
from volunteers.volunteer.sealing import opened

STATES = {State.REGISTERED: "已注册", State.WITHDRAWN: "已注销"}
HEADINGS = (
    *("志愿者编号", "姓名", "证件类型", "证件号码", "联系电话", "年龄段", "村（社区）"),
    *("群体", "特长", "状态", "登记方式", "注册日期"),
)


class VolunteerExportIn(ExportIn):
    """导出志愿者, by the filter of their list."""

    area_id: UUID | None = None
    group: Group | None = None
    state: State | None = None
    number: Annotated[str | None, Field(pattern=r"^[0-9]{16}$")] = None


async def filtered(tx: AsyncSession, asked: VolunteerExportIn, by: Access) -> Select[Any]:
    """The rows that the list shows, newest first."""
    query = select(Volunteer).where(visible(Volunteer, by)).order_by(Volunteer.id.desc())
    if asked.area_id is not None:
        query = query.where(await below(tx, Volunteer, asked.area_id))
    if asked.group is not None:
        query = query.where(Volunteer.groups.contains([asked.group.value]))
    if asked.state is not None:
        query = query.where(Volunteer.state == asked.state)
    if asked.number is not None:
        query = query.where(Volunteer.number == asked.number)
    return query


def line(volunteer: Volunteer, lines: Lines) -> tuple[object, ...]:
    """One volunteer as a row."""
    name, number = opened(volunteer, "name", lines.keys), opened(volunteer, "id_number", lines.keys)
    phone = opened(volunteer, "phone", lines.keys) if volunteer.phone_cipher is not None else ""
    return (
        volunteer.number,
        name if lines.full else mask_name(name),
        ID_TYPES[volunteer.id_type],
        number if lines.full else mask_id_number(number),
        phone if lines.full else mask_phone(phone),
        _band(opened(volunteer, "born_on", lines.keys), lines.at),
        lines.areas.get(volunteer.area_id, ""),
        "、".join(GROUPS[Group(each)] for each in volunteer.groups),
        "、".join(volunteer.skills),
        STATES[volunteer.state],
        "纸质登记" if volunteer.registered_by else "本人注册",
        clock.day(volunteer.registered_at),
    )


def _band(born: str, at: datetime) -> str:
    on = clock.day(at)
    return AgeBands.on(on).of(person.age(date.fromisoformat(born), on=on)).title


INTAKES = [Intake("volunteers", "志愿者名单", Permission.VOLUNTEER_ENROL, SHEET, desk)]
OUTLETS = [
    Outlet(
        "volunteers",
        "志愿者",
        Permission.VOLUNTEER_EXPORT,
        Permission.VOLUNTEER_UNMASK,
        VolunteerExportIn,
        HEADINGS,
        filtered,
        line,
    )
]
