"""The list of accounts that a visitor can sign in with, one for each role, beside the first accounts of the system."""

import json
from pathlib import Path
from typing import Any

from deploy.demo.cast import Cast
from deploy.demo.city import City, content
from deploy.demo.identities import identity
from deploy.demo.kept import Kept
from deploy.local.keys import write_private

FILE = "sign-ins.json"
BY_PHONE = "手机验证码:登录页下方可见"


def first_of_each_role(folder: Path) -> dict[str, dict[str, str]]:
    """The first sign-in of each role; none when the file is not there."""
    found: dict[str, dict[str, str]] = {}
    path = folder / FILE
    for each in json.loads(path.read_text()) if path.exists() else []:
        found.setdefault(each["role"], each)
    return found


def publish(city: City, cast: Cast, kept: Kept) -> None:
    """Adds the demo's accounts to the file, for its owner's eyes only."""
    path, told = kept.folder / FILE, content("cast")
    known: list[dict[str, Any]] = json.loads(path.read_text())
    added = [
        _entry(post, cast.names[post["username"]], post["username"], kept.passwords[post["username"]], city)
        for post in told["staff"]
    ]
    for role, role_zh, group in (("volunteer", "志愿者", "volunteers"), ("resident", "居民", "residents")):
        visitor = told[group]["visitor"]
        who = identity(visitor["person"])
        post = {"role": role, "role_zh": role_zh, "area": visitor["home"]}
        added.append(_entry(post, who.name, who.phone, None, city) | {"hint": BY_PHONE})
    names = {entry["username"] for entry in added}
    whole = [entry for entry in known if entry["username"] not in names] + added
    hinted = [{**entry, "hint": entry.get("hint", "")} for entry in whole]
    write_private(path, json.dumps(hinted, ensure_ascii=False, indent=1))


def _entry(post: dict[str, Any], name: str, username: str, password: str | None, city: City) -> dict[str, Any]:
    who = {"role": post["role"], "role_zh": post["role_zh"], "name": name}
    return who | {"username": username, "password": password, "area": city.place(post["area"])}
