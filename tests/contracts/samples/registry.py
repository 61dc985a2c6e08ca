"""登记: areas, a filing at each of its stages, and social workers."""

from typing import Any
from uuid import UUID

from chassis.principal import Role
from chassis.testing import CITY, EAST, EAST_RC, everywhere
from procedures.attachment.model import Attachment
from registry.area import load
from services.registry.tests.make import (
    PDF,
    application,
    certificate,
    declaration,
    documents,
    facility,
    id_number,
    material,
    numbered,
    post,
    sanction,
    uploaded,
)
from tests.contracts.samples.registry_lists import lists
from tests.contracts.world import World, accepted

CODE = "51441900MJ0000018B"


async def fill(world: World) -> None:
    """Registers everything that the samples speak of."""
    async with everywhere(world.app) as tx:
        await load.load(tx)
    await _areas(world)
    await _organisations(world)
    await _sanctions(world)
    await _registrations(world)
    await _attachments(world)
    await _changes(world)
    await _social_workers(world)
    await _facilities(world)
    await _posts(world)
    await lists(world)


async def _areas(world: World) -> None:
    anyone, officer = world.callers.signed_out(), world.callers.as_(Role.BUREAU_OFFICER, CITY)
    communities = (await accepted(anyone, "GET", "/areas?level=community"))["items"]
    village = next(each for each in communities if each["name"] is None)
    seen = await accepted(officer, "GET", f"/areas/{village['id']}")
    body = {"code": village["code"], "name": "东兴", "valid_from": "2026-06-01", "source": "演示文件"}
    world.accepts("GET /areas", anyone, query={"level": "township", "parent_id": load.area_id("441900")})
    world.accepts("GET /areas/{id}", anyone, seen=seen)
    world.accepts("POST /areas/{id}/change", officer, {**body, "organ_kind": "RC"}, seen=seen)


async def _organisations(world: World) -> None:
    clerk, town = world.callers.as_(Role.COMMUNITY_OFFICER, EAST_RC), world.callers.as_(Role.TOWN_OFFICER, EAST)
    drafted, *sent = [
        await accepted(clerk, "POST", "/organisations", declaration(name=f"东风第{n}互助社")) for n in range(4)
    ]
    submitted, filed, returned = [
        await accepted(clerk, "POST", f"/organisations/{each['id']}/submission", seen=each) for each in sent
    ]
    reason, number = {"reason": "请补正材料"}, {"number": "备案〔2026〕2号"}
    filed = await accepted(
        town, "POST", f"/organisations/{filed['id']}/filing", {"number": "备案〔2026〕1号"}, seen=filed
    )
    returned = await accepted(town, "POST", f"/organisations/{returned['id']}/return", reason, seen=returned)
    material = declaration()
    material["initiators"].append({"kind": "legal", "name": "演示公司", "uscc": CODE})
    filter_ = {"state": "filed", "category": "charity_mutual_aid", "area_id": EAST.id, "name": "东风", "count": "true"}
    world.accepts("GET /organisations", town, query=filter_)
    world.accepts("POST /organisations", clerk, material)
    world.accepts("GET /organisations/{id}", town, seen=filed)
    revision = {name: value for name, value in material.items() if name != "area_id"}
    world.accepts("PUT /organisations/{id}/revision", clerk, revision, seen=returned)
    world.accepts("POST /organisations/{id}/submission", clerk, seen=drafted)
    world.accepts("POST /organisations/{id}/return", town, reason, seen=submitted)
    world.accepts("POST /organisations/{id}/filing", town, number, seen=submitted)
    world.accepts("POST /organisations/{id}/deregistration", town, reason, seen=filed)


async def _filed(world: World, name: str, number: str) -> dict[str, Any]:
    clerk, town = world.callers.as_(Role.COMMUNITY_OFFICER, EAST_RC), world.callers.as_(Role.TOWN_OFFICER, EAST)
    seen = await accepted(clerk, "POST", "/organisations", declaration(name=name))
    seen = await accepted(clerk, "POST", f"/organisations/{seen['id']}/submission", seen=seen)
    return await accepted(town, "POST", f"/organisations/{seen['id']}/filing", {"number": number}, seen=seen)


async def _sanctions(world: World) -> None:
    town, other = (world.callers.as_(Role.TOWN_OFFICER, EAST) for _ in range(2))
    town.headers.update(world.at("2026-11-02T09:00:00+08:00"))
    body = await _filed(world, "东风第五互助社", "备案〔2026〕5号")
    made = await accepted(town, "POST", "/sanctions", sanction(body["id"]))
    world.accepts("GET /organisations/{id}/standing", other, seen=body, query={"on": "2027-03-01"})
    world.accepts("GET /sanction-grounds", other)
    filter_ = {"organisation_id": body["id"], "measure": "bar", "area_id": EAST.id}
    world.accepts("GET /sanctions", other, query=filter_)
    world.accepts("POST /sanctions", town, sanction(body["id"]))
    world.accepts("GET /sanctions/{id}", other, seen=made)
    world.accepts("POST /sanctions/{id}/lifting", other, {"reason": "复核后改判合格"}, seen=made)
    revocation = {"ground": "obtained-by-fraud", "document": "东城撤〔2026〕1号"}
    world.accepts("POST /organisations/{id}/revocation", town, revocation, seen=body)


async def _applied(world: World, *, accept: bool = True, **changes: Any) -> dict[str, Any]:
    clerk, bureau = world.callers.as_(Role.COMMUNITY_OFFICER, EAST_RC), world.callers.as_(Role.BUREAU_OFFICER, CITY)
    seen = await accepted(clerk, "POST", "/registrations", material(area_id=str(EAST_RC.id), **changes))
    if not accept:
        return seen
    return await accepted(bureau, "POST", f"/registrations/{seen['id']}/acceptance", seen=seen)


async def _registrations(world: World) -> None:
    clerk, bureau = world.callers.as_(Role.COMMUNITY_OFFICER, EAST_RC), world.callers.as_(Role.BUREAU_OFFICER, CITY)
    reason, filed = {"reason": "请补正材料"}, await _filed(world, "东风第六互助社", "备案〔2026〕6号")
    sent, waiting = [await _applied(world, accept=False, name=f"东风第{n}协会") for n in (1, 2)]
    judged = await _applied(world, name="东风第三协会")
    returned = await _applied(world, accept=False, name="东风第四协会")
    returned = await accepted(bureau, "POST", f"/registrations/{returned['id']}/return", reason, seen=returned)
    filter_ = {"state": "submitted", "area_id": EAST.id, "organisation_id": sent["organisation_id"]}
    world.accepts("GET /uscc-findings", clerk, query={"uscc": CODE, "kind": "foundation"})
    world.accepts("GET /registration-conditions", clerk)
    world.accepts("GET /registrations", bureau, query=filter_)
    world.accepts("POST /registrations", clerk, material(organisation_id=filed["id"]))
    world.accepts("GET /registrations/{id}", bureau, seen=judged)
    world.accepts("POST /registrations/{id}/acceptance", bureau, seen=sent)
    world.accepts("POST /registrations/{id}/return", bureau, reason, seen=waiting)
    world.accepts("POST /registrations/{id}/correction", clerk, material(), seen=returned)
    world.accepts("POST /registrations/{id}/grant", bureau, certificate(1), seen=judged)
    refused = await _applied(world, name="东风第五协会")
    world.accepts("POST /registrations/{id}/refusal", bureau, reason, seen=refused)


async def _attachments(world: World) -> None:
    clerk, anyone = world.callers.as_(Role.COMMUNITY_OFFICER, EAST_RC), world.callers.signed_out()
    added = await uploaded(clerk)
    given = documents(章程草案=[added["id"]])
    body = material(area_id=str(EAST_RC.id), name="东风第七协会", documents=given)
    made = await accepted(clerk, "POST", "/registrations", body)
    async with everywhere(world.app) as tx:
        (await tx.get_one(Attachment, UUID(added["id"]))).open_to_all = True
    world.accepts("POST /attachments", clerk, PDF, query={"name": "章程草案.pdf"})
    world.accepts("GET /attachments", clerk, query={"subject_id": made["id"]})
    world.accepts("GET /attachments/{id}", clerk, seen=added)
    world.accepts("GET /attachments/{id}/content", clerk, seen=added)
    world.accepts("GET /published/attachments/{id}/content", anyone, seen=added)


async def _changes(world: World) -> None:
    then, bureau = (world.callers.as_(Role.BUREAU_OFFICER, CITY) for _ in range(2))
    judged = await _applied(world, name="东风第六协会")
    given = certificate(2, uscc=numbered(2))
    await accepted(bureau, "POST", f"/registrations/{judged['id']}/grant", given, seen=judged)
    body = await accepted(bureau, "GET", f"/organisations/{judged['organisation_id']}")
    then.headers.update(world.at("2027-05-04T09:00:00+08:00"))
    who = material()["representative"]
    change = {"document": "东民变〔2027〕1号", "name": "东风街坊协会", "venue": "东风街1号", "representative": who}
    change |= {"business_scope": "邻里互助", "certificate_number": "东民社证字第0099号"}
    world.accepts("GET /organisations/{id}/history", bureau, seen=body)
    change["certificate_valid_to"] = "2031-01-01"
    world.accepts("POST /organisations/{id}/change", then, change, seen=body)
    ending = {"reason": "完成宗旨", "liquidation": "剩余财产已捐赠", "liquidated_on": "2026-11-01"}
    world.accepts("POST /organisations/{id}/cancellation", then, ending, seen=body)


async def _social_workers(world: World) -> None:
    then, later = (world.callers.as_(Role.TOWN_OFFICER, EAST) for _ in range(2))
    then.headers.update(world.at("2021-01-04T09:00:00+08:00"))
    later.headers.update(world.at("2023-12-01T09:00:00+08:00"))
    made = await accepted(then, "POST", "/social-workers", application())
    another = application(id_number=id_number(8), certificate_number="DEMO-000002")
    filter_ = {"state": "registered", "level": "assistant", "area_id": EAST.id}
    world.accepts("GET /social-workers", later, query=filter_)
    world.accepts("POST /social-workers", later, another)
    world.accepts("POST /social-workers/names", later, {"ids": [made["id"]]})
    world.accepts("GET /social-workers/{id}", later, seen=made)
    world.accepts("POST /social-workers/{id}/renewal", later, {"hours": 90}, seen=made)


async def _facilities(world: World) -> None:
    town = world.callers.as_(Role.TOWN_OFFICER, EAST)
    body = await _filed(world, "东风第七互助社", "备案〔2026〕7号")
    made, empty = [await accepted(town, "POST", "/facilities", facility(name=f"东风第{n}中心")) for n in (1, 2)]
    moved_in = {
        "facility_id": made["id"],
        "organisation_id": body["id"],
        "agreement": "进驻协议1号",
        "until": "2099-01-01",
    }
    stationing = await accepted(town, "POST", "/stationings", moved_in)
    world.accepts("GET /facility-coverage", town, query={"area_id": EAST.id})
    world.accepts("GET /facilities", town, query={"state": "open", "kind": "service_centre", "area_id": EAST.id})
    world.accepts("POST /facilities", town, facility())
    world.accepts("GET /facilities/{id}", town, seen=made)
    revision = {name: value for name, value in facility().items() if name != "area_id"}
    world.accepts("PUT /facilities/{id}/revision", town, revision, seen=made)
    world.accepts("POST /facilities/{id}/closing", town, {"reason": "搬迁"}, seen=empty)
    filter_ = {"state": "running", "facility_id": made["id"], "organisation_id": body["id"], "area_id": EAST.id}
    world.accepts("GET /stationings", town, query=filter_)
    world.accepts("POST /stationings", town, moved_in | {"facility_id": empty["id"]})
    world.accepts("GET /stationings/{id}", town, seen=stationing)
    world.accepts("POST /stationings/{id}/ending", town, {"reason": "协议解除"}, seen=stationing)


async def _posts(world: World) -> None:
    town = world.callers.as_(Role.TOWN_OFFICER, EAST)
    worker, other = [
        await accepted(
            town, "POST", "/social-workers", application(id_number=id_number(n), certificate_number=f"DEMO-0000{n}")
        )
        for n in (11, 12)
    ]
    vacant, held = [await accepted(town, "POST", "/posts", post(number=f"东城岗-00{n}")) for n in (1, 2)]
    who = {"social_worker_id": worker["id"]}
    held = await accepted(town, "POST", f"/posts/{held['id']}/filling", who, seen=held)
    filter_ = {"on": "2099-01-01", "state": "filled", "field": "elderly", "area_id": EAST.id}
    world.accepts("GET /posts", town, query=filter_)
    world.accepts("POST /posts", town, post(number="东城岗-003"))
    world.accepts("GET /posts/{id}", town, seen=held, query={"on": "2099-01-01"})
    world.accepts("POST /posts/{id}/filling", town, {"social_worker_id": other["id"]}, seen=vacant)
    world.accepts("POST /posts/{id}/vacation", town, {"reason": "调往其他社区"}, seen=held)
