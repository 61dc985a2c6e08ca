"""The verbs of the one-machine runner: run, stop, status, logs."""

import os
import sys

from deploy.local import foreground, status
from deploy.local.progress import Trouble, say
from deploy.local.settings import Settings


def main(arguments: list[str]) -> int:
    try:
        settings = Settings.from_environment(os.environ)
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
    except Trouble as trouble:
        say(str(trouble))
        return 1


def follow_logs(settings: Settings, programs: list[str]) -> int:
    logs = [settings.logs / f"{program}.log" for program in programs] or sorted(settings.logs.glob("*.log"))
    if missing := [log for log in logs if not log.exists()]:
        raise Trouble(f"There is no {missing[0]}. There are: {', '.join(p.stem for p in settings.logs.glob('*.log'))}")
    os.execvp("tail", ["tail", "-n", "100", "-F", *map(str, logs)])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
