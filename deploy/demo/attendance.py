"""报名、签到、签退: volunteers take places and come by the lead's code; the lead marks the activity as held."""

from datetime import datetime, timedelta
from typing import Any

from deploy.demo.activities import Activity
from deploy.demo.city import City, until
from deploy.demo.residents import Volunteer

CHECK_IN = (timedelta(minutes=-12), timedelta(minutes=-4))  # from the start
CHECK_OUT = (timedelta(minutes=-10), timedelta(minutes=3))  # from the end
MOST_SECONDS = 50  # after a code was shown that it is still typed
BESIDE = 0.0004  # degrees: some forty metres


async def sign_up(city: City, activity: Activity) -> list[dict[str, Any]]:
    """The roster, in its order: whoever comes after the last place waits."""
    anyone = city.anyone()

    async def offered() -> list[dict[str, Any]]:
        page = await anyone.get("/volunteers/opportunities", activity_id=activity.view["id"])
        found: list[dict[str, Any]] = page["items"]
        return found if len(found) == len(activity.told["wanted"]) else []

    offers = {offer["role"]: offer for offer in await until(offered)}
    seats = [offers[each["role"]]["id"] for each in activity.told["wanted"] for _ in range(each["count"])]
    opened = datetime.fromisoformat(activity.view["published_at"])
    return [
        await volunteer.person.when(opened + timedelta(hours=2 + 5 * place)).post(
            f"/volunteers/opportunities/{seats[min(place, len(seats) - 1)]}/signups",
            {},
            key=f"{activity.key}.signup.{volunteer.who.phone}",
        )
        for place, volunteer in enumerate(activity.roster)
    ]


def who_came(activity: Activity) -> list[Volunteer]:
    """All but the last few of the roster."""
    return activity.roster[: len(activity.roster) - activity.told.get("absent", 0)]


async def attend(activity: Activity, signups: list[dict[str, Any]]) -> None:
    """Check-in and, but for those who forget, check-out."""
    came, forgetful = who_came(activity), activity.told.get("forgets", 0)
    shown = await _shown(activity, [activity.starts + each for each in CHECK_IN])
    for place, volunteer in enumerate(came):
        await _type(activity, volunteer, signups[place], place, "check-in", *shown[place % 2])
    page = await activity.lead.get("/volunteers/signups", activity_id=activity.view["id"], limit=50)
    seen = {signup["id"]: signup for signup in page["items"]}
    shown = await _shown(activity, [activity.ends + each for each in CHECK_OUT])
    for place, volunteer in enumerate(came):
        if not 1 <= place <= forgetful:
            await _type(activity, volunteer, seen[signups[place]["id"]], place, "check-out", *shown[place % 2])
    await _vouch(activity)


async def _vouch(activity: Activity) -> None:
    """证明在场: the lead, for those whose phone kept its position to itself."""
    lead = activity.lead.when(activity.ends + timedelta(minutes=10))
    page = await lead.get("/volunteers/attendances", activity_id=activity.view["id"], unvouched="true", limit=50)
    for each in page["items"]:
        path, key = f"/volunteers/attendances/{each['id']}/vouching", f"{activity.key}.vouching.{each['volunteer_id']}"
        await lead.post(path, {"reason": "负责人当天在现场,逐人核对在场"}, seen=each, key=key)


async def _shown(activity: Activity, instants: list[datetime]) -> list[tuple[datetime, str]]:
    """The codes on the lead's screen at some instants."""
    path = f"/volunteers/activities/{activity.view['id']}/attendance-code"
    return [(at, (await activity.lead.when(at).get(path))["code"]) for at in instants]


async def _type(
    activity: Activity, volunteer: Volunteer, signup: dict[str, Any], place: int, verb: str, shown: datetime, code: str
) -> None:
    """One volunteer types the code some seconds later; every third phone keeps its position to itself."""
    where = activity.view["place"]
    position = {"latitude": where["latitude"] + BESIDE, "longitude": where["longitude"] - BESIDE}
    body = {"code": code} | (position if place % 3 < 2 else {})  # noqa: PLR2004
    at = shown + timedelta(seconds=place * 7 % MOST_SECONDS)
    key = f"{activity.key}.{verb}.{volunteer.who.phone}"
    await volunteer.person.when(at).post(f"/volunteers/signups/{signup['id']}/{verb}", body, seen=signup, key=key)


async def hold(activity: Activity) -> None:
    """The residents who took part are recorded, one of them by herself, and the activity is marked as held."""
    if activity.told.get("visitor_joins"):
        await _join(activity)
    by_themselves = 1 if activity.told.get("visitor_joins") else 0
    phones = [each.who.phone for each in activity.participants[by_themselves:]]
    recorder = activity.lead.when(activity.ends - timedelta(minutes=15))
    await recorder.post(f"{activity.path}/participations", {"phones": phones}, key=f"{activity.key}.participations")
    seen = await recorder.get(activity.path)
    closer = activity.lead.when(activity.ends + timedelta(minutes=20))
    activity.view = await closer.post(f"{activity.path}/completion", seen=seen, key=f"{activity.key}.completion")


async def _join(activity: Activity) -> None:
    visitor, at = activity.participants[0].person, activity.starts + timedelta(minutes=20)
    code = (await activity.lead.when(at).get(f"{activity.path}/participation-code"))["code"]
    assert visitor is not None  # noqa: S101 - the visitor's phone is signed in
    await visitor.when(at).post(f"{activity.path}/participation", {"code": code}, key=f"{activity.key}.join")
