"""A Merkle tree over the entries of one page, hashed as RFC 6962 does: whoever holds a path needs no other row."""

from collections.abc import Sequence
from hashlib import sha256
from typing import NamedTuple

ENTRY, NODE = b"\x00", b"\x01"


class Step(NamedTuple):
    """A neighbour on the way up, and whether it stands on the left."""

    left: bool
    hash: bytes


def leaf(content: bytes) -> bytes:
    """The hash of one entry."""
    return sha256(ENTRY + content).digest()


def _above(level: Sequence[bytes]) -> list[bytes]:
    """Pairs hashed together; one without a neighbour goes up as it is."""
    pairs = [sha256(NODE + left + right).digest() for left, right in zip(level[::2], level[1::2], strict=False)]
    return [*pairs, level[-1]] if len(level) % 2 else pairs


def root(leaves: Sequence[bytes]) -> bytes:
    """The root of a page."""
    level = list(leaves)
    while len(level) > 1:
        level = _above(level)
    return level[0]


def path(leaves: Sequence[bytes], place: int) -> list[Step]:
    """The neighbours between one entry and the root."""
    level, steps = list(leaves), []
    while len(level) > 1:
        neighbour = place ^ 1
        if neighbour < len(level):
            steps.append(Step(neighbour < place, level[neighbour]))
        level, place = _above(level), place // 2
    return steps


def climb(entry: bytes, steps: Sequence[Step]) -> bytes:
    """The root that a path leads to."""
    reached = entry
    for step in steps:
        reached = sha256(NODE + (step.hash + reached if step.left else reached + step.hash)).digest()
    return reached
