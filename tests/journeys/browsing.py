"""A real Chromium for journeys: signed in as a browser is, with axe at hand and every console error noted."""

import os
import shutil
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.async_api import Browser, ConsoleMessage, Page, ViewportSize, async_playwright

from tests.journeys.town import until

# Without the background flags Chromium talks to its maker's hosts at every start.
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
FLAGS += ["--disable-component-update", "--disable-sync"]
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
LONGEST = 10_000  # milliseconds until a screen shows what it is for, on a loaded machine
DESK: ViewportSize = {"width": 1440, "height": 900}
PHONE: ViewportSize = {"width": 360, "height": 740}

# Requests under way are counted, so that nobody waits longer than a page does.
COUNTED = """() => {
  let left = 0, since = 0;
  const send = window.fetch;
  window.fetch = (...asked) => {
    left += 1;
    return send(...asked).finally(() => { left -= 1; since = performance.now(); });
  };
  const isQuiet = () => left === 0 && performance.now() - since > 150 && !document.querySelector('main h1[data-left]');
  window.quiet = (longest) => new Promise((done) => {
    const ends = performance.now() + longest;
    const look = () => isQuiet() || performance.now() > ends ? done() : setTimeout(look, 25);
    look();
  });
}"""
# As a link within the app does it; the heading that is left is marked, so that it is not taken for the next page's.
GO = """(path) => {
  for (const heading of document.querySelectorAll('main h1')) heading.dataset.left = '';
  history.pushState({idx: history.length, key: String(history.length), usr: null}, '', path);
  dispatchEvent(new PopStateEvent('popstate', {state: history.state}));
}"""

SIGN_IN = """async (body) => (await fetch('/api/gateway/session', {method: 'POST', body: JSON.stringify(body),
  headers: {'content-type': 'application/json', 'X-Sanshe': '1'}})).status"""

SIGN_IN_BY_PHONE = """async (phone) => {
  const headers = {'content-type': 'application/json', 'X-Sanshe': '1'};
  const send = (path, body) => fetch('/api/gateway/' + path, {method: 'POST', headers, body: JSON.stringify(body)});
  const sent = await send('phone-codes', {phone});
  if (!sent.ok) return sent.status;
  const {challenge_id} = await sent.json();
  const texts = await (await fetch('/api/gateway/outbox')).json();
  const code = texts.find((each) => each.phone === phone).text.match(/[0-9]{6}/)[0];
  return (await send('phone-session', {challenge_id, code, delivery: 'cookie'})).status;
}"""


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """Debian's Chromium, headless."""
    path = shutil.which("chromium")
    assert path, "Chromium is missing: apt-get install chromium"
    # The node that built the frontend runs here for certain; the driver's own asks for a library that Debian may lack.
    node = shutil.which("node", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(node))
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        await browser.close()


@dataclass
class Visitor:
    """One person's browser window."""

    page: Page
    url: str
    complaints: list[str] = field(default_factory=list)

    @classmethod
    async def of(cls, browser: Browser, url: str, size: ViewportSize = DESK) -> "Visitor":
        """A fresh window without cookies."""
        context = await browser.new_context(viewport=size, locale="zh-CN", has_touch=size is PHONE)
        visitor = cls(await context.new_page(), url)
        await context.add_init_script(f"({COUNTED})()")
        visitor.page.on("console", visitor._heard)
        visitor.page.on("pageerror", lambda error: visitor.complaints.append(str(error)))
        return visitor

    def _heard(self, message: ConsoleMessage) -> None:
        # A refused request is logged by the browser itself; what a page does with it is tested, not forbidden.
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.complaints.append(message.text)

    async def signed_in(self, username: str, password: str) -> "Visitor":
        """By cookie, as the sign-in page does it."""
        await self.page.goto(f"{self.url}/sign-in")
        body = {"username": username, "password": password, "delivery": "cookie"}
        assert await self.page.evaluate(SIGN_IN, body) == 200
        return self

    async def signed_in_by_phone(self, phone: str) -> None:
        """By the code that the developer's outbox shows, with a cookie; the next code may have to wait a minute."""
        await self.page.goto(f"{self.url}/m/")

        async def let_in() -> bool:
            return bool(await self.page.evaluate(SIGN_IN_BY_PHONE, phone) == 200)

        await until(let_in)
        await self.page.goto(f"{self.url}/m/")

    async def see(self, path: str) -> None:
        """Opens a page and waits until nothing is loading any more."""
        await self.page.goto(f"{self.url}{path}")
        await self.page.wait_for_load_state("networkidle")

    async def go(self, path: str) -> None:
        """On to a page of the app that is open, without loading it anew; opens it where none is."""
        app = f"{self.url}/m/" if path.startswith("/m/") else f"{self.url}/"
        if self.page.url.startswith(f"{self.url}/m/") != path.startswith("/m/") or self.page.url.endswith("/sign-in"):
            await self.page.goto(app)
        # The app hears where one goes from when it is drawn, which on a busy machine is after the page is loaded.
        await self.page.locator("#root > *").first.wait_for()
        await self.page.evaluate(GO, path)
        await self.quiet()

    async def quiet(self) -> None:
        """Until nothing is asked for any more and the page before is gone."""
        await self.page.evaluate("(longest) => quiet(longest)", LONGEST)

    async def violations(self) -> list[str]:
        """What axe finds, a line each."""
        if not await self.page.evaluate("Boolean(window.axe)"):
            await self.page.evaluate(AXE)
        options: dict[str, Any] = {"runOnly": {"type": "tag", "values": RULES}}
        found = await self.page.evaluate("(options) => axe.run(document, options)", options)
        return [f"{each['id']}: {each['help']} — {each['nodes'][0]['html'][:160]}" for each in found["violations"]]

    async def overflows(self) -> bool:
        """Whether the page can be pushed sideways."""
        return bool(await self.page.evaluate("document.documentElement.scrollWidth > innerWidth + 1"))
