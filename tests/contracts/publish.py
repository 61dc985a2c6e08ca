"""Adds facts that are told for the first time to published.json; what is there already is never changed."""

import importlib
import json
from pathlib import Path

FILE = Path(__file__).parent / "published.json"


def main() -> None:
    """Merges what is told now into what was published."""
    if not FILE.exists():
        FILE.write_text("{}\n")
    produced = importlib.import_module("tests.contracts.test_facts").produced()
    known = json.loads(FILE.read_text())
    merged = {**produced, **known}
    FILE.write_text(json.dumps(merged, ensure_ascii=False, indent=1, sort_keys=True) + "\n")
    print(f"{len(merged) - len(known)} new, {len(known)} known")


if __name__ == "__main__":
    main()
