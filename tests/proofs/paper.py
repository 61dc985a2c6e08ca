"""Paper lists of nobody, as long as they are wanted, and what must be said of the rows that are spoilt."""

from collections.abc import Iterator
from random import Random

from chassis.person import check_character
from chassis.testing import EAST_RC, EAST_RC_2
from chassis.workbooks import Workbook
from services.volunteers.tests.bulk.lists import HEAD

FAULTS = {
    "证件号码": ("4401", "证件号码的位数不对"),
    "联系电话": ("12345", "请填写手机号码，或带区号的固定电话"),
    "村（社区）": ("无此村", "没有这个村（社区）"),
    "群体": ("群众", "不在可选范围内"),
    "同意日期": ("2026-02-30", "应为日期"),
}


def people(count: int, draw: Random) -> Iterator[list[str]]:
    """Rows of a paper list, of nobody: the numbers pass the check and belong to no region."""
    for serial in range(count):
        born = f"{draw.randint(1945, 2005)}{draw.randint(1, 12):02}{draw.randint(1, 28):02}"
        first = f"{100000 + serial // 900:06}{born}{100 + serial % 900:03}"
        place = draw.choice((EAST_RC, EAST_RC_2)).code
        groups = draw.choice(("", "共产党员", "共青团员、技术人员", "离退休人员"))
        yield [
            f"演示{serial}",
            "居民身份证",
            first + check_character(first),
            f"138{serial:08}",
            place,
            groups,
            "理发",
            "2026-11-01",
            "",
            "",
            "",
        ]


def planted(rows: list[list[str]], count: int, draw: Random) -> dict[tuple[int, str], str]:
    """Spoils some rows, each in one cell; what must be said of it by row and column."""
    told: dict[tuple[int, str], str] = {}
    for number in draw.sample(range(len(rows)), count):
        column = draw.choice(list(FAULTS))
        rows[number][HEAD.index(column)], told[number + 2, column] = FAULTS[column]
    return told


def workbook(rows: list[list[str]]) -> bytes:
    """The rows as a file."""
    book = Workbook()
    book.add("志愿者名单", HEAD, rows)
    return book.done()
