"""Certificates over HTTP: 谁组织、谁记录、谁证明, from confirmed hours of the ledger alone (expert check 15)."""

import asyncio
import io
import json
from base64 import urlsafe_b64decode
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from fastapi import FastAPI
from pypdf import PdfReader

from chassis import clock
from chassis.client import Neighbour
from chassis.principal import Role
from chassis.testing import CITY, EAST, EAST_RC, EAST_RC_2, Callers, everywhere, told
from chassis.tokens import Signer
from services.volunteers.tests.certificate.office import LATER, SIGNED, Office
from services.volunteers.tests.make import Day, during, hear_oneself, person_number, registry_says
from services.volunteers.tests.seal import ledgers
from volunteers.certificate.proof import CERTIFICATE_TYPE
from volunteers.seal import reading
from volunteers.seal.model import HoursSeal
from volunteers.seal.sealing import PAGE_TYPE
from volunteers.seal.signing import read
from volunteers.seal.tree import Step, climb, leaf


@pytest.fixture
def office(app: FastAPI, callers: Callers, demo_time: Any) -> Office:
    return Office(app, callers, demo_time)


async def test_asked_for_by_phone_and_issued_by_the_organiser(office: Office) -> None:
    organisation = uuid4()
    await office.open(organisation)
    [organiser] = (await office.me.get("/certificates/organisers", volunteer_id=office.volunteer["id"])).json()["items"]
    assert (organiser["organisation_id"], organiser["minutes"]) == (str(organisation), 90)
    assert organiser["name"] == "演示睦邻互助社"
    asked = await office.ask(organisation_id=str(organisation), purpose="积分入学")
    assert (asked.status_code, asked.json()["state"], asked.json()["actions"]) == (201, "requested", []), asked.text
    assert (await office.ask(organisation_id=str(organisation))).json()["type"] == "already-requested"
    [task] = [each for each in await told(office.app, "volunteers.task.opened.v1") if "certificate" in str(each.data)]
    assert (task.data["role"], task.data["organisation_id"]) == ("organisation_manager", str(organisation))
    seen = (await office.manager.get(f"/certificates/{asked.json()['id']}")).json()
    assert [each["name"] for each in seen["actions"]] == ["issuance", "refusal"]
    answer = await office.act(office.manager, seen, "issuance", SIGNED)
    assert answer.status_code == 200, answer.text
    certificate = answer.json()
    assert (certificate["state"], certificate["hours"]) == ("issued", "1.5")
    assert certificate["issuer_name"] == "演示睦邻互助社"
    assert len(certificate["number"]) == len("ZY4419") + 15
    [fact] = await told(office.app, "volunteers.certificate.issued.v1")
    assert (fact.data["number"], fact.data["minutes"]) == (certificate["number"], 90)
    assert "演示甲" not in json.dumps(fact.data, ensure_ascii=False)
    assert [each.data["title_code"] for each in await told(office.app, "volunteers.task.closed.v1")][-1] == (
        "certificate-issuing"
    )


async def test_the_organiser_alone_sees_before_issuing_which_hours_would_be_certified(office: Office) -> None:
    organisation = uuid4()
    await office.open(organisation)
    asked = office.period(volunteer_id=office.volunteer["id"], organisation_id=str(organisation))
    answer = await office.manager.get("/certificates/entries", **asked)
    assert answer.status_code == 200, answer.text
    [entry] = answer.json()["items"]
    assert (answer.json()["minutes"], entry["id"], entry["minutes"]) == (90, office.hours["id"], 90)
    assert (entry["title"], entry["starts_at"]) == (office.hours["title"], office.hours["starts_at"])
    earlier = asked | {"to_on": asked["from_on"]}
    assert (await office.manager.get("/certificates/entries", **earlier)).json() == {"minutes": 0, "items": []}
    theirs = await office.committee.get("/certificates/entries", **asked)
    assert (theirs.status_code, theirs.json()["type"]) == (403, "not-the-organiser"), theirs.text
    both = await office.manager.get("/certificates/entries", **asked, area_id=str(EAST_RC.id))
    assert both.status_code == 422, both.text
    assert (await office.me.get("/certificates/entries", **asked)).status_code == 403


async def test_a_town_official_who_did_not_organise_is_refused_by_name(office: Office) -> None:
    organisation = uuid4()
    await office.open(organisation)
    town, bureau = office.callers.as_(Role.TOWN_OFFICER, EAST), office.callers.as_(Role.BUREAU_OFFICER, CITY)
    for by, place in ((town, EAST), (bureau, CITY), (office.committee, EAST_RC)):
        theirs = await office.at_once(by, organisation_id=str(organisation))
        assert (theirs.status_code, theirs.json()["type"]) == (403, "not-the-organiser"), theirs.text
        own_name = await office.at_once(by, area_id=str(place.id))
        assert (own_name.status_code, own_name.json()["type"]) == (403, "not-the-organiser"), own_name.text
    asked = (await office.ask(organisation_id=str(organisation))).json()
    assert (await office.act(town, asked, "issuance", SIGNED)).json()["type"] == "not-the-organiser"
    shown = (await town.get(f"/certificates/{asked['id']}")).json()
    assert shown["actions"] == []
    assert (await office.at_once(office.callers.as_(Role.SOCIAL_WORKER, EAST_RC))).status_code in {403, 422}


async def test_a_committee_certifies_what_it_organised_itself_and_nobody_elses(office: Office) -> None:
    await office.open()
    certificate = await office.issued()
    assert (certificate["issuer_kind"], certificate["issuer_name"]) == ("committee", "测试441900003测试441900003001")
    other = office.callers.as_(Role.COMMUNITY_OFFICER, EAST_RC_2)
    assert (await office.at_once(other, area_id=str(EAST_RC_2.id))).status_code in {403, 404}
    town = office.callers.as_(Role.TOWN_OFFICER, EAST)
    assert (await office.at_once(town, area_id=str(EAST_RC.id))).json()["type"] == "not-the-organiser"
    oneself = office.callers.as_(Role.COMMUNITY_OFFICER, EAST_RC, account_id=office.me.account_id)
    assert (await office.at_once(oneself, area_id=str(EAST_RC.id))).json()["type"] == "own-certificate"


async def test_an_organisation_must_stand_on_the_day_and_silence_is_no_yes(office: Office) -> None:
    organisation = uuid4()
    await office.open(organisation)
    for standing, status, problem in (
        ("suspended", 409, "organiser-not-standing"),
        ("revoked", 409, "organiser-not-standing"),
        (None, 503, "neighbour-silent"),
    ):
        registry_says(office.app, standing)
        answer = await office.at_once(office.manager, organisation_id=str(organisation))
        assert (answer.status_code, answer.json()["type"]) == (status, problem)
    registry_says(office.app, "barred", path="registered")
    assert (await office.at_once(office.manager, organisation_id=str(organisation))).status_code == 201


async def test_only_confirmed_sealed_and_untouched_hours_are_certified(office: Office, demo_time: Any) -> None:
    await office.open()
    certificate = await office.issued()
    second = await Day(office.app, office.callers, demo_time).begin()
    waiting = await second.serve()
    other = office.period(volunteer_id=second.me["id"], area_id=str(EAST_RC.id)) | SIGNED
    answer = await office.committee.post("/certificates/issuance", other, headers=office.when)
    assert (answer.status_code, answer.json()["type"]) == (422, "nothing-to-certify")
    await office.committee.post(f"/hours/{waiting['id']}/confirmation", seen=waiting)
    answer = await office.committee.post("/certificates/issuance", other, headers=office.when)
    assert (answer.status_code, answer.json()["type"]) == (503, "still-being-sealed")
    body = {"reason": "重复记录"}
    await office.committee.post(f"/hours/{office.hours['id']}/counter-entry", body, seen=office.confirmed)
    checked = (await office.callers.signed_out().get(f"/published/certificates/{certificate['number']}")).json()
    assert (checked["state"], checked["countered_minutes"]) == ("issued", 90)
    assert (await office.at_once(office.committee, area_id=str(EAST_RC.id))).json()["type"] == "nothing-to-certify"


async def test_an_entry_that_is_countered_while_the_registry_is_asked_is_not_certified(office: Office) -> None:
    organisation = uuid4()
    await office.open(organisation)
    path, body = f"/hours/{office.hours['id']}/counter-entry", {"reason": "重复记录"}

    async def answer(_: httpx.Request) -> httpx.Response:
        countered = await office.committee.post(path, body, seen=office.confirmed)
        assert countered.status_code == 201, countered.text
        shown = {"name": "演示睦邻互助社", "uscc": None, "path": "filed", "standing": "good", "reasons": []}
        return httpx.Response(200, json=shown)

    state = office.app.state
    state.neighbours["registry"] = Neighbour("registry", "http://registry", state.signer, httpx.MockTransport(answer))
    refused = await office.at_once(office.manager, organisation_id=str(organisation))
    assert (refused.status_code, refused.json()["type"]) == (422, "nothing-to-certify"), refused.text


async def test_whoever_counters_an_entry_waits_for_the_certificate_that_stands_on_it(
    replicas: list[FastAPI], world: dict[str, str], demo_time: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = (Callers(each, Signer("gateway", Path(world["GATEWAY_KEY"]))) for each in replicas)
    office, other = await Office(replicas[0], here, demo_time).open(), there.as_(Role.COMMUNITY_OFFICER, EAST_RC)
    path, body, sealed = f"/hours/{office.hours['id']}/counter-entry", {"reason": "重复记录"}, reading.sealed
    countering: list[asyncio.Task[httpx.Response]] = []

    async def meanwhile(*given: Any) -> Any:
        countering.append(asyncio.create_task(other.post(path, body, seen=office.confirmed)))
        done, _ = await asyncio.wait(countering, timeout=1)
        assert not done, "the entry is held until the certificate is written"
        return await sealed(*given)

    monkeypatch.setattr(reading, "sealed", meanwhile)
    certificate = await office.issued()
    assert (await countering[0]).status_code == 201
    await hear_oneself(office.app)
    seen = (await office.committee.get(f"/certificates/{certificate['id']}")).json()
    assert seen["doubted_at"] is not None


async def test_nothing_is_certified_ahead_and_the_period_decides(office: Office) -> None:
    await office.open()
    place = str(EAST_RC.id)
    ahead = (clock.day(during(LATER)) + timedelta(days=1)).isoformat()
    assert (await office.at_once(office.committee, area_id=place, to_on=ahead)).json()["type"] == "period-not-over"
    before = (clock.day(during(0)) - timedelta(days=1)).isoformat()
    assert (await office.at_once(office.committee, area_id=place, to_on=before)).json()["type"] == "nothing-to-certify"
    both = await office.at_once(office.committee, area_id=place, organisation_id=str(uuid4()))
    assert both.status_code == 422


async def test_a_day_beyond_the_calendar_is_named(office: Office) -> None:
    await office.open()
    answer = await office.ask(area_id=str(EAST_RC.id), to_on="9999-12-31")
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, "/to_on")


async def test_refused_revoked_and_replaced_each_with_a_reason(office: Office) -> None:
    await office.open()
    asked = (await office.ask(area_id=str(EAST_RC.id))).json()
    refused = await office.act(office.committee, asked, "refusal", {"reason": "请先更正姓名"})
    assert (refused.json()["state"], refused.json()["reason"], refused.json()["number"]) == (
        "refused",
        "请先更正姓名",
        None,
    )
    old = await office.issued()
    again = await office.act(office.committee, old, "replacement", {"reason": "纸质遗失", **SIGNED})
    assert (again.status_code, again.json()["state"]) == (201, "issued"), again.text
    assert again.json()["number"] != old["number"]
    replaced = (await office.me.get(f"/certificates/{old['id']}")).json()
    assert (replaced["state"], replaced["replaced_by"]) == ("replaced", again.json()["id"])
    revoked = await office.act(office.committee, again.json(), "revocation", {"reason": "时长有误"})
    assert revoked.json()["state"] == "revoked"
    assert (await office.act(office.committee, revoked.json(), "revocation", {"reason": "再次"})).json()["type"] == (
        "not-issued"
    )
    facts = [fact.type.split(".")[2] for fact in await told(office.app) if ".certificate." in fact.type]
    assert facts == ["requested", "refused", "issued", "replaced", "issued", "revoked"]
    public = (await office.callers.signed_out().get(f"/published/certificates/{old['number']}")).json()
    assert (public["state"], public["ended_on"] is not None) == ("replaced", True)


async def test_everybody_checks_by_number_and_sees_no_identity(office: Office) -> None:
    await office.open()
    certificate = await office.issued()
    shown = await office.callers.signed_out().get(f"/published/certificates/{certificate['number']}")
    assert (shown.status_code, shown.json()["name"], shown.json()["hours"]) == (200, "演*", "1.5")
    assert shown.json()["id_number"].count("*") == 10
    assert (await office.callers.signed_out().get("/published/certificates/ZY44192026000000000")).status_code == 404


async def test_the_paper_is_for_its_holder_and_its_issuer(office: Office) -> None:
    await office.open()
    certificate = await office.issued()
    path = f"/certificates/{certificate['id']}/document.pdf"
    mine = await office.me.get(path)
    assert (mine.status_code, mine.headers["content-type"]) == (200, "application/pdf"), mine.text
    assert mine.content.startswith(b"%PDF-1.7")
    assert (await office.committee.get(path)).content == mine.content
    town = office.callers.as_(Role.TOWN_OFFICER, EAST)
    assert (await town.get(path)).json()["type"] == "paper-not-yours"
    assert (await office.callers.as_(Role.VOLUNTEER).get(path)).status_code == 404
    asked = (await office.ask(area_id=str(EAST_RC.id))).json()
    assert (await office.me.get(f"/certificates/{asked['id']}/document.pdf")).json()["type"] == "not-issued"


async def test_rare_characters_are_printed_and_the_proof_is_inside(office: Office) -> None:
    number = person_number()
    await office.open(name="𬭚㙟𪚥", id_number=number, title="清\x13扫")
    certificate = await office.issued()
    paper = PdfReader(io.BytesIO((await office.me.get(f"/certificates/{certificate['id']}/document.pdf")).content))
    printed = "".join(page.extract_text() for page in paper.pages).replace(" ", "")
    assert "𬭚㙟〓〔U+2A6A5〕" in printed
    assert "清〓〔U+13〕扫" in printed
    assert certificate["number"] in printed
    assert number[:4] + "*" * 10 + number[-4:] in printed
    assert number not in printed
    [inside] = paper.attachments["proof.json"]
    assert json.loads(inside) == (await office.me.get(f"/certificates/{certificate['id']}/proof.json")).json()


async def test_the_proof_leads_from_the_certificate_to_the_signed_page(office: Office) -> None:
    await office.open()
    certificate = await office.issued()
    proof = (await office.me.get(f"/certificates/{certificate['id']}/proof.json")).json()
    keys = ledgers.trusted_by(office.app).pages
    said = read(keys, CERTIFICATE_TYPE, proof["certificate"])
    assert said is not None
    assert proof["certificate"] == certificate["proof"]
    [entry] = proof["entries"]
    content = urlsafe_b64decode(entry["content"] + "==")
    assert (int.from_bytes(content[32:40]), content[:16]) == (90, UUID(office.hours["id"]).bytes)
    assert content[40:72] == sha256(entry["title"].encode()).digest()
    assert sha256(leaf(content)).hexdigest() == said["set"]
    [page] = [read(keys, PAGE_TYPE, each["signed"]) for each in proof["pages"]]
    assert page is not None
    steps = [Step(step["left"], urlsafe_b64decode(step["hash"] + "==")) for step in entry["path"]]
    assert climb(leaf(content), steps).hex() == page["root"]
    assert read(keys, PAGE_TYPE, proof["certificate"]) is None
    assert "演示甲" not in json.dumps(proof, ensure_ascii=False)


async def test_a_row_that_does_not_fit_its_seal_is_never_certified(office: Office) -> None:
    await office.open()
    again = await Day(office.app, office.callers, office.day.demo_time).begin()
    hours = await again.serve()
    await office.committee.post(f"/hours/{hours['id']}/confirmation", seen=hours)
    async with everywhere(office.app) as tx:
        tx.add(HoursSeal(n=2, hours_id=UUID(hours["id"]), seal=bytes(16)))
    body = office.period(volunteer_id=again.me["id"], area_id=str(EAST_RC.id)) | SIGNED
    answer = await office.committee.post("/certificates/issuance", body, headers=office.when)
    assert (answer.status_code, answer.json()["type"]) == (409, "ledger-broken")


async def test_who_issued_it_is_told_when_hours_of_it_are_taken_back(office: Office) -> None:
    await office.open()
    certificate = await office.issued()
    body = {"reason": "重复记录"}
    await office.committee.post(f"/hours/{office.hours['id']}/counter-entry", body, seen=office.confirmed)
    await hear_oneself(office.app)
    seen = (await office.committee.get(f"/certificates/{certificate['id']}")).json()
    assert seen["doubted_at"] is not None
    opened = (await told(office.app, "volunteers.task.opened.v1"))[-1].data
    assert (opened["title_code"], opened["role"]) == ("certificate-review", "community_officer")
    await office.act(office.committee, seen, "revocation", {"reason": "时长已冲正"})
    closed = (await told(office.app, "volunteers.task.closed.v1"))[-1].data
    assert closed["task_id"] == opened["task_id"]


async def test_a_number_bears_the_year_of_the_day_on_which_it_is_issued(office: Office) -> None:
    await office.open()
    year = during(0).year + 1
    body = office.period(volunteer_id=office.volunteer["id"], area_id=str(EAST_RC.id)) | SIGNED
    seven = office.day.demo_time(f"{year}-01-01T07:00:00+08:00")
    answer = await office.committee.post("/certificates/issuance", body, headers=seven)
    assert answer.status_code == 201, answer.text
    assert answer.json()["number"].startswith(f"ZY4419{year}")
