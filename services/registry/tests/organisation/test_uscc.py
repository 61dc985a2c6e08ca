"""Unified social credit codes: every finding by its own name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.organisation.model import Kind
from registry.organisation.uscc import (
    FindingCode,
    check,
    check_character,
    organisation_check_character,
)

ASSOCIATION = "51441900MJ0000018B"
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def numbered(first_16: str) -> str:
    """A code whose 17th and 18th characters are right."""
    first_17 = first_16 + organisation_check_character(first_16[8:])
    return first_17 + check_character(first_17)


def found(code: str) -> list[FindingCode]:
    """The codes of the findings."""
    return [finding.code for finding in check(code)]


@pytest.mark.parametrize(
    "code",
    [
        "51441900MJ0000018B",
        "52441900MJ00000188",
        "53441900MJ00000185",
        "55441900MJ0000018Y",
        numbered("54441900MJ000002"),
        numbered("51440000MJ000001"),
        " 51441900-mj000001-8b ",
        numbered("91441900MJ000001"),
    ],
)
def test_nothing_to_say(code: str) -> None:
    assert check(code) == []


def test_the_sample_of_the_standard_passes_both_checks() -> None:
    sample = "91350100M000100Y43"
    assert check_character(sample[:17]) == "3"
    assert organisation_check_character("M000100Y") == "4"
    assert found(sample) == [FindingCode.AREA]


def test_three_mistakes_three_messages() -> None:
    wrong_18th = ASSOCIATION[:17] + "C"
    wrong_17th = ASSOCIATION[:16] + "9" + check_character(ASSOCIATION[:16] + "9")
    cases = {
        wrong_18th: FindingCode.CHECK_CHARACTER,
        wrong_17th: FindingCode.ORGANISATION_CODE,
        ASSOCIATION.replace("J", "I"): FindingCode.ALPHABET,
    }
    messages = set()
    for code, expected in cases.items():
        (finding,) = check(code)
        assert finding.code is expected
        assert finding.is_warning is (expected is FindingCode.ORGANISATION_CODE)
        messages.add(finding.detail)
    assert len(messages) == 3


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (Kind.SOCIAL_ASSOCIATION, "51441900MJ0000018B"),
        (Kind.SOCIAL_SERVICE_ORG, "52441900MJ00000188"),
        (Kind.FOUNDATION, "53441900MJ00000185"),
    ],
)
def test_the_second_character_is_the_kinds(kind: Kind, code: str) -> None:
    assert check(code, kind) == []
    for other in set(Kind) - {kind}:
        (finding,) = check(code, other)
        assert (finding.code, finding.is_warning) == (FindingCode.KIND, False)


@pytest.mark.parametrize("letter", ["I", "O", "S", "V", "Z"])
def test_a_letter_outside_the_alphabet_is_named_with_its_place(letter: str) -> None:
    (finding,) = check(ASSOCIATION[:9] + letter + ASSOCIATION[10:])
    assert finding.code is FindingCode.ALPHABET
    assert f"第10位的 {letter} " in finding.detail


def test_a_wrong_length_is_told_with_the_letters_and_nothing_else() -> None:
    assert found("") == [FindingCode.LENGTH]
    assert found(ASSOCIATION + "O") == [FindingCode.LENGTH, FindingCode.ALPHABET]


def test_a_body_of_another_place_is_a_warning() -> None:
    (finding,) = check(numbered("51440100MJ000001"))
    assert finding.code is FindingCode.AREA
    assert finding.is_warning


@pytest.mark.parametrize(("first_8", "expected"), [("D2143569", "X"), ("00000000", "0"), ("M000100Y", "4")])
def test_organisation_code_remainders(first_8: str, expected: str) -> None:
    assert organisation_check_character(first_8) == expected


@given(st.text(ALPHABET, min_size=8, max_size=8), st.integers(0, 16), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_always_noticed(rest: str, place: int, other: str) -> None:
    right = numbered("51441900" + rest)
    wrong = right[:place] + other + right[place + 1 :]
    assert check(right) == []
    assert (FindingCode.CHECK_CHARACTER in found(wrong)) == (wrong != right)


@given(st.text(max_size=24))
def test_any_text_is_judged(text: str) -> None:
    check(text)
