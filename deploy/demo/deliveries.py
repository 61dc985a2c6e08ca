"""履约: a contract's activities, stage by stage; what was asked to be accepted, put right, accepted, answered, paid."""

from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import Any

from deploy.demo import activities, hours, surveys
from deploy.demo.activities import Activity
from deploy.demo.cast import Cast
from deploy.demo.city import City, content, together, until
from deploy.demo.people import Person
from deploy.demo.purchases import EVIDENCE, SECOND
from deploy.demo.residents import People, Resident

CORRECTION_DAYS = 7


async def deliver_all(
    city: City, cast: Cast, people: People, contracts: dict[str, dict[str, Any]], workers: dict[str, dict[str, Any]]
) -> list[Activity]:
    """Every stage as far as it came; an acceptance takes in all that was held before it, so one after the other."""
    held: list[Activity] = []
    told = content("purchases")
    for purchase in told["purchase"]:
        if purchase["id"] not in contracts:
            continue
        contract = contracts[purchase["id"]]
        for no, stage in enumerate(purchase["stages"], start=1):
            projects = {purchase["id"]: {"id": contract["project_id"]}}
            planned = await activities.plan_all(city, cast, people, projects, workers, stage=no)
            await together(hours.carry_out(city, cast, activity) for activity in planned)
            held += planned
            if "asked" in stage:
                provider, officer = cast[purchase["bids"][0]["by"]], cast[told["budget"]["by"]]
                key = f"demo.purchase.{purchase['id']}.stage.{no}"
                who = sorted({each.who.phone: each for one in planned for each in one.participants}.items())
                stage_ = _Stage(city, cast, stage, no, contract["id"], provider, officer, key)
                await stage_.go([resident for _, resident in who])
    return held


@dataclass(frozen=True)
class _Stage:
    """One stage of a contract."""

    city: City
    cast: Cast
    told: dict[str, Any]
    no: int
    contract_id: str
    provider: Person
    officer: Person
    key: str

    async def go(self, asked: list[Resident]) -> None:
        """From the request for acceptance to the payment, as far as it is told."""
        evidence = [{"name": each, "text": "见本阶段活动记录与台账(演示)"} for each in EVIDENCE]
        provider = self.provider.when(self.city.ago(self.told["asked"]))
        path = f"/projects/contracts/{self.contract_id}"
        body = {"stage_no": self.no, "evidence": evidence}
        key = f"{self.key}.acceptance"
        acceptance = await provider.post(f"{path}/acceptances", body, seen=await provider.get(path), key=key)
        await together(self._answer(resident) for resident in asked)
        if "findings" in self.told:
            acceptance = await self._corrected(acceptance, evidence)
        if "passed" in self.told:
            await self._passed(acceptance)
        if "requested" in self.told:
            await self._paid()

    async def _answer(self, resident: Resident) -> None:
        """About the stage, the day after it was asked to be accepted."""
        draw = Random(f"{self.key} {resident.who.phone}")
        person = resident.person
        assert person is not None  # noqa: S101 - whose answers pay has a phone
        person = person.when(self.city.ago(self.told["asked"] - 1, f"{draw.randint(9, 20):02}:00"))

        async def drawn() -> str | None:
            mine = (await person.get(f"{surveys.SURVEYS}/mine", limit=100))["items"]
            return next((each["survey_id"] for each in mine if each["stage_no"] == self.no), None)

        survey_id = await until(drawn)
        (score,) = draw.choices(surveys.SCORES, surveys.WEIGHTS)
        body = {"score": score, "comment": draw.choice(surveys.WORDS[score]) or None}
        key = f"{self.key}.answer.{resident.who.phone}"
        await person.post(f"{surveys.SURVEYS}/{survey_id}/answers", body, key=key)

    async def _corrected(self, acceptance: dict[str, Any], evidence: list[dict[str, str]]) -> dict[str, Any]:
        told, path = self.told, f"/projects/acceptances/{acceptance['id']}"
        due = self.city.day(told["corrected"]) + timedelta(days=CORRECTION_DAYS)
        body = {"findings": told["findings"], "due_on": due.isoformat()}
        officer = self.officer.when(self.city.ago(told["corrected"]))
        seen = await officer.post(f"{path}/correction", body, seen=acceptance, key=f"{self.key}.correction")
        replies = [{"finding_id": each["id"], "text": "已补充,见更正后的材料"} for each in seen["findings"]]
        provider = self.provider.when(self.city.ago(told["resubmitted"]))
        again: dict[str, Any] = await provider.post(
            f"{path}/resubmission",
            {"evidence": evidence, "replies": replies},
            seen=seen,
            key=f"{self.key}.resubmission",
        )
        return again

    async def _passed(self, acceptance: dict[str, Any]) -> None:
        path = f"/projects/acceptances/{acceptance['id']}"
        officer = self.officer.when(self.city.ago(self.told["passed"]))

        async def surveyed() -> dict[str, Any] | None:
            now: dict[str, Any] = await officer.get(path)
            return now if now["survey"] else None

        opinion = {"opinion": "材料齐全,活动与约定一致,同意通过"}
        await officer.post(f"{path}/passing", opinion, seen=await until(surveyed), key=f"{self.key}.passing")

    async def _paid(self) -> None:
        """制单 by the officer; 付款 by another, where it is told."""
        officer = self.officer.when(self.city.ago(self.told["requested"]))
        found = (await officer.get("/projects/payments", contract_id=self.contract_id))["items"]
        payment = next(each for each in found if each["stage_no"] == self.no)
        path = f"/projects/payments/{payment['id']}"
        payment = await officer.post(f"{path}/request", seen=payment, key=f"{self.key}.request")
        if "paid" in self.told:
            second, paid = self.cast[SECOND].when(self.city.ago(self.told["paid"])), self.city.day(self.told["paid"])
            body = {"reference": f"演库〔{paid.year}〕{self.told['paid']:04d}"}
            await second.post(f"{path}/making", body, seen=payment, key=f"{self.key}.making")
