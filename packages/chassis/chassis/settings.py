"""What a service is told by its environment: its database, its keys, its neighbours and its role."""

import os
from enum import StrEnum
from pathlib import Path

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class ProcessRole(StrEnum):
    """What this process does: answer requests, follow and sequence facts, or both."""

    WEB = "web"
    WORKER = "worker"
    ALL = "all"


class Settings(BaseSettings):
    """Read from `<NAME>_…` (this service's own) and a few names that all services share."""

    model_config = SettingsConfigDict(extra="ignore", frozen=True)

    service: str = Field(exclude=True)
    database_url: str
    key: Path
    data_keys: SecretStr
    pool_size: int = 10
    service_keys: Path = Field(validation_alias="SERVICE_KEYS")
    person_matching_key: SecretStr = Field(validation_alias="PERSON_MATCHING_KEY")
    public_url: str = Field(validation_alias="PUBLIC_URL")
    demo: bool = Field(default=False, validation_alias="DEMO")
    demo_clock_key: SecretStr = Field(default=SecretStr(""), validation_alias="DEMO_CLOCK_KEY")
    role: ProcessRole = Field(default=ProcessRole.ALL, validation_alias="ROLE")

    @property
    def works(self) -> bool:
        """Whether this process sequences, follows and reacts."""
        return self.role is not ProcessRole.WEB


def load(service: str) -> Settings:
    """The settings of one service; a missing one stops the start with its name."""
    return Settings(_env_prefix=f"{service.upper()}_", service=service)


def address_of(service: str) -> str:
    """Base URL of a neighbour, from `<NAME>_URL`."""
    return os.environ[f"{service.upper()}_URL"]


def async_url(url: str) -> str:
    """A libpq URL as SQLAlchemy wants it for psycopg 3."""
    return "postgresql+psycopg://" + url.split("://", 1)[1]
