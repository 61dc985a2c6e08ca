"""One's own data: all of it, of oneself alone, in the clear, and the auditor reads that it was taken."""

import re
import tomllib
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from fastapi import FastAPI
from sqlalchemy import Enum, update

import volunteers.main  # noqa: F401 - every stage's tables
from chassis.principal import Role
from chassis.tables import Audience
from chassis.testing import EAST, Callers, everywhere, told
from procedures.tables import ProcedureTable
from services.volunteers.tests.make import GUARDIAN, opportunity, person_number, registration, sign_up, volunteer
from services.volunteers.tests.recognised import completed, course, served
from volunteers.database import Table
from volunteers.dated import DATA
from volunteers.own.kept import sections
from volunteers.volunteer.model import Group, GuardianConsent

NAMING = {"volunteer_id", "person_id", "account_id"}
# Filled and emptied within the one transaction of an import.
PASSING = {"arriving_volunteer"}
# Kept by other services alone, whose tests may have run in this process.
ELSEWHERE = {"attachment"}


def told_columns() -> list[tuple[str, Any]]:
    """The name of every column that is told, and its type."""
    found = []
    for section in (each for each in sections() if each.key not in ELSEWHERE):
        types = {each.key: each.columns[0].type for each in section.model.__mapper__.column_attrs}
        empty = SimpleNamespace(**dict.fromkeys(types))  # so that nothing is encrypted either
        found += [(name, types.get(name, types.get(f"{name}_cipher"))) for name in section.row(empty, keys=None)]
    return found


def test_every_table_that_names_a_volunteer_is_told_under_a_chinese_title() -> None:
    tables = [*Table.metadata.tables.values(), *ProcedureTable.metadata.tables.values()]
    naming = {each.name for each in tables if NAMING & set(each.columns.keys())} - PASSING
    assert naming >= {"volunteer", "guardian_consent", "signup", "attendance", "hours", "training", "honour"}
    assert {each.key for each in sections()} == naming
    assert [each.key for each in sections() if each.title.isascii()] == []


def test_every_column_and_what_may_stand_in_it_has_a_chinese_word() -> None:
    words = tomllib.loads((DATA / "own_data.toml").read_text(encoding="utf-8"))
    assert {name for name, _ in told_columns()} - words["labels"].keys() == set()
    enums = {value for _, kind in told_columns() if isinstance(kind, Enum) for value in kind.enums}
    assert enums | set(Group) <= words["values"].keys()


async def test_a_volunteer_takes_everything_away_and_nobody_elses(app: FastAPI, callers: Callers) -> None:
    body = registration(id_number=person_number("20120601"), guardian=GUARDIAN, skills=["理发"])
    caller = callers.as_(Role.VOLUNTEER)
    me = (await caller.post("/volunteers", body)).json()
    _, place = await opportunity(app)
    await sign_up(caller, place, guardian=GUARDIAN)
    other, _ = await volunteer(callers)
    await sign_up(other, place)
    provider, taught = await course(callers)
    await completed(callers, provider, taught, me)
    await served(app, me, 120)
    await caller.post("/honours", {"stars": 1})
    officer = callers.as_(Role.TOWN_OFFICER, EAST)
    await officer.post(f"/volunteers/{me['id']}/unmasking", {"reason": "核对证件"})

    exported = await caller.get("/volunteers/mine/export")
    assert (exported.status_code, exported.headers["content-type"]) == (200, "application/json")
    assert me["number"] in exported.headers["content-disposition"]
    kept: dict[str, list[dict[str, Any]]] = {each["key"]: each["rows"] for each in exported.json()["sections"]}
    (mine,) = kept["volunteer"]
    assert (mine["name"], mine["id_number"], mine["born_on"]) == ("演示甲", body["id_number"], "2012-06-01")
    assert [each["phone"] for each in kept["guardian_consent"]] == [GUARDIAN["phone"]] * 2
    counts = {key: len(kept[key]) for key in ("signup", "training", "hours", "honour", "attendance")}
    assert counts == {"signup": 2, "training": 1, "hours": 1, "honour": 1, "attendance": 0}
    assert [each["reason"] for each in kept["accesses"]] == ["核对证件"]
    # Nobody else's rows, and nobody else's account.
    assert str(other.account_id) not in exported.text
    assert str(provider.account_id) not in exported.text

    listed = (await caller.get("/volunteers/mine")).json()
    assert {each["key"]: each["count"] for each in listed["sections"]} == {
        key: len(found) for key, found in kept.items() if key != "accesses"
    }
    fact = (await told(app, "volunteers.own_data.exported.v1"))[0]
    assert (fact.audience, fact.data["volunteer_id"], fact.actor) == (Audience.AUDIT, me["id"], str(caller.account_id))


async def test_it_may_be_read_as_a_page(app: FastAPI, callers: Callers) -> None:
    caller, me = await volunteer(callers, name="<甲>")
    officer = callers.as_(Role.TOWN_OFFICER, EAST)
    await officer.post(f"/volunteers/{me['id']}/unmasking", {"reason": "核对证件"})
    page = await caller.get("/volunteers/mine/export", form="html")
    assert page.headers["content-type"].startswith("text/html")
    assert "&lt;甲&gt;" in page.text
    assert "<th>证件号码</th>" in page.text
    assert "<td>居民身份证</td>" in page.text
    assert "没有记录" in page.text
    assert "核对证件" in page.text
    assert [each for each in re.findall("<th>(.*?)</th>", page.text) if each.isascii()] == []


async def test_who_registered_again_finds_both_registrations(callers: Callers) -> None:
    caller, me = await volunteer(callers)
    number = (await caller.get(f"/volunteers/{me['id']}")).json()["id_number"]
    await caller.post(f"/volunteers/{me['id']}/withdrawal", seen=me)
    again = callers.as_(Role.VOLUNTEER)
    await again.post("/volunteers", registration(id_number=number))
    kept = {each["key"]: each["rows"] for each in (await again.get("/volunteers/mine/export")).json()["sections"]}
    assert UUID(me["id"]) in {UUID(each["id"]) for each in kept["volunteer"]}
    assert len(kept["volunteer"]) == 2


async def test_what_cannot_be_read_whole_is_no_file_at_all(app: FastAPI, callers: Callers) -> None:
    caller, _ = await volunteer(callers, id_number=person_number("20120601"), guardian=GUARDIAN)
    async with everywhere(app) as tx:
        await tx.execute(update(GuardianConsent).values(phone_cipher=b"broken"))
    assert (await caller.get("/volunteers/mine/export")).status_code == 500
    assert await told(app, "volunteers.own_data.exported.v1") == []


async def test_only_volunteers_have_any(callers: Callers) -> None:
    assert (await callers.as_(Role.VOLUNTEER).get("/volunteers/mine")).json()["type"] == "not-a-volunteer"
    assert (await callers.as_(Role.TOWN_OFFICER, EAST).get("/volunteers/mine/export")).status_code == 403
    assert (await callers.signed_out().get("/volunteers/mine/export")).status_code == 401
