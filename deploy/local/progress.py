"""Tells a person what is happening and how long it takes."""

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager


class Trouble(Exception):
    """Something a person has to know and can act on; shown without a traceback."""


def say(text: str) -> None:
    print(text, flush=True)


@contextmanager
def step(what: str) -> Iterator[None]:
    begun = time.monotonic()
    over = threading.Event()
    clock = threading.Thread(target=_tick, args=(what, begun, over), daemon=True)
    clock.start()
    mark = "✗"
    try:
        yield
        mark = "✓"
    finally:
        over.set()
        clock.join()
        _write(f"{mark} {what}  {time.monotonic() - begun:.1f} s", last=True)


def _tick(what: str, begun: float, over: threading.Event) -> None:
    """A terminal sees the seconds run; a log gets a line only when a step takes long."""
    terminal = sys.stdout.isatty()
    while not over.wait(0.5 if terminal else 15):
        seconds = time.monotonic() - begun
        if terminal:
            _write(f"… {what}  {seconds:.0f} s")
        else:
            say(f"  … {what}, {seconds:.0f} s so far")


def _write(text: str, *, last: bool = False) -> None:
    if sys.stdout.isatty():
        sys.stdout.write(f"\r\x1b[2K  {text}" + ("\n" if last else ""))
    elif last:
        sys.stdout.write(f"  {text}\n")
    sys.stdout.flush()
