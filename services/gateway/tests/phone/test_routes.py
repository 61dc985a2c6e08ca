"""Signing in by phone: one code, one use, bound to its challenge, and no flood of messages."""

import re
from datetime import timedelta
from uuid import uuid4

import httpx
import pytest
from sqlalchemy import select, update

from chassis import follow
from chassis.clock import wall
from chassis.database import new_id, system_transaction
from chassis.testing import CITY, TRACE, everywhere, told
from gateway.identity.model import Account
from gateway.phone.courier import deliver
from gateway.phone.model import Challenge, PhoneText
from gateway.phone.sender import Outbox, SmsProvider
from gateway.projections import projections
from gateway.schedule import sweep
from services.gateway.tests.make import bearer

PHONE = "15412340001"  # no operator gives out 154: nobody's number


async def asked(callers, phone=PHONE):
    answer = await callers.signed_out().post("/phone-codes", {"phone": phone})
    assert answer.status_code == 202, answer.text
    return answer.json()["challenge_id"]


async def code(callers):
    texts = (await callers.signed_out().get("/outbox")).json()
    return re.search(r"[0-9]{6}", texts[0]["text"]).group()


async def answered(callers, challenge, digits):
    body = {"challenge_id": challenge, "code": digits, "delivery": "bearer"}
    return await callers.signed_out().post("/phone-session", body)


def other(digits):
    return f"{(int(digits) + 1) % 10**6:06d}"


async def later(app, by):
    """Makes every challenge older."""
    async with everywhere(app) as tx:
        await tx.execute(update(Challenge).values(made_at=Challenge.made_at - by, expires_at=Challenge.expires_at - by))


async def test_a_phone_signs_in_and_has_the_id_that_follows_from_it(app, callers):
    challenge = await asked(callers)
    signed = await answered(callers, challenge, await code(callers))
    assert signed.status_code == 200, signed.text
    account = signed.json()["account"]
    assert account["id"] == str(app.state.vault.person_id("phone", PHONE))
    assert (account["kind"], account["display_name"], account["grants"]) == ("volunteer", "154****0001", [])
    claims = await app.state.door._verifier.claims(signed.json()["access_token"])
    assert (claims["sub"], claims["kind"], claims["amr"]) == (account["id"], "volunteer", ["sms"])
    assert (await bearer(callers, signed.json()).get("/me")).json() == account
    facts = [fact for fact in await told(app) if fact.type.startswith("gateway.")]
    assert [fact.type for fact in facts] == [
        "gateway.code.sent.v1",
        "gateway.account.opened.v1",
        "gateway.session.opened.v1",
    ]
    assert PHONE not in str([fact.data for fact in facts])
    async with everywhere(app) as tx:
        stored = await tx.scalar(select(Account))
        assert PHONE.encode() not in stored.phone_cipher


async def test_the_answer_is_described_by_itself_and_not_by_the_fact_of_the_same_name(app, callers):
    schemas = app.openapi()["components"]["schemas"]
    assert schemas["CodeSent"]["required"] == ["challenge_id"]
    assert "network" in schemas["gateway.code.sent.v1"]["required"]


async def test_the_second_time_it_is_the_same_account(app, callers):
    first = await answered(callers, await asked(callers), await code(callers))
    await later(app, timedelta(minutes=2))
    second = await answered(callers, await asked(callers, "+86 154-1234-0001"), await code(callers))
    assert first.json()["account"] == second.json()["account"]
    assert len(await told(app, "gateway.account.opened.v1")) == 1


async def test_a_code_is_spent_by_its_use(callers):
    challenge, digits = await asked(callers), await code(callers)
    assert (await answered(callers, challenge, digits)).status_code == 200
    again = await answered(callers, challenge, digits)
    assert (again.status_code, again.json()["type"]) == (401, "code-refused")


async def test_a_code_answers_its_own_challenge_only(callers):
    first, digits = await asked(callers), await code(callers)
    second = await asked(callers, "15412340002")
    if digits != await code(callers):
        assert (await answered(callers, second, digits)).status_code == 401
    assert (await answered(callers, str(uuid4()), digits)).status_code == 401
    assert (await answered(callers, first, digits)).status_code == 200


async def test_five_tries_and_the_right_code_is_too_late(app, callers):
    challenge, digits = await asked(callers), await code(callers)
    for _ in range(5):
        assert (await answered(callers, challenge, other(digits))).status_code == 401
    assert (await answered(callers, challenge, digits)).status_code == 401
    refusals = await told(app, "gateway.session.refused.v1")
    assert [fact.data["method"] for fact in refusals] == ["sms"] * 6


async def test_five_minutes_and_no_longer(app, callers):
    challenge, digits = await asked(callers), await code(callers)
    await later(app, timedelta(minutes=5, seconds=1))
    assert (await answered(callers, challenge, digits)).status_code == 401


async def test_one_a_minute_and_ten_a_day(app, callers):
    await asked(callers)
    soon = await callers.signed_out().post("/phone-codes", {"phone": PHONE})
    assert (soon.status_code, soon.json()["type"]) == (429, "code-too-soon")
    for _ in range(9):
        await later(app, timedelta(minutes=2))
        await asked(callers)
    await later(app, timedelta(minutes=2))
    enough = await callers.signed_out().post("/phone-codes", {"phone": PHONE})
    assert (enough.status_code, enough.json()["type"]) == (429, "too-many-codes")
    await later(app, timedelta(hours=24))
    await asked(callers)


@pytest.mark.parametrize(
    "phone", ["", "110", "12345678901", "1541234000", "154123400011", "١٥٤١٢٣٤٠٠٠١", "0769-22222222"]
)
async def test_what_is_no_mobile_number_is_said_so(callers, phone):
    answer = await callers.signed_out().post("/phone-codes", {"phone": phone})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "/phone"


@pytest.fixture
def outside_a_demo(app):
    settings, sender = app.state.settings, app.state.sender
    app.state.settings, app.state.sender = settings.model_copy(update={"demo": False}), None
    yield
    app.state.settings, app.state.sender = settings, sender


@pytest.mark.usefixtures("outside_a_demo")
async def test_no_outbox_and_no_channel_outside_a_demo(callers):
    assert (await callers.signed_out().get("/outbox")).status_code == 404
    answer = await callers.signed_out().post("/phone-codes", {"phone": PHONE})
    assert (answer.status_code, answer.json()["type"]) == (503, "no-channel")


async def test_a_registered_volunteers_token_names_the_person(app, callers):
    signed = (await answered(callers, await asked(callers), await code(callers))).json()
    person = uuid4()
    event = {
        "id": str(new_id()),
        "source": "/volunteers",
        "type": "volunteers.volunteer.registered.v1",
        "subject": str(new_id()),
        "time": wall().isoformat(),
        "sansheseq": 7,
        "sansheactor": signed["account"]["id"],
        "traceparent": TRACE,
        "sanshearea": str(CITY.id),
        "sanshescope": CITY.scope_key,
        "data": {"volunteer_id": str(new_id()), "account_id": signed["account"]["id"], "person_id": str(person)},
    }
    await follow.apply(app.state.sessions, projections, "volunteers", [event])
    renewal = await callers.signed_out().post("/session/renewal", {"session_token": signed["session_token"]})
    claims = await app.state.door._verifier.claims(renewal.json()["access_token"])
    assert claims["person_id"] == str(person)


async def delivered(app, sender):
    async with system_transaction(app.state.sessions, at=wall()) as tx:
        return await deliver(tx, app.state.vault, sender)


async def waiting(app):
    async with everywhere(app) as tx:
        return list(await tx.scalars(select(PhoneText)))


async def test_the_outbox_keeps_its_texts(app, callers):
    await asked(callers)
    assert await delivered(app, Outbox()) == 1
    assert await delivered(app, Outbox()) == 0
    [text] = (await callers.signed_out().get("/outbox")).json()
    assert text["phone"] == PHONE


async def test_a_provider_gets_signed_texts_again_until_it_takes_them(app, callers):
    calls = []

    def provider(request):
        calls.append(request)
        return httpx.Response(500 if len(calls) == 1 else 204)

    sender = SmsProvider("https://sms.test/send", "whsec_c2VjcmV0", httpx.MockTransport(provider))
    await asked(callers)
    await delivered(app, sender)
    [text] = await waiting(app)
    assert (text.sent_at, text.tries) == (None, 1)
    assert await delivered(app, sender) == 0  # not before its time
    async with everywhere(app) as tx:
        await tx.execute(update(PhoneText).values(next_try_at=wall()))
    await delivered(app, sender)
    assert await waiting(app) == []  # nothing of it stays
    assert calls[0].headers["webhook-id"] == calls[1].headers["webhook-id"]
    assert calls[1].headers["webhook-signature"].startswith("v1,")
    assert PHONE in calls[1].content.decode()
    await sender.close()


async def test_past_traces_are_deleted(app, callers):
    await asked(callers)
    await later(app, timedelta(hours=26))
    async with everywhere(app) as tx:
        await tx.execute(update(PhoneText).values(made_at=wall() - timedelta(hours=26)))
    await sweep(app.state.sessions, wall())
    async with everywhere(app) as tx:
        assert await tx.scalar(select(Challenge.id)) is None
        assert await tx.scalar(select(PhoneText.id)) is None
