"""One purchase from the need to the payment of which every step is contested."""

from services.projects.tests.contested_buying import announced, approved, awarded, bid, met, needed
from services.projects.tests.contested_delivery import accepted, contracted, paid
from services.projects.tests.racing import Races


async def run(races: Races) -> None:
    """The whole path, once."""
    await needed(races)
    purchase = await announced(races, await approved(races))
    await bid(races, purchase)
    await met(races)
    contract = await contracted(races, await awarded(races, purchase))
    await paid(races, await accepted(races, contract))
