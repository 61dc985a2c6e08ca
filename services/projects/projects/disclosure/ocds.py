"""The parts of a release of the Open Contracting Data Standard 1.1 that we fill; what is not known is left out."""

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

TenderStatus = Literal["active", "cancelled", "unsuccessful", "complete"]
AwardStatus = Literal["pending", "active", "cancelled", "unsuccessful"]


class Part(BaseModel):
    """A part of a release; the standard writes its names in camel case."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True)


class Value(Part):
    """金额, in yuan."""

    amount: float
    currency: str


class Period(Part):
    """期间."""

    start_date: datetime
    end_date: datetime | None = None


class Document(Part):
    """公告: where to read it."""

    id: str
    document_type: str
    title: str
    url: str
    format: str
    language: str


class Reference(Part):
    """提及的机构, whose `id` is that of one of the parties."""

    id: str
    name: str | None = None


class Identifier(Part):
    """机构标识."""

    scheme: str
    id: str
    legal_name: str


class Party(Part):
    """参与方: an organ or an organisation, never a person."""

    id: str
    name: str | None = None
    identifier: Identifier | None = None
    roles: list[str]


class Budget(Part):
    """预算明细."""

    id: str
    description: str
    amount: Value
    project: str
    project_id: str = Field(alias="projectID")


class Planning(Part):
    """计划."""

    rationale: str | None = None
    budget: Budget


class Classification(Part):
    """目录条目."""

    scheme: str
    id: str
    description: str | None = None


class Item(Part):
    """采购标的."""

    id: str
    description: str
    classification: Classification


class Tender(Part):
    """采购公告."""

    id: str
    title: str
    description: str
    status: TenderStatus
    procuring_entity: Reference
    items: list[Item]
    value: Value
    procurement_method: str
    procurement_method_details: str
    main_procurement_category: Literal["services"]
    award_criteria: Literal["ratedCriteria"]
    award_criteria_details: str
    submission_method: list[Literal["electronicSubmission"]]
    tender_period: Period
    number_of_tenderers: int | None = None
    documents: list[Document]


class Award(Part):
    """成交结果; `pending` while it lies open."""

    id: str
    title: str
    status: AwardStatus
    date: datetime | None = None
    value: Value
    suppliers: list[Reference]
    documents: list[Document] | None = None


class Milestone(Part):
    """合同阶段."""

    id: str
    title: str
    type: Literal["delivery"]
    due_date: datetime
    date_met: datetime | None = None
    status: Literal["scheduled", "met", "notMet"]


class Transaction(Part):
    """已付款项."""

    id: str
    date: datetime
    value: Value
    payer: Reference
    payee: Reference


class Implementation(Part):
    """履行."""

    milestones: list[Milestone]
    transactions: list[Transaction] | None = None


class Amendment(Part):
    """合同变更: its ground, not the words of those who asked for it."""

    id: str
    date: datetime
    rationale: str


class Contract(Part):
    """合同, once both sides have signed."""

    id: str
    award_id: str = Field(alias="awardID")
    title: str
    description: str
    status: Literal["active", "terminated"]
    period: Period
    value: Value
    date_signed: datetime
    implementation: Implementation
    amendments: list[Amendment] | None = None


class Release(Part):
    """一项采购至今可以公开的全部内容; it has another `id` whenever something more is known."""

    ocid: str
    id: str
    date: datetime
    tag: list[str]
    initiation_type: Literal["tender"]
    language: str
    parties: list[Party]
    buyer: Reference
    planning: Planning
    tender: Tender
    awards: list[Award] | None = None
    contracts: list[Contract] | None = None


class Publisher(Part):
    """发布者."""

    name: str


class Next(Part):
    """Where the rest of a period is found; not of the standard's own fields."""

    next: str


class Package(Part):
    """发布包: releases, of one purchase or of a period."""

    uri: str
    version: Literal["1.1"]
    published_date: datetime
    publisher: Publisher
    releases: list[Release]
    links: Next | None = None
