"""What is taken away of a certificate: the paper for its holder and its issuer, the proof file, the public check."""

import asyncio
from datetime import date
from typing import Annotated, Self

from fastapi import APIRouter, Depends, Request, Response
from pydantic import BaseModel
from sqlalchemy import func, select

from chassis import clock
from chassis.access import Access, allow, published
from chassis.database import beyond_scope
from chassis.problems import NotFound, Problem, problems
from chassis.records import existing
from chassis.transaction import TransactionRoute, Tx
from chassis.vault import Keys
from volunteers.certificate import printing
from volunteers.certificate.issuing import Printed
from volunteers.certificate.model import Certificate, State
from volunteers.certificate.proof import ProofFile, masked
from volunteers.certificate.rules import NotIssued, is_organiser
from volunteers.hours.model import Hours
from volunteers.hours.model import State as HoursState
from volunteers.permissions import Permission
from volunteers.seal import content, reading

router = APIRouter(tags=["证明 certificate"], route_class=TransactionRoute)

Reader = Annotated[Access, Depends(allow(Permission.CERTIFICATE_READ))]
Anyone = Annotated[Access, Depends(published)]
Shown = Annotated[Certificate, Depends(existing(Certificate, Permission.CERTIFICATE_READ))]


class PublishedCertificate(BaseModel):
    """公开核验: what everybody who holds the number may know."""

    number: str
    state: State
    issuer_name: str
    name: str
    id_number: str
    from_on: date
    to_on: date
    hours: str
    minutes: int
    issued_on: date
    ended_on: date | None
    countered_minutes: int

    @classmethod
    def of(cls, certificate: Certificate, *, countered: int) -> Self:
        """Masked; of its entries only what was taken back since."""
        holder, known = masked(certificate), certificate.said or {}
        ended = certificate.decided_at if not certificate.stands else None
        return cls(
            number=known["no"],
            state=certificate.state,
            issuer_name=known["issuer"],
            name=holder.name,
            id_number=holder.id_number,
            from_on=certificate.from_on,
            to_on=certificate.to_on,
            hours=known["hours"],
            minutes=known["minutes"],
            issued_on=known["on"],
            ended_on=clock.day(ended) if ended else None,
            countered_minutes=countered,
        )


class PaperNotYours(Problem):
    """证明文书只供本人和出具单位下载。"""

    status = 403


@router.get(
    "/certificates/{id}/document.pdf",
    response_class=Response,
    responses={
        200: {"content": {"application/pdf": {}}},
        **problems(NotFound, NotIssued, PaperNotYours, reading.LedgerBroken),
    },
)
async def document(certificate: Shown, request: Request, tx: Tx, by: Reader, keys: Keys) -> Response:
    """The paper, with the full name: for the volunteer and for whoever issued it."""
    if by.account_id != certificate.account_id and not is_organiser(by, certificate.organiser):
        raise PaperNotYours
    proof = await _proof(certificate, tx, keys)
    printed = Printed.opened(certificate, keys)
    query = select(Hours).where(Hours.id.in_(certificate.hours_ids)).order_by(Hours.starts_at)
    async with beyond_scope(tx):
        entries = (await tx.scalars(query)).all()
    site = request.app.state.settings.public_url.rstrip("/")
    made = await asyncio.to_thread(printing.pdf, certificate, printed, entries, proof, site=site)
    name = f'attachment; filename="{certificate.number}.pdf"'
    return Response(made, media_type="application/pdf", headers={"Content-Disposition": name})


@router.get("/certificates/{id}/proof.json", responses=problems(NotFound, NotIssued, reading.LedgerBroken))
async def proof(certificate: Shown, tx: Tx, _by: Reader, keys: Keys) -> ProofFile:
    """证明文件: what is needed to check the certificate against the ledger without us."""
    return await _proof(certificate, tx, keys)


async def _proof(certificate: Certificate, tx: Tx, keys: Keys) -> ProofFile:
    if certificate.proof is None:
        raise NotIssued(state=certificate.state)
    entries = await reading.sealed(tx, certificate.hours_ids, keys.index_key(content.KEY))
    return ProofFile.of(certificate, *await reading.proven(tx, entries))


@router.get("/published/certificates/{number}", responses=problems(NotFound))
async def check(number: str, tx: Tx, _by: Anyone) -> PublishedCertificate:
    """公开核验: masked, with whether it still holds."""
    certificate = await tx.scalar(select(Certificate).where(Certificate.number == number))
    if certificate is None:
        raise NotFound
    gone = select(func.coalesce(func.sum(Hours.minutes), 0)).where(
        Hours.id.in_(certificate.hours_ids), Hours.state == HoursState.COUNTERED
    )
    return PublishedCertificate.of(certificate, countered=int(await tx.scalar(gone) or 0))
