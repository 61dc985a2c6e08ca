"""Tells what institutions do: classes and suspensions of organisations, posts, facilities, deliberations, money."""

from datetime import datetime

from chassis.testing import CITY, EAST, EAST_RC, Place
from services.assessment.tests.make import JUNE, City, named


def organisation(city: City, name: object, verb: str, on: str, place: Place = EAST_RC, **more: object) -> None:
    """A fact about an organisation of a class."""
    about = {"organisation_id": named(name), "kind": "social_association", "path": "filed", "valid_from": on}
    city.registry.tell(f"organisation.{verb}", place, **about, **{"category": "culture_sports", **more})


def suspension(
    city: City, name: object, on: str, until: str | None = None, verb: str = "suspended", place: Place = EAST_RC
) -> None:
    """An organisation is suspended, or resumes before that has run out."""
    more = {"until": until} if verb == "suspended" else {}
    organisation(city, name, verb, on, place, sanction_id=named(f"sanction of {name}"), ground="dormant", **more)


def post(city: City, name: object, verb: str, on: str, place: Place = EAST_RC) -> None:
    """Somebody takes a post or leaves it."""
    about = {"post_id": named(name), "number": str(name), "field": "community", "employer_kind": "town_government"}
    who = {"social_worker_id": named("worker"), "person_id": named("lead person")}
    city.registry.tell(f"post.{verb}", place, **about, organisation_id=None, full_time=True, valid_from=on, **who)


def facility(city: City, name: object, verb: str, on: str, place: Place = EAST_RC) -> None:
    """A facility opens or closes."""
    city.registry.tell(f"facility.{verb}", place, facility_id=named(name), kind="service_centre", valid_from=on)


def deliberation(city: City, name: object, verb: str, at: datetime = JUNE, **more: object) -> None:
    """A deliberation is held, concluded, or one of its items fed back."""
    about = {"deliberation_id": named(name), "category": "elderly", "need_ids": [named("need")]}
    city.projects.tell(f"deliberation.{verb}", EAST_RC, at, **about, **more)


def stage(city: City, kind: str, name: object, verb: str, at: datetime = JUNE, place: Place = EAST_RC) -> None:
    """A contract, an acceptance or a payment on its way."""
    about = {"contract_id": named("contract"), f"{kind}_id": named(name), "project_id": named("project")}
    about |= {"organisation_id": named("provider"), "stage_no": 1, "activity_ids": [], "title": "邻里互助服务"}
    city.projects.tell(f"{kind}.{verb}", place, at, **about, need_ids=[named("need")])


def budget(
    city: City, name: object, year: int, fen: int, verb: str = "granted", at: datetime = JUNE, place: Place = EAST
) -> None:
    """A budget is granted or changed."""
    spent = dict.fromkeys([f"{each}_fen" for each in ("committed", "tendered", "contracted", "payable", "paid")], 0)
    level = "city" if place is CITY else "town"
    about = {"budget_id": named(name), "level": level, "year": year, "available_fen": fen, **spent}
    city.projects.tell(f"budget.{verb}", place, at, **about)


def payment(city: City, name: object, of: object, amount_fen: int, at: datetime = JUNE) -> None:
    """A payment is made from a budget."""
    about = {"payment_id": named(name), "budget_id": named(of), "contract_id": named("contract")}
    up = {"project_id": named("project"), "need_ids": [named("need")]}
    city.projects.tell("payment.made", EAST_RC, at, **about, **up, amount_fen=amount_fen)
