"""The first accounts: opened once, and their passwords written for their owner alone."""

import json
import re

from chassis.clock import wall
from chassis.database import system_transaction
from chassis.testing import told
from gateway.account import bootstrap
from services.gateway.tests.make import signed_in


async def first(app):
    async with system_transaction(app.state.sessions, at=wall()) as tx:
        return await bootstrap.open_first(tx, app.state.vault, app.state.hashing)


async def test_the_first_accounts_can_sign_in_and_are_opened_once(app, callers):
    sign_ins = await first(app)
    assert [each["role"] for each in sign_ins] == [
        "security_admin",
        "system_admin",
        "audit_admin",
        "bureau_officer",
        "leader",
    ]
    assert sign_ins[0]["role_zh"] == "安全管理员"
    for each in sign_ins:
        account = (await signed_in(callers, each["username"], each["password"]))["account"]
        assert [grant["role"] for grant in account["grants"]] == [each["role"]]
    assert await first(app) == []
    assert {fact.actor for fact in await told(app, "gateway.account.opened.v1")} == {"bootstrap"}


def test_passwords_are_random_and_have_every_kind():
    made = {bootstrap.password() for _ in range(200)}
    assert len(made) == 200
    for kind in (r"[a-z]", r"[A-Z]", r"[0-9]", r"[-_.]"):
        assert all(re.search(kind, each) for each in made)


def test_the_file_is_its_owners_alone(tmp_path):
    out = tmp_path / "sign-ins.json"
    bootstrap.write(out, [{"role": "leader", "area": "东莞市"}])
    assert out.stat().st_mode & 0o777 == 0o600
    assert json.loads(out.read_text(encoding="utf-8")) == [{"role": "leader", "area": "东莞市"}]
    assert [each.name for each in tmp_path.iterdir()] == ["sign-ins.json"]
