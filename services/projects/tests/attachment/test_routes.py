"""Attachments over HTTP: what is taken, who sees it before and after it belongs to a record, and when it is dropped."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from fastapi import FastAPI
from sqlalchemy import func, select

from chassis.access import Access
from chassis.clock import wall
from chassis.principal import Principal, Role
from chassis.testing import EAST, EAST_RC, EAST_RC_2, STONE, Caller, Callers, everywhere, told
from procedures.attachment import binding, storing
from procedures.attachment.model import Attachment, Blob
from projects.facts import ATTACHMENTS
from projects.permissions import ROLES
from projects.project.model import Project
from services.projects.tests.make import PDF, Town, uploaded


def access_of(caller: Caller, organisation_id: UUID | None = None) -> Access:
    principal = Principal.of({"kind": "staff", "sub": str(caller.account_id)})
    return Access(principal, ROLES, (), organisation_id, None)


async def bound(app: FastAPI, by: Caller, added: dict[str, Any], project: dict[str, Any]) -> None:
    """What a stage does with an upload."""
    async with everywhere(app) as tx:
        to = await tx.get_one(Project, UUID(project["id"]))
        ids = [UUID(added["id"])]
        await binding.attach(tx, ids, ATTACHMENTS, to=to, href="/api/x", by=access_of(by), at=wall())


async def content(by: Caller, added: dict[str, Any]) -> int:
    return (await by.get(f"/attachments/{added['id']}/content")).status_code


async def test_a_fresh_upload_is_its_accounts_alone(callers: Callers, town: Town) -> None:
    added = await uploaded(town.community, "C:\\\\桌面\\\\会议纪要.pdf")
    assert (added["state"], added["area_id"], added["name"]) == ("waiting", None, "会议纪要.pdf")
    assert (added["media_type"], added["size"]) == ("application/pdf", len(PDF))
    assert await content(town.community, added) == 200
    colleague = callers.as_(Role.COMMUNITY_OFFICER, EAST_RC)
    for other in (town.town, colleague, callers.as_(Role.BUREAU_OFFICER)):
        assert await content(other, added) == 404
        assert (await other.get("/attachments")).json()["items"] == []
    assert [each["id"] for each in (await town.community.get("/attachments")).json()["items"]] == [added["id"]]


async def test_an_organisation_shares_its_uploads(callers: Callers) -> None:
    mine = uuid4()
    manager, other = (callers.as_(Role.ORGANISATION_MANAGER, EAST, organisation_id=mine) for _ in "ab")
    added = await uploaded(manager)
    assert await content(other, added) == 200
    stranger = callers.as_(Role.ORGANISATION_MANAGER, EAST, organisation_id=uuid4())
    assert await content(stranger, added) == 404


async def test_it_leaves_to_be_saved_and_nothing_else(town: Town) -> None:
    added = await uploaded(town.community, "会议 纪要.pdf")
    answer = await town.community.get(f"/attachments/{added['id']}/content")
    assert answer.content == PDF
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"] == (
        "attachment; filename=\"attachment.pdf\"; filename*=UTF-8''%E4%BC%9A%E8%AE%AE%20%E7%BA%AA%E8%A6%81.pdf"
    )
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "private, no-store"
    assert "sandbox" in answer.headers["content-security-policy"]


async def test_refusals_have_names(callers: Callers, town: Town) -> None:
    async def refused(by: Caller, body: bytes, name: str = "a.pdf") -> tuple[int, str]:
        answer = await by.post("/attachments", content=body, params={"name": name})
        return answer.status_code, answer.json()["type"]

    assert await refused(town.community, b"") == (422, "attachment-empty")
    assert await refused(town.community, b"<html>") == (422, "attachment-kind-refused")
    assert await refused(town.community, PDF, "a.docx") == (422, "attachment-kind-refused")
    assert await refused(town.community, PDF + bytes(20_971_520)) == (413, "attachment-too-large")
    assert await refused(callers.signed_out(), PDF) == (401, "sign-in-needed")
    assert await refused(callers.as_(Role.LEADER), PDF) == (403, "forbidden")


async def test_how_many_may_wait_is_limited(app: FastAPI, town: Town) -> None:
    added = await uploaded(town.community)
    async with everywhere(app) as tx:
        first = await tx.get_one(Attachment, UUID(added["id"]))
        same = {name: getattr(first, name) for name in ("area_id", "scope_key", "account_id", "sha256", "uploaded_at")}
        tx.add_all([Attachment(name="a.pdf", open_to_all=False, **same) for _ in range(199)])
    answer = await town.community.post("/attachments", content=PDF, params={"name": "a.pdf"})
    assert (answer.status_code, answer.json()["type"]) == (429, "too-many-attachments")


async def test_bound_it_is_seen_with_its_record_and_reading_it_is_told(
    app: FastAPI, callers: Callers, town: Town
) -> None:
    project, added = await town.approved(), await uploaded(town.community)
    await bound(app, town.community, added, project)
    (fact,) = await told(app, "projects.attachment.attached.v1")
    assert (fact.data["subject_kind"], fact.data["subject_id"]) == ("project", project["id"])
    assert fact.data["sha256"] == added["sha256"]
    assert "name" not in fact.data
    listed = (await town.town.get("/attachments", subject_id=project["id"])).json()["items"]
    assert [(each["state"], each["area_id"]) for each in listed] == [("bound", str(EAST_RC.id))]
    assert await content(town.town, added) == 200
    assert await content(callers.as_(Role.TOWN_OFFICER, STONE), added) == 404
    assert await content(callers.as_(Role.COMMUNITY_OFFICER, EAST_RC_2), added) == 404
    (read,) = await told(app, "projects.attachment.read.v1")
    assert (read.audience, read.actor, read.data["attachment_id"]) == ("audit", str(town.town.account_id), added["id"])


async def test_what_no_record_took_in_is_dropped_and_its_bytes_with_it(app: FastAPI, town: Town) -> None:
    project = await town.approved()
    kept, dropped = await uploaded(town.community), await uploaded(town.community)
    other = await uploaded(town.community, "b.pdf", PDF + b"\n")
    await bound(app, town.community, kept, project)
    await storing.forget(app.state.sessions, wall() + timedelta(hours=47))
    assert await content(town.community, other) == 200
    await storing.forget(app.state.sessions, wall() + timedelta(hours=49))
    assert [await content(town.community, each) for each in (kept, dropped, other)] == [200, 404, 404]
    async with everywhere(app) as tx:
        assert await tx.scalar(select(func.count()).select_from(Blob)) == 1
