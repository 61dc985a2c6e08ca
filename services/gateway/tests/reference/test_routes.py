"""The merged API reference is served without inline scripts."""

import re

import pytest


@pytest.mark.parametrize(("path", "kind"), [("", "text/html"), (".js", "text/javascript"), (".css", "text/css")])
async def test_the_page_is_its_own(callers, path, kind):
    answer = await callers.signed_out().get(f"/reference{path}")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(kind)
    assert "unsafe-inline" not in answer.headers["content-security-policy"]
    assert not re.search(r"https?://", answer.text)
    assert not re.search(r"<script>|<style|\son\w+=", answer.text)


async def test_an_old_cookie_does_not_hide_it(callers):
    answer = await callers.signed_out().send("GET", "/reference", headers={"Cookie": "__Host-access=old"})
    assert answer.status_code == 200
