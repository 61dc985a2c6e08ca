"""Which passwords are weak, and that hashing is bounded."""

import asyncio

import pytest

from gateway.dated import Profile
from gateway.identity import passwords
from gateway.identity.passwords import Hashing, SignInBusy, weakness

DJBH = Profile(minimum_length=10, maximum_length=64, classes=3)
ASVS = Profile(minimum_length=15, maximum_length=64, classes=1)


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("Ab1-short", "10"),
        ("lychee garden", "3 类"),
        ("alllowercase9", "3 类"),
        ("Password123!", "常见"),
        ("Abc123456!", "常见"),
        ("P@ssw0rd123", "常见"),
        ("Xzhang.sanX9!", "用户名"),
        ("x" * 65 + "A1", "64"),
    ],
)
def test_weak_passwords_are_named(password, said):
    assert said in (weakness(password, DJBH, username="zhang.san") or "")


@pytest.mark.parametrize("password", ["Lychee-Garden-42", "荔枝湾Garden7", "correct Horse battery 1"])
def test_strong_passwords_pass(password):
    assert weakness(password, DJBH, username="zhang.san") is None


def test_the_other_profile_asks_for_length_alone():
    assert weakness("plain words only here", ASVS, username="zhang.san") is None
    assert weakness("Short-1234", ASVS, username="zhang.san")


async def test_argon2id_with_the_fixed_parameters():
    hashing = Hashing()
    stored = await hashing.hash("Lychee-Garden-42")
    assert stored.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert await hashing.verify(stored, "Lychee-Garden-42")
    assert not await hashing.verify(stored, "Lychee-Garden-43")
    assert not await hashing.verify(None, "Lychee-Garden-42")
    assert not await hashing.verify("not a hash", "Lychee-Garden-42")


async def test_a_full_queue_turns_away(monkeypatch):
    monkeypatch.setattr(passwords, "QUEUE", 1)
    hashing = Hashing()
    answers = await asyncio.gather(*(hashing.hash("x") for _ in range(6)), return_exceptions=True)
    assert sum(isinstance(answer, SignInBusy) for answer in answers) == 3
    assert await hashing.hash("x")
