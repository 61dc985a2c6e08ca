"""The environment each program gets: of the secrets only its own, so one service cannot open another's database."""

import os
from collections.abc import Mapping
from dataclasses import dataclass

from deploy.local import databases, keys
from deploy.local.settings import ROOT, SERVICES, Settings

PREFIXES = tuple(f"{service.upper()}_" for service in SERVICES)


@dataclass(frozen=True)
class Environment:
    """`everything` is what a test, a hook or a maintenance verb works with."""

    settings: Settings
    everything: Mapping[str, str]
    admin_url: str

    @classmethod
    def of(cls, settings: Settings) -> "Environment":
        known = keys.passwords(settings)
        port = settings.port_of("postgres")
        urls = settings.outside_databases or databases.urls(known, port)
        secrets = {**keys.service_secrets(settings), **keys.signing_keys(settings)}
        admin_url = databases.url("postgres", known["postgres"], port, "postgres")
        return cls(settings, {**_shared(settings), **secrets, **urls}, admin_url)

    def service(self, name: str) -> dict[str, str]:
        own = [f"{name.upper()}{ending}" for ending in ("_DATABASE_URL", "_DATA_KEYS", "_KEY")]
        own += ["SERVICE_KEYS", "DEMO_CLOCK_KEY", "PERSON_MATCHING_KEY"]
        # Of what a person set for the service all but the owner of its tables, whom it must not be able to become.
        mine, owner = f"{name.upper()}_", f"{name.upper()}_MIGRATION_URL"
        set_by_a_person = {key: value for key, value in os.environ.items() if key.startswith(mine) and key != owner}
        faults = {"FAULT_FILE": str(self.settings.fault_file(name))} if self.settings.faults else {}
        secrets = {setting: self.everything[setting] for setting in own}
        return set_by_a_person | _shared(self.settings) | secrets | faults

    def migration(self, name: str) -> dict[str, str]:
        setting = f"{name.upper()}_MIGRATION_URL"
        return ambient() | self.service(name) | {setting: self.everything[setting]}

    def caddy(self) -> dict[str, str]:
        settings = self.settings
        site = f"https://{settings.host}:{settings.port}" if settings.https else f"http://:{settings.port}"
        return {
            "SITE_ADDRESS": site,
            "CADDY_OPTIONS": "auto_https disable_redirects",
            "TLS_DEFAULT_NAME": settings.host,
            "CADDY_TLS": "tls internal" if settings.https else "",
            "FRONTEND_DIST": str(ROOT / "frontend" / "dist"),
            "XDG_DATA_HOME": str(settings.state / "caddy"),
            "XDG_CONFIG_HOME": str(settings.state / "caddy"),
            "SANSHE_STATE": str(settings.state),
            # Looks for garbage when five times as much lies about as is used, not twice: a seventh of its work.
            "GOGC": "400",
            "GOMEMLIMIT": "128MiB",
        } | {f"{service.upper()}_UPSTREAM": f"127.0.0.1:{settings.port_of(service)}" for service in SERVICES}


def ambient() -> dict[str, str]:
    """What this process was started with, less what is meant for one service only."""
    return {name: value for name, value in os.environ.items() if not name.startswith(PREFIXES)}


def _shared(settings: Settings) -> dict[str, str]:
    return {
        "SANSHE_STATE": str(settings.state),
        "PUBLIC_URL": settings.public_url,
        "DEMO": "1" if settings.demo else "0",
        "PYTHONUNBUFFERED": "1",
        # Two allocator arenas instead of eight a core: threads here wait, they do not compete for memory.
        "MALLOC_ARENA_MAX": "2",
    } | {f"{service.upper()}_URL": settings.service_url(service) for service in SERVICES}
