"""The targets that the plan and its superior texts set, as dated data with their source."""

import tomllib
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from uuid import UUID, uuid5

from pydantic import BaseModel, ConfigDict

from assessment.target.model import Aim, OrganKind, Target

FILE = Path(__file__).resolve().parents[2] / "data" / "targets.toml"


class Initial(BaseModel):
    """One target of the file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    indicator: Aim
    organ_kind: OrganKind | None = None
    value: float
    valid_from: date
    deadline: date | None = None
    source: str
    clause: str | None = None
    assumption: bool


@lru_cache(maxsize=1)
def _listed() -> list[Initial]:
    return [Initial.model_validate(each) for each in tomllib.loads(FILE.read_text(encoding="utf-8"))["target"]]


def initial(city_id: UUID, at: datetime) -> list[Target]:
    """The file's targets for a city; their ids follow from what they are, so loading twice is loading once."""
    return [
        Target(
            id=uuid5(city_id, f"{each.indicator}|{each.organ_kind}|{each.valid_from}"),
            version=1,
            area_id=city_id,
            set_at=at,
            **each.model_dump(),
        )
        for each in _listed()
    ]
