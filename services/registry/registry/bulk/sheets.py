"""The columns of the two lists: organisations that are or will be filed, and social workers who are registered."""

from chassis.sheets import Column, Form, Sheet
from procedures.bulk.people import COMMUNITY, ID_NUMBER, ID_TYPE, NAME
from registry.organisation.model import Category, Kind
from registry.social_worker.model import EmployerKind, Level

KINDS = {Kind.SOCIAL_ASSOCIATION: "社会团体类", Kind.SOCIAL_SERVICE_ORG: "社会服务机构类"}
CATEGORIES = {
    Category.PUBLIC_SERVICE: "公益服务类",
    Category.CULTURE_SPORTS: "文体健身类",
    Category.CHARITY_MUTUAL_AID: "慈善互助类",
    Category.OTHER: "其他",
}
LEVELS = {Level.ASSISTANT: "助理社会工作师", Level.INTERMEDIATE: "社会工作师", Level.SENIOR: "高级社会工作师"}
EMPLOYERS = {EmployerKind.AGENCY: "社工机构", EmployerKind.TOWN_GOVERNMENT: "镇街直聘"}

ORGANISATIONS = Sheet(
    "社区社会组织名册",
    (
        Column("name", "组织名称", "东风睦邻互助社", required=True, longest=100, width=26),
        COMMUNITY,
        Column("kind", "组织类型", "社会团体类", form=Form.CHOICE, required=True, choices=KINDS),
        Column("category", "类别", "慈善互助类", form=Form.CHOICE, required=True, choices=CATEGORIES),
        Column("venue", "活动场所", "社区综合服务中心二楼", required=True, width=26),
        Column("members", "成员人数", "12", "社会服务机构填工作人员人数", Form.WHOLE, required=True),
        Column(
            "people",
            "自然人发起人",
            "张三 证件号码；李四 证件号码",
            "每人写姓名、空格、居民身份证号码，之间用分号；其他证件在号码前写证件类型",
            Form.WORDS,
            longest=4000,
            width=40,
        ),
        Column(
            "bodies",
            "法人发起人",
            "某某公司 统一社会信用代码",
            "每家写名称、空格、统一社会信用代码，之间用分号",
            Form.WORDS,
            longest=4000,
            width=40,
        ),
        Column("number", "备案编号", "东城备〔2024〕12号", "已备案的填；不填的作为草稿", longest=40, width=20),
        Column("filed_on", "备案日期", "2024-06-01", "已备案的填", Form.DAY),
    ),
    notes=(
        "填了备案编号和备案日期的，按备案当日的备案条件核对，作为已备案的组织导入；没有填的作为草稿导入，再逐个提交。",
        "备案编号或同一村（社区）的同名组织已经有的，不会重复导入；有变化的请办理变更。",
        "名册须由上传人以外的另一人确认导入。",
    ),
)

SOCIAL_WORKERS = Sheet(
    "社工名册",
    (
        NAME,
        ID_TYPE,
        ID_NUMBER,
        Column("community", "服务片区", "", "村（社区）或镇街，填名称或代码", required=True, longest=60, width=20),
        Column("level", "职业水平等级", "助理社会工作师", form=Form.CHOICE, required=True, choices=LEVELS, width=18),
        Column("certificate_number", "证书编号", "", required=True, longest=40, width=20),
        Column("certified_on", "发证日期", "2020-06-01", form=Form.DAY, required=True),
        Column(
            "employer_kind", "用人单位类型", "社工机构", form=Form.CHOICE, required=True, choices=EMPLOYERS, width=16
        ),
        Column(
            "employer", "所在机构", "", "社工机构聘用的填机构的名称、备案编号或统一社会信用代码", longest=100, width=26
        ),
        Column("registered_on", "登记日期", "2026-11-01", "首次登记或最近一次再登记的日期，不填即为导入当日", Form.DAY),
    ),
    notes=("同一人、同一证书只登记一次；已登记的不作更改，再登记在页面上办理。",),
)
