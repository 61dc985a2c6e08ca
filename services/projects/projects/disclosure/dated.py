"""How purchases are published, as dated data: the prefix of their numbers, and what the standard calls our methods."""

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from chassis.dated import Dated
from projects.purchase.dated import Method


class PublishedMethod(BaseModel):
    """采购方式在标准中的对应."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    standard: Literal["open", "selective", "limited", "direct"]


class DisclosureRule(Dated):
    """公开规则."""

    FILE = Path(__file__).resolve().parents[2] / "data" / "disclosure.toml"

    ocid_prefix: str
    publisher: str
    language: str
    currency: str
    provider_scheme: str
    catalogue_scheme: str
    methods: dict[Method, PublishedMethod]
