"""Personal data at rest: fields encrypted and bound to their cell, keyed hashes to find them, masks to show them."""

import base64
import binascii
import hashlib
import hmac
import re
import secrets
from collections.abc import Mapping
from typing import Annotated, NamedTuple
from uuid import UUID

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from fastapi import Depends, Request

from chassis.person import compact, normalise
from chassis.suites import KNOWN_ANSWERS, NONCE, Suite, Tampered, Unreadable, key_size, seal, unseal

_KEY = 32
_HASH = 16
_LEAST_HIDDEN = 4


class BadKeys(ValueError):
    """密钥配置有误。"""


class UnknownSuite(Unreadable):
    """密文使用了未知的密码套件。"""


class UnknownKey(Unreadable):
    """密文使用了本服务没有的密钥。"""


class SelfTestFailed(Exception):
    """密码自检未通过。"""


class _Sealed(NamedTuple):
    """A ciphertext taken apart; stored as suite, length of the key id, key id, nonce, body."""

    suite: Suite
    kid: str
    nonce: bytes
    body: bytes


class Vault:
    """保险柜: one service's field-encryption keys, and the matching key it shares with those who know persons."""

    def __init__(self, *, data_keys: str, matching_key: str, suite: Suite = Suite.AES_256_GCM) -> None:
        masters = _data_keys(data_keys)
        # One key per suite, so that no key ever serves two algorithms.
        self._keys = {
            (each, kid): _derived(master, f"field|{each}".encode(), key_size(each))
            for kid, master in masters.items()
            for each in Suite
        }
        self._writes = (suite, next(iter(masters)))
        self._head = suite.encode() + bytes([len(self._writes[1])]) + self._writes[1].encode()
        self._matching_key = _key(matching_key)
        self._index_keys: dict[str, bytes] = {}

    def encrypt(self, plain: str, *, table: str, column: str, row_id: UUID) -> bytes:
        """The ciphertext of one field, readable in this cell only."""
        return self.encrypt_bytes(plain.encode(), table=table, column=column, row_id=row_id)

    def encrypt_row(self, clear: Mapping[str, str], *, table: str, row_id: UUID) -> list[bytes]:
        """The ciphertexts of several fields of a row; one draw of chance serves the nonces of all."""
        (suite, kid), drawn = self._writes, secrets.token_bytes(NONCE * len(clear))
        key, head, row = self._keys[suite, kid], self._head, str(row_id)
        sealed = []
        for place, (column, plain) in enumerate(clear.items()):
            nonce = drawn[place * NONCE : (place + 1) * NONCE]
            bound = _cell(table, column, row, suite, kid)
            sealed.append(head + nonce + seal(suite, key, nonce, plain.encode(), bound))
        return sealed

    def decrypt(self, cipher: bytes, *, table: str, column: str, row_id: UUID) -> str:
        """The field again; anything but the untouched ciphertext of this cell is refused."""
        return self.decrypt_bytes(cipher, table=table, column=column, row_id=row_id).decode()

    def encrypt_bytes(self, plain: bytes, *, table: str, column: str, row_id: UUID) -> bytes:
        """The ciphertext of a field that is no text, such as a file."""
        suite, kid = self._writes
        nonce = secrets.token_bytes(NONCE)
        bound = _cell(table, column, row_id, suite, kid)
        body = seal(suite, self._keys[suite, kid], nonce, plain, bound)
        return self._head + nonce + body

    def decrypt_bytes(self, cipher: bytes, *, table: str, column: str, row_id: UUID) -> bytes:
        """The bytes again."""
        suite, kid, nonce, body = self._taken_apart(cipher)
        bound = _cell(table, column, row_id, suite, kid)
        return unseal(suite, self._keys[suite, kid], nonce, body, bound)

    def needs_rewrap(self, cipher: bytes) -> bool:
        """Whether it stands under another suite or key than those written today."""
        suite, kid, *_ = self._taken_apart(cipher)
        return (suite, kid) != self._writes

    def lookup(self, column: str, value: str) -> bytes:
        """The keyed hash that finds equal values of a column; it outlives every rotation of data keys."""
        return hmac.digest(self.index_key(column), compact(value).encode(), hashlib.sha256)[:_HASH]

    def index_key(self, column: str) -> bytes:
        """The key of a column's keyed hashes, for whoever makes a great many of them."""
        if column not in self._index_keys:
            self._index_keys[column] = _derived(self._matching_key, f"index|{column}".encode(), _KEY)
        return self._index_keys[column]

    def person_id(self, id_type: str, number: str) -> UUID:
        """The person's id, the same in every service that holds the matching key."""
        known_as = f"{id_type}|{normalise(id_type, number)}"
        return UUID(bytes=hmac.digest(self._matching_key, known_as.encode(), hashlib.sha256)[:16])

    def _taken_apart(self, cipher: bytes) -> _Sealed:
        try:
            suite = Suite(cipher[:1].decode("latin-1"))
        except ValueError:
            raise UnknownSuite from None
        start = 2 + (cipher[1] if len(cipher) > 1 else 0)
        kid = cipher[2:start].decode("latin-1")
        if (suite, kid) not in self._keys:
            raise UnknownKey
        if len(cipher) < start + NONCE:
            raise Tampered
        return _Sealed(suite, kid, cipher[start : start + NONCE], cipher[start + NONCE :])


def self_test() -> None:
    """Readiness: this machine's library gives the published answers, or the service does not become ready."""
    for answer in KNOWN_ANSWERS:
        suite = answer.suite
        key, nonce, plain, bound, body = map(bytes.fromhex, answer[1:])
        if seal(suite, key, nonce, plain, bound) != body or unseal(suite, key, nonce, body, bound) != plain:
            raise SelfTestFailed(suite.name)
    # RFC 4231, case 2, and RFC 5869, case 3
    if hmac.digest(b"Jefe", b"what do ya want for nothing?", hashlib.sha256).hex() != (
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    ):
        raise SelfTestFailed("HMAC-SHA256")
    if _derived(b"\x0b" * 22, b"", 32).hex() != "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d":
        raise SelfTestFailed("HKDF-SHA256")


def mask_name(name: str) -> str:
    """张*: the first character; the length of the rest is not told."""
    return name.strip()[:1] + "*" if name.strip() else ""


def mask_phone(phone: str) -> str:
    """138****1234."""
    return _masked(compact(phone), head=3, tail=4)


def mask_id_number(number: str) -> str:
    """4401**********1234."""
    return _masked(compact(number), head=4, tail=4)


def _masked(text: str, *, head: int, tail: int) -> str:
    # Short numbers (permits, passports, fixed lines) show less rather than hide too little.
    if len(text) < head + tail + _LEAST_HIDDEN:
        head, tail = (1, 2) if len(text) >= 1 + 2 + _LEAST_HIDDEN else (0, 0)
    return text[:head] + "*" * (len(text) - head - tail) + text[len(text) - tail :]


def _cell(table: str, column: str, row_id: UUID | str, suite: Suite, kid: str) -> bytes:
    return f"{table}|{column}|{row_id}|{suite}|{kid}".encode()


def _derived(master: bytes, info: bytes, size: int) -> bytes:
    """A key for one purpose."""
    return HKDF(SHA256(), length=size, salt=None, info=info).derive(master)


def _data_keys(text: str) -> dict[str, bytes]:
    """`kid:key[,kid:key…]` in order; messages never repeat a key."""
    pairs = [pair.strip().partition(":") for pair in text.split(",")]
    keys = {kid: _key(key) for kid, _, key in pairs if re.fullmatch(r"[A-Za-z0-9._-]{1,32}", kid)}
    if len(keys) != len(pairs):
        raise BadKeys("a key id is missing, repeated or badly written")
    return keys


def _key(text: str) -> bytes:
    try:
        key = base64.b64decode(text.strip() + "=" * (-len(text.strip()) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        raise BadKeys(f"a key must be {_KEY} bytes in base64url") from None
    if len(key) != _KEY:
        raise BadKeys(f"a key must be {_KEY} bytes in base64url")
    return key


async def vault_of(request: Request) -> Vault:
    """Dependency: the keys of the service that answers."""
    vault: Vault = request.app.state.vault
    return vault


Keys = Annotated[Vault, Depends(vault_of)]
