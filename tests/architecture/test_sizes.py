"""Files stay short enough to be read, and are named by what is inside."""

import ast
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
STAGE = {"model.py": 150, "rules.py": 150, "schemas.py": 120, "routes.py": 200}
LONGEST = {".py": 200, ".ts": 250, ".tsx": 250}
CHASSIS = 3300
FORBIDDEN = {"utils", "util", "helpers", "helper", "common", "misc", "base", "manager", "service", "repository", "crud"}


def source(*suffixes: str) -> list[Path]:
    """The repository's own source, generated code and migrations left out."""
    names = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    return [
        ROOT / name
        for name in names
        if name.endswith(suffixes) and ".gen." not in name and "/versions/" not in name and (ROOT / name).exists()
    ]


def code_lines(path: Path) -> int:
    """Lines that say something to the machine: neither blank, nor comment, nor docstring."""
    text = path.read_text()
    lines = {number for number, line in enumerate(text.splitlines(), 1) if line.strip() and line.strip()[0] != "#"}
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            lines -= set(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    return len(lines)


def test_stages_keep_their_budgets() -> None:
    over = {
        str(path.relative_to(ROOT)): f"{code_lines(path)} > {STAGE[path.name]}"
        for path in source(".py")
        if path.name in STAGE and "services" in path.parts and code_lines(path) > STAGE[path.name]
    }
    assert over == {}


def test_no_file_is_too_long() -> None:
    over = {
        str(path.relative_to(ROOT)): lines
        for path in source(*LONGEST)
        if "test" not in path.name
        and (lines := code_lines(path) if path.suffix == ".py" else len(path.read_text().splitlines()))
        > LONGEST[path.suffix]
    }
    assert over == {}


def test_the_chassis_keeps_its_budget() -> None:
    assert sum(code_lines(path) for path in (ROOT / "packages/chassis/chassis").glob("*.py")) <= CHASSIS


def test_names_say_what_is_inside() -> None:
    vague = [str(path.relative_to(ROOT)) for path in source(".py", ".ts", ".tsx") if path.stem.lower() in FORBIDDEN]
    assert vague == []


@pytest.mark.parametrize("path", [p for p in source(".py") if p.stat().st_size], ids=lambda p: str(p.relative_to(ROOT)))
def test_modules_open_with_a_sentence(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text())), "what is this module about?"
