"""The open list of need categories (需求类别), as dated data with its source; a changed list is a new rule set."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict

from chassis.dated import Dated


class Category(BaseModel):
    """需求类别."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    code: str
    name: str


class CategoryList(Dated):
    """需求类别表."""

    FILE = Path(__file__).resolve().parents[2] / "data" / "need_categories.toml"

    category: list[Category]

    @property
    def codes(self) -> set[str]:
        """What a need may be given."""
        return {each.code for each in self.category}
