"""The canonical bytes of a card: all that it says, names in one order and numbers whole, so that they can be remade."""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from assessment.indicator.model import Indicator, defined
from assessment.scorecard.adding import item_of, total_of
from assessment.scorecard.measured import Reading
from assessment.scorecard.model import Line, Scorecard

FORMAT = 1


def bytes_of(card: Scorecard, readings: Mapping[str, Reading], digests: Mapping[UUID, str]) -> bytes:
    """冻结内容; `readings` by item as they were computed, `digests` of its attachments by id."""
    said = {
        "format": FORMAT,
        "scheme": _scheme(card),
        "unit": {"area_id": card.area_id, "code": card.unit_code, "name": card.unit_name},
        "period": {"first_day": card.scheme.first_day, "last_day": card.scheme.last_day},
        "scorecard": {name: getattr(card, name) for name in ("id", "number", "replaces_id", "correction")},
        "computed": {"positions": card.positions, "at": card.computed_at},
        "lines": [_line(card, line, readings[line.code], digests) for line in card.lines],
        "acts": _acts(card),
        "total": _total(card),
    }
    return json.dumps(said, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=_plain).encode()


def digest_of(content: bytes) -> str:
    """Its digest, SHA-256 in hex."""
    return hashlib.sha256(content).hexdigest()


def _scheme(card: Scorecard) -> dict[str, Any]:
    names = ("id", "title", "year", "report_days", "objection_days", "decision_days", "source", "assumption")
    return {name: getattr(card.scheme, name) for name in names}


def _line(card: Scorecard, line: Line, reading: Reading, digests: Mapping[UUID, str]) -> dict[str, Any]:
    names = ("report", "claimed_hundredths", "records", "checked_hundredths", "waived", "check_reason")
    objected = ("objection", "upheld", "decided_hundredths", "decision")
    item = item_of(card, line)
    return {
        "item": item.model_dump(mode="json"),
        "definition": _definition(item.indicator, card),
        "reading": reading.model_dump(mode="json"),
        **{name: getattr(line, name) for name in (*names, *objected)},
        "evidence": [digests[each] for each in line.attachment_ids],
        "objection_evidence": [digests[each] for each in line.objection_attachment_ids],
        "points_hundredths": line.points,
    }


def _definition(indicator: str | None, card: Scorecard) -> dict[str, Any] | None:
    """What the indicator meant on the last day of the year."""
    if indicator is None:
        return None
    meant = defined(Indicator(indicator), card.scheme.last_day)
    return {name: getattr(meant, name) for name in ("name", "formula", "unit", "valid_from", "source", "assumption")}


def _acts(card: Scorecard) -> list[dict[str, Any]]:
    """Who did what and when, by their opaque account ids."""
    done = ("opened", "reported", "confirmed", "returned", "checked", "accepted", "objected", "decided", "frozen")
    return [
        {"act": act, "at": getattr(card, f"{act}_at"), "by": getattr(card, f"{act}_by", None)}
        for act in done
        if getattr(card, f"{act}_at") is not None
    ]


def _total(card: Scorecard) -> dict[str, Any]:
    total = total_of(card)
    assert total is not None  # noqa: S101 - nothing is frozen without a total
    return {
        "hundredths": total.hundredths,
        "points_hundredths": total.points,
        "applicable_weight": total.applicable,
        "is_reweighted": total.is_reweighted,
    }


def _plain(value: object) -> str:
    """Ids, days and instants as text; instants in UTC, however the database hands them out."""
    match value:
        case datetime():
            return value.astimezone(UTC).isoformat()
        case _:
            return str(value)
