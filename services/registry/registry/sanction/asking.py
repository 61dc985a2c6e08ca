"""Asking for a standing within the registry: of any organisation, wherever it lies."""

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.database import beyond_scope
from chassis.problems import NotFound
from registry.organisation.model import Organisation
from registry.organisation.past import past_of
from registry.sanction.dated import BiddingRule
from registry.sanction.model import Sanction
from registry.sanction.standing import Found, standing_on


async def found_on(tx: AsyncSession, organisation: Organisation, on: date) -> Found:
    """What its dated rows say of a day."""
    sanctions = await tx.scalars(select(Sanction).where(Sanction.organisation_id == organisation.id))
    past = await past_of(tx, organisation.id)
    return standing_on(organisation, sanctions, BiddingRule.on(on), on, past)


async def found_anywhere(tx: AsyncSession, organisation_id: UUID, on: date) -> Found:
    """Of a body that may lie beyond the caller's area, such as one of the whole city that works in a community."""
    async with beyond_scope(tx):
        organisation = await tx.get(Organisation, organisation_id)
        if organisation is None:
            raise NotFound(pointer="/organisation_id")
        return await found_on(tx, organisation, on)
