"""Writes each service's committed openapi.json from its code, or tells which one has drifted from it."""

import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from deploy.local.environment import Environment, ambient
from deploy.local.settings import ROOT, SERVICES, Settings


def main(arguments: list[str]) -> int:
    """Needs no running system: the settings a service wants are made up in a folder that is thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        environment = Environment.of(Settings(Path(folder)))
        with ThreadPoolExecutor(max_workers=2) as workers:
            texts = dict(zip(SERVICES, workers.map(lambda name: document(name, environment), SERVICES), strict=True))
    drifted = [name for name, text in texts.items() if text != committed(name)]
    if "--check" in arguments:
        for name in drifted:
            print(f"services/{name}/openapi.json differs from the code: run `make openapi` and commit it.")
        return 1 if drifted else 0
    for name in drifted:
        path(name).write_text(texts[name])
        print(f"wrote services/{name}/openapi.json")
    return 0


def document(service: str, environment: Environment) -> str:
    command = [sys.executable, "-m", "chassis.verbs", service, "openapi"]
    known = ambient() | environment.migration(service)
    return subprocess.run(command, cwd=ROOT, env=known, stdout=subprocess.PIPE, text=True, check=True).stdout


def committed(service: str) -> str:
    return path(service).read_text() if path(service).exists() else ""


def path(service: str) -> Path:
    return ROOT / "services" / service / "openapi.json"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
