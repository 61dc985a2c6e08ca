"""The verbs of the one-machine runner: run, stop, status, logs."""

import os
import sys

from deploy.local import foreground, status
from deploy.local.progress import Trouble, say
from deploy.local.settings import Settings


def main(arguments: list[str]) -> int:
    try:
        return obey(arguments, Settings.from_environment(os.environ))
    except Trouble as trouble:
        say(str(trouble))
        return 1


def obey(arguments: list[str], settings: Settings) -> int:
    match arguments:
        case ["run"]:
            return foreground.run(settings, detached=os.environ.get("DETACH") == "1")
        case ["stop"]:
            return foreground.stop(settings)
        case ["status"]:
            return status.show(settings)
        case ["logs", *programs]:
            return follow_logs(settings, programs)
        case _:
            raise Trouble("Say run, stop, status or logs.")


def follow_logs(settings: Settings, programs: list[str]) -> int:
    logs = [settings.logs / f"{program}.log" for program in programs] or sorted(settings.logs.glob("*.log"))
    if not logs:
        raise Trouble("There are no logs yet.")
    if missing := [log for log in logs if not log.exists()]:
        raise Trouble(f"There is no {missing[0]}. There are: {', '.join(p.stem for p in settings.logs.glob('*.log'))}")
    os.execvp("tail", ["tail", "-n", "100", "-F", *map(str, logs)])  # noqa: S606 - tail takes our place


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
