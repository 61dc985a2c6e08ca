"""Every role has its Chinese name and the levels of area it may be held in."""

from chassis.principal import Role
from gateway.identity.roles import ADMINISTRATORS, POSTS
from gateway.permissions import ROLES, Permission


def test_every_role_has_its_permissions_and_people_get_theirs_from_someone():
    assert set(ROLES) == set(Role)
    unasked = {Role.VOLUNTEER, Role.RESIDENT, Role.OA_CLIENT, Role.SERVICE}
    assert set(POSTS) == set(Role) - unasked


def test_administrators_share_nothing_that_changes_anything():
    changing = {Permission.ACCOUNT_OPEN, Permission.ACCOUNT_GRANT, Permission.ACCOUNT_ENABLE, Permission.CLIENT_OPEN}
    changing |= {Permission.CLIENT_PERMIT}
    for permission in changing:
        assert len([role for role in Role if permission in ROLES[role]]) == 1
    assert ROLES[Role.AUDIT_ADMIN] == {Permission.ACCOUNT_READ, Permission.CLIENT_READ, Permission.NAME_READ}
    assert set(POSTS) >= ADMINISTRATORS
