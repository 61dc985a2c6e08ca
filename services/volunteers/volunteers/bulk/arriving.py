"""Rows of a city's list as a process beside writes them: judged, sealed and told by the rules, in COPY's format."""

from collections.abc import Callable, Sequence
from datetime import datetime
from types import NoneType, SimpleNamespace
from typing import Any, NamedTuple, cast
from uuid import UUID

import sqlalchemy as sa

from chassis import clock
from chassis.database import new_id
from chassis.settings import load
from chassis.sheets import Heads
from chassis.tables import AreaCopy
from chassis.vault import Vault
from procedures.bulk.intake import Places
from procedures.bulk.people import Documents
from volunteers.bulk.desk import registered, registration
from volunteers.bulk.entering import COLUMNS as VOLUNTEER
from volunteers.bulk.paper import paper_of
from volunteers.volunteer.model import GuardianConsent, Volunteer
from volunteers.volunteer.sealing import sealed_consent

_VOLUNTEER = cast("sa.Table", Volunteer.__table__)
# What a new registration has nothing in.
_BLANK = {
    each.name: None
    for each in _VOLUNTEER.c
    if each.nullable and each.name not in {"phone_cipher", "registered_by", "consented_on", "likeness"}
}
_KEPT = [name for name in VOLUNTEER if name not in _BLANK]
COLUMNS = (*_KEPT, "fact_id", "fact", "lot")
_CONSENT = [each.name for each in GuardianConsent.__table__.c]


class _Here:
    """What one process works with."""

    keys: Vault
    places: Places
    at: datetime
    by: UUID


def begin(areas: Sequence[tuple[Any, ...]], at: datetime, by: UUID) -> None:
    """Furnishes a process: its keys from the environment, the communities as they were read."""
    settings = load("volunteers")
    _Here.keys = Vault(
        data_keys=settings.data_keys.get_secret_value(), matching_key=settings.person_matching_key.get_secret_value()
    )
    names = ("id", "code", "name", "scope_key")
    _Here.places = Places([AreaCopy(**dict(zip(names, each, strict=True))) for each in areas])
    _Here.at, _Here.by = at, by


class Written(NamedTuple):
    """A block as it was written: its good rows for COPY, the others' faults by row and column, guardians' consents."""

    good: bytes
    faults: list[tuple[int, str, str]]
    consents: list[dict[str, Any]]
    lot: UUID


def written(heads: Heads, first: int, rows: Sequence[Sequence[str]], lot: UUID) -> Written:
    """Judges and writes a block."""
    on, lines, made = clock.day(_Here.at), [], Written(b"", [], [], lot)
    # Who stands on the list twice is found by the database, which sees all of it.
    documents = Documents(_Here.keys, on)
    for number, cells in enumerate(rows, start=first):
        row = heads.row(number, cells)
        if row is None:
            continue
        paper = paper_of(row, documents, _Here.places, on=on)
        if paper is None:
            made.faults.extend((number, heads.title_of(name), fault) for name, fault in row.faults.items())
            continue
        # The rule asks for attributes alone; a mapped object would take a fifth of a row's time.
        volunteer = cast("Volunteer", SimpleNamespace(**_BLANK, **registration(paper, _Here.keys, _Here.at, _Here.by)))
        consent = sealed_consent(volunteer.id, paper.guardian, _Here.keys, _Here.at) if paper.guardian else None
        fact = registered(volunteer, paper, consent, on)
        if consent is not None:
            made.consents.append({name: getattr(consent, name) for name in _CONSENT})
        data = fact.model_dump_json(exclude={"area_id", "scope_key"})
        values = [*(getattr(volunteer, name) for name in _KEPT), new_id(), data, lot]
        lines.append("\t".join([_CELL.get(type(each), _text)(each) for each in values]))
    return made._replace(good=("\n".join(lines) + "\n").encode() if lines else b"")


def _array(value: list[str]) -> str:
    if not value:
        return "{}"
    return _text("{" + ",".join('"' + each.replace("\\", "\\\\").replace('"', '\\"') + '"' for each in value) + "}")


def _text(value: object) -> str:
    text = str(value)
    if "\\" in text or "\t" in text or "\n" in text or "\r" in text:
        return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")
    return text


# A value in COPY's text format, by its kind; whatever is not named here is written as the text of it.
_CELL: dict[type, Callable[[Any], str]] = {
    NoneType: lambda _: "\\N",
    bytes: lambda value: "\\\\x" + value.hex(),
    UUID: UUID.hex.__get__,
    int: str,
    list: _array,
}
