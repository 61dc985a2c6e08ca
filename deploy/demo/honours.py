"""星级: who has served longest in a strong town asks for the first star; one has it, the other's notice lies open."""

from deploy.demo.activities import Activity
from deploy.demo.cast import Cast, officer_of
from deploy.demo.city import City
from deploy.demo.residents import Volunteer

HONOURS = "/volunteers/honours"
ENOUGH, CERTAINLY = 100, 4  # hours of the first star, and so many more
OPEN_AGO, NOTICE = 3, 21  # days: when the last one asked, and how long before the grant the notice is put up
STATEMENT = "两年来坚持参加社区志愿服务，已满一百小时，均有签到和第二人确认。"


async def honour_all(city: City, cast: Cast, held: dict[str, list[Activity]]) -> None:
    """`held` is by town; the first of its volunteers was there each time."""
    earned = [(town, day) for town, mine in held.items() if (day := _earned_ago(mine)) is not None]
    for town, day in earned:
        last, who = town == earned[-1][0], held[town][0].roster[0]
        await _ask(city, cast, town, who, ago=OPEN_AGO if last else max(day - 10, NOTICE + 2), granted=not last)


def _earned_ago(held: list[Activity]) -> int | None:
    """How many days ago somebody who was there each time had served long enough, if ever."""
    whole = 0.0
    for activity in sorted(held, key=lambda each: each.starts):
        whole += activity.told["hours"]
        if whole >= ENOUGH + CERTAINLY:
            return int(activity.told["ago"])
    return None


async def _ask(city: City, cast: Cast, town: str, who: Volunteer, *, ago: int, granted: bool) -> None:
    """Asked for by the volunteer, published by the town, granted by the city when nobody has objected."""
    officer, bureau, key = cast[officer_of(town)], cast["bureau.officer"], f"demo.honour.{who.who.phone}"
    body = {"stars": 1, "statement": STATEMENT}
    honour = await who.person.when(city.ago(ago, "20:15")).post(HONOURS, body, key=key)
    here = f"{HONOURS}/{honour['id']}"
    at = city.ago(ago - 1, "10:30")
    honour = await officer.when(at).post(f"{here}/publication", seen=honour, key=f"{key}.publication")
    if granted:
        at = city.ago(ago - 1 - NOTICE, "15:00")
        await bureau.when(at).post(f"{here}/grant", seen=honour, key=f"{key}.grant")
