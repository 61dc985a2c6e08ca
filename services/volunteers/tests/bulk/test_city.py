"""A city's own list as CSV: judged beside, merged in one transaction, each registration told and none doubled."""

import csv
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from fastapi import FastAPI
from sqlalchemy import func, select

from chassis import clock
from chassis.tables import FactRow, Unsequenced
from chassis.testing import EAST_RC, STONE_VC, everywhere
from services.volunteers.tests.bulk.lists import HEAD, line
from services.volunteers.tests.make import person_number
from volunteers.bulk import city
from volunteers.duplicate.finding import compare
from volunteers.duplicate.model import SHARED
from volunteers.volunteer.model import GuardianConsent, State, Volunteer
from volunteers.volunteer.sealing import likeness, opened


def written(folder: Path, *rows: list[Any]) -> Path:
    """The list as a file."""
    file = folder / "city.csv"
    with file.open("w", encoding="utf-8", newline="") as opened_:
        csv.writer(opened_).writerows([HEAD, *rows])
    return file


async def test_a_citys_list_comes_in_whole_and_once(
    replicas: list[FastAPI], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(city, "BLOCK", 3)  # the same person in two blocks
    monkeypatch.setattr(city, "TOGETHER", 1)  # which are merged one after the other
    app, by = replicas[0], str(uuid4())
    born = clock.wall().year - 9
    child = line(
        证件号码=person_number(f"{born}0101"), 监护人姓名="监护人", 监护人电话="13800000000", 监护人关系="父母"
    )
    twice = line(特长='带\\"引号\\n的, 特长', **{"村（社区）": STONE_VC.code})
    file = written(tmp_path, line(), child, twice, twice, line(联系电话="1"))
    refused = await city.take(file, by)
    assert (refused.counts["wrong"], refused.faults) == (1, [(6, "联系电话", "请填写手机号码，或带区号的固定电话")])
    async with everywhere(app) as tx:
        assert await tx.scalar(select(func.count()).select_from(FactRow)) == 0
    taken = await city.take(file, by, skip_wrong=True)
    assert (taken.counts["new"], taken.counts["same"]) == (3, 1)
    again = await city.take(file, by, skip_wrong=True)
    assert (again.counts["new"], again.counts["same"]) == (0, 4)
    async with everywhere(app) as tx:
        rows = (await tx.scalars(select(Volunteer).order_by(Volunteer.id))).all()
        facts = (await tx.scalars(select(FactRow).order_by(FactRow.pos))).all()
        assert {each.subject for each in facts} == {str(each.id) for each in rows}
        assert len(facts) == await tx.scalar(select(func.count()).select_from(Unsequenced)) == 3
        assert [(each.type, each.actor, each.audience) for each in facts] == [
            ("volunteers.volunteer.registered.v1", by, "public")
        ] * 3
        by_area = {each.area_id: each for each in rows}
        last = by_area[STONE_VC.id]
        assert (last.skills, opened(last, "name", app.state.vault)) == (['带\\"引号\\n的', "特长"], "演示纸")
        assert {each.data["account_id"] for each in facts} == {each.subject for each in facts}
        assert await tx.scalar(select(func.count()).select_from(GuardianConsent)) == 1
        assert EAST_RC.id in by_area


async def test_a_citys_list_finds_who_is_alike_and_brings_no_closed_document_back(
    replicas: list[FastAPI], tmp_path: Path
) -> None:
    app, by = replicas[0], str(uuid4())
    file = written(tmp_path, *(line(姓名=name, 证件号码=person_number("19791004")) for name in ("陈大文", "陈 大文")))
    assert (await city.take(file, by)).counts["new"] == 2
    async with everywhere(app) as tx:
        found = select(Volunteer).order_by(Volunteer.id.desc()).limit(2)
        closed, stays = (await tx.scalars(found)).all()
        assert closed.likeness == stays.likeness == likeness("陈大文", "1979-10-04", app.state.vault)
        closed.state, closed.continued_as_id = State.WITHDRAWN, stays.id
    assert await compare(app.state.sessions, clock.wall()) >= 2, "a list is queued by the same trigger"
    async with everywhere(app) as tx:
        shared = select(SHARED).where(SHARED.c.likeness == stays.likeness)
        assert (await tx.scalar(shared)) is None, "one of them does not stand any more"
    again = await city.take(file, by)
    assert (again.counts["new"], again.counts["same"]) == (0, 2)
    async with everywhere(app) as tx:
        (await tx.get_one(Volunteer, stays.id)).state = State.WITHDRAWN
    # Who goes on under nothing any more may come back.
    assert (await city.take(file, by)).counts["new"] == 2
