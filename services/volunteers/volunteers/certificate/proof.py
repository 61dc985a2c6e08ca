"""What a certificate says, signed, and the file with which anybody checks it against the ledger without us."""

from base64 import urlsafe_b64encode
from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from typing import Any

from pydantic import BaseModel

from volunteers.certificate.model import Certificate
from volunteers.seal.model import LedgerPage
from volunteers.seal.reading import Proven, Sealed

CERTIFICATE_TYPE = "sanshe-certificate"


class Masked(BaseModel):
    """姓名与证件号码, as everybody may see them."""

    name: str
    id_number: str


def hours_text(minutes: int, step: int) -> str:
    """小时, rounded down to the step of the rule."""
    return f"{minutes // step * step / 60:.1f}"


def said(
    certificate: Certificate, holder: Masked, entries: Sequence[Sealed], page: LedgerPage, *, step: int, on: date
) -> dict[str, Any]:
    """What is signed, short enough for a code on paper; `set` binds it to its entries, `ledger` to all before them."""
    minutes = certificate.minutes or 0
    return {
        "no": certificate.number,
        "name": holder.name,
        "id": holder.id_number,
        "issuer": certificate.issuer_name,
        "from": certificate.from_on.isoformat(),
        "to": certificate.to_on.isoformat(),
        "minutes": minutes,
        "hours": hours_text(minutes, step),
        "entries": len(entries),
        "on": on.isoformat(),
        "page": page.number,
        "ledger": page.head.hex(),
        "set": sha256(b"".join(each.leaf for each in entries)).hexdigest(),
    }


def masked(certificate: Certificate) -> Masked:
    """As it was signed."""
    known = certificate.said or {}
    return Masked(name=known["name"], id_number=known["id"])


class ProofPage(BaseModel):
    """A page of the ledger: its number and what the ledger's key signed of it."""

    number: int
    signed: str


class ProofStep(BaseModel):
    """A neighbour on the way to the root."""

    left: bool
    hash: str


class ProofEntry(BaseModel):
    """An entry: `content` as it was sealed, base64url: id, from, to (µs since 2000), minutes, two digests."""

    n: int
    page: int
    title: str
    content: str
    path: list[ProofStep]


class ProofFile(BaseModel):
    """证明文件: with the public key known, all of it is checked by hashing and two kinds of signatures."""

    certificate: str
    pages: list[ProofPage]
    entries: list[ProofEntry]

    @classmethod
    def of(cls, certificate: Certificate, pages: Sequence[LedgerPage], proven: Sequence[Proven]) -> "ProofFile":
        """Everything that leads from the signed certificate to the signed pages."""
        return cls(
            certificate=certificate.proof or "",
            pages=[ProofPage(number=page.number, signed=page.signed) for page in pages],
            entries=[
                ProofEntry(
                    n=each.entry.n,
                    page=each.page,
                    title=each.entry.title,
                    content=encoded(each.entry.content),
                    path=[ProofStep(left=step.left, hash=encoded(step.hash)) for step in each.steps],
                )
                for each in proven
            ],
        )


def encoded(plain: bytes) -> str:
    """Base64url without padding."""
    return urlsafe_b64encode(plain).decode().rstrip("=")
