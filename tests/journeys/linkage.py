"""The linkage loop at its thinnest, step by step through the gateway; shared by the journey and the fault tests."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from deploy.demo.people import Person
from tests.journeys.town import CITY, COMMUNITY, TOWN, Town, until


@dataclass
class Loop:
    """One run of the loop: who acts, and what each step left behind."""

    town: Town
    left: dict[str, Any] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    phone: str = ""

    async def gather(self) -> None:
        """Seven people, each with another role."""
        town = self.town
        self.people["resident"], self.phone = await town.resident()
        self.people["community"] = await town.staff("community_officer")
        self.people["reviewer"] = await town.staff("town_officer", TOWN)
        self.people["lead"] = await town.staff("social_worker")
        self.people["volunteer"] = await town.volunteer()
        self.people["second"] = await town.staff("bureau_officer", CITY)
        self.people["leader"] = town.leader
        self.left["worker"] = await town.social_worker()

    async def need(self) -> None:
        """A resident raises a need, the community takes it into the pool."""
        body = {"area_id": self.town.area(COMMUNITY), "title": "独居老人希望有人上门陪伴", "category": "elderly"}
        body["category"] = (await self.people["resident"].get("/projects/need-categories"))["items"][0]["code"]
        need = await self.people["resident"].post("/projects/needs", body)
        community = self.people["community"]
        seen = await community.get(need["links"].get("self", f"/api/projects/needs/{need['id']}"))
        self.left["need"] = await community.post(f"/projects/needs/{need['id']}/acceptance", seen=seen)

    async def project(self) -> None:
        """The community proposes, the town approves."""
        community, today = self.people["community"], datetime.now(UTC).date()
        body = {
            "need_ids": [self.left["need"]["id"]],
            "title": "邻里陪伴计划",
            "goals": ["每周上门陪伴 20 户"],
            "budget_fen": 5_000_000,
            "starts_on": today.isoformat(),
            "ends_on": (today + timedelta(days=200)).isoformat(),
        }
        project = await community.post("/projects/projects", body)
        project = await community.post(f"/projects/projects/{project['id']}/submission", seen=project)
        self.left["project"] = await self.people["reviewer"].post(
            f"/projects/projects/{project['id']}/approval", seen=project
        )

    async def activity(self, starts_at: datetime | None = None) -> None:
        """The social worker plans and publishes an activity that begins soon."""
        lead, worker = self.people["lead"], self.left["worker"]
        start = starts_at or datetime.now(UTC) + timedelta(minutes=30)
        body = {
            "title": "周末敬老陪伴",
            "starts_at": start.isoformat(),
            "ends_at": (start + timedelta(hours=2)).isoformat(),
            "place": {"name": "社区综合服务中心", "latitude": 23.02, "longitude": 113.75},
            "lead_social_worker_id": worker["id"],
            "resident_places": 30,
            "wanted": [{"role": "companion", "name": "陪伴员", "count": 2, "minimum_age": 16}],
        }
        path = f"/projects/projects/{self.left['project']['id']}/activities"

        async def planned() -> Any:
            return await lead.post(path, body)

        activity = await until(planned)  # the copy of the social worker may take a moment to arrive
        self.left["activity"] = await lead.post(f"/projects/activities/{activity['id']}/publication", seen=activity)

    async def sign_up(self) -> None:
        """The volunteer finds the activity and signs up."""
        volunteer, activity = self.people["volunteer"], self.left["activity"]

        async def offered() -> Any:
            return (await volunteer.get("/volunteers/opportunities", activity_id=activity["id"]))["items"]

        (opportunity,) = await until(offered)
        self.left["signup"] = await volunteer.post(f"/volunteers/opportunities/{opportunity['id']}/signups", {})

    async def attend(self) -> None:
        """Checks in at the start and out at the end, by the code on the lead's screen."""
        volunteer, lead = self.people["volunteer"], self.people["lead"]
        start = datetime.fromisoformat(self.left["activity"]["starts_at"])
        signup, activity = self.left["signup"], self.left["activity"]["id"]
        for verb, at in (("check-in", start), ("check-out", start + timedelta(minutes=110))):
            volunteer.at = lead.at = at
            code = (await lead.get(f"/volunteers/activities/{activity}/attendance-code"))["code"]
            body = {"code": code, "latitude": 23.0201, "longitude": 113.7501}
            signup = await volunteer.get(f"/volunteers/signups/{signup['id']}")
            path = f"/volunteers/signups/{signup['id']}/{verb}"
            self.left[verb] = await volunteer.post(path, body, seen=signup)
        volunteer.at = None

    async def held(self) -> None:
        """The lead records the residents who took part and marks the activity held."""
        lead, activity = self.people["lead"], self.left["activity"]["id"]
        lead.at = datetime.fromisoformat(self.left["activity"]["ends_at"])
        await lead.post(f"/projects/activities/{activity}/participations", {"phones": [self.phone]})
        seen = await lead.get(f"/projects/activities/{activity}")
        self.left["held"] = await lead.post(f"/projects/activities/{activity}/completion", seen=seen)

    async def confirm(self) -> None:
        """A second person confirms the hours."""
        second, activity = self.people["second"], self.left["activity"]["id"]
        second.at = datetime.fromisoformat(self.left["activity"]["ends_at"]) + timedelta(hours=1)

        async def waiting() -> Any:
            page = await second.get("/volunteers/hours", activity_id=activity, state="proposed")
            return page["items"]

        (hours,) = await until(waiting)
        self.left["hours"] = await second.post(f"/volunteers/hours/{hours['id']}/confirmation", seen=hours)

    async def answer(self) -> None:
        """The drawn resident answers the survey."""
        resident = self.people["resident"]
        resident.at = datetime.fromisoformat(self.left["activity"]["ends_at"]) + timedelta(hours=2)

        async def drawn() -> Any:
            mine = (await resident.get("/assessment/surveys/mine"))["items"]
            return [
                survey for survey in mine if survey["links"].get("activity", "").endswith(self.left["activity"]["id"])
            ]

        (survey,) = await until(drawn)
        self.left["answer"] = await resident.post(f"/assessment/surveys/{survey['survey_id']}/answers", {"score": 5})

    STEPS = (need, project, activity, sign_up, attend, held, confirm, answer)
