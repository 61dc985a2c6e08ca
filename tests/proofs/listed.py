"""Every read over volunteers and hours: officers' first, any and last pages and searches, managers' and one's own."""

import json
import random
from base64 import urlsafe_b64encode
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

import httpx

from chassis.principal import Role
from chassis.testing import CITY, Caller, Callers, Place
from tests.proofs.citizens import Citizen, organisation, organisations
from tests.proofs.measuring import Ask

SOME = 40
PAGE = 10  # rows: of ten thousand volunteers a community has sixteen, and pages of as many rows are compared


def _after(last: UUID | str) -> str:
    """The cursor of a page that begins below an id."""
    return urlsafe_b64encode(json.dumps([str(last)]).encode()).decode().rstrip("=")


def reads(
    callers: Callers, communities: Sequence[Place], people: int, entries: int, draw: random.Random
) -> dict[str, Ask]:
    """By name; officers of the city, of any town, of some communities, some managers and some volunteers ask."""
    city = callers.as_(Role.BUREAU_OFFICER)
    towns = sorted({each.parent for each in communities if each.parent}, key=lambda each: each.code)
    of_town = {each: callers.as_(Role.TOWN_OFFICER, each) for each in towns}
    of_community = {each: callers.as_(Role.COMMUNITY_OFFICER, each) for each in draw.sample(communities, 40)}
    some = range(min(SOME, organisations(people)))
    managers = {n: callers.as_(Role.ORGANISATION_MANAGER, organisation_id=organisation(n)) for n in some}
    phones = {
        n: callers.as_(Role.VOLUNTEER, account_id=Citizen(n).account_id) for n in draw.sample(range(people), SOME)
    }

    def someone() -> Citizen:
        return Citizen(draw.randrange(people))

    def entry() -> str:
        """An id among those of the entries."""
        return str(UUID(f"{1700000000000 + draw.randrange(entries) * 2:012x}70008000000000000000"))

    def by(path: str, scopes: Mapping[Any, Caller], **query: Callable[[], Any]) -> Ask:
        def ask() -> Awaitable[httpx.Response]:
            caller = draw.choice(list(scopes.values()))
            return caller.get(path, **{name: make() for name, make in query.items()})

        return ask

    def found() -> Awaitable[httpx.Response]:
        return city.post("/volunteers/search", {"id_type": "resident_id", "id_number": someone().document})

    whole, last_person, last_entry = (
        {CITY: city},
        Citizen(min(60, people - 1)).id,
        UUID(f"{1700000000200:012x}7{0:019x}"),
    )
    return {
        f"{what} of {whose}{which}": by(path, scopes, limit=lambda: PAGE, **query)
        for what, path, middle, last in (
            ("volunteers", "/volunteers", lambda: _after(someone().id), last_person),
            ("hours", "/hours", lambda: _after(entry()), last_entry),
        )
        for whose, scopes in (("the city", whole), ("a town", of_town), ("a community", of_community))
        for which, query in (
            (", first page", {}),
            (", any page", {"after": middle}),
            (", last page", {"after": lambda last=last: _after(last)}),
        )
    } | {
        "hours of an organisation, first page": by("/hours", managers, limit=lambda: PAGE),
        "hours of an organisation, any page": by("/hours", managers, after=lambda: _after(entry()), limit=lambda: PAGE),
        "hours of oneself": by("/hours", phones, limit=lambda: PAGE),
        "what is kept of oneself": by("/volunteers/mine", phones),
        "what is kept of oneself, to take away": by("/volunteers/mine/export", phones),
        "volunteers of a town, seen from the city": by(
            "/volunteers", whole, area_id=lambda: draw.choice(towns).id, limit=lambda: PAGE
        ),
        "volunteers of a group": by("/volunteers", whole, group=lambda: "retiree"),
        "a volunteer by number": by("/volunteers", whole, number=lambda: someone().number),
        "a volunteer by document": found,
        "hours of a volunteer": by("/hours", whole, volunteer_id=lambda: someone().id),
        "hours of a volunteer, summed": by("/hours/total", whole, volunteer_id=lambda: someone().id),
        "hours that wait in a town": by("/hours", of_town, state=lambda: "proposed"),
        "hours that wait in a community": by("/hours", of_community, state=lambda: "proposed"),
    }
