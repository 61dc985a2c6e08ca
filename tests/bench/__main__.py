"""`python -m tests.bench`: measures, prints the table and writes docs/bench.md; `--no-file` leaves the file alone."""

import os
import sys

from tests.bench import report
from tests.bench.scenarios import by_id, first_page, rush, sign_ups, spread
from tests.bench.stage import set_up


def main() -> None:
    """Sign-ups first: what is read afterwards are theirs."""
    before = os.getloadavg()[0]
    with set_up() as stage:
        sign_ups(stage, stage.opportunities(100, 50), name="warming-up")
        stage.settle()
        figures = [scenario(stage) for scenario in (spread, rush, by_id, first_page)]
        text = report.text(figures, stage, before)
    print(text)
    if "--no-file" not in sys.argv:
        report.FILE.write_text(text)


if __name__ == "__main__":
    main()
