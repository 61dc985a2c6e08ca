"""A person's identity document and telephone: what is wrong with a number, and what it tells of the person."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from operator import mul
from typing import Annotated

from pydantic import AfterValidator, Field


class IdType(StrEnum):
    """证件类型。"""

    FOREIGN_PERMANENT_RESIDENT = "foreign_permanent_resident"  # 外国人永久居留身份证
    HK_MACAU_RESIDENCE = "hk_macau_residence"  # 港澳居民居住证
    HOME_RETURN_PERMIT = "home_return_permit"  # 港澳居民来往内地通行证（回乡证）
    PASSPORT = "passport"  # 护照
    RESIDENT_ID = "resident_id"  # 居民身份证
    TAIWAN_PERMIT = "taiwan_permit"  # 台湾居民来往大陆通行证（台胞证）
    TAIWAN_RESIDENCE = "taiwan_residence"  # 台湾居民居住证


class Fault(StrEnum):
    """证件号码的问题。"""

    FUTURE_DATE = "future-date"
    IMPOSSIBLE_DATE = "impossible-date"
    WRONG_ADDRESS_PREFIX = "wrong-address-prefix"
    WRONG_CHARACTER = "wrong-character"
    WRONG_CHECK_DIGIT = "wrong-check-digit"
    WRONG_LENGTH = "wrong-length"

    @property
    def sentence(self) -> str:
        """What a clerk reads; it never repeats the number nor gives away the right digit."""
        return _SENTENCES[self]


_SENTENCES = {
    Fault.FUTURE_DATE: "证件号码中的出生日期晚于今天",
    Fault.IMPOSSIBLE_DATE: "证件号码中的出生日期不存在",
    Fault.WRONG_ADDRESS_PREFIX: "证件号码的前几位与证件类型不符",
    Fault.WRONG_CHARACTER: "证件号码中有不该出现的字符",
    Fault.WRONG_CHECK_DIGIT: "证件号码的校验位不对，请核对号码",
    Fault.WRONG_LENGTH: "证件号码的位数不对",
}


@dataclass(frozen=True, slots=True)
class _Form:
    """How a number of one type and edition is written; `dated` ones follow GB 11643."""

    lengths: range | tuple[int, ...]
    characters: re.Pattern[str]
    prefix: re.Pattern[str] = re.compile("")
    dated: bool = False


_CITIZEN = re.compile(r"[0-9]{17}[0-9X]")
# The address code is that of the first issue, so every province and every retired code is accepted: only the first
# digit is judged (1-6 the mainland's regions, 7 Taiwan by origin; 8 belongs to residence permits, 9 to foreigners).
_FORMS = {
    IdType.FOREIGN_PERMANENT_RESIDENT: _Form((18,), _CITIZEN, re.compile("9"), dated=True),
    IdType.HK_MACAU_RESIDENCE: _Form((18,), _CITIZEN, re.compile("8[12]0000"), dated=True),
    IdType.HOME_RETURN_PERMIT: _Form((9,), re.compile(r"[HM][0-9]{8}")),
    # Passports of any state: ICAO 9303 gives nine characters, and some states overflow it.
    IdType.PASSPORT: _Form(range(5, 16), re.compile(r"[0-9A-Z]+")),
    IdType.RESIDENT_ID: _Form((18,), _CITIZEN, re.compile("[1-7]"), dated=True),
    IdType.TAIWAN_PERMIT: _Form((8,), re.compile(r"[0-9]{8}")),
    IdType.TAIWAN_RESIDENCE: _Form((18,), _CITIZEN, re.compile("830000"), dated=True),
}
# Until the 2023 edition: the state's three letters and twelve digits; the year of birth has two digits, so no date.
_FOREIGN_UNTIL_2023 = _Form((15,), re.compile(r"[A-Z]{3}[0-9]{12}"))
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_OLDEST = 130
MOBILE = r"1[3-9][0-9]{9}"
LANDLINE = r"0[1-9][0-9]{8,10}"  # with its area code
ABROAD = r"\+[1-9][0-9]{6,14}"


def compact(text: str) -> str:
    """One spelling of what people type: full-width forms, spaces, hyphens, case and the +86 of a phone are gone."""
    plain = text.isascii() and text.isalnum()  # as most of it is; then nothing but the case can differ
    joined = text.upper() if plain else _joined(unicodedata.normalize("NFKC", text).upper())
    return re.sub(r"^(?:\+86|0086)(?=1[0-9]{10}$)", "", joined) if joined[:1] in {"+", "0"} else joined


class _Kept(dict[int, str]):
    """What becomes of a character, found out once."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        drops = char.isspace() or unicodedata.category(char) in {"Cc", "Cf", "Pd"}
        return self.setdefault(code, "" if drops else char)


_KEPT = _Kept()


def _joined(wide: str) -> str:
    # What a space kept apart may now be one character.
    return unicodedata.normalize("NFKC", wide.translate(_KEPT))


def _mobile(text: str) -> str:
    number = compact(text)
    if not re.fullmatch(MOBILE, number):
        raise ValueError("请填写 11 位手机号码")
    return number


def _telephone(text: str) -> str:
    number = compact(text)
    if not re.fullmatch(rf"{MOBILE}|{LANDLINE}|{ABROAD}", number):
        raise ValueError("请填写手机号码，或带区号的固定电话")
    return number


# What requests take in; kept in one spelling.
Mobile = Annotated[str, Field(max_length=30), AfterValidator(_mobile)]
Telephone = Annotated[str, Field(max_length=30), AfterValidator(_telephone)]


def normalise(id_type: str, number: str) -> str:
    """The number under which a person is known, whichever way and from whichever card it was typed."""
    written = compact(number)
    if id_type == IdType.HOME_RETURN_PERMIT and re.fullmatch(r"[HM][0-9]{10}", written):
        return written[:9]  # the last two count the cards issued; the person stays the same
    return written


def check_character(first_17: str) -> str:
    """The 18th character that GB 11643 (ISO 7064 MOD 11-2) gives to the first seventeen digits."""
    return "10X98765432"[sum(map(mul, map(int, first_17), _WEIGHTS)) % 11]


def check(id_type: IdType, number: str, *, on: date) -> Fault | None:
    """What is wrong with the number as judged on a day, the most telling thing first."""
    number = normalise(id_type, number)
    form = _form(id_type, number)
    if len(number) not in form.lengths:
        return Fault.WRONG_LENGTH
    if not form.characters.fullmatch(number):
        return Fault.WRONG_CHARACTER
    if not form.prefix.match(number):
        return Fault.WRONG_ADDRESS_PREFIX
    return _dated_fault(number, on) if form.dated else None


def born_on(id_type: IdType, number: str) -> date | None:
    """The birth date, where the number tells it."""
    number = normalise(id_type, number)
    return _date(number) if _form(id_type, number).dated and _CITIZEN.fullmatch(number) else None


def age(born: date, *, on: date) -> int:
    """周岁 on a calendar day of the city (`clock.day`); somebody born on 29 February turns on 1 March."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _form(id_type: IdType, number: str) -> _Form:
    older = id_type is IdType.FOREIGN_PERMANENT_RESIDENT and not number[:1].isdigit()
    return _FOREIGN_UNTIL_2023 if older else _FORMS[id_type]


def _date(number: str) -> date | None:
    try:
        return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None


def _dated_fault(number: str, on: date) -> Fault | None:
    born = _date(number)
    if born is None or age(born, on=on) > _OLDEST:
        return Fault.IMPOSSIBLE_DATE
    if born > on:
        return Fault.FUTURE_DATE
    return None if number[17] == check_character(number[:17]) else Fault.WRONG_CHECK_DIGIT
