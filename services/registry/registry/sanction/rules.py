"""Imposing a suspension or a bar on an organisation, lifting it, and revoking the organisation itself."""

from datetime import date, datetime
from uuid import UUID

from chassis.problems import Problem
from registry.days import months_after
from registry.facts import (
    OrganisationBarLifted,
    OrganisationBarred,
    OrganisationResumed,
    OrganisationRevoked,
    OrganisationSuspended,
)
from registry.organisation.model import Organisation, State
from registry.organisation.rules import require_standing, said
from registry.sanction.dated import Ground, GroundRule
from registry.sanction.model import Measure, Sanction


class GroundUnknown(Problem):
    """没有这一处理事由，请从事由清单中选择。"""

    status = 422


class SanctionBackdated(Problem):
    """处理不能早于作出决定的当日生效。"""

    status = 422


class EndMissing(Problem):
    """禁止参与政府采购须写明截止日期。"""

    status = 422


class EndNotLater(Problem):
    """截止日期必须晚于起始日期。"""

    status = 422


class SanctionTooLong(Problem):
    """处理期限超过此事由的最长期限。"""

    status = 422


class SanctionOver(Problem):
    """此处理已解除或已期满。"""


class OwnSanction(Problem):
    """作出处理的人不能自己解除。"""

    status = 403


def ground_of(rule: GroundRule, code: str, *measures: Measure) -> Ground:
    """The ground that a decision names, of the measures that it may lead to."""
    found = rule.named(code)
    if found is None or found.measure not in measures:
        raise GroundUnknown(pointer="/ground")
    return found


def _require_days(sanction: Sanction, ground: Ground, on: date) -> None:
    starts, ends = sanction.starts_on, sanction.ends_on
    if starts < on:
        raise SanctionBackdated(pointer="/starts_on")
    if ends is None:
        if ground.measure is Measure.BAR:
            raise EndMissing(pointer="/ends_on")
        return
    if ends <= starts:
        raise EndNotLater(pointer="/ends_on")
    if ground.longest_months is not None and ends > months_after(starts, ground.longest_months):
        raise SanctionTooLong(f"依据 {ground.article}，最长 {ground.longest_months} 个月", pointer="/ends_on")


def impose(
    sanction: Sanction, organisation: Organisation, ground: Ground, *, by: UUID | None, at: datetime, on: date
) -> OrganisationSuspended | OrganisationBarred:
    """作出处理: from the day of the decision or a later one, so that what was said of past days stays true."""
    require_standing(organisation)
    _require_days(sanction, ground, on)
    sanction.measure, sanction.ground, sanction.article = ground.measure, ground.code, ground.article
    sanction.imposed_by, sanction.imposed_at = by, at
    kind = OrganisationBarred if ground.measure is Measure.BAR else OrganisationSuspended
    return kind(
        **said(organisation),
        sanction_id=sanction.id,
        ground=sanction.ground,
        valid_from=sanction.starts_on,
        until=sanction.ends_on,
    )


def lift(
    sanction: Sanction, organisation: Organisation, *, reason: str, by: UUID | None, on: date
) -> OrganisationResumed | OrganisationBarLifted:
    """解除处理, with a reason, by another officer; it still holds on the days before."""
    if sanction.over_on is not None and sanction.over_on <= on:
        raise SanctionOver(over_on=sanction.over_on.isoformat())
    if sanction.imposed_by == by:
        raise OwnSanction
    sanction.lifted_on, sanction.lifted_by, sanction.lifted_because = on, by, reason
    kind = OrganisationBarLifted if sanction.measure is Measure.BAR else OrganisationResumed
    return kind(**said(organisation), sanction_id=sanction.id, ground=sanction.ground, valid_from=on)


def revoke(organisation: Organisation, ground: Ground, *, document: str, on: date) -> OrganisationRevoked:
    """撤销备案或登记: the record stays."""
    require_standing(organisation)
    organisation.state, organisation.revoked_on = State.REVOKED, on
    organisation.revoked_ground, organisation.revoked_by_document = ground.code, document
    organisation.revoked_because = f"{ground.title}({ground.article})"
    return OrganisationRevoked(**said(organisation), ground=ground.code, valid_from=on)
