"""满意度调查: those drawn answer on their phones, most of them content; the towns close what is over."""

from datetime import datetime, timedelta
from random import Random
from typing import Any

from deploy.demo.activities import Activity
from deploy.demo.cast import Cast, officer_of
from deploy.demo.city import City, together, until
from deploy.demo.people import Refused
from deploy.demo.residents import Resident

SURVEYS = "/assessment/surveys"
OPEN_DAYS = 14
ANSWER = 0.84  # the share of those asked who answer
SCORES, WEIGHTS = (5, 4, 3, 2, 1), (50, 41, 6, 2, 1)
WORDS = {
    5: ("志愿者很耐心", "希望每个月都有", "谢谢社区", "老人家很开心", ""),
    4: ("场地再大一点就好", "时间可以再长些", "", "", ""),
    3: ("等的时间有点久", "通知得太晚", ""),
    2: ("名额太少,排不上",),
    1: ("到场才知道内容变了",),
}


async def answer_all(city: City, cast: Cast, held: list[Activity]) -> None:
    """Every survey is answered, and closed where its time is over."""
    surveys = await together(_survey(cast, activity) for activity in held)
    of = {activity.view["id"]: survey for activity, survey in zip(held, surveys, strict=True)}
    await together(
        _answer(of[activity.view["id"]], activity, resident) for activity in held for resident in _answering(activity)
    )
    await together(_close(city, cast, activity, of[activity.view["id"]]) for activity in held)


async def answer(survey: dict[str, Any], activity: Activity) -> None:
    """One survey is answered: it was long ago, and the service closes what is over."""
    for resident in _answering(activity):
        try:
            await _answer(survey, activity, resident)
        except Refused as refused:
            if refused.type not in {"survey-over", "not-drawn"}:
                raise


async def _survey(cast: Cast, activity: Activity) -> dict[str, Any]:
    """The survey of an activity, once the assessment has opened it."""

    async def opened() -> list[dict[str, Any]]:
        page = await cast["bureau.officer"].get(SURVEYS, activity_id=activity.view["id"])
        return list(page["items"])

    survey, *_ = await until(opened)
    return survey


def _answering(activity: Activity) -> list[Resident]:
    """Those who answer: where the survey is open only some so far, and never the visitor, who is to find it waiting."""
    draw, waiting = Random(f"answers {activity.told['id']}"), bool(activity.told.get("visitor_joins"))
    able = [each for each in activity.participants[waiting:] if each.person is not None]
    if "answered" in activity.told:
        return able[: activity.told["answered"]]
    return [each for each in able if draw.random() < ANSWER]


async def _answer(survey: dict[str, Any], activity: Activity, resident: Resident) -> None:
    draw = Random(f"{activity.told['id']} {resident.who.phone}")
    (score,) = draw.choices(SCORES, WEIGHTS)
    body = {"score": score, "comment": draw.choice(WORDS[score]) or None}
    at = activity.ends + timedelta(hours=draw.randint(2, 60))
    assert resident.person is not None  # noqa: S101 - those without a phone do not answer
    key = f"{activity.key}.answer.{resident.who.phone}"
    await resident.person.when(at).post(f"{SURVEYS}/{survey['id']}/answers", body, key=key)


async def _close(city: City, cast: Cast, activity: Activity, survey: dict[str, Any]) -> None:
    """As it stands after the answers."""
    if _over_at(activity) < city.began:
        seen = await cast[officer_of(activity.area)].get(f"{SURVEYS}/{survey['id']}")
        await close(city, cast, activity, seen)


async def close(city: City, cast: Cast, activity: Activity, seen: dict[str, Any]) -> None:
    """By the town's officer, the day after its time was over."""
    at = _over_at(activity)
    if at >= city.began or seen["closed_at"] is not None:  # the last one to answer has closed it
        return
    closer = cast[officer_of(activity.area)].when(at)
    try:
        await closer.post(f"{SURVEYS}/{seen['id']}/closure", seen=seen, key=f"{activity.key}.closure")
    except Refused as refused:
        # The service looks every minute, and may have been first.
        if refused.type not in {"survey-over", "version-stale"}:
            raise


def _over_at(activity: Activity) -> datetime:
    return activity.ends + timedelta(days=OPEN_DAYS + 1)
