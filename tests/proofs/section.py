"""A section of docs/proofs.md: what was measured, when, on which commit and with which seed, and whether it held."""

import os
import re
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT / "docs" / "proofs.md"
HEAD = """\
# Proofs

What the tests show in their small forms, here with the full numbers. `make proofs` writes this file; a section is
written anew when its proof is run again (`python -m tests.proofs scope`), with the seed that repeats it.
"""


@dataclass(frozen=True)
class Numbers:
    """How much of a proof is run, and with which draws."""

    seed: int
    share: float = 1.0

    def of(self, full: int) -> int:
        """So many of a full number."""
        return max(1, round(full * self.share))


@dataclass
class Section:
    """What one proof measured; any finding means that it did not hold."""

    title: str
    lines: list[str] = field(default_factory=list)
    findings: list[str] = field(default_factory=list)

    def say(self, *sentences: str) -> None:
        """Adds a paragraph."""
        self.lines += [" ".join(sentences), ""]

    def table(self, head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        """Adds a table."""
        self.lines += [_row(head), _row(["---"] * len(head)), *(_row(row) for row in rows), ""]

    def text(self, seed: int) -> str:
        """As it stands in the file."""
        held = "Held." if not self.findings else f"**Did not hold: {len(self.findings)} findings.**"
        found = [f"- {finding}" for finding in self.findings[:20]]
        head = [f"## {self.title}", "", f"{provenance(seed)} {held}", *found, ""]
        return "\n".join([*head, *self.lines]).rstrip() + "\n"


def _row(cells: Iterable[object]) -> str:
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def provenance(seed: int) -> str:
    """Seed, commit, date and machine."""
    commit = _git("rev-parse", "--short=12", "HEAD")
    changed = " with uncommitted changes" if _git("status", "--porcelain", "--untracked-files=no") else ""
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    return (
        f"Seed {seed} · commit {commit}{changed} · {datetime.now(UTC):%Y-%m-%d %H:%M} UTC · "
        f"{os.cpu_count()} cores, load {load}."
    )


def _git(*words: str) -> str:
    return subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()


def put(section: Section, seed: int, file: Path = FILE) -> None:
    """Writes the section into the file, in place of the one of the same title."""
    text = file.read_text() if file.exists() else HEAD
    head, *others = re.split(r"^(?=## )", text, flags=re.MULTILINE)
    kept = {each.splitlines()[0].removeprefix("## "): each.rstrip() + "\n" for each in others}
    kept[section.title] = section.text(seed)
    file.write_text("\n".join([head.rstrip() + "\n", *kept.values()]))
