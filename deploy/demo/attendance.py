"""报名、签到、签退: volunteers take places and come by the lead's code; the lead marks the activity as held."""

from datetime import datetime, timedelta
from typing import Any

from deploy.demo.activities import Activity
from deploy.demo.city import City, until
from deploy.demo.residents import Volunteer

CHECK_IN = (timedelta(minutes=-12), timedelta(minutes=-4))  # from the start
CHECK_OUT = (timedelta(minutes=-10), timedelta(minutes=3))  # from the end
FEW = 4  # so many come at the same time, and need one code shown
MOST_SECONDS = 50  # after a code was shown that it is still typed
BESIDE = 0.0004  # degrees: some forty metres
HIDES_EACH = 3  # phone keeps its position to itself, where any does


async def sign_up(city: City, activity: Activity) -> list[dict[str, Any]]:
    """The roster takes what is offered, once it is."""
    anyone = city.anyone()

    async def offered() -> list[dict[str, Any]]:
        page = await anyone.get("/volunteers/opportunities", activity_id=activity.view["id"])
        found: list[dict[str, Any]] = page["items"]
        return found if len(found) == len(activity.told["wanted"]) else []

    return await take(activity, await until(offered))


async def take(activity: Activity, offered: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The roster, in its order: whoever comes after the last place waits."""
    offers = {offer["role"]: offer["id"] for offer in offered}
    seats = [offers[each["role"]] for each in activity.told["wanted"] for _ in range(each["count"])]
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
    times = 1 if len(came) <= FEW else 2
    shown = await _shown(activity, [activity.starts + each for each in CHECK_IN[:times]])
    for place, volunteer in enumerate(came):
        await _type(activity, volunteer, signups[place], place, "check-in", *shown[place % times])
    page = await activity.lead.get("/volunteers/signups", activity_id=activity.view["id"], limit=50)
    seen = {signup["id"]: signup for signup in page["items"]}
    shown = await _shown(activity, [activity.ends + each for each in CHECK_OUT[-times:]])
    for place, volunteer in enumerate(came):
        if not 1 <= place <= forgetful:
            await _type(activity, volunteer, seen[signups[place]["id"]], place, "check-out", *shown[place % times])
    if any(_hides(activity, place) for place in range(len(came))):
        await _vouch(activity)


def _hides(activity: Activity, place: int) -> bool:
    """Whether a phone keeps its position to itself: every third, but where all are told to show it."""
    return place % HIDES_EACH == HIDES_EACH - 1 and not activity.told.get("all_show")


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
    """One volunteer types the code some seconds later."""
    where = activity.view["place"]
    position = {"latitude": where["latitude"] + BESIDE, "longitude": where["longitude"] - BESIDE}
    body = {"code": code} | ({} if _hides(activity, place) else position)
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
    closer = activity.lead.when(activity.ends + timedelta(minutes=20))
    key = f"{activity.key}.completion"
    activity.view = await closer.post(f"{activity.path}/completion", seen=activity.view, key=key)


async def _join(activity: Activity) -> None:
    visitor, at = activity.participants[0].person, activity.starts + timedelta(minutes=20)
    code = (await activity.lead.when(at).get(f"{activity.path}/participation-code"))["code"]
    assert visitor is not None  # noqa: S101 - the visitor's phone is signed in
    await visitor.when(at).post(f"{activity.path}/participation", {"code": code}, key=f"{activity.key}.join")
