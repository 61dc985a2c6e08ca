"""What anybody may know of the ledger: its pages with their heads, and the keys that sign them."""

import json
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from joserfc.jwk import OKPKey
from sqlalchemy import select

from chassis.access import Access, published
from chassis.paging import Asked, Page, page
from chassis.transaction import TransactionRoute, Tx
from volunteers.seal.model import LedgerPage
from volunteers.seal.schemas import PageView, PublicKey, PublicKeys

router = APIRouter(prefix="/published", tags=["账本 seal"], route_class=TransactionRoute)

Anyone = Annotated[Access, Depends(published)]


@router.get("/ledger-pages")
async def pages(tx: Tx, _by: Anyone, asked: Asked, day: date | None = None) -> Page[PageView]:
    """The pages, newest first; the first of a day's is that day's root."""
    query = select(LedgerPage)
    if day is not None:
        query = query.where(LedgerPage.day == day)
    return await page(tx, query, [LedgerPage.number], asked, PageView.of)


@router.get("/keys")
async def keys(request: Request, _by: Anyone) -> PublicKeys:
    """The public halves of the keys with which this service signs pages and certificates."""
    known = json.loads(request.app.state.settings.service_keys.read_text())["keys"]
    own = [OKPKey.import_key(each) for each in known if each["kid"].startswith("volunteers-")]
    return PublicKeys(items=[PublicKey.of(each) for each in own])
