"""Runs a maintenance verb of a service, such as `rebuild` or `verify-log`, with that service's own settings."""

import os
import subprocess
import sys

from deploy.local.environment import Environment, ambient
from deploy.local.progress import Trouble, say
from deploy.local.settings import ROOT, SERVICES, Settings


def main(arguments: list[str]) -> int:
    service, *words = arguments or [""]
    try:
        if service not in SERVICES:
            raise Trouble(f"Name a service with s=…: {', '.join(SERVICES)}")
        environment = Environment.of(Settings.from_environment(os.environ))
    except Trouble as trouble:
        say(str(trouble))
        return 2
    command = [sys.executable, "-m", "chassis.verbs", service, *words]
    return subprocess.run(command, cwd=ROOT, env=ambient() | environment.migration(service), check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
