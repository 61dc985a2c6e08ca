"""While the gateway's copies are made anew nobody loses a role or a name: tokens are handed out meanwhile."""

from uuid import uuid4

from sqlalchemy import select

from chassis import follow
from chassis.principal import Role
from chassis.tables import AreaCopy
from chassis.testing import EAST, TRACE, everywhere
from chassis.verbs import wind_back
from gateway.database import Table
from gateway.identity.person import KnownPerson
from gateway.projections import projections
from services.gateway.tests.make import granted, opened, signed_in


def heard(source, kind, seq, data):
    envelope = {"id": str(uuid4()), "source": f"/{source}", "type": f"{source}.{kind}.v1", "subject": "x"}
    envelope |= {
        "time": "2026-01-01T00:00:00+00:00",
        "sansheseq": seq,
        "sansheactor": "x",
        "traceparent": TRACE,
    }
    return envelope | {"sanshearea": str(EAST.id), "sanshescope": EAST.scope_key, "data": data}


async def test_tokens_tell_roles_while_the_copies_are_made_anew(app, callers):
    account = await granted(callers, await opened(callers), Role.TOWN_OFFICER, EAST)
    person = {"account_id": account["id"], "person_id": str(uuid4())}
    await follow.apply(
        app.state.sessions, projections, "volunteers", [heard("volunteers", "volunteer.registered", 5, person)]
    )
    await wind_back(app.state.sessions, Table.metadata, [projections.name])
    session = await signed_in(callers)
    assert [each["role"] for each in session["account"]["grants"]] == ["town_officer"]
    claims = await app.state.door._verifier.claims(session["access_token"])
    assert claims["person_id"] == person["person_id"]


async def test_the_oldest_fact_overwrites_what_was_wound_back(app):
    await wind_back(app.state.sessions, Table.metadata, [projections.name])
    area = {"code": EAST.code, "name": "东城", "level": "township", "organ_kind": "subdistrict", "parent_id": None}
    loaded = heard("registry", "area.loaded", 1, area | {"valid_from": None, "population": None})
    await follow.apply(app.state.sessions, projections, "registry", [loaded])
    async with everywhere(app) as tx:
        copy = await tx.get_one(AreaCopy, EAST.id)
        assert (copy.name, copy.seq) == ("东城", 1)
        assert (await tx.scalars(select(KnownPerson))).all() == []
