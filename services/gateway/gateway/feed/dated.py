"""Which facts leave for other systems, and what of them stays here: dated data, since people decide what may leave."""

from pathlib import Path

from chassis.dated import Dated


class FeedRule(Dated):
    """订阅规则: the kinds of facts that are offered, by the service that tells them, and the fields taken out."""

    FILE = Path(__file__).resolve().parents[2] / "data" / "feed.toml"

    withheld: frozenset[str]
    offered: dict[str, list[str]]

    def types(self, source: str) -> list[str]:
        """The types that a service's facts are offered by; every version of a kind."""
        return [f"{source}.{kind}.v1" for kind in self.offered.get(source, [])]
