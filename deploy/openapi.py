"""Writes each service's committed openapi.json from its code, or tells which one has drifted from it."""

import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from deploy.local.environment import ambient
from deploy.local.settings import ROOT, SERVICES


def main(arguments: list[str]) -> int:
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(max_workers=2) as workers:
        fresh = dict(zip(SERVICES, workers.map(partial(document, Path(folder)), SERVICES), strict=True))
    drifted = {name: text for name, text in fresh.items() if text != committed(name)}
    for name, text in drifted.items():
        if "--check" in arguments:
            print(f"services/{name}/openapi.json differs from the code: run `make openapi` and commit it.")
        else:
            path(ROOT, name).write_text(text)
            print(f"wrote services/{name}/openapi.json")
    return 1 if drifted and "--check" in arguments else 0


def document(folder: Path, service: str) -> str:
    """The verb writes below the folder it is run in."""
    path(folder, service).parent.mkdir(parents=True)
    subprocess.run([sys.executable, "-m", "chassis.verbs", service, "openapi"], cwd=folder, env=ambient(), check=True)
    return path(folder, service).read_text()


def committed(service: str) -> str:
    return path(ROOT, service).read_text() if path(ROOT, service).exists() else ""


def path(root: Path, service: str) -> Path:
    return root / "services" / service / "openapi.json"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
