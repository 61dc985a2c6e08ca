"""Runs the proofs named, or all of them: `python -m tests.proofs [name …] [--seed 1] [--share 0.01]`."""

import argparse
import asyncio
import sys
import time
from collections.abc import Awaitable, Callable

from tests.proofs import (
    api,
    disclosure,
    facts,
    kills,
    ledger,
    lists,
    phone,
    points,
    races,
    recount,
    scale,
    scope,
    spending,
)
from tests.proofs.section import FILE, ROOT, Numbers, Section, put

PROOFS: dict[str, Callable[[Numbers], Awaitable[Section]]] = {
    "api": api.prove,
    "facts": facts.prove,
    "scope": scope.prove,
    "spending": spending.prove,
    "disclosure": disclosure.prove,
    "recount": recount.prove,
    "races": races.prove,
    "lists": lists.prove,
    "points": points.prove,
    "kills": kills.prove,
    "ledger": ledger.prove,
    "phone": phone.prove,
    "scale": scale.prove,
}


def main() -> int:
    """0 when everything held."""
    asked = argparse.ArgumentParser(prog="python -m tests.proofs", description=__doc__)
    asked.add_argument("names", nargs="*", metavar="name", help=", ".join(PROOFS))
    asked.add_argument("--seed", type=int, default=20261123)
    asked.add_argument("--share", type=float, default=1.0, help="a part of the full numbers, shown but not written")
    given = asked.parse_args()
    if unknown := set(given.names) - PROOFS.keys():
        asked.error(f"no such proof: {', '.join(unknown)}")
    held = [_held(name, Numbers(given.seed, given.share)) for name in given.names or PROOFS]
    return 0 if all(held) else 1


def _held(name: str, numbers: Numbers) -> bool:
    began = time.monotonic()
    print(f"{name} …", flush=True)
    section = asyncio.run(PROOFS[name](numbers))
    section.lines.append(f"It took {time.monotonic() - began:.0f} s.")
    print(section.text(numbers.seed), flush=True)
    if numbers.share == 1:
        put(section, numbers.seed)
        print(f"written to {FILE.relative_to(ROOT)}")
    return not section.findings


if __name__ == "__main__":
    sys.exit(main())
