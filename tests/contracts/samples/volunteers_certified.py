"""证明: certificates of sealed hours, at each of their stages, and what everybody may know of the ledger."""

from chassis.testing import EAST, EAST_RC, Caller
from services.volunteers.tests.certificate.office import LATER, SIGNED, Office
from services.volunteers.tests.make import during
from tests.contracts.world import World

REASON = {"reason": "与实际不符"}


async def certificates(world: World) -> None:
    """One issued, one to be replaced, one asked for."""
    office = await Office(world.app, world.callers, world.at).open()
    issued, to_come = await office.issued(), await office.issued()
    asked = (await office.ask(area_id=str(EAST_RC.id))).json()
    officer, me = _later(world, office.committee), _later(world, office.me)
    here = office.period(area_id=str(EAST_RC.id))
    world.accepts("GET /certificates", officer, query={"area_id": EAST.id, "state": "issued"})
    world.accepts("GET /certificates/organisers", me, query={"volunteer_id": office.volunteer["id"]})
    world.accepts("GET /certificates/{id}", me, seen=issued)
    world.accepts("GET /certificates/{id}/document.pdf", me, seen=issued)
    world.accepts("GET /certificates/{id}/proof.json", me, seen=issued)
    world.accepts("GET /published/certificates/{number}", world.callers.signed_out(), number=issued["number"])
    world.accepts("POST /certificates/issuance", officer, {**here, **SIGNED, "volunteer_id": office.volunteer["id"]})
    world.accepts("POST /certificates/{id}/issuance", officer, SIGNED, seen=asked)
    world.accepts("POST /certificates/{id}/refusal", officer, REASON, seen=asked)
    world.accepts("POST /certificates/{id}/revocation", officer, REASON, seen=issued)
    world.accepts("POST /certificates/{id}/replacement", officer, {**REASON, **SIGNED}, seen=to_come)
    other = await Office(world.app, world.callers, world.at).open()
    world.accepts("POST /certificates", _later(world, other.me), here)
    world.accepts("GET /published/ledger-pages", world.callers.signed_out())
    world.accepts("GET /published/keys", world.callers.signed_out())


def _later(world: World, by: Caller) -> Caller:
    """The same caller, days after the activity."""
    return Caller(by.app, by.token, by.account_id, world.at(during(LATER)))
