"""The unprivileged system user PostgreSQL runs as when everything else runs as root, which PostgreSQL refuses."""

import os
import pwd
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self, TypedDict

NAME = "sanshe"


@dataclass(frozen=True)
class SystemUser:
    name: str
    uid: int
    gid: int

    @classmethod
    def needed(cls) -> Self | None:
        if os.geteuid() != 0:
            return None
        entry = _entry(NAME) or _created(NAME) or pwd.getpwnam("nobody")
        return cls(entry.pw_name, entry.pw_uid, entry.pw_gid)

    def own(self, path: Path) -> None:
        os.chown(path, self.uid, self.gid)

    def can_run(self, command: Sequence[str | Path]) -> bool:
        try:
            return run_as(self, command).returncode == 0
        except PermissionError:
            return False


class Identity(TypedDict, total=False):
    """The arguments of `subprocess` that give up root."""

    user: int
    group: int
    extra_groups: list[int]


def as_user(user: SystemUser | None) -> Identity:
    return Identity(user=user.uid, group=user.gid, extra_groups=[]) if user else Identity()


def run_as(user: SystemUser | None, command: Sequence[str | Path]) -> "subprocess.CompletedProcess[str]":
    """From `/`, since the user may not enter the folder we stand in."""
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd="/", **as_user(user))


def _entry(name: str) -> pwd.struct_passwd | None:
    try:
        return pwd.getpwnam(name)
    except KeyError:
        return None


def _created(name: str) -> pwd.struct_passwd | None:
    if not (useradd := shutil.which("useradd") or shutil.which("useradd", path="/usr/sbin:/sbin")):
        return None
    subprocess.run(
        [useradd, "--system", "--no-create-home", "--shell", "/bin/false", name],
        capture_output=True,
        check=False,
    )
    return _entry(name)
