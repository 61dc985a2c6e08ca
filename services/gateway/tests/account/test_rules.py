"""The rules of accounts and roles without I/O: administrators apart, levels that fit, nobody grants to oneself."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from uuid import uuid4

import pytest

from chassis.principal import Kind, Role
from chassis.testing import CITY, EAST, EAST_RC, EAST_RC_2, STONE, STONE_VC
from gateway.account import granting, rules
from gateway.account.granting import Wanted, grant, separate_areas
from gateway.identity.model import Account, State

AT = datetime(2026, 11, 23, 1, tzinfo=UTC)
TODAY = date(2026, 11, 23)
ADMIN = uuid4()


def account(**changed):
    plain = {"id": uuid4(), "kind": Kind.STAFF, "state": State.ACTIVE, "rights": 0, "grants": []}
    return Account(**plain | {"area_id": CITY.id, "scope_key": CITY.scope_key} | changed)


def give(to, role, place, organisation_id=None, *, by=ADMIN, valid_from=TODAY, valid_to=None):
    area = SimpleNamespace(id=place.id, scope_key=place.scope_key, level=place.level)
    return grant(to, Wanted(role, organisation_id, valid_from, valid_to), area, by=by, at=AT, on=TODAY)


def test_a_role_is_given_and_taken_back_by_another():
    holder = account()
    given = give(holder, Role.TOWN_OFFICER, EAST)
    assert given.is_in_force(TODAY)
    assert holder.rights == 1
    fact = granting.revoke(holder, given, reason="调岗", by=ADMIN, at=AT)
    assert (fact.role, fact.scope_key) == ("town_officer", EAST.scope_key)
    assert not given.is_in_force(TODAY)
    assert holder.rights == 2
    with pytest.raises(granting.GrantOver):
        granting.revoke(holder, given, reason="调岗", by=ADMIN, at=AT)
    give(holder, Role.TOWN_OFFICER, EAST)


def test_nobody_gives_to_or_takes_from_himself():
    holder = account()
    given = give(holder, Role.EXPERT, CITY)
    with pytest.raises(rules.OwnAccount):
        give(holder, Role.LEADER, CITY, by=holder.id)
    with pytest.raises(rules.OwnAccount):
        granting.revoke(holder, given, reason="不需要", by=holder.id, at=AT)
    with pytest.raises(rules.OwnAccount):
        rules.disable(holder, reason="不需要", by=holder.id)


@pytest.mark.parametrize("first", [Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN])
@pytest.mark.parametrize("second", [Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN])
def test_the_three_administrators_are_apart(first, second):
    holder = account()
    give(holder, first, CITY)
    with pytest.raises(granting.AlreadyGranted if first is second else granting.AdministratorsApart):
        give(holder, second, CITY)


def test_an_administrator_who_left_one_post_may_take_another():
    holder = account()
    given = give(holder, Role.AUDIT_ADMIN, CITY)
    granting.revoke(holder, given, reason="轮岗", by=ADMIN, at=AT)
    give(holder, Role.SYSTEM_ADMIN, CITY)


@pytest.mark.parametrize(
    ("role", "place", "organisation", "refusal"),
    [
        (Role.VOLUNTEER, CITY, None, granting.RoleNotGiven),
        (Role.SERVICE, CITY, None, granting.RoleNotGiven),
        (Role.BUREAU_OFFICER, EAST, None, granting.WrongLevel),
        (Role.SECURITY_ADMIN, EAST, None, granting.WrongLevel),
        (Role.TOWN_OFFICER, EAST_RC, None, granting.WrongLevel),
        (Role.COMMUNITY_OFFICER, EAST, None, granting.WrongLevel),
        (Role.ORGANISATION_MANAGER, EAST_RC, None, granting.OrganisationNeeded),
        (Role.TOWN_OFFICER, EAST, uuid4(), granting.OrganisationNotTaken),
    ],
)
def test_role_area_and_organisation_belong_together(role, place, organisation, refusal):
    with pytest.raises(refusal):
        give(account(), role, place, organisation)


def test_three_separate_areas_and_no_more():
    holder = account()
    for place in (EAST_RC, EAST_RC_2, STONE_VC):
        give(holder, Role.COMMUNITY_OFFICER, place)
    give(holder, Role.SOCIAL_WORKER, STONE_VC, uuid4())
    give(holder, Role.SOCIAL_WORKER, STONE)  # takes in the village: still three
    extra = SimpleNamespace(id=uuid4(), scope_key="441900/441900103/", level="township")
    with pytest.raises(granting.TooManySeparateAreas):
        grant(holder, Wanted(Role.SOCIAL_WORKER, None, TODAY, None), extra, by=ADMIN, at=AT, on=TODAY)
    give(holder, Role.ORGANISATION_MANAGER, CITY, uuid4())  # organisations are no areas


def test_areas_inside_another_do_not_count():
    assert separate_areas(["a/", "a/b/", "a/b/c/", "d/"]) == 2
    assert separate_areas([]) == 0


def test_one_organisation_to_an_account():
    holder, organisation = account(), uuid4()
    give(holder, Role.ORGANISATION_MANAGER, EAST_RC, organisation)
    give(holder, Role.ORGANISATION_MANAGER, EAST_RC_2, organisation)
    with pytest.raises(granting.AnotherOrganisation):
        give(holder, Role.ORGANISATION_MANAGER, EAST_RC, uuid4())


def test_a_role_holds_from_its_first_day_until_its_last():
    given = give(account(), Role.EXPERT, CITY, valid_from=TODAY, valid_to=TODAY + timedelta(days=2))
    days = [TODAY + timedelta(days=n) for n in (-1, 0, 1, 2)]
    assert [given.is_in_force(each) for each in days] == [False, True, True, False]
    with pytest.raises(granting.PeriodEmpty):
        give(account(), Role.EXPERT, CITY, valid_to=TODAY)


def test_disabled_accounts_get_no_roles_and_come_back():
    holder = account()
    rules.disable(holder, reason="离职", by=ADMIN)
    with pytest.raises(rules.AccountIsDisabled):
        give(holder, Role.EXPERT, CITY)
    with pytest.raises(rules.AccountIsDisabled):
        rules.disable(holder, reason="离职", by=ADMIN)
    rules.enable(holder, by=ADMIN)
    with pytest.raises(rules.AccountIsActive):
        rules.enable(holder, by=ADMIN)


def test_phone_accounts_have_no_password():
    with pytest.raises(rules.WithoutPassword):
        rules.set_password(account(kind=Kind.VOLUNTEER), "hash", by=ADMIN, at=AT)


def test_roles_are_for_staff_and_few_enough_for_a_cookie():
    with pytest.raises(granting.StaffOnly):
        give(account(kind=Kind.VOLUNTEER), Role.SOCIAL_WORKER, EAST_RC)
    holder = account()
    for _ in range(granting.MOST_ROLES):
        give(holder, Role.SOCIAL_WORKER, EAST_RC, uuid4())
    with pytest.raises(granting.TooManyRoles):
        give(holder, Role.SOCIAL_WORKER, EAST_RC, uuid4())


OFFICIALS = [
    (Role.TOWN_OFFICER, EAST),
    (Role.BUREAU_OFFICER, CITY),
    (Role.DEPARTMENT_OFFICER, EAST),
    (Role.LEADER, EAST),
]


@pytest.mark.parametrize(("role", "place"), OFFICIALS)
@pytest.mark.parametrize("employee", [Role.ORGANISATION_MANAGER, Role.SOCIAL_WORKER])
def test_officials_hold_nothing_in_an_organisation(role, place, employee):
    """Whoever buys and pays for the government belongs to nobody who may be bought from, whichever came first."""
    holder = account()
    give(holder, role, place)
    with pytest.raises(granting.OfficialsApart):
        give(holder, employee, EAST, uuid4())
    holder = account()
    give(holder, employee, EAST, uuid4())
    with pytest.raises(granting.OfficialsApart):
        give(holder, role, place)


def test_a_towns_own_social_worker_and_a_community_officer_may_hold_both():
    holder = account()
    give(holder, Role.TOWN_OFFICER, EAST)
    give(holder, Role.SOCIAL_WORKER, EAST)
    holder = account()
    give(holder, Role.COMMUNITY_OFFICER, EAST_RC)
    give(holder, Role.ORGANISATION_MANAGER, EAST_RC, uuid4())
