"""Planning posts, filling them with registered social workers, and vacating them."""

from datetime import date
from typing import Any

from chassis.problems import Problem
from registry.facts import PostFilled, PostPlanned, PostVacated
from registry.post.model import Holding, Post
from registry.social_worker.model import EmployerKind, SocialWorker
from registry.social_worker.rules import EmployerMismatch
from registry.stationing.rules import require_in_force


class PostNumberTaken(Problem):
    """此岗位编号已用于其他岗位。"""


class PostHeld(Problem):
    """该岗位已有人在岗。"""


class PostVacant(Problem):
    """该岗位没有人在岗。"""


class EmployerDiffers(Problem):
    """该社工的用人单位与岗位的用人单位不一致。"""


class InAnotherPost(Problem):
    """该社工已在另一个全职岗位上。"""


def said(post: Post) -> dict[str, Any]:
    """What every fact about a post says."""
    names = ("number", "field", "employer_kind", "organisation_id", "full_time", "area_id", "scope_key")
    return {"post_id": post.id} | {name: getattr(post, name) for name in names}


def plan(post: Post, *, on: date) -> PostPlanned:
    """设岗, from today: an agency's post names the agency."""
    if (post.employer_kind is EmployerKind.AGENCY) != (post.organisation_id is not None):
        raise EmployerMismatch(pointer="/organisation_id")
    post.planned_on = on
    return PostPlanned(**said(post), valid_from=on)


def _present(post: Post) -> Holding | None:
    return next((each for each in post.holdings if each.ends_on is None), None)


def fill(post: Post, worker: SocialWorker, others: list[Post], *, on: date) -> PostFilled:
    """上岗: `others` are the posts that the worker holds now."""
    if _present(post) is not None:
        raise PostHeld
    require_in_force(worker, on)
    if (worker.employer_kind, worker.organisation_id) != (post.employer_kind, post.organisation_id):
        raise EmployerDiffers(pointer="/social_worker_id")
    if post.full_time and any(each.full_time for each in others):
        raise InAnotherPost(pointer="/social_worker_id")
    post.holdings.append(Holding(post_id=post.id, social_worker_id=worker.id, starts_on=on))
    post.version += 1
    return PostFilled(
        **said(post), social_worker_id=worker.id, person_id=worker.person_id, level=worker.level, valid_from=on
    )


def vacate(post: Post, worker: SocialWorker, *, reason: str, on: date) -> PostVacated:
    """离岗, with a reason; today is the first day without."""
    holding = _present(post)
    if holding is None:
        raise PostVacant
    holding.ends_on, holding.vacated_because = max(on, holding.starts_on), reason
    post.version += 1
    return PostVacated(**said(post), social_worker_id=worker.id, person_id=worker.person_id, valid_from=holding.ends_on)
