"""The table of sign-ins lines up although Chinese characters are wide."""

import json
from pathlib import Path

from deploy.local.sign_ins import table


def test_columns_line_up(tmp_path: Path) -> None:
    path = tmp_path / "sign-ins.json"
    path.write_text(json.dumps([{"name": "李明", "area": "东城街道"}, {"name": "An", "area": None}]))
    assert table(path).splitlines() == [
        "  name  area",
        "  ────  ────────",
        "  李明  东城街道",
        "  An",
    ]
