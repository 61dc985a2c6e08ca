"""Who a bell wakes: whoever waits for what is rung or for anything, and everyone when nothing is named."""

import asyncio

from chassis.bell import Bell


async def heard(bell: Bell, rings: tuple[str, ...]) -> list[str]:
    """Which of three waiters one ring wakes."""
    waiting = {"needs": bell.listen(("needs", "projects")), "hours": bell.listen(("hours",)), "all": bell.listen()}
    bell.ring(rings)
    return [name for name, event in waiting.items() if event.is_set()]


async def test_a_named_ring_wakes_those_who_wait_for_it_or_for_anything() -> None:
    assert await heard(Bell(1), ("needs",)) == ["needs", "all"]
    assert await heard(Bell(1), ("elsewhere",)) == ["all"]


async def test_a_ring_without_a_name_wakes_everyone() -> None:
    assert await heard(Bell(1), ()) == ["needs", "hours", "all"]


async def test_what_rings_between_the_look_and_the_wait_is_not_slept_over() -> None:
    bell = Bell(60)
    since = bell.listen(("needs",))
    bell.ring({"needs"})
    await asyncio.wait_for(bell.wait(since=since), 1)


async def test_a_waiter_of_whose_kind_nothing_rings_wakes_after_its_patience() -> None:
    bell = Bell(0.01)
    bell.ring({"hours"})
    await asyncio.wait_for(bell.wait(since=bell.listen(("needs",))), 1)
