"""Makes what the projects service's tests start from."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from fastapi import FastAPI

from chassis import clock
from chassis.database import new_id
from chassis.follow import apply
from chassis.principal import Role
from chassis.testing import EAST, EAST_RC, TRACE, Caller, Callers, Place
from projects.projections import projections

PDF = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
PHONES = [f"138001380{n:02d}" for n in range(10)]


def event(kind: str, data: dict[str, Any], *, seq: int, place: Place = EAST) -> dict[str, Any]:
    """A fact as it is heard."""
    return {
        "id": str(uuid4()),
        "source": "/registry",
        "type": kind,
        "subject": "",
        "time": datetime.now(UTC).isoformat(),
        "sansheseq": seq,
        "sansheactor": "registry",
        "traceparent": TRACE,
        "sanshearea": str(place.id),
        "sanshescope": place.scope_key,
        "data": data,
    }


async def hear(app: FastAPI, *events: dict[str, Any]) -> None:
    """The registry's facts reach the service."""
    await apply(app.state.sessions, projections, "registry", events)


def filed(organisation_id: UUID, seq: int = 101) -> dict[str, Any]:
    """registry.organisation.filed."""
    data = {
        "organisation_id": str(organisation_id),
        "kind": "social_association",
        "path": "filed",
        "category": "public_service",
        "number": "备案〔2026〕1号",
        "valid_from": "2020-01-01",
    }
    return event("registry.organisation.filed.v1", data, seq=seq)


def registered(social_worker_id: UUID, person_id: UUID, seq: int = 102, **changes: Any) -> dict[str, Any]:
    """registry.social_worker.registered."""
    data = {
        "social_worker_id": str(social_worker_id),
        "person_id": str(person_id),
        "level": "assistant",
        "valid_from": "2020-01-01",
        "valid_to": "2999-01-01",
        "employer_kind": "town_government",
        "organisation_id": None,
    } | changes
    return event("registry.social_worker.registered.v1", data, seq=seq)


def need(place: Place = EAST_RC, **changes: Any) -> dict[str, Any]:
    """需求."""
    said = {"area_id": str(place.id), "title": "独居老人缺少陪伴", "category": "elderly", "persons_affected": 12}
    return said | changes


def plan(*need_ids: str, **changes: Any) -> dict[str, Any]:
    """项目方案."""
    said = {
        "need_ids": list(need_ids),
        "title": "邻里相伴",
        "goals": ["每月探访 12 位独居老人"],
        "budget_fen": 5_000_000,
        "starts_on": "2026-01-01",
        "ends_on": "2027-12-31",
    }
    return said | changes


HELD = {"present": {"committee": 3, "non_local_residents": 5}, "minutes": "各方发言摘要", "dissent": "一户认为过早"}


def deliberation(*need_ids: str, place: Place = EAST_RC, **changes: Any) -> dict[str, Any]:
    """协商方案, meeting in four days."""
    said = {
        "area_id": str(place.id),
        "topic": "楼栋加装电梯",
        "category": "elderly" if need_ids else "major_matter",
        "need_ids": list(need_ids),
        "form": "council",
        "place": "社区议事厅",
        "meets_at": (datetime.now(UTC).replace(microsecond=0) + timedelta(days=4)).isoformat(),
        "invited": {"party_organisation": 1, "committee": 3, "local_residents": 6, "non_local_residents": 5},
    }
    return said | changes


def met(view: dict[str, Any]) -> datetime:
    """A moment after a deliberation's meeting began."""
    return datetime.fromisoformat(view["meets_at"]) + timedelta(hours=2)


def agreement(view: dict[str, Any]) -> dict[str, Any]:
    """协商意见, with one thing to be done."""
    due_on = (met(view) + timedelta(days=30)).date().isoformat()
    item = {"what": "联系施工单位并公示方案", "role": "community_officer", "due_on": due_on}
    return {"outcome": "agreed", "conclusion": "同意加装,费用按户分摊", "items": [item]}


def activity(lead: UUID, **changes: Any) -> dict[str, Any]:
    """活动计划, tomorrow."""
    starts_at = datetime.now(UTC).replace(microsecond=0) + timedelta(days=1)
    said = {
        "title": "重阳探访",
        "description": "上门陪聊,带上热汤",
        "starts_at": starts_at.isoformat(),
        "ends_at": (starts_at + timedelta(hours=2)).isoformat(),
        "place": {"name": "社区综合服务中心", "latitude": 23.04, "longitude": 113.75},
        "lead_social_worker_id": str(lead),
        "wanted": [{"role": "visitor", "name": "探访员", "count": 5, "minimum_age": 16}],
        "resident_places": 20,
    }
    return said | changes


def at(app: FastAPI, caller: Caller, moment: datetime) -> Caller:
    """The same caller at another business time."""
    key = app.state.settings.demo_clock_key.get_secret_value()
    return Caller(app, caller.token, caller.account_id, {"Sanshe-At": clock.signed(moment, key)})


@dataclass(slots=True)
class Town:
    """Everybody who works on the chain in one community, and the views of what they have made so far."""

    app: FastAPI
    callers: Callers
    community: Caller
    town: Caller
    bureau: Caller
    worker: Caller
    lead: UUID
    lead_person: UUID

    @classmethod
    async def of(cls, app: FastAPI, callers: Callers) -> "Town":
        """With a registered social worker."""
        lead, person = new_id(), uuid4()
        await hear(app, registered(lead, person))
        return cls(
            app=app,
            callers=callers,
            community=callers.as_(Role.COMMUNITY_OFFICER, EAST_RC),
            town=callers.as_(Role.TOWN_OFFICER, EAST),
            bureau=callers.as_(Role.BUREAU_OFFICER),
            worker=callers.as_(Role.SOCIAL_WORKER, EAST_RC),
            lead=lead,
            lead_person=person,
        )

    async def pooled(self, place: Place = EAST_RC, **changes: Any) -> dict[str, Any]:
        """A need in the pool."""
        body = need(place, channel="forum", **changes)
        raised = (await self.town.post("/needs", body)).json()
        accepted = await self.town.post(f"/needs/{raised['id']}/acceptance", seen=raised)
        assert accepted.status_code == 200, accepted.text
        return dict(accepted.json())

    async def submitted(self, **changes: Any) -> dict[str, Any]:
        """A submitted project of one need."""
        made = await self.community.post("/projects", plan((await self.pooled())["id"], **changes))
        assert made.status_code == 201, made.text
        sent = await self.community.post(f"/projects/{made.json()['id']}/submission", seen=made.json())
        assert sent.status_code == 200, sent.text
        return dict(sent.json())

    async def approved(self, **changes: Any) -> dict[str, Any]:
        """An approved project of one need."""
        sent = await self.submitted(**changes)
        approved = await self.town.post(f"/projects/{sent['id']}/approval", seen=sent)
        assert approved.status_code == 200, approved.text
        if approved.json()["state"] == "submitted":  # for such an amount the bureau decides after the town
            approved = await self.bureau.post(f"/projects/{sent['id']}/approval", seen=approved.json())
        return dict(approved.json())

    async def notified(self, *need_ids: str, **changes: Any) -> dict[str, Any]:
        """A deliberation of which those concerned have been told; it meets in some days."""
        made = await self.community.post("/deliberations", deliberation(*need_ids, **changes))
        assert made.status_code == 201, made.text
        sent = await self.community.post(f"/deliberations/{made.json()['id']}/notification", seen=made.json())
        assert sent.status_code == 200, sent.text
        return dict(sent.json())

    async def held(self, *need_ids: str, **changes: Any) -> dict[str, Any]:
        """A deliberation that has been held."""
        seen = await self.notified(*need_ids, **changes)
        convener = at(self.app, self.community, met(seen))
        held = await convener.post(f"/deliberations/{seen['id']}/holding", HELD, seen=seen)
        assert held.status_code == 200, held.text
        return dict(held.json())

    async def agreed(self, *need_ids: str, **changes: Any) -> dict[str, Any]:
        """A deliberation that agreed on one thing to be done by the community."""
        seen = await self.held(*need_ids, **changes)
        convener, body = at(self.app, self.community, met(seen)), agreement(seen)
        concluded = await convener.post(f"/deliberations/{seen['id']}/conclusion", body, seen=seen)
        assert concluded.status_code == 200, concluded.text
        return dict(concluded.json())

    async def planned(self, project: dict[str, Any] | None = None, **changes: Any) -> dict[str, Any]:
        """A planned activity."""
        project = project or await self.approved()
        made = await self.worker.post(f"/projects/{project['id']}/activities", activity(self.lead, **changes))
        assert made.status_code == 201, made.text
        return dict(made.json())

    async def published(self, project: dict[str, Any] | None = None, **changes: Any) -> dict[str, Any]:
        """A published activity."""
        made = await self.planned(project, **changes)
        published = await self.worker.post(f"/activities/{made['id']}/publication", seen=made)
        assert published.status_code == 200, published.text
        return dict(published.json())


async def uploaded(by: Caller, name: str = "会议纪要.pdf", content: bytes = PDF) -> dict[str, Any]:
    """An attachment that belongs to no record yet."""
    added = await by.post("/attachments", content=content, params={"name": name})
    assert added.status_code == 201, added.text
    return dict(added.json())


def started(view: dict[str, Any]) -> datetime:
    """A moment after an activity's start."""
    return datetime.fromisoformat(view["starts_at"]) + timedelta(minutes=10)
