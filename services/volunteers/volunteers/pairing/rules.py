"""Pairing a social worker with a team, and handing the team over: it is never left alone unseen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from chassis.access import Access
from chassis.database import new_id
from chassis.facts import Fact
from chassis.problems import Problem
from chassis.tasks import Task
from volunteers.dated import PairingRule
from volunteers.facts import TaskClosed, TaskOpened
from volunteers.pairing.facts import PairingEnded, PairingHandedOver, PairingHandoverDue, PairingStarted
from volunteers.pairing.model import Leaving, Pairing, Span, State
from volunteers.pairing.worker import PostCopy, SocialWorkerCopy
from volunteers.team.model import Team
from volunteers.team.rules import require_standing, unpaired, whose


class WorkerNotRegistered(Problem):
    """该社工未登记，或者登记已失效。"""

    status = 422


class WorkerNotInPost(Problem):
    """该社工不在岗。"""

    status = 422


class SpanExceeded(Problem):
    """超过一名社工结对的跨度上限。"""


class TeamPaired(Problem):
    """该志愿服务队已有结对社工。"""


class PairingOver(Problem):
    """此结对已交接或结束。"""


class HandoverWaits(Problem):
    """此结对已在等待交接。"""


class SameWorker(Problem):
    """继任社工与现任社工是同一人。"""


class SuccessorNeeded(Problem):
    """该志愿服务队还有待办的活动或待交接的结对，须先交接给继任社工。"""


class NotYourPairing(Problem):
    """只能由本人或主管提出交接。"""

    status = 403


class DayOutOfReach(Problem):
    """结对日期须在队伍成立、上一结对结束之后，且不晚于今日。"""

    status = 422


@dataclass(frozen=True, slots=True)
class Candidate:
    """一名社工: as registered, where they work, and how far they span."""

    worker: SocialWorkerCopy | None
    posts: Sequence[PostCopy]
    span: Span


def said(pairing: Pairing, on: date) -> dict[str, Any]:
    """What every fact about a pairing says."""
    names = ("team_id", "organisation_id", "social_worker_id", "area_id", "scope_key")
    copied = {name: getattr(pairing, name) for name in names}
    return {
        "pairing_id": pairing.id,
        **copied,
        "field": pairing.team.field,
        "members": pairing.team.members,
        "valid_from": on,
    }


def waits(pairing: Pairing) -> Task:
    """待交接: a team whose social worker has left."""
    href = f"/api/volunteers/pairings/{pairing.id}"
    until = pairing.handover_until
    return Task("pairing-handover", href=href, record_id=pairing.id, due_on=until, **whose(pairing.team))


def require_fit(by: Candidate, team: Team, rule: PairingRule, *, on: date) -> SocialWorkerCopy:
    """Registered, in post, and not spread too thin."""
    if by.worker is None or not by.worker.is_registered(on):
        raise WorkerNotRegistered(pointer="/social_worker_id")
    if not by.posts:
        raise WorkerNotInPost(pointer="/social_worker_id")
    if by.span.teams + 1 > rule.most_teams:
        raise SpanExceeded(f"至多 {rule.most_teams} 支队伍，现有 {by.span.teams} 支", pointer="/social_worker_id")
    if by.span.volunteers + team.members > rule.most_volunteers:
        detail = f"至多 {rule.most_volunteers} 人，现有 {by.span.volunteers} 人，该队 {team.members} 人"
        raise SpanExceeded(detail, pointer="/social_worker_id")
    return by.worker


def _made(team: Team, worker: SocialWorkerCopy, starts_on: date) -> Pairing:
    same = {name: getattr(team, name) for name in ("area_id", "scope_key", "organisation_id")}
    who = {"social_worker_id": worker.id, "person_id": worker.person_id}
    return Pairing(
        id=new_id(), team=team, team_id=team.id, state=State.RUNNING, starts_on=starts_on, ends_on=None, **same, **who
    )


def start(
    team: Team, by: Candidate, last: Pairing | None, rule: PairingRule, *, starts_on: date, on: date
) -> tuple[Pairing, list[Fact]]:
    """结对, from a day: `last` is the team's newest pairing."""
    require_standing(team)
    if last is not None and last.is_open:
        raise TeamPaired(pairing_id=str(last.id))
    earliest = max(team.formed_on, last.ends_on) if last is not None and last.ends_on else team.formed_on
    if not earliest <= starts_on <= on:
        raise DayOutOfReach(f"{earliest} 至 {on}", pointer="/starts_on")
    pairing = _made(team, require_fit(by, team, rule, on=on), starts_on)
    begun = PairingStarted(**said(pairing, starts_on), predecessor_id=None)
    return pairing, [begun, TaskClosed.of(unpaired(team))]


def release(pairing: Pairing, *, reason: str, by: Access, keeps: bool, rule: PairingRule, on: date) -> list[Fact]:
    """提出交接, by the worker or by who keeps the pairing."""
    if not keeps and (by.principal.person_id is None or by.principal.person_id != pairing.person_id):
        raise NotYourPairing
    if not pairing.is_open:
        raise PairingOver(state=pairing.state)
    if pairing.state is State.HANDOVER_DUE:
        raise HandoverWaits
    pairing.reason = reason
    return fall_due(pairing, because=Leaving.RELEASED, rule=rule, on=on)


def fall_due(pairing: Pairing, *, because: Leaving, rule: PairingRule, on: date) -> list[Fact]:
    """待交接: the worker is gone, the team is not; nothing happens twice."""
    if pairing.state is not State.RUNNING:
        return []
    pairing.state, pairing.handover_because = State.HANDOVER_DUE, because
    pairing.handover_since = max(on, pairing.starts_on)
    pairing.handover_until = rule.handover_by(pairing.handover_since)
    due = PairingHandoverDue(**said(pairing, pairing.handover_since), because=because, until=pairing.handover_until)
    return [due, TaskOpened.of(waits(pairing))]


def hand_over(pairing: Pairing, by: Candidate, rule: PairingRule, *, note: str, on: date) -> tuple[Pairing, list[Fact]]:
    """交接: the team is the successor's from today; who came back into service may have it again."""
    if not pairing.is_open:
        raise PairingOver(state=pairing.state)
    if pairing.state is State.RUNNING and by.worker is not None and by.worker.id == pairing.social_worker_id:
        raise SameWorker(pointer="/social_worker_id")
    day = max(on, pairing.starts_on)
    successor = _made(pairing.team, require_fit(by, pairing.team, rule, on=on), day)
    successor.predecessor_id = pairing.id
    decided = [TaskClosed.of(waits(pairing))] if pairing.state is State.HANDOVER_DUE else []
    pairing.state, pairing.ends_on, pairing.handover_note = State.HANDED_OVER, day, note
    over = {"successor_id": successor.id, "successor_social_worker_id": successor.social_worker_id}
    begun = PairingStarted(**said(successor, day), predecessor_id=pairing.id)
    return successor, [PairingHandedOver(**said(pairing, day), **over), begun, *decided]


def end(pairing: Pairing, *, coming: int, reason: str, on: date) -> list[Fact]:
    """结束结对: only where nothing of the team is to come; the team then waits for another worker."""
    if not pairing.is_open:
        raise PairingOver(state=pairing.state)
    if coming or pairing.state is State.HANDOVER_DUE:
        raise SuccessorNeeded(coming=coming)
    return [*close(pairing, reason=reason, on=on), TaskOpened.of(unpaired(pairing.team))]


def close(pairing: Pairing, *, reason: str, on: date) -> list[Fact]:
    """The pairing is over, without anybody after it."""
    decided = [TaskClosed.of(waits(pairing))] if pairing.state is State.HANDOVER_DUE else []
    pairing.state, pairing.ends_on, pairing.reason = State.ENDED, max(on, pairing.starts_on), reason
    return [PairingEnded(**said(pairing, pairing.ends_on)), *decided]
