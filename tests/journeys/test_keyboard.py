"""Deciding on a project and scoring bids by keyboard alone: every press lands where its focus can be seen."""

from dataclasses import replace
from itertools import count
from typing import Any

from playwright.async_api import Browser

from deploy.demo.people import Person
from deploy.local.machine import Machine
from tests.journeys.browsing import Visitor
from tests.journeys.purchase import Purchase
from tests.journeys.town import PASSWORD, until

FARTHEST = 120  # presses of Tab before something counts as out of reach
FOCUSED = """() => {
  const at = document.activeElement;
  const label = at.labels?.[0]?.innerText ?? at.getAttribute('aria-label') ?? '';
  const seen = (each) => {
    const style = each && getComputedStyle(each);
    return style && (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none');
  };
  const box = at.closest('.ant-input-number, .ant-radio-wrapper, .ant-input-affix-wrapper') ?? at.parentElement;
  const near = [at, box, at.previousElementSibling, at.nextElementSibling];
  return {name: (label || at.innerText || at.value || '').trim(), tag: at.tagName, seen: near.some(seen)};
}"""


async def reach(visitor: Visitor, name: str, tags: tuple[str, ...] = ("INPUT", "TEXTAREA")) -> None:
    """Tab on until something with that name has the focus, and shows it."""
    for presses in count():
        at = await visitor.page.evaluate(FOCUSED)
        if at["tag"] in tags and at["name"].replace(" ", "").startswith(name):
            assert at["seen"], f"nobody sees that {name} has the focus"
            return
        assert presses < FARTHEST, f"{name} is out of reach of the keyboard, at last {at}"
        await visitor.page.keyboard.press("Tab")


async def press(visitor: Visitor, name: str, key: str = "Enter") -> None:
    """Reaches a button and presses it."""
    await reach(visitor, name, ("BUTTON",))
    await visitor.page.keyboard.press(key)
    await visitor.quiet()


async def write(visitor: Visitor, name: str, text: str) -> None:
    """Reaches a field and types into it."""
    await reach(visitor, name)
    await visitor.page.keyboard.type(text)


async def asked(visitor: Visitor) -> None:
    """A dialog is open and has taken the focus."""

    async def within() -> bool:
        return bool(await visitor.page.evaluate("Boolean(document.activeElement.closest('[role=dialog]'))"))

    await until(within)


async def looked_away(visitor: Visitor) -> None:
    """Somebody comes back to a window that stood open."""
    await visitor.page.evaluate("dispatchEvent(new Event('visibilitychange'))")
    await visitor.quiet()


async def at_the_desk(system: Machine, browser: Browser, person: Person, path: str) -> Visitor:
    """A window of somebody, at a page."""
    visitor = await (await Visitor.of(browser, system.url)).signed_in(person.username, PASSWORD)
    await visitor.go(path)
    return visitor


async def came_to(reader: Person, path: str, state: str) -> dict[str, Any] | None:
    """The record once it is in a state."""
    record: dict[str, Any] = await reader.get(path)
    return record if record["state"] == state else None


async def listed(reader: Person, path: str) -> Any:
    """What a list holds."""
    return (await reader.get(path))["items"]


async def again(path: Purchase) -> Purchase:
    """Another need of the same people, talked over, with a project that waits for its review."""
    other = replace(path, left={"worker": path.left["worker"]})
    for step in (Purchase.need, Purchase.deliberation, Purchase.submitted):
        await step(other)
    return other


async def test_review_and_scores_by_keyboard_alone(system: Machine, path: Purchase, browser: Browser) -> None:
    other = await again(path)
    here, clerk = f"/projects/projects/{other.left['project']['id']}", other.who("community", 0)
    reviewer = await at_the_desk(system, browser, other.people["officer"], here)

    await press(reviewer, "退回补正", "Space")
    await asked(reviewer)
    await write(reviewer, "退回补正", "请补充每周探访的安排。")
    await press(reviewer, "退回补正")
    seen = await until(lambda: came_to(clerk, here, "returned"))
    assert seen["returned_because"] == "请补充每周探访的安排。"

    await clerk.post(f"{here}/submission", seen=seen)
    await looked_away(reviewer)
    await press(reviewer, "批准")
    await asked(reviewer)
    await press(reviewer, "批准", "Space")
    other.left["project"] = await until(lambda: came_to(clerk, here, "approved"))

    await other.opened()
    expert, here = other.experts[0], f"/projects/purchases/{other.left['purchase']['id']}"
    await expert.when(None).post(f"{here}/declaration", {"conflicted": False, "statement": "与投标人无利益关系"})
    scorer = await at_the_desk(system, browser, expert, f"{here}/scoring")
    await write(scorer, "服务方案", "40")
    await scorer.page.keyboard.press("ArrowUp")
    await write(scorer, "团队与业绩", "25")
    await write(scorer, "评审意见", "方案可行，人员稳定。")
    await press(scorer, "保存评分")
    scores = await until(lambda: listed(expert, f"{here}/scores"))
    assert [score["points"] for score in scores] == [{"plan": 41, "team": 25}]
    assert reviewer.complaints + scorer.complaints == []
