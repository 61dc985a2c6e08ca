"""The lists of the registry: what comes in, what goes out."""

from typing import Annotated, Any
from uuid import UUID

from pydantic import Field
from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.access import Access, visible
from chassis.areas import below
from chassis.vault import mask_name
from procedures.bulk.exporting import Lines, Outlet
from procedures.bulk.intake import Intake
from procedures.bulk.schemas import ExportIn
from registry.bulk import organisations, social_workers
from registry.bulk.sheets import CATEGORIES, EMPLOYERS, KINDS, LEVELS, ORGANISATIONS, SOCIAL_WORKERS
from registry.organisation.model import Category, Kind, Organisation, State
from registry.permissions import Permission
from registry.social_worker.model import Level, SocialWorker
from registry.social_worker.model import State as RegistrationState

STATES = {
    State.DRAFT: "草稿",
    State.SUBMITTED: "待受理审查",
    State.CORRECTION: "退回补正",
    State.FILED: "已备案",
    State.REGISTERED: "已登记",
    State.DEREGISTERED: "已注销",
    State.REVOKED: "已撤销",
}
REGISTRATIONS = {RegistrationState.REGISTERED: "登记有效", RegistrationState.LAPSED: "登记失效"}
ALL_KINDS = {**KINDS, Kind.FOUNDATION: "基金会"}


class OrganisationExportIn(ExportIn):
    """导出社区社会组织, by the filter of their list."""

    state: State | None = None
    category: Category | None = None
    area_id: UUID | None = None
    name: Annotated[str | None, Field(max_length=50)] = None


class SocialWorkerExportIn(ExportIn):
    """导出社工, by the filter of their list."""

    state: RegistrationState | None = None
    level: Level | None = None
    area_id: UUID | None = None


async def filtered_organisations(tx: AsyncSession, asked: OrganisationExportIn, by: Access) -> Select[Any]:
    """The rows that the list shows, newest first."""
    query = select(Organisation).where(visible(Organisation, by)).order_by(Organisation.id.desc())
    if asked.state is not None:
        query = query.where(Organisation.state == asked.state)
    if asked.category is not None:
        query = query.where(Organisation.category == asked.category)
    if asked.area_id is not None:
        query = query.where(await below(tx, Organisation, asked.area_id))
    if asked.name:
        query = query.where(Organisation.name.contains(asked.name, autoescape=True))
    return query


def line_of_organisation(organisation: Organisation, lines: Lines) -> tuple[object, ...]:
    """One organisation as a row."""
    return (
        organisation.name,
        lines.areas.get(organisation.area_id, ""),
        ALL_KINDS[organisation.kind],
        CATEGORIES[organisation.category],
        organisation.venue,
        organisation.members,
        STATES[organisation.state],
        organisation.number,
        organisation.filed_on,
        organisation.uscc,
        organisation.registered_on,
    )


async def filtered_workers(tx: AsyncSession, asked: SocialWorkerExportIn, by: Access) -> Select[Any]:
    """The rows that the list shows, newest first."""
    query = select(SocialWorker).where(visible(SocialWorker, by)).order_by(SocialWorker.id.desc())
    if asked.state is not None:
        query = query.where(SocialWorker.state == asked.state)
    if asked.level is not None:
        query = query.where(SocialWorker.level == asked.level)
    if asked.area_id is not None:
        query = query.where(await below(tx, SocialWorker, asked.area_id))
    return query


def line_of_worker(worker: SocialWorker, lines: Lines) -> tuple[object, ...]:
    """One social worker as a row, the name masked as on the list."""
    name = lines.keys.decrypt(worker.name_cipher, table="social_worker", column="name", row_id=worker.id)
    return (
        mask_name(name),
        lines.areas.get(worker.area_id, ""),
        LEVELS[worker.level],
        worker.certificate_number,
        worker.certified_on,
        REGISTRATIONS[worker.state],
        worker.valid_from,
        worker.valid_to,
        EMPLOYERS[worker.employer_kind],
    )


INTAKES = [
    Intake(
        "organisations",
        "社区社会组织名册",
        Permission.ORGANISATION_FILE,
        ORGANISATIONS,
        organisations.desk,
        needs_another=True,
    ),
    Intake("social-workers", "社工名册", Permission.SOCIAL_WORKER_REGISTER, SOCIAL_WORKERS, social_workers.desk),
]
OUTLETS = [
    Outlet(
        "organisations",
        "社区社会组织",
        Permission.LIST_EXPORT,
        None,
        OrganisationExportIn,
        (
            *("组织名称", "村（社区）", "组织类型", "类别", "活动场所", "成员人数", "状态"),
            *("备案编号", "备案日期", "统一社会信用代码", "登记日期"),
        ),
        filtered_organisations,
        line_of_organisation,
    ),
    Outlet(
        "social-workers",
        "社工",
        Permission.LIST_EXPORT,
        None,
        SocialWorkerExportIn,
        (
            "姓名",
            "服务片区",
            "职业水平等级",
            "证书编号",
            "发证日期",
            "登记状态",
            "登记起始",
            "登记届满",
            "用人单位类型",
        ),
        filtered_workers,
        line_of_worker,
    ),
]
