"""The accounts to sign in with, as a table for a terminal."""

import json
import unicodedata
from pathlib import Path


def table(path: Path) -> str:
    """`path` holds a list of records with the same keys; the keys are the headings."""
    records: list[dict[str, str]] = json.loads(path.read_text())
    if not records:
        return ""
    headings = list(records[0])
    rows = [headings, *([str(record.get(heading) or "") for heading in headings] for record in records)]
    widths = [max(_width(row[column]) for row in rows) for column in range(len(headings))]
    lines = ["  ".join(_padded(cell, width) for cell, width in zip(row, widths, strict=True)) for row in rows]
    lines.insert(1, "  ".join("─" * width for width in widths))
    return "\n".join(f"  {line.rstrip()}" for line in lines)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def _width(text: str) -> int:
    """A Chinese character takes two columns."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
