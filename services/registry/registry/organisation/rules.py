"""The filing of a community organisation: draft, submit, return for correction, file, deregister."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from chassis.problems import FieldError, Problem
from registry.facts import (
    OrganisationDeregistered,
    OrganisationDrafted,
    OrganisationFiled,
    OrganisationReturned,
    OrganisationRevised,
    OrganisationSubmitted,
    TaskClosed,
    TaskOpened,
)
from registry.organisation.conditions import Conditions
from registry.organisation.model import InitiatorKind, Kind, Organisation, State
from registry.organisation.waiting import CORRECTION, REVIEW, task_of


class FilingClosed(Problem):
    """备案材料当前不可修改。"""


class NotAwaitingReview(Problem):
    """此备案不在待审核状态。"""


class NotFiled(Problem):
    """该组织不在已备案状态。"""


class FoundationNotFiled(Problem):
    """基金会须登记，不能备案。"""

    status = 422


class OrganisationNotStanding(Problem):
    """该组织尚未成立，或者已经注销、撤销。"""


class NumberTaken(Problem):
    """此备案编号已用于其他组织。"""


class ConditionsNotMet(Problem):
    """未达到备案条件。"""

    status = 422


class OwnSubmission(Problem):
    """提交人不能审核自己提交的备案。"""

    status = 403


EDITABLE = frozenset({State.DRAFT, State.CORRECTION})
STANDING = frozenset({State.FILED, State.REGISTERED})


def said(organisation: Organisation) -> dict[str, Any]:
    """What every fact about an organisation says."""
    return {
        "organisation_id": organisation.id,
        "area_id": organisation.area_id,
        "scope_key": organisation.scope_key,
        "kind": organisation.kind,
        "path": organisation.path,
        "category": organisation.category,
    }


def require_standing(organisation: Organisation) -> None:
    """It has come about and has not ended; whether it is suspended is another question."""
    if organisation.state not in STANDING:
        raise OrganisationNotStanding(state=organisation.state)


def require_fileable(kind: Kind) -> None:
    """A foundation is a legal person or nothing."""
    if kind is Kind.FOUNDATION:
        raise FoundationNotFiled(pointer="/kind")


def draft(organisation: Organisation) -> OrganisationDrafted:
    """起草备案."""
    return OrganisationDrafted(**said(organisation))


def revise(organisation: Organisation) -> OrganisationRevised:
    """修改备案材料: before submission or after a return for correction."""
    if organisation.state not in EDITABLE:
        raise FilingClosed(state=organisation.state)
    return OrganisationRevised(**said(organisation))


def shortfalls(organisation: Organisation, conditions: Conditions) -> list[FieldError]:
    """What the declared organisation lacks of the conditions in force, by field (粤民规字〔2022〕2号 or older)."""
    numbers, missing = conditions.numbers(organisation.kind), []
    natural = sum(each.kind is InitiatorKind.NATURAL for each in organisation.initiators)
    legal = len(organisation.initiators) - natural
    if natural < numbers.natural_initiators and legal < numbers.legal_initiators:
        title = f"发起人须有 {numbers.natural_initiators} 名以上自然人或 {numbers.legal_initiators} 家以上法人"
        missing.append(FieldError(pointer="/initiators", title=title))
    if organisation.members < numbers.members:
        missing.append(FieldError(pointer="/members", title=f"成员须有 {numbers.members} 名以上"))
    if not organisation.name.endswith(tuple(conditions.name_endings)):
        title = f"名称须以{'、'.join(conditions.name_endings)}结尾"
        missing.append(FieldError(pointer="/name", title=title))
    return missing


def submit(
    organisation: Organisation, conditions: Conditions, *, by: UUID | None, at: datetime
) -> list[OrganisationSubmitted | TaskOpened | TaskClosed]:
    """提交备案: judged by the rule set in force on the day of submission."""
    if organisation.state not in EDITABLE:
        raise FilingClosed(state=organisation.state)
    missing = shortfalls(organisation, conditions)
    if missing:
        raise ConditionsNotMet(f"依据 {conditions.source}", errors=missing)
    came_back = organisation.state is State.CORRECTION
    corrected = [TaskClosed.of(task_of(CORRECTION, organisation))] if came_back else []
    organisation.state = State.SUBMITTED
    organisation.submitted_at, organisation.submitted_by = at, by
    organisation.judged_by, organisation.returned_because = conditions.source, None
    return [OrganisationSubmitted(**said(organisation)), *corrected, TaskOpened.of(task_of(REVIEW, organisation))]


def _require_review(organisation: Organisation, by: UUID | None) -> None:
    if organisation.state is not State.SUBMITTED:
        raise NotAwaitingReview(state=organisation.state)
    if organisation.submitted_by == by:
        raise OwnSubmission


def return_(
    organisation: Organisation, *, reason: str, by: UUID | None
) -> list[OrganisationReturned | TaskClosed | TaskOpened]:
    """退回补正."""
    _require_review(organisation, by)
    organisation.state, organisation.returned_because = State.CORRECTION, reason
    reviewed = TaskClosed.of(task_of(REVIEW, organisation))
    return [OrganisationReturned(**said(organisation)), reviewed, TaskOpened.of(task_of(CORRECTION, organisation))]


def file(organisation: Organisation, *, number: str, by: UUID | None, on: date) -> list[OrganisationFiled | TaskClosed]:
    """准予备案: the town gives the filing number; a filed body has no credit code."""
    _require_review(organisation, by)
    organisation.state, organisation.number, organisation.filed_on = State.FILED, number, on
    reviewed = TaskClosed.of(task_of(REVIEW, organisation))
    return [OrganisationFiled(**said(organisation), number=number, valid_from=on), reviewed]


def deregister(organisation: Organisation, *, reason: str, on: date) -> OrganisationDeregistered:
    """注销备案: the record stays."""
    if organisation.state is not State.FILED:
        raise NotFiled(state=organisation.state)
    organisation.state, organisation.deregistered_on = State.DEREGISTERED, on
    organisation.deregistered_because = reason
    return OrganisationDeregistered(**said(organisation), valid_from=on)
