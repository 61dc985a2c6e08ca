"""The vault: what is written can be read in its own cell only, hashes find equals, masks hide."""

import base64
from typing import TypedDict
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chassis import vault as vault_module
from chassis.person import IdType
from chassis.suites import KNOWN_ANSWERS, Suite, Tampered, Unreadable
from chassis.vault import (
    BadKeys,
    SelfTestFailed,
    UnknownKey,
    UnknownSuite,
    Vault,
    mask_id_number,
    mask_name,
    mask_phone,
    self_test,
)


class Cell(TypedDict):
    """Where a ciphertext belongs."""

    table: str
    column: str
    row_id: UUID


def key(byte: int) -> str:
    """A recognisable key in base64url."""
    return base64.urlsafe_b64encode(bytes([byte]) * 32).decode().rstrip("=")


OLD, NEW, MATCHING = f"2026a:{key(1)}", f"2026b:{key(0xFB)}", key(3)
ROW = UUID("0191a0c4-0000-7000-8000-000000000001")
SUITES = list(Suite)
VAULTS = {suite: Vault(data_keys=OLD, matching_key=MATCHING, suite=suite) for suite in SUITES}
suites = st.sampled_from(SUITES)
names = st.text("abcdefgh_", min_size=1, max_size=12)
cells = st.tuples(names, names, st.uuids())


@given(suites, st.text(), cells)
def test_reads_what_it_wrote(suite: Suite, plain: str, cell: tuple[str, str, UUID]) -> None:
    table, column, row = cell
    cipher = VAULTS[suite].encrypt(plain, table=table, column=column, row_id=row)
    assert VAULTS[suite].decrypt(cipher, table=table, column=column, row_id=row) == plain
    assert len(plain) < 4 or plain.encode() not in cipher


@pytest.mark.parametrize("suite", SUITES)
def test_fields_of_a_row_are_sealed_together_and_read_each_in_its_own_cell(suite: Suite) -> None:
    vault, clear = VAULTS[suite], {"name": "陈大文", "phone": "陈大文"}
    name, phone = vault.encrypt_row(clear, table="t", row_id=ROW)
    assert vault.decrypt(name, table="t", column="name", row_id=ROW) == "陈大文"
    assert vault.decrypt(phone, table="t", column="phone", row_id=ROW) == "陈大文"
    start = len(name) - len("陈大文".encode()) - 28  # nonce and tag
    assert name[start : start + 12] != phone[start : start + 12], "no nonce serves twice"
    with pytest.raises(Tampered):
        vault.decrypt(name, table="t", column="phone", row_id=ROW)


@given(suites, st.text(), cells, cells)
def test_refuses_another_cell(
    suite: Suite, plain: str, here: tuple[str, str, UUID], there: tuple[str, str, UUID]
) -> None:
    vault = VAULTS[suite]
    cipher = vault.encrypt(plain, table=here[0], column=here[1], row_id=here[2])
    mixed = [(there[0], *here[1:]), (here[0], there[1], here[2]), (*here[:2], there[2]), there]
    for table, column, row in (cell for cell in mixed if cell != here):
        with pytest.raises(Tampered):
            vault.decrypt(cipher, table=table, column=column, row_id=row)


@pytest.mark.parametrize("suite", SUITES)
def test_refuses_every_altered_byte_and_every_cut(suite: Suite) -> None:
    vault = VAULTS[suite]
    cipher = vault.encrypt("11010519491231002X", table="worker", column="id_number", row_id=ROW)
    altered = [
        cipher[:place] + bytes([cipher[place] ^ flip]) + cipher[place + 1 :]
        for place in range(len(cipher))
        for flip in (1, 0x12, 0x80, 0xFF)
    ]
    cut = [cipher[:length] for length in range(len(cipher))]
    for broken in [*altered, *cut, cipher + b"\0", b""]:
        with pytest.raises(Unreadable):
            vault.decrypt(broken, table="worker", column="id_number", row_id=ROW)


def test_a_ciphertext_cannot_change_its_suite() -> None:
    both = Vault(data_keys=OLD, matching_key=MATCHING)
    cipher = both.encrypt("张三", table="worker", column="name", row_id=ROW)
    with pytest.raises(Tampered):
        both.decrypt(b"S" + cipher[1:], table="worker", column="name", row_id=ROW)


def test_unknown_suite_and_key_fail_closed() -> None:
    cipher = VAULTS[Suite.SM4_GCM].encrypt("张三", table="worker", column="name", row_id=ROW)
    other = Vault(data_keys=NEW, matching_key=MATCHING)
    for ask in (other.needs_rewrap, lambda c: other.decrypt(c, table="worker", column="name", row_id=ROW)):
        with pytest.raises(UnknownKey):
            ask(cipher)
        with pytest.raises(UnknownSuite):
            ask(b"Z" + cipher[1:])


def test_rotation_keeps_the_old_readable_and_writes_the_new() -> None:
    before = Vault(data_keys=OLD, matching_key=MATCHING)
    after = Vault(data_keys=f"{NEW},{OLD}", matching_key=MATCHING)
    cell = Cell(table="worker", column="phone", row_id=ROW)
    old = before.encrypt("13800001234", **cell)
    assert after.needs_rewrap(old)
    new = after.encrypt(after.decrypt(old, **cell), **cell)
    assert not after.needs_rewrap(new)
    assert after.decrypt(new, **cell) == "13800001234"
    assert before.lookup("worker.phone", "13800001234") == after.lookup("worker.phone", "13800001234")
    with pytest.raises(UnknownKey):
        before.decrypt(new, **cell)


def test_a_change_of_suite_is_a_rotation_too() -> None:
    aes, sm4 = VAULTS[Suite.AES_256_GCM], VAULTS[Suite.SM4_GCM]
    cipher = aes.encrypt("张三", table="worker", column="name", row_id=ROW)
    assert sm4.decrypt(cipher, table="worker", column="name", row_id=ROW) == "张三"
    assert sm4.needs_rewrap(cipher)


def test_the_same_plain_text_never_gives_the_same_cipher_text() -> None:
    ciphers = {VAULTS[Suite.AES_256_GCM].encrypt("张三", table="t", column="c", row_id=ROW) for _ in range(2_000)}
    assert len(ciphers) == 2_000


@pytest.mark.parametrize(
    ("data_keys", "matching_key"),
    [
        ("", MATCHING),
        (key(1), MATCHING),
        (f":{key(1)}", MATCHING),
        (f"a|b:{key(1)}", MATCHING),
        (f"{OLD},{OLD}", MATCHING),
        (f"{OLD},", MATCHING),
        ("a:c2hvcnQ", MATCHING),
        ("a:不是密钥", MATCHING),
        (OLD, ""),
    ],
)
def test_bad_keys_are_refused_without_being_repeated(data_keys: str, matching_key: str) -> None:
    with pytest.raises(BadKeys) as refused:
        Vault(data_keys=data_keys, matching_key=matching_key)
    assert key(1) not in str(refused.value)


def test_keys_may_be_padded_and_spaced() -> None:
    Vault(data_keys=f" 2026a:{key(1)}= , {NEW} ", matching_key=f"{MATCHING}=\n")


def test_lookup_finds_every_spelling_within_one_column_only() -> None:
    vault = VAULTS[Suite.AES_256_GCM]
    wide = "１３８００００１２３４"
    spellings = ["13800001234", "+86 138-0000-1234", "0086 138 0000 1234", wide, "138\u200b00001234"]
    assert len({vault.lookup("volunteer.phone", spelling) for spelling in spellings}) == 1
    assert len(vault.lookup("volunteer.phone", "13800001234")) == 16
    assert vault.lookup("volunteer.phone", "13800001234") != vault.lookup("worker.phone", "13800001234")
    assert vault.lookup("volunteer.phone", "13800001234") != vault.lookup("volunteer.phone", "13800001235")


def test_person_id_is_the_same_for_every_spelling_and_fixed_for_ever() -> None:
    # Known answer: a change here would give every person a new id.
    expected = UUID("f92fa84a-041c-abfa-7fff-658c29d652c4")
    for spelling in ("11010519491231002X", "110105 19491231 002x", "110105-19491231-002\uff38"):
        assert VAULTS[Suite.AES_256_GCM].person_id(IdType.RESIDENT_ID, spelling) == expected
    assert VAULTS[Suite.SM4_GCM].person_id("resident_id", "11010519491231002X") == expected
    assert VAULTS[Suite.SM4_GCM].person_id(IdType.PASSPORT, "11010519491231002X") != expected


def test_a_renewed_home_return_permit_is_the_same_person() -> None:
    vault = VAULTS[Suite.AES_256_GCM]
    assert len({vault.person_id(IdType.HOME_RETURN_PERMIT, f"H12345678{issue}") for issue in ("", "00", "01")}) == 1


def test_masks() -> None:
    assert [mask_name(name) for name in ("张三", "欧阳娜娜", " 李 ", "")] == ["张*", "欧*", "李*", ""]
    assert mask_phone("+86 138 0000 1234") == "138****1234"
    assert mask_phone("0769-22831234") == "076*****1234"
    assert mask_phone("22831234") == "2*****34"
    assert mask_id_number("44010119900101123x") == "4401**********123X"
    assert mask_id_number("H12345678") == "H******78"
    assert mask_id_number("E1234") == "*****"


@given(st.text("0123456789ABCX", max_size=20))
def test_a_mask_always_hides_four_characters_or_all(number: str) -> None:
    for masked in (mask_phone(number), mask_id_number(number)):
        assert masked.count("*") >= min(4, len(masked))


def test_self_test_passes_here_and_notices_a_wrong_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    self_test()
    for answer in KNOWN_ANSWERS:
        wrong = answer._replace(bound="00")
        monkeypatch.setattr(vault_module, "KNOWN_ANSWERS", (wrong,))
        with pytest.raises(SelfTestFailed):
            self_test()
