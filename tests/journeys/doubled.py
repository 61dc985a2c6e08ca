"""One person registered under two kinds of documents, so that the screens of possible duplicates have a record."""

from chassis.person import check_character
from deploy.demo.people import Person
from tests.journeys.town import COMMUNITY, Town, until


async def doubled(officer: Person, town: Town) -> dict[str, str]:
    """The id of the pair, by the path of its screens."""
    who, area = town.grown_up(), {"area_id": town.area(COMMUNITY), "groups": [], "skills": []}
    first = f"810000{who.born_on:%Y%m%d}{next(town.serial) % 1000:03d}"
    documents = {"resident_id": who.id_number, "hk_macau_residence": first + check_character(first)}
    registered = set()
    for id_type, id_number in documents.items():
        someone, _ = await town.resident()
        body = area | {"name": who.name, "id_type": id_type, "id_number": id_number}
        registered.add((await someone.post("/volunteers/volunteers", body))["id"])

    async def found() -> str | None:
        pairs = (await officer.get("/volunteers/duplicates", limit=200))["items"]
        of_both = (each["id"] for each in pairs if {side["volunteer_id"] for side in each["sides"]} == registered)
        return next(of_both, None)

    return {"/volunteers/duplicates": await until(found)}
