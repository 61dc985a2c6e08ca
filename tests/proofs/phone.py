"""The phone pages by Lighthouse's mobile profile: a slow network, a processor four times slower than this one."""

import asyncio
import json
import os
import shutil
import statistics
import tempfile
from asyncio.subprocess import DEVNULL, PIPE
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from deploy.local.install import VENV
from deploy.local.settings import free_port
from deploy.local.system import System
from tests.journeys.browsing import FLAGS, Visitor, chromium
from tests.journeys.linkage import Loop
from tests.journeys.opening import town_of
from tests.proofs.section import Numbers, Section

RUNS = 5
# Goals of the accessibility and speed of a phone page: scores of a hundred, milliseconds, and a share of the screen.
LEAST = {"performance": 90, "accessibility": 100, "best-practices": 95}
MOST = {"largest-contentful-paint": 2500, "total-blocking-time": 200, "cumulative-layout-shift": 0.1}
HTTPS = """\
{{
    skip_install_trust
    admin off
    auto_https disable_redirects
}}
https://localhost:{port} {{
    tls internal
    reverse_proxy {url}
}}
"""
# What Lighthouse says where the browser's trace does not begin with the page, and that it is to be run again.
NO_BEGINNING = "NO_NAVSTART"
HERE = Path(__file__).parent / "lighthouse"
PATH = f"{VENV / 'bin'}{os.pathsep}{os.environ['PATH']}"


async def prove(numbers: Numbers) -> Section:
    """What axe and the sizes of things say of the same pages is in tests/journeys/test_screens.py."""
    section = Section("Phone pages by Lighthouse")
    await _run("npm", "ci", "--silent")
    with tempfile.TemporaryDirectory() as folder, System(Path(folder), demo=True, city=False) as system:
        async with town_of(system) as town:
            loop = Loop(town)
            await loop.gather()
            for step in (Loop.need, Loop.project, Loop.activity):
                await step(loop)
            cookies = await _signed_in(system.url, loop.people["volunteer"].username)
        pages = {
            "activities (报名列表)": ("/m/", ""),
            "an activity, signed in (报名)": (f"/m/activities/{loop.left['activity']['id']}", cookies),
            "own page, signed in (我的)": ("/m/mine", cookies),
            "sign-in (登录)": ("/m/sign-in", ""),
            "verifying a certificate (核验)": ("/verify/", ""),
        }
        measured = {}
        async with _by_https(system.url, Path(folder)) as url:
            for name, (path, sent) in pages.items():
                measured[name] = await _measured(url + path, sent, Path(folder), numbers.of(RUNS))
    section.say(
        f"Medians of {numbers.of(RUNS)} runs a page with its mobile profile as it stands (slow 4G and a processor",
        "slowed four times, both simulated); each run in a browser of its own without cache.",
    )
    for name, found in measured.items():
        missed = [each for each in LEAST if found[each] < LEAST[each]]
        missed += [each for each in MOST if found[each] > MOST[each]]
        section.findings += [f"{name}: {each} {found[each]:.4g}" for each in missed]
    goals = [f"{each} (≥ {goal})" for each, goal in LEAST.items()]
    goals += [f"{each} (≤ {goal})" for each, goal in MOST.items()]
    section.table(
        ["page", *goals],
        [[name, *(f"{found[each]:.4g}" for each in (*LEAST, *MOST))] for name, found in measured.items()],
    )
    return section


async def _signed_in(url: str, phone: str) -> str:
    """The cookies of somebody who has signed in by phone."""
    async with chromium() as browser:
        visitor = await Visitor.of(browser, url)
        await visitor.signed_in_by_phone(phone)
        return "; ".join(f"{each['name']}={each['value']}" for each in await visitor.page.context.cookies())


@asynccontextmanager
async def _by_https(url: str, folder: Path) -> AsyncIterator[str]:
    """The system as a phone meets it, behind TLS and so by HTTP/2, with a certificate of this moment."""
    port, file = free_port(), folder / "Caddyfile"
    file.write_text(HTTPS.format(port=port, url=url))
    words = (str(VENV / "bin/caddy"), "run", "--adapter", "caddyfile", "--config", str(file))
    caddy = await asyncio.create_subprocess_exec(
        *words, env=os.environ | {"XDG_DATA_HOME": str(folder)}, stderr=DEVNULL
    )
    yield f"https://localhost:{port}"
    caddy.terminate()
    await caddy.wait()


async def _measured(url: str, cookies: str, folder: Path, runs: int) -> dict[str, float]:
    found: list[dict[str, float]] = []
    for number in range(runs):
        report = folder / f"{number}.json"
        with_cookies = ["--extra-headers", json.dumps({"Cookie": cookies})] if cookies else []
        flags = " ".join(["--headless=new", "--ignore-certificate-errors", *FLAGS])
        words = (
            *("node", "node_modules/lighthouse/cli/index.js", url, "--quiet", "--output=json"),
            *(f"--output-path={report}", f"--only-categories={','.join(LEAST)}", f"--chrome-flags={flags}"),
            *with_cookies,
        )
        try:
            await _run(*words)
        except RuntimeError as failed:
            if NO_BEGINNING not in str(failed):
                raise
            await _run(*words)
        said: dict[str, Any] = json.loads(report.read_text())
        scores = {each: said["categories"][each]["score"] * 100 for each in LEAST}
        found.append(scores | {each: said["audits"][each]["numericValue"] for each in MOST})
    return {name: statistics.median(each[name] for each in found) for name in found[0]}


async def _run(program: str, *words: str) -> None:
    path = shutil.which(program, path=PATH)
    assert path, program
    environment = os.environ | {"PATH": PATH, "CHROME_PATH": str(shutil.which("chromium"))}
    started = await asyncio.create_subprocess_exec(path, *words, env=environment, cwd=HERE, stderr=PIPE)
    _, said = await started.communicate()
    if started.returncode:
        raise RuntimeError(said.decode())
