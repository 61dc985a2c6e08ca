"""The steps of the linkage loop by name and unit."""

from enum import StrEnum
from typing import NamedTuple


class Step(StrEnum):
    """联动环节, in the order of the loop."""

    NEEDS = "loop_needs"
    PROJECTS = "loop_projects"
    CONTRACTS = "loop_contracts"
    ACTIVITIES = "loop_activities"
    SIGNUPS = "loop_signups"
    HOURS = "loop_hours"
    SURVEYS = "loop_surveys"
    ACCEPTANCES = "loop_acceptances"
    PAYMENTS = "loop_payments"


class Named(NamedTuple):
    """What a step is called, and its unit."""

    name: str
    unit: str


STEPS: dict[Step, Named] = {
    Step.NEEDS: Named("需求", "needs"),
    Step.PROJECTS: Named("项目批准", "projects"),
    Step.CONTRACTS: Named("合同签订", "contracts"),
    Step.ACTIVITIES: Named("活动举办", "activities"),
    Step.SIGNUPS: Named("志愿者报名", "signups"),
    Step.HOURS: Named("时长确认", "hours"),
    Step.SURVEYS: Named("满意度调查", "surveys"),
    Step.ACCEPTANCES: Named("验收通过", "acceptances"),
    Step.PAYMENTS: Named("支付", "payments"),
}
