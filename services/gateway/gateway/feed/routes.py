"""The feed of facts for other systems: a service's own order, what lies in the client's area, without persons' keys."""

import time
from enum import StrEnum
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic import BaseModel
from pydantic_core import to_json

from chassis.access import Access, allow
from chassis.client import Neighbour, NeighbourSilent
from chassis.clock import day, wall
from chassis.feed import MEDIA_TYPE
from chassis.problems import Problem, problems
from chassis.transaction import TransactionRoute
from gateway.client.dated import ClientRule
from gateway.feed.dated import FeedRule
from gateway.permissions import Permission

router = APIRouter(prefix="/feed", tags=["对外事实订阅 feed"], route_class=TransactionRoute)

Reader = Annotated[Access, Depends(allow(Permission.FEED_READ))]
# Of a service's own feed, at a time; and how many such pages are looked through for one answer, so that a client of a
# small area neither waits for long nor holds anybody up: it goes on from where its answer says.
PAGE, MOST_PAGES = 1000, 10


class Source(StrEnum):
    """讲述事实的服务."""

    REGISTRY = "registry"
    PROJECTS = "projects"
    VOLUNTEERS = "volunteers"
    ASSESSMENT = "assessment"


class FactNotOffered(Problem):
    """这类事实不对外提供。"""

    status = 422


class OfferedFacts(BaseModel):
    """可订阅的事实类型, by service."""

    types: dict[Source, list[str]]


@router.get("")
async def offered(_by: Reader) -> OfferedFacts:
    """可订阅的事实类型."""
    rule = FeedRule.on(day(wall()))
    return OfferedFacts(types={source: rule.types(source) for source in Source})


@router.get(
    "/{source}",
    response_class=Response,
    responses={200: {"content": {MEDIA_TYPE: {}}}, **problems(FactNotOffered, NeighbourSilent)},
)
async def facts(
    source: Source,
    request: Request,
    by: Reader,
    after: Annotated[int, Query(ge=0, le=2**62)] = 0,
    type: Annotated[list[str] | None, Query(max_length=50)] = None,  # noqa: A002 - the parameter's name in http-feeds
    limit: Annotated[int, Query(ge=1, le=1000)] = 100,
    wait: Annotated[float, Query(ge=0, le=60)] = 0,
) -> Response:
    """事实订阅 (CloudEvents batch): those after a place, in their order; the link `next` says where to go on.

    The place moves on past what lies outside the client's area, so that an empty answer is not asked for again.
    """
    today = day(wall())
    rule, most = FeedRule.on(today), ClientRule.on(today)
    types = _asked_for(rule, source, type)
    neighbour: Neighbour = request.app.state.neighbours[source]
    until = time.monotonic() + min(wait, most.longest_wait_seconds)
    found, place = await _collected(neighbour, by, after, types, min(limit, most.most_facts), until)
    body = to_json([_outside(event, rule) for event in found])
    following = request.url.include_query_params(after=place)
    link = f'</api/gateway{following.path}?{following.query}>; rel="next"'
    return Response(body, media_type=MEDIA_TYPE, headers={"Link": link, "Sanshe-Next": str(place)})


def _asked_for(rule: FeedRule, source: Source, asked: list[str] | None) -> list[str]:
    """The types to be read; what is not offered is refused rather than silently left out."""
    known = rule.types(source)
    for place, name in enumerate(asked or ()):
        if name not in known:
            raise FactNotOffered(name, pointer=f"?type/{place}")
    return asked or known


async def _collected(
    neighbour: Neighbour, by: Access, after: int, types: list[str], limit: int, until: float
) -> tuple[list[dict[str, Any]], int]:
    """Facts within the client's area, and the place up to which all has been looked through."""
    found: list[dict[str, Any]] = []
    place = after
    for _ in range(MOST_PAGES):
        left = 0.0 if found else max(0.0, until - time.monotonic())
        query = {"after": place, "type": types, "limit": PAGE, "wait": left}
        events = await neighbour.get("/facts", query, patience=left + 5, tries=1)
        for event in events:
            if len(found) == limit:
                return found, place
            place = event["sansheseq"]
            if _lies_within(event, by):
                found.append(event)
        if len(events) < PAGE and (found or time.monotonic() >= until):
            break
    return found, place


def _lies_within(event: dict[str, Any], by: Access) -> bool:
    """What lies in no area, such as what is under seal, reaches nobody outside."""
    key = event["sanshescope"] or ""
    return bool(key) and any(low <= key < high for low, high in by.ranges)


def _outside(event: dict[str, Any], rule: FeedRule) -> dict[str, Any]:
    """As it leaves: without who acted, the inner path of the area and persons' keys, in whatever place."""
    data = {name: value for name, value in event["data"].items() if name not in rule.withheld}
    taken = {str(value) for name, value in event["data"].items() if name in rule.withheld}
    kept = {name: value for name, value in event.items() if name not in {"sansheactor", "sanshescope", "data"}}
    return {**kept, "subject": None if kept["subject"] in taken else kept["subject"], "data": data}
