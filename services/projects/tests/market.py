"""Makes what the tests of the money path start from: a contract, what is done under it, accepted and paid."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from typing import Any
from uuid import uuid4

from chassis.follow import apply
from projects.projections import projections
from services.projects.tests.answers import made
from services.projects.tests.buying import EVIDENCE, Buying
from services.projects.tests.make import event


@dataclass
class Market(Buying):
    """Everybody who buys, delivers, accepts and pays."""

    seqs: Iterator[int] = field(default_factory=lambda: count(1))
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def outing(self, moment: datetime | None = None) -> dict[str, Any]:
        """The plan of an activity, led by a worker of the town."""
        starts_at = (moment or self.after_notice) + self.later
        return {
            "title": "探访",
            "starts_at": starts_at.isoformat(),
            "ends_at": (starts_at + timedelta(hours=2)).isoformat(),
            "place": {"name": "社区中心", "latitude": None, "longitude": None},
            "lead_social_worker_id": str(self.town.lead),
            "wanted": [],
            "resident_places": 20,
        }

    async def published(self, contract: dict[str, Any], moment: datetime) -> dict[str, Any]:
        """An activity of the contract's project, published."""
        plan = self.outing(moment)
        worker = self.at(self.town.worker, self.after_notice)
        activity = made(await worker.post(f"/projects/{contract['project_id']}/activities", plan), 201)
        return made(await worker.post(f"/activities/{activity['id']}/publication", seen=activity))

    async def held(self, contract: dict[str, Any], moment: datetime) -> dict[str, Any]:
        """An activity that was held."""
        activity = await self.published(contract, moment)
        worker = self.at(self.town.worker, moment + timedelta(hours=3))
        return made(await worker.post(f"/activities/{activity['id']}/completion", seen=activity))

    async def requested(
        self, contract: dict[str, Any] | None = None, stage_no: int = 1, moment: datetime | None = None
    ) -> dict[str, Any]:
        """An acceptance that was asked for."""
        contract = contract or await self.signed()
        winner = self.at(self.providers[0], moment or self.after_notice)
        body = {"stage_no": stage_no, "evidence": [{"name": each, "text": "见附件"} for each in EVIDENCE]}
        seen = made(await winner.get(f"/contracts/{contract['id']}"))
        return made(await winner.post(f"/contracts/{contract['id']}/acceptances", body, seen=seen), 201)

    async def surveyed(self, acceptance: dict[str, Any], share_ppm: int | None, answered: int = 30) -> None:
        """The survey of the stage was closed."""
        data = {
            "survey_id": str(uuid4()),
            "acceptance_id": acceptance["id"],
            "contract_id": acceptance["contract_id"],
            "project_id": acceptance["project_id"],
            "stage_no": acceptance["stage_no"],
            "drawn": 40,
            "answered": answered,
            "satisfied": answered,
            "bound_ppm": share_ppm,
            "share_ppm": share_ppm,
            "rule_source": "测试",
        }
        heard = event("assessment.stage_survey.closed.v1", data, seq=next(self.seqs)) | {"source": "/assessment"}
        await apply(self.app.state.sessions, projections, "assessment", [heard])

    async def passed(self, acceptance: dict[str, Any]) -> dict[str, Any]:
        """An acceptance that a second officer passed; its payment."""
        officer = self.at(self.officer, self.after_notice)
        seen = made(await officer.get(f"/acceptances/{acceptance['id']}"))
        body = {"opinion": "材料齐全，同意验收"}
        made(await officer.post(f"/acceptances/{acceptance['id']}/passing", body, seen=seen))
        payments = made(await officer.get(f"/payments?contract_id={acceptance['contract_id']}"))["items"]
        return next(each for each in payments if each["acceptance_id"] == acceptance["id"])

    async def pay(self, payment: dict[str, Any]) -> dict[str, Any]:
        """制单 by one, paid by another."""
        first, second = self.at(self.officer, self.after_notice), self.at(self.second, self.after_notice)
        payment = made(await first.post(f"/payments/{payment['id']}/request", seen=payment))
        body = {"reference": f"国库〔2026〕{next(self.numbers):04}"}
        return made(await second.post(f"/payments/{payment['id']}/making", body, seen=payment))
