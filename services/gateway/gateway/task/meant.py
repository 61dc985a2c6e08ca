"""For whom a to-do waits: never for who did the first of two steps, and for a stand-in where nobody else is there."""

from datetime import date

from sqlalchemy import ColumnElement, and_, exists, false, func, or_

from chassis.access import Access
from gateway.identity.addressee import addressed_to
from gateway.identity.model import Account, RoleGrant, State
from gateway.task.model import Task


def meant_for(by: Access, on: date) -> ColumnElement[bool]:
    """The filter of what waits for a caller on a day."""
    mine = or_(Task.account_id.is_(None), Task.account_id == by.account_id)
    allowed = or_(Task.barred_account_id.is_(None), Task.barred_account_id != by.account_id)
    return and_(mine, allowed, or_(addressed_to(Task, by.principal.grants), _stands_in(by, on)))


def _stands_in(by: Access, on: date) -> ColumnElement[bool]:
    held = (
        and_(Task.stand_in_role == grant.role, Task.scope_key >= grant.range[0], Task.scope_key < grant.range[1])
        for grant in by.principal.grants
    )
    # Whoever stands in holds a role above the area, and so sees which accounts hold which roles there.
    somebody_else = exists().where(
        RoleGrant.account_id == Account.id,
        Account.state == State.ACTIVE,
        RoleGrant.role == Task.role,
        RoleGrant.account_id != Task.barred_account_id,
        func.starts_with(Task.scope_key, RoleGrant.scope_key),
        RoleGrant.revoked_at.is_(None),
        RoleGrant.valid_from <= on,
        or_(RoleGrant.valid_to.is_(None), RoleGrant.valid_to > on),
    )
    return and_(Task.barred_account_id.is_not(None), or_(false(), *held), ~somebody_else)
