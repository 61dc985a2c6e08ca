"""Starts the whole system and leaves it running; `make run` stays by it."""

import os
import signal
import sys
from types import FrameType

from deploy.local.machine import Machine
from deploy.local.progress import Trouble, say
from deploy.local.settings import Settings
from deploy.local.sign_ins import table


def main() -> int:
    signal.signal(signal.SIGTERM, _end)
    try:
        settings = Settings.from_environment(os.environ)
        Machine(settings).start()
    except Trouble as trouble:
        say(f"\n{trouble}")
        return 1
    except KeyboardInterrupt:
        return 130
    say(f"\n  Sanshe runs at {settings.public_url}   volunteers' phones: {settings.public_url}/m/\n")
    if settings.https:
        say(f"  A phone trusts it after this certificate is installed on it as an authority:\n  {settings.authority}\n")
    if settings.sign_ins.exists():
        say(table(settings.sign_ins))
    return 0


def _end(_wish: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main())
