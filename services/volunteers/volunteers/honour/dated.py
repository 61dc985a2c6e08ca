"""How many confirmed hours a star takes, who decides on it, and for how long falsification bars (星级认定)."""

from pydantic import BaseModel

from chassis.dated import Dated
from chassis.principal import Role
from chassis.problems import Problem
from volunteers.dated import DATA

MINUTES = 60


class NoSuchStar(Problem):
    """没有此星级。"""

    status = 422


class Star(BaseModel, extra="forbid", frozen=True):
    """一个星级."""

    stars: int
    hours: int
    decided_by: list[Role]

    @property
    def minutes(self) -> int:
        """What is confirmed in minutes."""
        return self.hours * MINUTES


class StarRule(Dated):
    """星级认定规定."""

    FILE = DATA / "stars.toml"

    basis: str
    star: list[Star]
    disqualified_months_least: int
    disqualified_months_most: int

    def of(self, stars: int) -> Star:
        """One star of the ladder."""
        found = next((each for each in self.star if each.stars == stars), None)
        if found is None:
            raise NoSuchStar(pointer="/stars")
        return found
