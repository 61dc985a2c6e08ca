"""The merged API reference is served without inline scripts."""

import re

import pytest

PARTS = [
    ("reference", "text/html"),
    ("reference.js", "text/javascript"),
    ("reference.css", "text/css"),
    ("examples", "text/html"),
    ("examples.js", "text/javascript"),
]


@pytest.mark.parametrize(("path", "kind"), PARTS)
async def test_the_page_is_its_own(callers, path, kind):
    answer = await callers.signed_out().get(f"/{path}")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(kind)
    assert "unsafe-inline" not in answer.headers["content-security-policy"]
    assert not re.search(r"https?://", answer.text)
    assert not re.search(r"<script>|<style|\son\w+=", answer.text)


async def test_an_old_cookie_does_not_hide_it(callers):
    answer = await callers.signed_out().send("GET", "/reference", headers={"Cookie": "__Host-access=old"})
    assert answer.status_code == 200
