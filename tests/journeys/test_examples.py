"""The examples of the page for other systems run as they stand there, by a client that administrators opened."""

import asyncio
import json
import os
from pathlib import Path
from typing import Any

from deploy.local.machine import Machine
from tests.journeys.town import TOWN, Town

PAGE = Path(__file__).resolve().parents[2] / "services/gateway/gateway/reference/examples.json"


async def ran(command: str, known: dict[str, str]) -> Any:
    """What a command of the page answers."""
    shell = await asyncio.create_subprocess_exec(
        "bash", "-euc", command, env={**os.environ, **known}, stdout=asyncio.subprocess.PIPE
    )
    said, _ = await shell.communicate()
    assert shell.returncode == 0, command
    return json.loads(said)


async def test_every_example_runs(system: Machine, town: Town) -> None:
    page = json.loads(PAGE.read_text())
    client = await town.opener.post("/gateway/clients", {"name": "示例对接系统", "area_id": town.area(TOWN)})
    scopes = sorted({each["scope"] for each in page["examples"]} - {""})
    await town.granter.act("PUT", f"/gateway/clients/{client['id']}/scopes", json={"scopes": scopes}, seen=client)
    known = {"SANSHE": system.url, "CLIENT_ID": client["id"], "CLIENT_SECRET": client["secret"]}
    for example in page["examples"]:
        answer = await ran(f"{page['token']['command']}\n{example['command']}", known)
        refused = isinstance(answer, dict) and "status" in answer
        assert refused == (not example["scope"]), (example["title"], answer)
