"""The figures of the dashboard by name and unit, and the steps of the loop."""

from enum import StrEnum
from typing import NamedTuple


class Indicator(StrEnum):
    """指标, in the order of the headline."""

    ORG_COVERAGE = "org_coverage"
    ORG_AVERAGE = "org_average"
    ORG_TOTAL = "org_total"
    VOLUNTEER_RATIO = "volunteer_ratio"
    SATISFACTION = "satisfaction"
    HOURS = "hours"
    NEEDS_ANSWERED = "needs_answered"


class Step(StrEnum):
    """联动环节, in the order of the loop."""

    NEEDS = "loop_needs"
    PROJECTS = "loop_projects"
    ACTIVITIES = "loop_activities"
    SIGNUPS = "loop_signups"
    HOURS = "loop_hours"
    SURVEYS = "loop_surveys"


class Named(NamedTuple):
    """What a figure or a step is called, and its unit."""

    name: str
    unit: str


NAMES: dict[Indicator, Named] = {
    Indicator.ORG_COVERAGE: Named("社区社会组织达标村（社区）占比", "ratio"),
    Indicator.ORG_AVERAGE: Named("村（社区）平均社区社会组织数", "organisations_per_community"),
    Indicator.ORG_TOTAL: Named("社区社会组织总数", "organisations"),
    Indicator.VOLUNTEER_RATIO: Named("注册志愿者占常住人口比例", "ratio"),
    Indicator.SATISFACTION: Named("居民满意度（95% 置信下限，近12个月）", "ratio"),
    Indicator.HOURS: Named("已确认志愿服务时长（近12个月）", "hours"),
    Indicator.NEEDS_ANSWERED: Named("需求立项回应率", "ratio"),
}

STEPS: dict[Step, Named] = {
    Step.NEEDS: Named("需求", "needs"),
    Step.PROJECTS: Named("项目批准", "projects"),
    Step.ACTIVITIES: Named("活动举办", "activities"),
    Step.SIGNUPS: Named("志愿者报名", "signups"),
    Step.HOURS: Named("时长确认", "hours"),
    Step.SURVEYS: Named("满意度调查", "surveys"),
}
