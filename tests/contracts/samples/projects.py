"""项目: needs, projects and activities at each of their stages, and who took part."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import select

from chassis.clock import wall
from chassis.principal import Role
from chassis.testing import EAST, EAST_RC, Caller, everywhere
from procedures.attachment.model import Attachment
from procedures.attachment.rules import bind
from projects.facts import ATTACHMENTS
from projects.project.model import Project
from services.projects.tests.make import (
    HELD,
    PDF,
    PHONES,
    Town,
    activity,
    agreement,
    deliberation,
    filed,
    hear,
    met,
    need,
    plan,
    started,
    uploaded,
)
from tests.contracts.samples import spending
from tests.contracts.world import World, accepted

REASON = {"reason": "情况有变化"}


async def fill(world: World) -> None:
    """Takes some needs all the way, and leaves others at each stage."""
    town = await Town.of(world.app, world.callers)
    carrier = uuid4()
    await hear(world.app, filed(carrier, seq=103))
    await _needs(world, town)
    await _deliberations(world, town)
    await _projects(world, town, carrier)
    published = await town.published()
    await _activities(world, town, published)
    await _participation(world, town, published)
    await _open_to_all(world, published)
    await _attachments(world, town, published)
    await spending.fill(world, town)


async def _needs(world: World, town: Town) -> None:
    resident = world.callers.as_(Role.RESIDENT)
    contact = {"name": "演示甲", "phone": "13800138000"}
    told = need(description="楼道无扶手", contact=contact, heard_on="2026-11-01")
    raised = await accepted(resident, "POST", "/needs", told)
    pooled, other = await town.pooled(), await town.pooled()
    filter_ = {"state": "raised", "category": "elderly", "area_id": EAST.id, "without_project": "true"}
    world.accepts("GET /need-categories", world.callers.signed_out())
    world.accepts("GET /needs", town.town, query=filter_)
    world.accepts("POST /needs", town.community, {**told, "channel": "forum"})
    world.accepts("GET /needs/{id}", resident, seen=raised)
    world.accepts("GET /needs/{id}/chain", resident, seen=raised)
    source = {"channel": "home_visit", "heard_on": "2026-11-02", "persons": 3, "contact": contact}
    world.accepts("POST /needs/{id}/sources", town.community, source, seen=pooled)
    world.accepts("POST /needs/{id}/acceptance", town.town, seen=raised)
    world.accepts("POST /needs/{id}/refusal", town.town, REASON, seen=raised)
    world.accepts("POST /needs/{id}/merger", town.town, {"into_id": other["id"]}, seen=pooled)
    spoken = raised["sources"][0]["id"]
    world.accepts("POST /needs/{id}/sources/{source_id}/contact", town.town, REASON, seen=raised, source_id=spoken)
    world.accepts("GET /published/needs", world.callers.signed_out(), query={"category": "elderly"})


async def _deliberations(world: World, town: Town) -> None:
    drafted = await accepted(town.community, "POST", "/deliberations", deliberation())
    anyone, needed = world.callers.signed_out(), await town.pooled()
    notified, held, agreed = await town.notified(), await town.held(), await town.agreed()
    (item,) = agreed["items"]
    convener = _later(world, town.community, met(agreed))
    design = deliberation(needed["id"], description="三单元七户同意")
    world.accepts("GET /deliberation-rule", anyone)
    world.accepts("GET /deliberations", town.town, query={"state": "draft", "area_id": EAST.id})
    world.accepts("POST /deliberations", town.community, design)
    world.accepts("GET /deliberations/{id}", town.town, seen=held)
    world.accepts("PUT /deliberations/{id}/revision", town.community, design, seen=notified)
    world.accepts("POST /deliberations/{id}/notification", town.community, seen=drafted)
    world.accepts("POST /deliberations/{id}/holding", convener, {**HELD, "attachment_ids": []}, seen=notified)
    world.accepts("POST /deliberations/{id}/conclusion", convener, agreement(held), seen=held)
    world.accepts("GET /deliberation-items", town.town, query={"status": "open", "area_id": EAST.id})
    world.accepts("GET /deliberation-items/{id}", town.community, seen=item)
    told = {"status": "done", "feedback": "方案已公示,无人反对"}
    world.accepts("POST /deliberation-items/{id}/feedback", town.community, told, seen=item)
    world.accepts("GET /published/deliberations", anyone, query={"outcome": "agreed", "area_id": EAST.id})
    world.accepts("GET /published/deliberations/{id}", anyone, seen=agreed)


async def _projects(world: World, town: Town, carrier: UUID) -> None:
    needed = await town.pooled()
    design = plan(needed["id"], organisation_id=str(carrier))
    drafted = await accepted(town.community, "POST", "/projects", plan(needed["id"]))
    submitted = await town.submitted()
    filter_ = {"state": "draft", "need_id": needed["id"], "area_id": EAST.id}
    world.accepts("GET /projects", town.town, query=filter_)
    world.accepts("POST /projects", town.community, design)
    world.accepts("GET /projects/{id}", town.town, seen=submitted)
    world.accepts("PUT /projects/{id}/revision", town.community, design, seen=drafted)
    world.accepts("POST /projects/{id}/submission", town.community, seen=drafted)
    world.accepts("POST /projects/{id}/approval", town.town, seen=submitted)
    world.accepts("POST /projects/{id}/return", town.town, REASON, seen=submitted)
    closable = await _held(world, town)
    outcome = {"outcome": "完成探访", "met_need_ids": closable["need_ids"]}
    world.accepts("POST /projects/{id}/closing", town.community, outcome, seen=closable)


async def _held(world: World, town: Town) -> Any:
    """A project whose one activity has been held."""
    project = await town.approved()
    published = await town.published(project)
    lead = _later(world, town.worker, started(published))
    await accepted(lead, "POST", f"/activities/{published['id']}/completion", seen=published)
    return await accepted(town.town, "GET", f"/projects/{project['id']}")


async def _activities(world: World, town: Town, published: dict[str, Any]) -> None:
    project, planned = await town.approved(), await town.planned()
    started_ = _later(world, town.worker, started(published))
    filter_ = {"state": "planned", "project_id": planned["project_id"], "area_id": EAST.id}
    world.accepts("GET /activities", town.worker, query=filter_)
    world.accepts(
        "POST /projects/{id}/activities", town.worker, activity(town.lead, area_id=str(EAST_RC.id)), seen=project
    )
    world.accepts("GET /activities/{id}", town.worker, seen=planned)
    world.accepts("PATCH /activities/{id}", town.worker, activity(town.lead), seen=planned)
    world.accepts("POST /activities/{id}/publication", town.worker, seen=planned)
    world.accepts("POST /activities/{id}/completion", started_, seen=published)
    world.accepts("POST /activities/{id}/cancellation", town.worker, REASON, seen=published)


async def _participation(world: World, town: Town, published: dict[str, Any]) -> None:
    lead = _later(world, town.worker, started(published))
    resident = _later(world, world.callers.as_(Role.RESIDENT), started(published))
    code = await accepted(lead, "GET", f"/activities/{published['id']}/participation-code")
    await accepted(lead, "POST", f"/activities/{published['id']}/participations", {"phones": PHONES[:3]})
    phones = {"phones": ["+86 138-0013-8004", *PHONES[2:4]]}
    world.accepts("GET /activities/{id}/participation", lead, seen=published)
    world.accepts("GET /activities/{id}/participation-code", lead, seen=published)
    world.accepts("GET /activities/{id}/participations", lead, seen=published)
    world.accepts("POST /activities/{id}/participations", lead, phones, seen=published)
    world.accepts("POST /activities/{id}/participation", resident, {"code": code["code"]}, seen=published)
    world.accepts("GET /participations", resident)


async def _open_to_all(world: World, published: dict[str, Any]) -> None:
    anyone, day = world.callers.signed_out(), published["starts_at"][:10]
    world.accepts("GET /published/projects/{id}", anyone, id=published["project_id"])
    world.accepts("GET /published/activities", anyone, query={"from": day, "q": "探访", "area_id": EAST.id})
    world.accepts("GET /published/activities/{id}", anyone, seen=published)
    world.accepts("GET /published/activities/{id}/calendar.ics", anyone, seen=published)


def _later(world: World, by: Caller, moment: Any) -> Caller:
    """The same caller at another business time."""
    return Caller(by.app, by.token, by.account_id, world.at(moment + timedelta(minutes=1)))


async def _attachments(world: World, town: Town, published: dict[str, Any]) -> None:
    anyone = world.callers.signed_out()
    added = await uploaded(town.town)
    async with everywhere(world.app) as tx:
        by = await tx.get(Attachment, UUID(added["id"]))
        assert by is not None
        bind(by, ATTACHMENTS, to=(await tx.scalars(select(Project))).first(), href="/api/projects", at=wall())
        by.open_to_all = True
    world.accepts("POST /attachments", town.community, PDF, query={"name": "会议纪要.pdf"})
    world.accepts("GET /attachments", town.town, query={"subject_id": published["project_id"]})
    world.accepts("GET /attachments/{id}", town.town, seen=added)
    world.accepts("GET /attachments/{id}/content", town.town, seen=added)
    world.accepts("GET /published/attachments/{id}/content", anyone, seen=added)
