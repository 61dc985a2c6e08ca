"""The paper: A4, one pinned font that has the rare characters of names, a code to scan, and the proof file inside."""

import io
import json
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pylopdf_fonts_zh_cn as fonts
import segno
import typst
from fontTools.ttLib import TTFont

from chassis.clock import CITY
from volunteers.certificate.issuing import Printed
from volunteers.certificate.model import Certificate, IssuerKind
from volunteers.certificate.proof import ProofFile
from volunteers.hours.model import Hours

TEMPLATE = Path(__file__).with_name("certificate.typ")
KINDS = {
    IssuerKind.ORGANISATION: "志愿服务组织、社会组织",
    IssuerKind.COMMITTEE: "基层群众性自治组织",
    IssuerKind.OFFICE: "公益活动举办单位",
}


@cache
def _fonts() -> typst.Fonts:
    """Read once a process; nothing of the machine's own, so that every machine prints the same."""
    return typst.Fonts(include_system_fonts=False, font_paths=[str(fonts.serif_path().parent)])


@cache
def _drawn() -> frozenset[int]:
    """The characters that the font has a drawing of."""
    with TTFont(fonts.serif_path(), lazy=True) as font:
        return frozenset(font.getBestCmap())


def _printable(told: Any) -> Any:  # noqa: ANN401 - JSON
    """A character that no font of ours has is told by its code, as registers do, rather than left out."""
    if isinstance(told, dict):
        return {name: _printable(each) for name, each in told.items()}
    if isinstance(told, list):
        return [_printable(each) for each in told]
    if isinstance(told, str):
        return "".join(each if each == "\n" or ord(each) in _drawn() else f"〓〔U+{ord(each):X}〕" for each in told)
    return told


def pdf(certificate: Certificate, printed: Printed, entries: Sequence[Hours], proof: ProofFile, *, site: str) -> bytes:
    """The same bytes each time: its date is the day of issue."""
    assert certificate.issued_at is not None  # noqa: S101 - it was issued
    told = {
        **(certificate.said or {}),
        **printed.model_dump(),
        "masked_name": (certificate.said or {})["name"],
        "name": printed.name,
        "kind": KINDS[certificate.issuer_kind],
        "purpose": certificate.purpose,
        "rows": [_row(each) for each in entries],
        "check": f"{site}/verify/",
        "code": _code(f"{site}/verify/#{certificate.proof}"),
        "proof": json.dumps(proof.model_dump()),
    }
    return typst.compile(
        TEMPLATE.read_bytes(),
        font_paths=_fonts(),
        sys_inputs={"told": json.dumps(_printable(told), ensure_ascii=False)},
        pdf_standards="a-3b",
        timestamp=int(certificate.issued_at.timestamp()),
    )


def _row(hours: Hours) -> dict[str, Any]:
    return {"when": _span(hours.starts_at, hours.ends_at), "title": hours.title, "minutes": str(hours.minutes)}


def _span(starts_at: datetime, ends_at: datetime) -> str:
    begins, ends = starts_at.astimezone(CITY), ends_at.astimezone(CITY)
    return f"{begins:%Y-%m-%d %H:%M}–{ends:%H:%M}"


def _code(text: str) -> str:
    drawn = io.BytesIO()
    segno.make(text, error="l", boost_error=False).save(drawn, kind="svg", border=2, xmldecl=False)
    return drawn.getvalue().decode()
