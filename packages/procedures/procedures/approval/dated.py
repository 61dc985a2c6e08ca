"""Who approves what, in which order and in how many working days, as dated data; each service names its own file."""

from datetime import date

from pydantic import BaseModel, ConfigDict

from chassis.dated import Dated
from chassis.principal import Role
from procedures.calendar import working_days_after


class Step(BaseModel):
    """审批环节; with `above_fen`, for larger amounts only."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    role: Role
    working_days: int
    above_fen: int | None = None

    def due(self, since: date) -> date:
        """The last day to decide, when it began to wait on a day."""
        return working_days_after(since, self.working_days)


class Matter(BaseModel):
    """审批事项: its steps in their order, and how long a correction may take."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: str
    correction_days: int
    step: list[Step]

    def steps(self, amount_fen: int) -> list[Step]:
        """The steps for an amount."""
        return [each for each in self.step if each.above_fen is None or amount_fen > each.above_fen]


class ApprovalRule(Dated):
    """审批环节与时限; a service's own class names the `FILE`."""

    matter: list[Matter]

    def of(self, kind: str) -> Matter:
        """The matter of a kind that the service knows."""
        return next(each for each in self.matter if each.kind == kind)
