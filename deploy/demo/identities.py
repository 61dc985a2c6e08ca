"""Invented people for the demonstration: names marked 演示, telephones nobody has, id numbers that pass the checks.

The form of the id number is real on purpose, so that the platform's own checks stay on. A number of the right form
may by chance be somebody's: every name therefore says that the record is invented.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from chassis.person import check_character

ADDRESS_CODE = "441900"
# China sets no range of telephone numbers aside for fiction. 154 has the form of a mainland mobile number, which
# sign-in asks for, and stands with no operator in the ministry's table of network numbers
# (我国公众移动通信网网号及H0分配情况, as of the end of March 2023).
PHONE_PREFIX = "154"

_SURNAMES = "陈李黄张梁林刘吴王叶周何罗莫卢郭邓谢袁钟"
_FIRST = "伟志建俊家嘉晓美丽雅文子惠国永秀锦泽思海"
_SECOND = "明强华玲芳敏杰辉燕平欣怡宁浩琳轩彤峰"
_FIRST_BORN = date(1944, 1, 1)
_BIRTHDAYS = 25_013  # up to June 2012; prime, so that the stride below meets every day once
_STRIDE = 7_919
_PER_DAY = 1_000


@dataclass(frozen=True, slots=True)
class Identity:
    """演示人物。"""

    name: str
    phone: str
    id_number: str
    born_on: date


def demo_id_number(serial: int, born_on: date) -> str:
    """The id number of the `serial`-th (0 to 999) of those born on a day; odd serials are men."""
    if not 0 <= serial < _PER_DAY:
        msg = f"{serial} does not fit the three digits of a sequence number"
        raise ValueError(msg)
    first_17 = f"{ADDRESS_CODE}{born_on:%Y%m%d}{serial:03d}"
    return first_17 + check_character(first_17)


def identity(number: int) -> Identity:
    """The same person for the same number, in every run; no two of the first 25 million share a number of theirs."""
    turn, day = divmod(number, _BIRTHDAYS)
    born_on = _FIRST_BORN + timedelta(days=day * _STRIDE % _BIRTHDAYS)
    return Identity(
        name=_name(number),
        phone=f"{PHONE_PREFIX}{number:08d}",
        id_number=demo_id_number((turn + day) % _PER_DAY, born_on),
        born_on=born_on,
    )


def _name(number: int) -> str:
    rest, surname = divmod(number * _STRIDE, len(_SURNAMES))
    rest, second = divmod(rest, len(_SECOND))
    return f"{_SURNAMES[surname]}{_FIRST[rest % len(_FIRST)]}{_SECOND[second]}(演示)"
