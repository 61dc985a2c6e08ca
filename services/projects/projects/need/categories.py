"""The open list of need categories (需求类别), as dated data with its source."""

import tomllib
from datetime import date
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

FILE = Path(__file__).resolve().parents[2] / "data" / "need_categories.toml"


class Category(BaseModel):
    """需求类别, in use from a day until (excluding) another; where it says nothing, as long as the list."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    code: str
    name: str
    valid_from: date | None = None
    valid_to: date | None = None


class CategoryList(BaseModel):
    """The list and where it comes from."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    valid_from: date
    source: str
    assumption: bool
    category: list[Category]


@lru_cache(maxsize=1)
def category_list() -> CategoryList:
    """The list as loaded."""
    return CategoryList.model_validate(tomllib.loads(FILE.read_text(encoding="utf-8")))


def in_use(on: date) -> list[Category]:
    """The categories that a need may be given on a day."""
    known = category_list()
    return [
        each
        for each in known.category
        if (each.valid_from or known.valid_from) <= on and (each.valid_to is None or on < each.valid_to)
    ]
