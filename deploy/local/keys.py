"""The secrets of one machine: made once, kept in files only their owner may read."""

import base64
import json
import os
import secrets
from pathlib import Path

from joserfc.jwk import OKPKey

from deploy.local.settings import SERVICES, Settings


def passwords(settings: Settings) -> dict[str, str]:
    """Of PostgreSQL's superuser `postgres` and of each service's owner and app role."""
    roles = [f"{service}_{kind}" for service in SERVICES for kind in ("owner", "app")]
    return _kept(settings.state / "secrets.json", {role: secrets.token_urlsafe(24) for role in ["postgres", *roles]})


def service_secrets(settings: Settings) -> dict[str, str]:
    """The settings `PERSON_MATCHING_KEY`, `DEMO_CLOCK_KEY` and `<NAME>_DATA_KEYS`."""
    fresh = {"PERSON_MATCHING_KEY": _key(), "DEMO_CLOCK_KEY": _key()}
    fresh |= {f"{service.upper()}_DATA_KEYS": f"{service}-1:{_key()}" for service in SERVICES}
    return _kept(settings.state / "keys" / "secrets.json", fresh)


def signing_keys(settings: Settings) -> dict[str, str]:
    """The settings `<NAME>_KEY` (a private JWK file each) and `SERVICE_KEYS` (one JWKS file of the public halves)."""
    folder = settings.state / "keys"
    paths = {service: folder / f"{service}.jwk.json" for service in SERVICES}
    for service, path in paths.items():
        if not path.exists():
            key = OKPKey.generate_key("Ed25519", parameters={"kid": f"{service}-1", "alg": "Ed25519", "use": "sig"})
            write_private(path, json.dumps(key.as_dict(private=True)))
    public = [OKPKey.import_key(json.loads(path.read_text())).as_dict(private=False) for path in paths.values()]
    write_private(folder / "services.jwks.json", json.dumps({"keys": public}, indent=1))
    settings_of_keys = {f"{service.upper()}_KEY": str(path) for service, path in paths.items()}
    return settings_of_keys | {"SERVICE_KEYS": str(folder / "services.jwks.json")}


def write_private(path: Path, text: str) -> None:
    """Written aside and renamed, so that a crash never leaves half a secret."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # Of this process alone: several verbs may be at work on one system.
    aside = path.with_name(f".{path.name}.{os.getpid()}.new")
    with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    aside.replace(path)


def _kept(path: Path, fresh: dict[str, str]) -> dict[str, str]:
    """What was made before stays; only what is missing is added."""
    known: dict[str, str] = json.loads(path.read_text()) if path.exists() else {}
    whole = fresh | known
    if whole != known:
        write_private(path, json.dumps(whole, indent=1))
    return whole


def _key() -> str:
    return base64.urlsafe_b64encode(secrets.token_bytes(32)).decode()
