"""统一社会信用代码 (GB 32100-2015): what a clerk should know about a code, each thing in its own words."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from chassis.person import compact
from registry.organisation.model import Kind

ISSUED_IN = ("441900", "440000")  # 东莞市 and, for bodies registered by the province, 广东省
# 登记管理部门 and 机构类别: 民政 = 5
BEGINS = {Kind.SOCIAL_ASSOCIATION: "51", Kind.SOCIAL_SERVICE_ORG: "52", Kind.FOUNDATION: "53"}

_LENGTH = 18
_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_ORGANISATION_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)


class FindingCode(StrEnum):
    """统一社会信用代码的核对事项。"""

    ALPHABET = "alphabet"
    AREA = "area"
    CHECK_CHARACTER = "check-character"
    KIND = "kind"
    LENGTH = "length"
    ORGANISATION_CODE = "organisation-code"


# Codes exist that were issued with a wrong 17th character, and bodies move here from elsewhere.
WARNINGS = frozenset({FindingCode.AREA, FindingCode.ORGANISATION_CODE})


@dataclass(frozen=True, slots=True)
class Finding:
    """核对结果: what was found; a warning is shown and does not refuse."""

    code: FindingCode
    detail: str

    @property
    def is_warning(self) -> bool:
        """Whether the code may be used in spite of it."""
        return self.code in WARNINGS


def check(code: str, kind: Kind | None = None) -> list[Finding]:
    """Everything to be said about the code of a legal person, of any kind or of one; none when all is well."""
    code = compact(code)
    if len(code) != _LENGTH:
        return [Finding(FindingCode.LENGTH, f"应为18位 实为{len(code)}位"), *_letters(code)]
    strange = list(_letters(code))
    return [*(strange or _check_characters(code)), *_origin(code), *_kind(code, kind)]


def _kind(code: str, kind: Kind | None) -> Iterator[Finding]:
    if kind is not None and code[:2] != BEGINS[kind]:
        yield Finding(FindingCode.KIND, f"前两位 {code[:2]} 不是此类组织的代码 应为 {BEGINS[kind]}")


def check_character(first_17: str) -> str:
    """The 18th character that GB 32100 gives to the first seventeen."""
    total = sum(_ALPHABET.index(char) * pow(3, place, 31) for place, char in enumerate(first_17))
    return _ALPHABET[-total % 31]


def organisation_check_character(first_8: str) -> str:
    """The check character that GB 11714 gives to the eight of an organisation code; its letters count otherwise."""
    values = (_ORGANISATION_ALPHABET.index(char) for char in first_8)
    total = sum(value * weight for value, weight in zip(values, _ORGANISATION_WEIGHTS, strict=True))
    return "0123456789X"[-total % 11]


def _letters(code: str) -> Iterator[Finding]:
    for place, char in enumerate(code, start=1):
        if char not in _ALPHABET:
            yield Finding(FindingCode.ALPHABET, f"第{place}位的 {char} 不用于统一社会信用代码 (字母不含 I O S V Z)")


def _check_characters(code: str) -> Iterator[Finding]:
    if code[17] != check_character(code[:17]):
        yield Finding(FindingCode.CHECK_CHARACTER, f"第18位校验码 {code[17]} 与前17位不符")
    if code[16] != organisation_check_character(code[8:16]):
        yield Finding(FindingCode.ORGANISATION_CODE, f"第17位 {code[16]} 与组织机构代码的校验规则不符 请核对证书")


def _origin(code: str) -> Iterator[Finding]:
    if code[2:8] not in ISSUED_IN:
        yield Finding(FindingCode.AREA, f"第3至8位的登记机关区划 {code[2:8]} 不是东莞市或广东省")
