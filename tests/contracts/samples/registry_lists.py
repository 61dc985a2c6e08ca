"""名册: a list that waits for its confirmation, and one that was taken away."""

from uuid import UUID

from chassis.jobs import carry_out
from chassis.principal import Role
from chassis.testing import EAST
from services.registry.tests.bulk.lists import FILED, WORKER, lay, workbook
from services.registry.tests.make import id_number
from tests.contracts.world import World, accepted


async def lists(world: World) -> None:
    """Lists at each of their stages."""
    officer, second = world.callers.as_(Role.TOWN_OFFICER, EAST), world.callers.as_(Role.TOWN_OFFICER, EAST)
    bodies, people = workbook({**FILED, "组织名称": "名册互助社"}), workbook({**WORKER, "证件号码": id_number(77)})
    checked = await lay(world.app, officer, "organisations", bodies)
    faulty = await lay(world.app, officer, "organisations", workbook({**FILED, "组织名称": ""}))
    taken = await accepted(officer, "POST", "/exports/organisations", {"state": "filed"})
    await carry_out(world.app.state, UUID(taken["id"]))
    for kind, content in (("organisations", bodies), ("social-workers", people)):
        world.accepts(f"GET /imports/{kind}/template", officer)
        world.accepts(f"POST /imports/{kind}", officer, content, query={"name": "名册.xlsx"})
        world.accepts(f"POST /exports/{kind}", officer, {"area_id": str(EAST.id)})
    world.accepts("GET /jobs", officer, query={"kind": "import:organisations"})
    world.accepts("GET /jobs/{id}", officer, seen=checked)
    world.accepts("GET /jobs/{id}/result", officer, id=taken["id"])
    world.accepts("GET /jobs/{id}/faults", officer, id=faulty["id"])
    world.accepts("POST /jobs/{id}/confirmation", second, {"skip_wrong": False}, seen=checked)
    world.accepts("POST /jobs/{id}/cancellation", officer, seen=checked)
