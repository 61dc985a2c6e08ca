"""The verbs of a service at the command line: `python -m chassis.verbs <service> openapi|rebuild|verify-log`."""

import asyncio
import importlib
import json
import os
import sys
import tempfile
from collections.abc import Callable, Coroutine, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from joserfc.jwk import OKPKey
from sqlalchemy import MetaData, delete, func, select, update

from chassis import sequencer
from chassis.client import Neighbour, NeighbourSilent
from chassis.clock import wall
from chassis.database import Sessions, engine_of, sessions_of, system_transaction
from chassis.settings import address_of, load
from chassis.tables import OVERWRITTEN, AreaCopy, Cursor
from chassis.tokens import Signer

PATIENCE = 600  # seconds that a rebuild may take before it is given up


def openapi(service: str) -> None:
    """Writes services/<service>/openapi.json; needs neither database nor keys of a real deployment."""
    with tempfile.TemporaryDirectory() as folder:
        key = OKPKey.generate_key("Ed25519", parameters={"kid": f"{service}-1"})
        Path(folder, "key").write_text(json.dumps(key.as_dict(private=True)))
        Path(folder, "keys").write_text(json.dumps({"keys": []}))
        zero = "A" * 43 + "="
        name = service.upper()
        os.environ |= {f"{name}_DATABASE_URL": "postgresql://x/x", f"{name}_KEY": f"{folder}/key"}
        os.environ |= {f"{name}_DATA_KEYS": f"x-1:{zero}", "SERVICE_KEYS": f"{folder}/keys"}
        os.environ |= {"PERSON_MATCHING_KEY": zero, "PUBLIC_URL": "http://localhost:8080", "DEMO": "0"}
        for each in ("gateway", "registry", "projects", "volunteers", "assessment"):
            os.environ.setdefault(f"{each.upper()}_URL", f"http://{each}")
        app: FastAPI = importlib.import_module(f"{service}.main").app()
    text = json.dumps(app.openapi(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    Path("services", service, "openapi.json").write_text(text)


def _projection_tables(metadata: MetaData) -> list[Any]:
    """The tables that are made of other services' facts alone, children first."""
    return [table for table in reversed(metadata.sorted_tables) if table.info.get("projection")]


async def wind_back(sessions: Sessions, metadata: MetaData, followers: Sequence[str]) -> None:
    """Sets the cursors to zero and empties the copies; those without which nobody could act wait to be overwritten."""
    async with system_transaction(sessions, at=wall()) as tx:
        # The cursors first: a follower that is applying a batch finishes it, the next one begins at zero.
        await tx.execute(select(Cursor).where(Cursor.follower.in_(followers)).with_for_update())
        for table in [*_projection_tables(metadata), AreaCopy.__table__]:
            overwritten = table.info["projection"] == OVERWRITTEN
            await tx.execute(update(table).values(seq=-1) if overwritten else delete(table))
        await tx.execute(update(Cursor).where(Cursor.follower.in_(followers)).values(seq=0))


async def rebuild(service: str) -> None:
    """Makes the projections anew: winds them back, and waits until the running service has followed again."""
    settings = load(service)
    engine = engine_of(settings)
    sessions = sessions_of(engine)
    metadata: MetaData = importlib.import_module(f"{service}.database").Table.metadata
    followers = importlib.import_module(f"{service}.main").service.followers
    await wind_back(sessions, metadata, [follower.name for follower in followers if follower.replayable])
    signer = Signer(service, settings.key)
    for follower in followers:
        if follower.replayable:
            await _wait_until_followed(sessions, follower, signer)
    await engine.dispose()
    print(f"{service}: projections rebuilt")  # noqa: T201 - a person asked for it


async def _wait_until_followed(sessions: Any, follower: Any, signer: Signer) -> None:  # noqa: ANN401
    for source in follower.sources():
        neighbour = Neighbour(source, address_of(source), signer)
        for _ in range(PATIENCE * 10):
            async with sessions() as session:
                mine = (Cursor.follower == follower.name, Cursor.source == source)
                after = await session.scalar(select(func.coalesce(func.max(Cursor.seq), 0)).where(*mine))
            waiting = {"after": after, "type": follower.types(source), "limit": 1}
            with suppress(NeighbourSilent):  # it may be restarting; whoever follows it waits too
                if not await neighbour.get("/facts", waiting):
                    break
            await asyncio.sleep(0.1)
        else:
            message = f"{follower.name} of {source} has not caught up in {PATIENCE} s; see its /health"
            raise SystemExit(message)
        await neighbour.close()


async def verify_log(service: str) -> None:
    """Recomputes the sealed log; the first altered, missing or swapped row is named."""
    engine = engine_of(load(service))
    async with engine.connect() as connection:
        broken = await sequencer.first_broken(connection)
    await engine.dispose()
    print(f"{service}: {broken or 'log intact'}")  # noqa: T201
    if broken:
        raise SystemExit(1)


def main(service: str, verb: str) -> None:
    """Runs one verb."""
    slow: dict[str, Callable[[str], Coroutine[Any, Any, None]]] = {"rebuild": rebuild, "verify-log": verify_log}
    if verb == "openapi":
        openapi(service)
    else:
        asyncio.run(slow[verb](service))


if __name__ == "__main__":
    main(*sys.argv[1:3])
