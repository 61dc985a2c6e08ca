"""What happened in the demo city, from the accounts to the answers, each step resting on the one before."""

import asyncio
from typing import Any

from deploy.demo import (
    activities,
    aims,
    cast,
    certificates,
    deliberations,
    deliveries,
    equipment,
    facilities,
    hours,
    lists,
    needs,
    neighbourhoods,
    organisations,
    outside,
    programme,
    projects,
    purchases,
    registrations,
    residents,
    rolls,
    scorecards,
    sign_ins,
    social_workers,
    surveys,
    teams,
    trainings,
)
from deploy.demo.cast import Cast
from deploy.demo.city import City, together
from deploy.demo.kept import Kept
from deploy.local.progress import step


async def fill(city: City, kept: Kept, first: dict[str, dict[str, str]]) -> None:
    """The whole of it; a step that was done before is answered as it was then.

    What is told by hand often waits for a follower: meanwhile the other towns go about their two years.
    """
    with step("accounts of officers, social workers and experts"):
        staff = await cast.assemble(city, kept, first, neighbourhoods.posts(city))
    from_lists = asyncio.create_task(_from_lists(city, staff))
    other_towns = asyncio.create_task(_other_towns(city, staff))
    try:
        await _told(city, staff, kept)
        with step("two years in the other towns"):
            await other_towns
        with step("organisations, social workers and 20,000 volunteers from lists"):
            await from_lists
        with step("last year's assessment of the towns, to the frozen scorecards"):
            await outside.count_all(city, staff)
            await scorecards.assess(city, staff)
    finally:
        from_lists.cancel()
        other_towns.cancel()
    sign_ins.publish(city, staff, kept)


async def _from_lists(city: City, staff: Cast) -> None:
    await aims.set_all(city, staff)
    await rolls.enrol(city, staff)
    await equipment.equip(city, staff)
    await lists.register_volunteers(city, staff)


async def _other_towns(city: City, staff: Cast) -> None:
    await programme.carry_out(city, staff, await neighbourhoods.settle(city, staff))


async def _told(city: City, staff: Cast, kept: Kept) -> None:
    """What the content files tell, step by step."""
    with step("organisations filed with their towns"):
        filed = await organisations.file_all(city, staff)
        await _appoint_managers(city, staff, kept, filed)
    with step("social workers registered"):
        workers = await social_workers.register_all(city, staff, filed)
    with step("bodies registered and promoted; facilities, stationings, posts"):
        registered = await registrations.register_all(city, staff)
        await facilities.furnish(city, staff, registered, workers)
    with step("residents and volunteers with their phones"):
        people = await residents.gather(city)
    with step("teams of volunteers, each with a social worker; courses"):
        await teams.form_all(city, staff, people, workers)
        await trainings.train_all(city, staff, people)
    with step("needs heard, talked over, projects designed"):
        heard = await needs.hear_all(city, staff, people)
        deliberated = await deliberations.deliberate_all(city, staff, heard, filed)
        proposed = await projects.propose_all(city, staff, heard, deliberated)
    with step("activities planned, held, called off; hours confirmed"):
        planned = await activities.plan_all(city, staff, people, proposed, workers)
        await together(hours.carry_out(city, staff, activity) for activity in planned)
        await projects.close_all(city, staff, proposed)
    with step("services purchased with the town's budget"):
        contracts = await purchases.buy_all(city, staff, heard, deliberated, filed)
    with step("purchased services done, accepted and paid"):
        planned += await deliveries.deliver_all(city, staff, people, contracts, workers)
    held = [each for each in planned if each.told["state"] == "held"]
    with step("residents asked how it was; certificates asked for and issued"):
        await surveys.answer_all(city, staff, held)
        await certificates.certify_all(city, staff, held)


async def _appoint_managers(city: City, staff: Cast, kept: Kept, filed: dict[str, dict[str, Any]]) -> None:
    """The managers of organisations, which exist by now."""
    for post in cast.posts():
        if "organisation" in post:
            await cast.appoint(city, staff, kept, post, organisation_id=filed[post["organisation"]]["id"])
