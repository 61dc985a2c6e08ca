"""Identity documents: every reason of refusal by its own name, and what a number tells."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chassis.person import Fault, IdType, age, born_on, check, check_character, compact, normalise

TODAY = date(2026, 3, 1)


def numbered(first_17: str) -> str:
    """The number with its right check character."""
    return first_17 + check_character(first_17)


@pytest.mark.parametrize(
    ("id_type", "number"),
    [
        (IdType.RESIDENT_ID, "11010519491231002X"),
        (IdType.RESIDENT_ID, "110105 19491231 002x"),
        (IdType.RESIDENT_ID, numbered("44252719700101001")),  # 东莞县, a code retired in 1988
        (IdType.RESIDENT_ID, numbered("65010219880229002")),
        (IdType.RESIDENT_ID, numbered("71000019900101001")),
        (IdType.HK_MACAU_RESIDENCE, numbered("81000019900101001")),
        (IdType.HK_MACAU_RESIDENCE, numbered("82000019900101001")),
        (IdType.TAIWAN_RESIDENCE, numbered("83000019900101001")),
        (IdType.HOME_RETURN_PERMIT, "H12345678"),
        (IdType.HOME_RETURN_PERMIT, "M1234567801"),
        (IdType.TAIWAN_PERMIT, "12345678"),
        (IdType.PASSPORT, "E12345678"),
        (IdType.PASSPORT, "G12345678"),
        (IdType.PASSPORT, "AB1234567"),
        (IdType.FOREIGN_PERMANENT_RESIDENT, "USA110012345678"),
        (IdType.FOREIGN_PERMANENT_RESIDENT, numbered("91184019900101001")),
    ],
)
def test_accepted(id_type: IdType, number: str) -> None:
    assert check(id_type, number, on=TODAY) is None


@pytest.mark.parametrize(
    ("id_type", "number", "expected"),
    [
        (IdType.RESIDENT_ID, "", Fault.WRONG_LENGTH),
        (IdType.RESIDENT_ID, "110105491231002", Fault.WRONG_LENGTH),  # 15 digits: no longer an identity card
        (IdType.RESIDENT_ID, "110105194912310020X", Fault.WRONG_LENGTH),
        (IdType.RESIDENT_ID, "1101O519491231002X", Fault.WRONG_CHARACTER),
        (IdType.RESIDENT_ID, "X1010519491231002X", Fault.WRONG_CHARACTER),
        (IdType.RESIDENT_ID, "١١٠١٠٥١٩٤٩١٢٣١٠٠٢٠", Fault.WRONG_CHARACTER),
        (IdType.RESIDENT_ID, numbered("11010519490229002"), Fault.IMPOSSIBLE_DATE),
        (IdType.RESIDENT_ID, numbered("11010518491231002"), Fault.IMPOSSIBLE_DATE),
        (IdType.RESIDENT_ID, numbered("11010500001231002"), Fault.IMPOSSIBLE_DATE),
        (IdType.RESIDENT_ID, numbered("11010520260302002"), Fault.FUTURE_DATE),
        (IdType.RESIDENT_ID, "110105194912310021", Fault.WRONG_CHECK_DIGIT),
        (IdType.RESIDENT_ID, numbered("81000019900101001"), Fault.WRONG_ADDRESS_PREFIX),
        (IdType.RESIDENT_ID, numbered("91184019900101001"), Fault.WRONG_ADDRESS_PREFIX),
        (IdType.HK_MACAU_RESIDENCE, numbered("83000019900101001"), Fault.WRONG_ADDRESS_PREFIX),
        (IdType.HK_MACAU_RESIDENCE, numbered("44190019900101001"), Fault.WRONG_ADDRESS_PREFIX),
        (IdType.TAIWAN_RESIDENCE, numbered("81000019900101001"), Fault.WRONG_ADDRESS_PREFIX),
        (IdType.HOME_RETURN_PERMIT, "K12345678", Fault.WRONG_CHARACTER),
        (IdType.HOME_RETURN_PERMIT, "H1234567", Fault.WRONG_LENGTH),
        (IdType.HOME_RETURN_PERMIT, "H123456789", Fault.WRONG_LENGTH),
        (IdType.TAIWAN_PERMIT, "1234567", Fault.WRONG_LENGTH),
        (IdType.TAIWAN_PERMIT, "T2345678", Fault.WRONG_CHARACTER),
        (IdType.PASSPORT, "E12", Fault.WRONG_LENGTH),
        (IdType.PASSPORT, "E1234567号", Fault.WRONG_CHARACTER),
        (IdType.FOREIGN_PERMANENT_RESIDENT, "USA11001234567", Fault.WRONG_LENGTH),
        (IdType.FOREIGN_PERMANENT_RESIDENT, "US1110012345678", Fault.WRONG_CHARACTER),
        (IdType.FOREIGN_PERMANENT_RESIDENT, numbered("11184019900101001"), Fault.WRONG_ADDRESS_PREFIX),
    ],
)
def test_refused_by_name(id_type: IdType, number: str, expected: Fault) -> None:
    assert check(id_type, number, on=TODAY) is expected


def test_every_fault_has_its_own_sentence() -> None:
    assert len({fault.sentence for fault in Fault}) == len(Fault)


@given(st.dates(date(1930, 1, 1), TODAY), st.integers(0, 999), st.integers(0, 16), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(born: date, serial: int, place: int, shift: int) -> None:
    right = numbered(f"441900{born:%Y%m%d}{serial:03d}")
    wrong = right[:place] + str((int(right[place]) + shift) % 10) + right[place + 1 :]
    assert check(IdType.RESIDENT_ID, right, on=TODAY) is None
    assert check(IdType.RESIDENT_ID, wrong, on=TODAY) is not None
    assert born_on(IdType.RESIDENT_ID, right) == born


def test_numbers_that_tell_nothing() -> None:
    for id_type, number in [
        (IdType.PASSPORT, "11010519491231002X"),
        (IdType.FOREIGN_PERMANENT_RESIDENT, "USA110012345678"),
        (IdType.RESIDENT_ID, "1101"),
    ]:
        assert born_on(id_type, number) is None
    assert born_on(IdType.RESIDENT_ID, "11010519490230002X") is None


@given(st.text(max_size=30))
def test_any_text_is_judged_and_normalising_twice_changes_nothing(text: str) -> None:
    for id_type in IdType:
        check(id_type, text, on=TODAY)
        born_on(id_type, text)
        assert normalise(id_type, normalise(id_type, text)) == normalise(id_type, text)


def test_only_a_mobile_number_loses_its_country_code() -> None:
    assert compact("+86 138-0000-1234") == "13800001234"
    assert compact("8613800001234") == "8613800001234"
    assert compact("+86 769 2283 1234") == "+8676922831234"


def test_age_counts_full_years() -> None:
    assert age(date(2008, 2, 29), on=date(2026, 2, 28)) == 17
    assert age(date(2008, 2, 29), on=date(2026, 3, 1)) == 18
    assert age(date(2008, 3, 1), on=date(2026, 3, 1)) == 18
    assert age(date(2008, 3, 2), on=date(2026, 3, 1)) == 17
