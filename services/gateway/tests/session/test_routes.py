from chassis.principal import Role
from chassis.testing import CITY
from services.gateway.tests.make import bearer, granted, opened, signed_in


async def test_sign_in_by_password_and_be_known(app, callers):
    account = await opened(callers)
    await granted(callers, account, Role.BUREAU_OFFICER, CITY)
    session = await signed_in(callers)
    assert session["account"]["display_name"] == "张三"
    assert [each["role"] for each in session["account"]["grants"]] == ["bureau_officer"]
    claims = await app.state.door._verifier.claims(session["access_token"])
    assert claims["sub"] == account["id"]
    assert claims["kind"] == "staff"
    assert claims["amr"] == ["pwd"]
    assert claims["exp"] - claims["iat"] == 300
    assert claims["grants"] == [{"role": "bureau_officer", "area_id": str(CITY.id), "scope_key": CITY.scope_key}]
    me = await bearer(callers, session).get("/me")
    assert me.status_code == 200, me.text
    assert me.json() == session["account"]
