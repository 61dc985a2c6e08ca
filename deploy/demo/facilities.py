"""设施、进驻与岗位: a centre in every third community of two towns, who works there, and posts filled and vacant."""

from itertools import cycle
from typing import Any

from deploy.demo.cast import Cast, officer_of
from deploy.demo.city import City, content, together

TOWNS = ("441900003", "441900121")
EVERY = 3
OPENED_AGO, MOVED_IN_AGO = 700, 380
RENEWS_IN, RAN_OUT_AGO, LEFT_AGO = 350, 30, 90  # days
PLANNED_AGO, FILLED_AGO, VACATED_AGO = 300, 100, 60
POSTS = 10  # a town
FIELDS = ("community", "elderly", "children_youth", "social_assistance", "family")
ROOMS = ["服务大厅", "议事协商室", "社工室", "志愿者之家"]
HOURS = "周一至周六 8:30-12:00, 14:30-18:00"


async def furnish(city: City, cast: Cast, registered: list[dict[str, Any]], workers: dict[str, dict[str, Any]]) -> None:
    """All of it, town by town."""
    for town in TOWNS:
        found = await together(open_centre(city, cast, code, OPENED_AGO) for code in communities(city, town)[::EVERY])
        await _move_in(city, cast, town, found, registered, workers)
        await _posts(city, cast, town, workers)


def communities(city: City, town: str) -> list[str]:
    """The codes of a town's communities."""
    return sorted(code for code, area in city.areas.items() if area["level"] == "community" and code.startswith(town))


async def open_centre(city: City, cast: Cast, code: str, ago: int) -> Any:  # noqa: ANN401 - JSON
    """启用 of a community's centre, by its town."""
    body = {
        "area_id": city.area(code),
        "name": f"演示·{city.place(code)}综合服务管理中心",
        "kind": "service_centre",
        "address": f"{city.place(code)}党群服务中心",
        "rooms": ROOMS,
        "opening_hours": HOURS,
        "floor_area_m2": 260 + int(code[-3:]) % 9 * 40,
    }
    officer = cast[officer_of(code)].when(city.ago(ago))
    return await officer.post("/registry/facilities", body, key=f"demo.facility.{code}")


async def _move_in(
    city: City,
    cast: Cast,
    town: str,
    found: list[dict[str, Any]],
    registered: list[dict[str, Any]],
    workers: dict[str, dict[str, Any]],
) -> None:
    """An organisation in each; one agreement has run out and one was given up; the town's own workers in the first."""
    officer = cast[officer_of(town)]
    areas = {area["id"]: code for code, area in city.areas.items()}
    bodies = [each for each in registered if areas[each["area_id"]].startswith(town) and each["number"] is None]
    lasting = {"agreement": "综合服务管理中心进驻协议", "until": city.day(-RENEWS_IN).isoformat()}

    async def start(place: int, facility: dict[str, Any], who: dict[str, str]) -> None:
        over = {"until": city.day(RAN_OUT_AGO).isoformat()} if place == 1 else {}
        body, key = {"facility_id": facility["id"], **lasting, **over, **who}, f"demo.stationing.{facility['id']}"
        key += f".{place}" if "social_worker_id" in who else ""
        seen = await officer.when(city.ago(MOVED_IN_AGO)).post("/registry/stationings", body, key=key)
        if place == 2:  # noqa: PLR2004 - the third
            at, reason = city.ago(LEFT_AGO), {"reason": "项目结束, 双方同意提前退出"}
            path = f"/registry/stationings/{seen['id']}/ending"
            await officer.when(at).post(path, reason, seen=seen, key=f"{key}.ending")

    pairs = enumerate(zip(found, cycle(bodies), strict=False))
    await together(start(place, facility, {"organisation_id": body["id"]}) for place, (facility, body) in pairs)
    own = [workers[name] for name in _own_workers(town, MOVED_IN_AGO)]
    await together(start(100 + n, found[n], {"social_worker_id": each["id"]}) for n, each in enumerate(own))


def _own_workers(town: str, ago: int) -> list[str]:
    """The social workers that a town employs itself and had registered by then."""
    told = content("cast")["social_worker"]
    return [
        each["id"]
        for each in told
        if each["area"].startswith(town) and "organisation" not in each and each["ago"] > ago
    ]


async def _posts(city: City, cast: Cast, town: str, workers: dict[str, dict[str, Any]]) -> None:
    """Ten posts, filled as far as there are social workers; the last of them has left again."""
    officer = cast[officer_of(town)]
    own = _own_workers(town, FILLED_AGO)

    async def keep(place: int, code: str) -> None:
        body = {
            "area_id": city.area(code),
            "number": f"演示岗{code}-{place + 1:02d}",
            "field": FIELDS[place % len(FIELDS)],
            "employer_kind": "town_government",
            "full_time": True,
        }
        key = f"demo.post.{code}.{place}"
        seen = await officer.when(city.ago(PLANNED_AGO)).post("/registry/posts", body, key=key)
        if place >= len(own):
            return
        at, who = city.ago(FILLED_AGO), {"social_worker_id": workers[own[place]]["id"]}
        seen = await officer.when(at).post(
            f"/registry/posts/{seen['id']}/filling", who, seen=seen, key=f"{key}.filling"
        )
        if place == len(own) - 1:
            at, reason = city.ago(VACATED_AGO), {"reason": "调往其他岗位"}
            path = f"/registry/posts/{seen['id']}/vacation"
            await officer.when(at).post(path, reason, seen=seen, key=f"{key}.vacation")

    await together(keep(place, code) for place, code in enumerate(communities(city, town)[:POSTS]))
