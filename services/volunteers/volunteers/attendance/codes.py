"""The code that changes: made from the activity's secret and the time step, so that a photo of it is soon worthless."""

import base64
import hashlib
import hmac
from datetime import UTC, datetime, timedelta
from uuid import UUID

from chassis.vault import Vault
from volunteers.dated import AttendanceRule

# Crockford's letters: none is taken for a digit, and whoever types the look-alike is understood.
_LETTERS = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "0123456789ABCDEFGHJKMNPQRSTVWXYZ")
_READ_AS = str.maketrans("OIL", "011")
_BYTES = 5  # eight characters of base32: 40 bits, not to be guessed within its minute


def secret_of(activity_id: UUID, keys: Vault) -> bytes:
    """The activity's secret; derived, so that none is stored."""
    return keys.lookup("attendance.code", str(activity_id))


def code(secret: bytes, at: datetime, rule: AttendanceRule) -> str:
    """The code of an instant."""
    return _code(secret, _step(at, rule))


def valid_until(at: datetime, rule: AttendanceRule) -> datetime:
    """When the next code is shown."""
    return datetime.fromtimestamp((_step(at, rule) + 1) * rule.code_seconds, UTC)


def matches(given: str, secret: bytes, at: datetime, rule: AttendanceRule) -> bool:
    """Whether it is the code of now or of a neighbouring step: clocks differ, and typing takes a while."""
    written = given.strip().upper().translate(_READ_AS)
    steps = range(-rule.code_tolerance, rule.code_tolerance + 1)
    near = (code(secret, at + timedelta(seconds=step * rule.code_seconds), rule) for step in steps)
    return any(hmac.compare_digest(written.encode(), each.encode()) for each in near)


def _step(at: datetime, rule: AttendanceRule) -> int:
    return int(at.timestamp()) // rule.code_seconds


def _code(secret: bytes, step: int) -> str:
    mac = hmac.digest(secret, step.to_bytes(8, "big", signed=True), hashlib.sha256)
    return base64.b32encode(mac[:_BYTES]).decode().translate(_LETTERS)
