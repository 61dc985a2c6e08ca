"""Drawing a sample: who may be asked, and which of them are."""

import random
from collections.abc import Iterable
from uuid import UUID


def eligible(participants: Iterable[UUID], excluded: Iterable[UUID]) -> list[UUID]:
    """Those who may be asked, in an order that nobody can arrange."""
    return sorted(set(participants) - set(excluded))


def drawn_from(pool: list[UUID], seed: int, size: int) -> list[UUID]:
    """The sample: the same for the same pool and seed, ever."""
    return sorted(random.Random(seed).sample(pool, min(size, len(pool))))
