"""What the service's key has signed, readable by anybody who knows the public half, and taken for no token."""

import json
from collections.abc import Mapping
from typing import Any

import rfc8785
from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import OKPKey

ALGORITHM = "Ed25519"


def signed(key: OKPKey, typ: str, said: Mapping[str, Any]) -> str:
    """A compact JWS over canonical JSON; the type in its header keeps one kind from passing for another."""
    header = {"alg": ALGORITHM, "kid": key.kid, "typ": typ}
    return jws.serialize_compact(header, rfc8785.dumps(dict(said)), key, algorithms=[ALGORITHM])


def read(keys: Mapping[str, OKPKey], typ: str, text: str) -> dict[str, Any] | None:
    """What was said, or none where the signature, the key or the type is not right."""
    try:
        found = jws.deserialize_compact(text, lambda each: keys[each.headers()["kid"]], algorithms=[ALGORITHM])
        said: dict[str, Any] = json.loads(found.payload or b"")
    except (JoseError, ValueError, KeyError):
        return None
    return said if found.headers().get("typ") == typ else None
