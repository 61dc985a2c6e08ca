"""Registering over HTTP: anew, by promotion, with codes and certificates that nobody else has."""

from typing import Any

from fastapi import FastAPI

from chassis.principal import Role
from chassis.testing import CITY, EAST, EAST_RC, STONE, Callers, told
from services.registry.tests.make import (
    PDF,
    application,
    certificate,
    declaration,
    documents,
    id_number,
    material,
    numbered,
    sanction,
    uploaded,
)


async def applied(callers: Callers, **changes: Any) -> dict[str, Any]:
    clerk = callers.as_(Role.COMMUNITY_OFFICER, EAST_RC)
    place = {} if "organisation_id" in changes else {"area_id": str(EAST_RC.id)}
    answer = await clerk.post("/registrations", material(**place, **changes))
    assert answer.status_code == 201, answer.text
    return answer.json()


async def accepted(callers: Callers, **changes: Any) -> dict[str, Any]:
    view = await applied(callers, **changes)
    bureau = callers.as_(Role.BUREAU_OFFICER, CITY)
    answer = await bureau.post(f"/registrations/{view['id']}/acceptance", seen=view)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def granted(callers: Callers, serial: int = 1, **changes: Any) -> dict[str, Any]:
    view = await accepted(callers, **changes)
    bureau = callers.as_(Role.BUREAU_OFFICER, CITY)
    answer = await bureau.post(f"/registrations/{view['id']}/grant", certificate(serial), seen=view)
    assert answer.status_code == 200, answer.text
    return (await bureau.get(f"/organisations/{view['organisation_id']}")).json()


async def filed(callers: Callers) -> dict[str, Any]:
    clerk, officer = callers.as_(Role.COMMUNITY_OFFICER, EAST_RC), callers.as_(Role.TOWN_OFFICER, EAST)
    view = (await clerk.post("/organisations", declaration())).json()
    view = (await clerk.post(f"/organisations/{view['id']}/submission", seen=view)).json()
    answer = await officer.post(f"/organisations/{view['id']}/filing", {"number": "东城备1号"}, seen=view)
    return answer.json()


async def test_registers_a_new_body(app: FastAPI, callers: Callers) -> None:
    body = await granted(callers)
    assert (body["state"], body["path"], body["uscc"]) == ("registered", "registered", numbered(1))
    assert (body["authority_code"], body["representative"], body["number"]) == ("441900", "演*", None)
    kinds = [fact.type.removeprefix("registry.").removesuffix(".v1") for fact in await told(app)]
    assert kinds == [
        "registration.applied",
        "task.opened",
        "registration.accepted",
        "task.closed",
        "task.opened",
        "organisation.registered",
        "task.closed",
    ]
    assert all("演示" not in str(fact.data) for fact in await told(app))
    standing = (await callers.as_(Role.LEADER, CITY).get(f"/organisations/{body['id']}/standing")).json()
    assert (standing["standing"], standing["may_bid"], standing["uscc"]) == ("good", True, body["uscc"])


async def test_the_certificate_has_to_hold_on_the_day(callers: Callers) -> None:
    body = await granted(callers)
    leader, ends = callers.as_(Role.LEADER, CITY), body["certificate_valid_to"]
    late = (await leader.get(f"/organisations/{body['id']}/standing", on=ends)).json()
    assert (late["standing"], late["may_bid"]) == ("good", False)
    assert [each["code"] for each in late["reasons"]] == ["certificate_expired"]


async def test_a_registered_body_is_suspended_and_revoked_by_the_authority_alone(callers: Callers) -> None:
    body = await granted(callers)
    town, bureau = callers.as_(Role.TOWN_OFFICER, EAST), callers.as_(Role.BUREAU_OFFICER, CITY)
    today = (await town.get(f"/organisations/{body['id']}/standing")).json()["on"]
    suspended = sanction(body["id"], ground="report-missing", starts_on=today, ends_on=None)
    revoked = {"ground": "obtained-by-fraud", "document": "东民撤〔2026〕1号"}
    path = f"/organisations/{body['id']}"
    seen = (await town.get(path)).json()
    assert not {"change", "revocation"} & {each["name"] for each in seen["actions"]}
    assert (await town.post("/sanctions", suspended)).json()["type"] == "forbidden"
    assert (await town.post(f"{path}/revocation", revoked, seen=seen)).json()["type"] == "forbidden"
    assert (await bureau.post("/sanctions", suspended)).status_code == 201
    answer = await bureau.post(f"{path}/revocation", revoked, seen=seen)
    assert answer.json()["state"] == "revoked", answer.text


async def test_a_promotion_is_one_organisation(app: FastAPI, callers: Callers, demo_time: Any) -> None:
    before = await filed(callers)
    view = await accepted(callers, organisation_id=before["id"])
    assert view["promotes"] is True
    bureau = callers.as_(Role.BUREAU_OFFICER, CITY)
    bureau.headers.update(demo_time("2027-03-01T09:00:00+08:00"))
    answer = await bureau.post(f"/registrations/{view['id']}/grant", certificate(), seen=view)
    assert answer.status_code == 200, answer.text
    body = (await bureau.get(f"/organisations/{before['id']}")).json()
    assert (body["path"], body["number"], body["filed_on"]) == ("registered", "东城备1号", before["filed_on"])
    assert (await bureau.get("/organisations", count="true")).json()["count"] == 1
    history = (await bureau.get(f"/organisations/{before['id']}/history")).json()
    assert [(each["path"], each["valid_from"], each["valid_to"]) for each in history["items"]] == [
        ("filed", before["filed_on"], "2027-03-01"),
        ("registered", "2027-03-01", None),
    ]
    assert history["filing_number"] == "东城备1号"
    (fact,) = await told(app, "registry.organisation.promoted.v1")
    assert fact.data["organisation_id"] == before["id"]
    earlier = (await bureau.get(f"/organisations/{before['id']}/standing", on="2027-02-28")).json()
    assert (earlier["path"], earlier["name"], earlier["uscc"]) == ("filed", before["name"], None)


async def test_one_application_at_a_time(callers: Callers) -> None:
    before = await filed(callers)
    await applied(callers, organisation_id=before["id"])
    clerk = callers.as_(Role.COMMUNITY_OFFICER, EAST_RC)
    again = await clerk.post("/registrations", material(organisation_id=before["id"]))
    assert (again.status_code, again.json()["type"]) == (409, "already-applied")
    both = await clerk.post("/registrations", material(organisation_id=before["id"], area_id=str(EAST_RC.id)))
    assert both.status_code == 422


async def test_codes_and_certificates_are_given_once(callers: Callers) -> None:
    await granted(callers)
    view = await accepted(callers)
    bureau = callers.as_(Role.BUREAU_OFFICER, CITY)
    for wrong, kind, pointer in (
        ({"uscc": numbered(1)}, "uscc-taken", "/uscc"),
        ({"certificate_number": certificate(1)["certificate_number"]}, "certificate-taken", "/certificate_number"),
        ({"uscc": numbered(2, "53441900")}, "uscc-refused", "/uscc"),
        ({"valid_to": "2020-01-01"}, "certificate-ended", "/valid_to"),
    ):
        answer = (await bureau.post(f"/registrations/{view['id']}/grant", certificate(2) | wrong, seen=view)).json()
        assert (answer["type"], answer["errors"][0]["pointer"]) == (kind, pointer)


async def test_returned_corrected_and_refused(callers: Callers) -> None:
    view = await applied(callers)
    clerk, bureau = callers.as_(Role.COMMUNITY_OFFICER, EAST_RC), callers.as_(Role.BUREAU_OFFICER, CITY)
    here = f"/registrations/{view['id']}"
    early = await bureau.post(f"{here}/grant", certificate(), seen=view)
    assert early.json()["type"] == "registration-not-accepted"
    wrong = await clerk.post(f"{here}/correction", material(), seen=view)
    assert wrong.json()["type"] == "registration-not-returned"
    view = (await bureau.post(f"{here}/return", {"reason": "章程缺页"}, seen=view)).json()
    assert (view["state"], view["due_on"], view["returned_because"]) == ("correction", None, "章程缺页")
    again = await bureau.post(f"{here}/return", {"reason": "章程缺页"}, seen=view)
    assert again.json()["type"] == "registration-decided"
    few = await clerk.post(f"{here}/correction", material(members=3), seen=view)
    assert (few.json()["type"], few.json()["errors"][0]["pointer"]) == ("registration-conditions-not-met", "/members")
    view = (await clerk.post(f"{here}/correction", material(), seen=view)).json()
    view = (await bureau.post(f"{here}/acceptance", seen=view)).json()
    twice = await bureau.post(f"{here}/acceptance", seen=view)
    assert twice.json()["type"] == "registration-not-submitted"
    view = (await bureau.post(f"{here}/refusal", {"reason": "业务范围重复"}, seen=view)).json()
    assert (view["state"], view["links"]["organisation"]) == ("refused", None)


async def test_towns_apply_and_the_bureau_decides(callers: Callers) -> None:
    town, bureau = callers.as_(Role.TOWN_OFFICER, EAST), callers.as_(Role.BUREAU_OFFICER, CITY)
    view = (await town.post("/registrations", material(area_id=str(EAST.id)))).json()
    assert (await town.post(f"/registrations/{view['id']}/acceptance", seen=view)).status_code == 403
    assert (await callers.as_(Role.TOWN_OFFICER, STONE).get(f"/registrations/{view['id']}")).status_code == 404
    listed = await bureau.get("/registrations", state="submitted", area_id=str(EAST.id))
    assert [each["id"] for each in listed.json()["items"]] == [view["id"]]
    own = (await bureau.post("/registrations", material(area_id=str(EAST.id)))).json()
    refused = await bureau.post(f"/registrations/{own['id']}/acceptance", seen=own)
    assert refused.json()["type"] == "own-application"


async def test_a_filing_names_no_code_and_no_foundation(callers: Callers) -> None:
    clerk = callers.as_(Role.COMMUNITY_OFFICER, EAST_RC)
    named = await clerk.post("/organisations", declaration(uscc=numbered(1)))
    assert [each["pointer"] for each in named.json()["errors"]] == ["/uscc"]
    foundation = await clerk.post("/organisations", declaration(kind="foundation"))
    assert foundation.json()["type"] == "foundation-not-filed"


async def test_everything_about_a_code_is_said(callers: Callers) -> None:
    officer = callers.as_(Role.TOWN_OFFICER, EAST)
    answer = await officer.get("/uscc-findings", uscc=numbered(1, "52440100"), kind="social_association")
    assert {(each["code"], each["is_warning"]) for each in answer.json()} == {("area", True), ("kind", False)}


async def test_a_registered_body_employs(callers: Callers) -> None:
    body = await granted(callers)
    said = application(employer_kind="agency", organisation_id=body["id"], id_number=id_number(8))
    answer = await callers.as_(Role.TOWN_OFFICER, EAST).post("/social-workers", said)
    assert answer.status_code == 201, answer.text


async def test_conditions_and_documents_are_shown_before_anything_is_refused(callers: Callers) -> None:
    shown = (await callers.as_(Role.COMMUNITY_OFFICER, EAST_RC).get("/registration-conditions")).json()
    association, service, foundation = shown["items"]
    assert (association["least"]["members"], association["in_community"]["members"]) == (50, 20)
    assert (service["article"], service["documents"][-1]) == (
        "《民办非企业单位登记管理暂行条例》第八条、第九条",
        "章程草案",
    )
    assert foundation["in_community"] == foundation["least"] == {"members": 5, "funds_fen": 200_000_000}
    assert (await callers.as_(Role.RESIDENT).get("/registration-conditions")).status_code == 403


async def test_a_missing_document_is_refused_by_name(callers: Callers) -> None:
    clerk = callers.as_(Role.COMMUNITY_OFFICER, EAST_RC)
    for wrong, pointer in (
        (documents()[:-1], "/documents"),
        ([{"name": "章程草案"}, *documents()[:-1]], "/documents/0/note"),
    ):
        refused = await clerk.post("/registrations", material(area_id=str(EAST_RC.id), documents=wrong))
        (error,) = refused.json()["errors"]
        assert (refused.status_code, refused.json()["type"]) == (422, "registration-documents-missing")
        assert (error["pointer"], error["title"].endswith("：章程草案")) == (pointer, True)


async def test_files_are_seen_by_those_who_apply_and_decide(app: FastAPI, callers: Callers) -> None:
    clerk, bureau = callers.as_(Role.COMMUNITY_OFFICER, EAST_RC), callers.as_(Role.BUREAU_OFFICER, CITY)
    charter = await uploaded(clerk)
    view = await applied(callers, documents=documents(章程草案=[]))
    given = documents(章程草案=[charter["id"]])
    view = (await bureau.post(f"/registrations/{view['id']}/return", {"reason": "章程缺页"}, seen=view)).json()
    content = f"/attachments/{charter['id']}/content"
    assert (await bureau.get(content)).status_code == 404
    here = f"/registrations/{view['id']}/correction"
    stranger = callers.as_(Role.TOWN_OFFICER, EAST)
    foreign = await stranger.post(here, material(documents=given), seen=view)
    assert (foreign.json()["type"], foreign.json()["errors"][0]["pointer"]) == (
        "attachment-unknown",
        "/documents/5/attachment_ids/0",
    )
    answer = await clerk.post(here, material(documents=given), seen=view)
    assert answer.status_code == 200, answer.text
    view = answer.json()
    assert view["documents"][5] == given[5]
    assert (await bureau.get(content)).content == PDF
    assert (await callers.as_(Role.TOWN_OFFICER, STONE).get(content)).status_code == 404
    # The papers name people and show their identity: whoever neither applies nor decides does not fetch them.
    for other in (Role.LEADER, Role.SOCIAL_WORKER, Role.DEPARTMENT_OFFICER):
        assert (await callers.as_(other, CITY).get(content)).status_code == 403
    again = await clerk.post("/registrations", material(area_id=str(EAST_RC.id), documents=given))
    assert again.json()["type"] == "attachment-bound"
    (fact,) = await told(app, "registry.attachment.attached.v1")
    assert (fact.data["subject_kind"], fact.data["subject_id"]) == ("registration", view["id"])
