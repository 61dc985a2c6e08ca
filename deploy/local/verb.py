"""Runs a maintenance verb of a service, such as `rebuild` or `verify-log`, with that service's own settings."""

import os
import subprocess
import sys
from dataclasses import replace

from deploy.local.environment import Environment, ambient
from deploy.local.progress import Trouble, say
from deploy.local.runner_lock import RunnerLock
from deploy.local.settings import ROOT, SERVICES, Settings
from deploy.local.supervisor import Supervisor

# The verbs that one service has of its own, by the module that does them.
OWN = {"scorecards": "assessment.scorecard.recompute", "verify-hours": "volunteers.seal.verify"}


def main(arguments: list[str]) -> int:
    service, *words = arguments or [""]
    try:
        known = environment_of(service)
    except Trouble as trouble:
        say(str(trouble))
        return 2
    verb = words[0] if words else ""
    module = [OWN[verb], *words[1:]] if verb in OWN else ["chassis.verbs", service, *words]
    command = [sys.executable, "-m", *module]
    return subprocess.run(command, cwd=ROOT, env=known, check=False).returncode


def environment_of(service: str) -> dict[str, str]:
    """That of the running system, whatever port it was given."""
    if service not in SERVICES:
        raise Trouble(f"Name a service with s=…: {', '.join(SERVICES)}")
    settings = Settings.from_environment(os.environ)
    if settings.embedded and Supervisor(settings.state).pid() is None:
        raise Trouble("Nothing runs. `make run` starts it.")
    runner = RunnerLock(settings.state).told()
    environment = Environment.of(replace(settings, port=runner.port) if runner else settings)
    return ambient() | environment.migration(service)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
