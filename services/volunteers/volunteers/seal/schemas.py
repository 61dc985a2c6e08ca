"""How the ledger's pages and the keys that sign them look from outside: numbers and hashes, nobody's hours."""

from base64 import urlsafe_b64decode
from datetime import date, datetime
from hashlib import sha256
from typing import Self

from joserfc.jwk import OKPKey
from pydantic import BaseModel

from volunteers.seal.model import LedgerPage


class PageView(BaseModel):
    """账页: whoever keeps a copy of the heads sees whether one is ever made anew."""

    number: int
    first: int
    last: int
    day: date
    sealed_at: datetime
    root: str
    head: str
    signed: str

    @classmethod
    def of(cls, page: LedgerPage) -> Self:
        """Hashes in hexadecimal."""
        copied = {name: getattr(page, name) for name in cls.model_fields if name not in {"root", "head"}}
        return cls(**copied, root=page.root.hex(), head=page.head.hex())


class PublicKey(BaseModel):
    """签发公钥, with the fingerprint by which people compare it."""

    kid: str
    x: str
    fingerprint: str

    @classmethod
    def of(cls, key: OKPKey) -> Self:
        """Of the public half; the fingerprint is the key's SHA-256, the first 16 bytes in groups of four digits."""
        known = {name: str(value) for name, value in key.as_dict(private=False).items()}
        digest = sha256(urlsafe_b64decode(known["x"] + "=")).hexdigest()[:32].upper()
        return cls(kid=known["kid"], x=known["x"], fingerprint=" ".join(digest[at : at + 4] for at in range(0, 32, 4)))


class PublicKeys(BaseModel):
    """签发公钥: today's and those of before."""

    items: list[PublicKey]
