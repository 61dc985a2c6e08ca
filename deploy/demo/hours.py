"""时长, what an activity comes to: proposed from attendance, confirmed by a second person, disputed, put right."""

import hashlib
import json
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from deploy.demo import activities, attendance
from deploy.demo.activities import Activity
from deploy.demo.attendance import who_came
from deploy.demo.cast import Cast, officer_of
from deploy.demo.city import City, until
from deploy.demo.organisations import DRAFTERS
from deploy.demo.people import Person

CONFIRMED_AFTER = timedelta(days=2)
CORRECTED_MINUTES = 90
HOURS = "/volunteers/hours"


async def carry_out(city: City, cast: Cast, activity: Activity) -> None:
    """From the sign-ups to the hours, as far as the activity came."""
    state = activity.told["state"]
    if state == "planned":
        return
    signups = await attendance.sign_up(city, activity)
    if state == "cancelled":
        await activities.cancel(city, activity)
    elif state == "held":
        await attendance.attend(activity, signups)
        await attendance.hold(activity)
        await _settle(cast, activity, signups)


async def _settle(cast: Cast, activity: Activity, signups: list[dict[str, Any]]) -> None:
    """What becomes of the hours of an activity that was held."""
    told, second = activity.told, cast[DRAFTERS.get(activity.area, officer_of(activity.area))]
    if told.get("manual"):
        await _enter(activity, signups[-1])
    entries = await _proposed(activity, second, len(who_came(activity)) + bool(told.get("manual")))
    unconfirmed = {each.view["id"] for each in activity.roster[len(activity.roster) - told.get("unconfirmed", 0) :]}
    if "dispute" in told:
        await _dispute(activity, entries)
    at = activity.ends + CONFIRMED_AFTER
    counted = [each for each in entries if each["volunteer_id"] not in unconfirmed]
    await confirm(second.when(at), activity.key, counted)
    if told.get("counter"):
        await _put_right(cast, activity, second)


async def _enter(activity: Activity, signup: dict[str, Any]) -> None:
    """补录: the lead, for somebody whose phone was flat."""
    body = {
        "signup_id": signup["id"],
        "starts_at": activity.starts.isoformat(),
        "ends_at": (activity.ends - timedelta(minutes=30)).isoformat(),
        "reason": "手机没电未能签到,现场签到表有本人签名,负责人核对。",
    }
    await activity.lead.when(activity.ends + timedelta(hours=3)).post(HOURS, body, key=f"{activity.key}.manual")


async def _proposed(activity: Activity, second: Person, expected: int) -> list[dict[str, Any]]:
    """The entries, once all have been proposed."""

    async def complete() -> list[dict[str, Any]]:
        page = await second.get(HOURS, activity_id=activity.view["id"], limit=50)
        found: list[dict[str, Any]] = page["items"]
        return found if len(found) >= expected else []

    return await until(complete)


async def _dispute(activity: Activity, entries: list[dict[str, Any]]) -> None:
    """异议, by the last of the roster."""
    volunteer = activity.roster[-1]
    entry = next(each for each in entries if each["volunteer_id"] == volunteer.view["id"])
    body, key = {"reason": activity.told["dispute"]}, f"{activity.key}.dispute"
    path, at = f"{HOURS}/{entry['id']}/dispute", activity.ends + timedelta(hours=5)
    await volunteer.person.when(at).post(path, body, seen=entry, key=key)


async def confirm(second: Person, of: str, entries: Iterable[dict[str, Any]]) -> None:
    """In one batch; after a cut-off, those that still wait."""
    items = [{"id": each["id"], "version": each["version"]} for each in entries if each["state"] == "proposed"]
    if items:
        batch = hashlib.sha256(json.dumps(items, sort_keys=True).encode()).hexdigest()[:16]
        await second.post(f"{HOURS}/confirmations", {"items": items}, key=f"{of}.confirmations.{batch}")


async def _put_right(cast: Cast, activity: Activity, second: Person) -> None:
    """冲正 of the first of the roster; somebody else confirms what it should have been."""
    first, at = activity.roster[0].view["id"], activity.ends + timedelta(days=5)
    page = await second.get(HOURS, activity_id=activity.view["id"], volunteer_id=first, limit=50)
    entry = next(each for each in page["items"] if each["source"] == "attendance")
    body = {"minutes": CORRECTED_MINUTES, "reason": "误计入布置场地前的等候时间,经本人确认更正。"}
    path = f"{HOURS}/{entry['id']}/counter-entry"
    _, _, right = await second.when(at).post(path, body, seen=entry, key=f"{activity.key}.counter")
    third = cast[officer_of(activity.area)].when(at + timedelta(days=1))
    await third.post(f"{HOURS}/{right['id']}/confirmation", seen=right, key=f"{activity.key}.counter-confirmation")
