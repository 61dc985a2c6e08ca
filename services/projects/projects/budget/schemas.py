"""What a budget takes in, how it looks to those who spend it, and what everybody may read of it."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from chassis.access import Access
from chassis.records import Action, Offer, offered
from chassis.transaction import View
from projects.budget.model import Account, Budget, BudgetLine, Level, Transfer
from projects.paths import path
from projects.permissions import Permission

Fen = Annotated[int, Field(ge=1, le=10**13)]
Words = Annotated[str, Field(min_length=2, max_length=200)]

Year = Annotated[int, Field(ge=2000, le=2199)]


class BudgetIn(BaseModel):
    """预算: `amount_fen` as granted by the document named."""

    model_config = ConfigDict(extra="forbid")

    area_id: UUID
    year: Year
    name: Words
    document: Words
    amount_fen: Fen


class ChangeIn(BaseModel):
    """调整预算: by so many fen, up or down, and by which document."""

    model_config = ConfigDict(extra="forbid")

    by_fen: Annotated[int, Field(ge=-(10**13), le=10**13)]
    document: Words


class LineIn(BaseModel):
    """预算明细."""

    model_config = ConfigDict(extra="forbid")

    budget_id: UUID
    purpose: Words
    amount_fen: Fen


class LineView(BaseModel):
    """预算明细; `committed_fen` is what of it is in no purchase yet."""

    id: UUID
    budget_id: UUID
    purpose: str
    amount_fen: int
    committed_fen: int

    @classmethod
    def of(cls, line: BudgetLine) -> Self:
        """From the stored line."""
        return cls.model_validate(line, from_attributes=True)


class OpenBudget(BaseModel):
    """预算, as everybody may read it (预算法 art. 14)."""

    id: UUID
    area_id: UUID
    level: Level
    year: int
    name: str
    document: str
    granted_fen: int
    available_fen: int
    committed_fen: int
    tendered_fen: int
    contracted_fen: int
    payable_fen: int
    paid_fen: int

    @classmethod
    def of(cls, budget: Budget) -> Self:
        """From the stored budget."""
        return cls.model_validate(budget, from_attributes=True)


class BudgetView(OpenBudget, View):
    """预算."""

    actions: list[Action]
    links: dict[str, str]

    @classmethod
    def seen(cls, budget: Budget, access: Access) -> Self:
        """As this caller sees it."""
        here = path("budgets", budget.id)
        offers = [Offer(True, Permission.BUDGET_GRANT, "changes", "调整预算", needs_reason=True)]
        links = {"self": here, "area": f"/api/registry/areas/{budget.area_id}", "transfers": f"{here}/transfers"}
        return cls(
            **OpenBudget.of(budget).model_dump(),
            version=budget.version,
            actions=offered(here, budget, access, offers),
            links=links,
        )


class TransferView(BaseModel):
    """记账: from one account to another."""

    id: UUID
    line_id: UUID | None
    cause_id: UUID | None
    source: Account
    target: Account
    amount_fen: int
    posted_at: datetime
    ground: str

    @classmethod
    def of(cls, transfer: Transfer) -> Self:
        """From the stored transfer."""
        return cls.model_validate(transfer, from_attributes=True)
