"""When a session is live, idle or over, without I/O."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from chassis.door import SessionEnded, network_of
from chassis.principal import Kind
from chassis.testing import CITY
from gateway.dated import SignInRule
from gateway.identity.model import Account, State
from gateway.session import rules
from gateway.session.model import Ending, Method, hashed
from gateway.session.rules import Recent, Visitor, must_refuse, must_wait

AT = datetime(2026, 11, 23, 1, tzinfo=UTC)
STAFF = SignInRule.on(AT.date()).staff
LIMITS = SignInRule.on(AT.date()).attempts


def account(**changed):
    plain = {"id": uuid4(), "kind": Kind.STAFF, "state": State.ACTIVE, "area_id": CITY.id, "scope_key": CITY.scope_key}
    return Account(**plain | changed)


def session(holder, at=AT):
    made, _fact = rules.open_(
        holder, "token", method=Method.PASSWORD, visitor=Visitor("127.0.0.0/24", ""), lifetime=STAFF, now=at
    )
    return made


def test_the_numbers_of_the_rule_set():
    today = SignInRule.on(AT.date())
    assert (today.staff.idle, today.staff.absolute) == (timedelta(minutes=30), timedelta(hours=8))
    assert (today.phone.idle, today.phone.absolute) == (timedelta(days=7), timedelta(days=30))
    assert today.source


def test_a_session_ends_when_idle_and_when_old():
    holder = account()
    opened = session(holder)
    assert opened.is_live(AT + timedelta(minutes=29, seconds=59))
    assert not opened.is_live(AT + timedelta(minutes=30))
    for minutes in range(20, 480, 20):
        rules.renew(opened, holder, lifetime=STAFF, now=AT + timedelta(minutes=minutes))
    assert opened.is_live(AT + timedelta(hours=7, minutes=59))
    with pytest.raises(SessionEnded):
        rules.renew(opened, holder, lifetime=STAFF, now=AT + timedelta(hours=8))


def test_an_ended_session_and_a_disabled_account_are_not_renewed():
    holder = account()
    opened = session(holder)
    holder.state = State.DISABLED
    with pytest.raises(SessionEnded):
        rules.renew(opened, holder, lifetime=STAFF, now=AT)
    holder.state = State.ACTIVE
    fact = rules.end(opened, holder, because=Ending.SIGNED_OUT, now=AT)
    assert fact.because == "signed_out"
    with pytest.raises(SessionEnded):
        rules.renew(opened, holder, lifetime=STAFF, now=AT)


def test_only_the_hash_of_the_token_is_kept():
    opened = session(account())
    assert opened.token_hash == hashed("token")
    assert len(opened.token_hash) == 32


@pytest.mark.parametrize(
    ("recent", "refused", "waits"),
    [
        (Recent(0, 0, 0, 0, known_here=False), False, False),
        (Recent(4, 0, 4, 4, known_here=False), False, False),
        (Recent(5, 0, 5, 5, known_here=True), True, True),
        (Recent(3, 2, 3, 3, known_here=False), False, True),
        (Recent(0, 0, 30, 0, known_here=False), True, False),
        (Recent(0, 0, 30, 0, known_here=True), False, False),  # nobody shuts a holder out of where he works
        (Recent(0, 0, 0, 200, known_here=True), True, False),
    ],
)
def test_how_many_attempts_are_borne(recent, refused, waits):
    assert must_refuse(recent, LIMITS) is refused
    assert must_wait(recent, LIMITS) is waits


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.77", "203.0.113.0/24"),
        ("2001:db8:1:2ff::1", "2001:db8:1:200::/56"),
        ("testclient", "unknown"),
        ("", "unknown"),
    ],
)
def test_networks_instead_of_addresses(address, network):
    assert network_of(address) == network
