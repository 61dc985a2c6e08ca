"""The columns of a paper list of volunteers."""

from typing import Any

from chassis.sheets import Column, Form, Sheet, as_text
from procedures.bulk.people import COMMUNITY, ID_NUMBER, ID_TYPE, NAME, PHONE
from volunteers.volunteer.model import Group, Relation

GROUPS = {
    Group.PARTY_MEMBER: "共产党员",
    Group.YOUTH_LEAGUE: "共青团员",
    Group.CIVIL_SERVANT: "公务员",
    Group.TECHNICIAN: "技术人员",
    Group.EDUCATOR: "教育工作者",
    Group.YOUTH: "青少年",
    Group.MIGRANT_WORKER: "外来务工人员",
    Group.RETIREE: "离退休人员",
}
# Choices are listed with 、 between them, so none of the words holds one.
RELATIONS = {Relation.PARENT: "父母", Relation.GRANDPARENT: "祖父母或外祖父母", Relation.OTHER_GUARDIAN: "其他监护人"}
# What paper, phones and screens write for the same.
GRANDPARENTS = frozenset({"祖父母", "外祖父母", "祖父母、外祖父母", "（外）祖父母"})
MOST_SKILLS, LONGEST_SKILL = 10, 20


class RelationColumn(Column):
    """监护人关系: whichever grandparents are written, they are one choice."""

    def read(self, raw: object) -> Any:  # noqa: ANN401 - as every column
        """The relation; None when the cell is empty."""
        return super().read(RELATIONS[Relation.GRANDPARENT] if as_text(raw) in GRANDPARENTS else raw)


SHEET = Sheet(
    "志愿者名单",
    (
        NAME,
        ID_TYPE,
        ID_NUMBER,
        PHONE,
        COMMUNITY,
        Column("groups", "群体", "共产党员、离退休人员", form=Form.CHOICES, choices=GROUPS, width=24),
        Column("skills", "特长", "理发、摄影", f"至多 {MOST_SKILLS} 项", Form.WORDS, width=20),
        Column("consented_on", "同意日期", "2026-11-01", "本人在纸质登记表上签名同意的日期", Form.DAY, required=True),
        Column("born_on", "出生日期", "", "证件号码不含出生日期的才填", Form.DAY),
        Column("guardian_name", "监护人姓名", "", "未成年人须由监护人同意的才填", longest=50),
        Column("guardian_phone", "监护人电话", "", longest=30, width=16),
        RelationColumn("guardian_relation", "监护人关系", "", form=Form.CHOICE, choices=RELATIONS, width=18),
    ),
    notes=(
        "同一人全市只注册一次：已在名单登记的更新村（社区）、群体、特长和电话，本人已用手机注册的不作更改。",
        "同一份名单再次导入不会重复注册。",
    ),
)
