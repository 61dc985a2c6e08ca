"""A certificate is checked in a browser while no service of ours runs: from one saved file, with the network off.

The service that issues it is called in this process and listens on no port.
"""

import json
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from playwright.async_api import Browser, Page

from chassis import clock, testing
from chassis.database import engine_of
from chassis.settings import load
from chassis.testing import Callers
from chassis.tokens import Signer
from conftest import app_of
from services.volunteers.tests.certificate.office import Office
from tests.journeys.browsing import AXE, RULES

DIST = Path(__file__).resolve().parents[2] / "frontend/dist/verify"
EMPTY = '<script type="application/json" id="keys">[]'


@pytest.fixture
async def issued(world: dict[str, str]) -> AsyncIterator[dict[str, Any]]:
    """The proof file of a certificate, and the public keys."""
    app: FastAPI = app_of("volunteers", world)
    engine = engine_of(load("volunteers"))
    callers = Callers(app, Signer("gateway", Path(world["GATEWAY_KEY"])))

    def moment(text: str) -> dict[str, str]:
        return {"Sanshe-At": clock.signed(datetime.fromisoformat(text), world["DEMO_CLOCK_KEY"])}

    async with testing.rolled_back(app, engine):
        office = await Office(app, callers, moment).open()
        certificate = await office.issued()
        proof = (await office.me.get(f"/certificates/{certificate['id']}/proof.json")).json()
        keys = (await callers.signed_out().get("/published/keys")).json()["items"]
    yield {"certificate": certificate, "proof": proof, "keys": keys}
    await engine.dispose()


@pytest.fixture
async def saved(issued: dict[str, Any], browser: Browser, tmp_path: Path) -> AsyncIterator[Page]:
    """The page as somebody has saved it, opened from the disk of a machine without a network."""
    keys = json.dumps([{"kid": each["kid"], "x": each["x"]} for each in issued["keys"]])
    text = (DIST / "offline.html").read_text()
    assert EMPTY in text
    file = tmp_path / "核验.html"
    file.write_text(text.replace(EMPTY, EMPTY[:-2] + keys))
    context = await browser.new_context(offline=True, locale="zh-CN")
    page = await context.new_page()
    await page.goto(file.as_uri())
    yield page
    await context.close()


async def said(page: Page, text: str) -> str:
    """What the page answers."""
    await page.evaluate("document.getElementById('result').replaceChildren()")
    await page.fill("#text", text)
    await page.click("button.main")
    await page.wait_for_selector("#result .verdict")
    return await page.inner_text("#result")


async def test_a_certificate_verifies_with_every_service_stopped(issued: dict[str, Any], saved: Page) -> None:
    certificate, proof = issued["certificate"], issued["proof"]
    code = await said(saved, f"https://testserver/verify/#{certificate['proof']}")
    assert code.startswith("有效"), code
    assert "1.5 小时（90 分钟，1 次）" in code
    assert certificate["number"] in code
    assert "演*" in code
    assert "以联网核验为准" in code
    whole = await said(saved, json.dumps(proof))
    assert "每一条时长都与封存账本一致" in whole
    assert "敬老探访" in whole
    assert issued["keys"][0]["fingerprint"] in await saved.inner_text("#known")
    await saved.evaluate(AXE)
    found = await saved.evaluate("(rules) => axe.run(document, {runOnly: rules})", RULES)
    assert found["violations"] == []


async def test_whatever_is_altered_is_found_out(issued: dict[str, Any], saved: Page) -> None:
    proof = issued["proof"]
    head, body, signature = proof["certificate"].split(".")
    forged = body[:-4] + ("AAAA" if body[-4:] != "AAAA" else "BBBB")
    assert (await said(saved, f"{head}.{forged}.{signature}")).startswith("无效")
    [entry] = proof["entries"]
    for altered in (
        {**entry, "title": entry["title"] + "。"},
        {
            **entry,
            "content": entry["content"][:44] + ("B" if entry["content"][44] == "A" else "A") + entry["content"][45:],
        },
        {**entry, "n": entry["n"] + 1},
    ):
        assert (await said(saved, json.dumps({**proof, "entries": [altered]}))).startswith("无效"), altered
    assert "被增删" in await said(saved, json.dumps({**proof, "entries": []}))
    page = {**proof["pages"][0], "signed": proof["certificate"]}
    assert "封存的账本" in await said(saved, json.dumps({**proof, "pages": [page]}))
    assert "这不是" in await said(saved, "随便写的")
    assert "须联网" in await said(saved, issued["certificate"]["number"])


async def test_without_the_key_nothing_is_said_to_be_right(issued: dict[str, Any], browser: Browser) -> None:
    context = await browser.new_context(offline=True)
    page = await context.new_page()
    await page.goto((DIST / "offline.html").as_uri())
    assert (await said(page, issued["proof"]["certificate"])).startswith("无法核对")
    await page.click("summary")
    await page.fill("#pasted", json.dumps(issued["keys"][0]))
    await page.click("#take")
    await page.wait_for_selector("#result .verdict.good")
    await context.close()
