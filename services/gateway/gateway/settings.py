"""What the gateway is told beyond every service's settings: next key, password profile, SMS channel."""

from pathlib import Path

from pydantic import SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class GatewaySettings(BaseSettings):
    """Read from `GATEWAY_…`; each has a default that works on one machine."""

    model_config = SettingsConfigDict(env_prefix="GATEWAY_", extra="ignore", frozen=True)

    next_key: Path | None = None
    password_profile: str = "djbh"  # noqa: S105 - a name
    sms_url: str = ""
    sms_secret: SecretStr = SecretStr("")
