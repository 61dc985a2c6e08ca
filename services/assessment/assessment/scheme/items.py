"""The items of a scheme: computed from an indicator, or reported by the town and judged by the bureau."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from assessment.scheme.scoring import Scoring


class Item(BaseModel):
    """考核项目; without an indicator nothing is computed: the town reports, the bureau gives the points."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    code: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{1,39}$")]
    name: Annotated[str, Field(min_length=2, max_length=60)]
    basis: Annotated[str, Field(min_length=2, max_length=500)]
    indicator: Annotated[str | None, Field(max_length=60)]
    weight: Annotated[int, Field(ge=1, le=100)]
    scoring: Scoring | None
    evidence_required: bool
