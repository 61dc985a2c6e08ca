"""Unified social credit codes: every finding by its own name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


def found(code: str, kind: str) -> list[FindingCode]:
    """The codes of the findings."""
    return [finding.code for finding in check(code, kind)]


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("51441900MJ0000018B", "social_association"),
        ("52441900MJ00000188", "social_service_org"),
        ("53441900MJ00000185", "foundation"),
        ("55441900MJ0000018Y", "residents_committee"),
        (numbered("54441900MJ000002"), "villagers_committee"),
        (numbered("51440000MJ000001"), "social_association"),
        (" 51441900-mj000001-8b ", "social_association"),
    ],
)
def test_nothing_to_say(code: str, kind: str) -> None:
    assert check(code, kind) == []


def test_the_sample_of_the_standard_passes_both_checks() -> None:
    sample = "91350100M000100Y43"
    assert check_character(sample[:17]) == "3"
    assert organisation_check_character("M000100Y") == "4"
    assert found(sample, "enterprise") == [FindingCode.AREA]
    assert found(sample, "social_association") == [FindingCode.REGISTRAR, FindingCode.AREA]


def test_four_mistakes_four_messages() -> None:
    wrong_18th = ASSOCIATION[:17] + "C"
    wrong_17th = ASSOCIATION[:16] + "9" + check_character(ASSOCIATION[:16] + "9")
    cases = {
        wrong_18th: FindingCode.CHECK_CHARACTER,
        wrong_17th: FindingCode.ORGANISATION_CODE,
        ASSOCIATION.replace("J", "I"): FindingCode.ALPHABET,
        "52441900MJ00000188": FindingCode.KIND_MISMATCH,
    }
    messages = set()
    for code, expected in cases.items():
        (finding,) = check(code, "social_association")
        assert finding.code is expected
        assert finding.is_warning is (expected is FindingCode.ORGANISATION_CODE)
        messages.add(finding.detail)
    assert len(messages) == 4


@pytest.mark.parametrize("letter", ["I", "O", "S", "V", "Z"])
def test_a_letter_outside_the_alphabet_is_named_with_its_place(letter: str) -> None:
    (finding,) = check(ASSOCIATION[:9] + letter + ASSOCIATION[10:], "social_association")
    assert finding.code is FindingCode.ALPHABET
    assert f"第10位的 {letter} " in finding.detail


def test_a_wrong_length_is_told_with_the_letters_and_nothing_else() -> None:
    assert found("", "foundation") == [FindingCode.LENGTH]
    assert found(ASSOCIATION + "O", "foundation") == [FindingCode.LENGTH, FindingCode.ALPHABET]


def test_a_body_of_another_place_is_a_warning() -> None:
    (finding,) = check(numbered("51440100MJ000001"), "social_association")
    assert finding.code is FindingCode.AREA
    assert finding.is_warning


def test_a_filed_team_and_a_company_have_no_kind_to_match() -> None:
    assert found(numbered("91441900MJ000001"), "enterprise") == []


@pytest.mark.parametrize(("first_8", "expected"), [("D2143569", "X"), ("00000000", "0"), ("M000100Y", "4")])
def test_organisation_code_remainders(first_8: str, expected: str) -> None:
    assert organisation_check_character(first_8) == expected


@given(st.text(ALPHABET, min_size=8, max_size=8), st.integers(0, 16), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_always_noticed(rest: str, place: int, other: str) -> None:
    right = numbered("51441900" + rest)
    wrong = right[:place] + other + right[place + 1 :]
    assert check(right, "social_association") == []
    assert (FindingCode.CHECK_CHARACTER in found(wrong, "social_association")) == (wrong != right)


@given(st.text(max_size=24))
def test_any_text_is_judged(text: str) -> None:
    check(text, "foundation")
