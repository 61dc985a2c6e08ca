"""How large things are on a phone, by computed styles: text, the room between its lines, and what is touched."""

from playwright.async_api import Page

# 移动互联网应用（APP）适老化通用设计规范: pixels of the smallest text and of the shortest side of what is touched.
LARGE, TOUCHED_ELDER, TOUCHED, SPACING = 18, 60, 44, 1.3
# A link within a line of text is as high as its line; what only a screen reader meets has no size.
MEASURED = """([text, touched, spacing]) => {
  const found = new Set(), hidden = (box) => box.width <= 1 || box.height <= 1;
  const shown = (each) => each.checkVisibility({opacityProperty: true, visibilityProperty: true});
  const note = (what, each) => found.add(`${what} ${each.localName} ${each.className} ${each.textContent.slice(0, 9)}`);
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const at = walk.currentNode.parentElement, range = document.createRange();
    range.selectNodeContents(walk.currentNode);
    if (!walk.currentNode.data.trim() || at.closest('[aria-hidden=true], [inert], svg, style, script')) continue;
    if (!shown(at) || hidden(at.getBoundingClientRect()) || hidden(range.getBoundingClientRect())) continue;
    const style = getComputedStyle(at), size = parseFloat(style.fontSize), line = parseFloat(style.lineHeight);
    if (size < text) note(`text of ${size} px`, at);
    if (!(line >= spacing * size - 0.1)) note(`lines of ${style.lineHeight} at ${size} px`, at);
  }
  const buttons = 'button, summary, [role=button], [role=tab], [role=switch]';
  for (const each of document.querySelectorAll(`a[href], input:not([type=hidden]), select, textarea, ${buttons}`)) {
    if (!shown(each) || each.disabled || each.closest('[inert]')) continue;
    const whole = each.matches('[type=checkbox], [type=radio]') && each.closest('label') || each;
    const box = whole.getBoundingClientRect(), around = each.parentElement.textContent.trim();
    const inText = getComputedStyle(each).display === 'inline' && around !== each.textContent.trim();
    if (hidden(box) || inText || Math.min(box.width, box.height) >= touched - 0.5) continue;
    note(`${box.width.toFixed()} × ${box.height.toFixed()} px`, each);
  }
  return [...found];
}"""


async def too_small(page: Page, *, elder: bool) -> list[str]:
    """What is smaller than the view promises."""
    smallest = [LARGE, TOUCHED_ELDER, SPACING] if elder else [0, TOUCHED, SPACING]
    found: list[str] = await page.evaluate(MEASURED, smallest)
    return found
