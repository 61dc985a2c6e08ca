"""`python -m tests.bench`: measures, prints the table and writes docs/bench.md; see `--help` for a part of it."""

import argparse
import os

from tests.bench import report
from tests.bench.scenarios import (
    by_id,
    first_page,
    rush,
    rush_by_crowd,
    rush_by_many,
    sign_ups,
    spread,
    spread_by_crowd,
    spread_by_many,
)
from tests.bench.stage import set_up

# Sign-ups first: what is read afterwards are theirs.
SIGNING = (spread, spread_by_many, spread_by_crowd, rush, rush_by_many, rush_by_crowd)
SCENARIOS = {each.__name__: each for each in (*SIGNING, by_id, first_page)}


def main() -> None:
    """Everything, into the file; a part of it is only printed."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Our rates beside pgbench's.")
    parser.add_argument("scenarios", nargs="*", metavar="scenario", help=f"any of {', '.join(SCENARIOS)}; without: all")
    parser.add_argument("--no-file", action="store_true", help="leave docs/bench.md alone")
    asked = parser.parse_args()
    if unknown := set(asked.scenarios) - set(SCENARIOS):
        parser.error(f"no such scenario: {', '.join(sorted(unknown))}")
    before = os.getloadavg()[0]
    with set_up() as stage:
        sign_ups(stage, stage.opportunities(100, 50), name="warming-up")
        stage.settle()
        figures = [scenario(stage) for name, scenario in SCENARIOS.items() if name in (asked.scenarios or SCENARIOS)]
        text = report.text(figures, stage, before)
    print(text)
    if not (asked.no_file or asked.scenarios):
        report.FILE.write_text(text)


if __name__ == "__main__":
    main()
