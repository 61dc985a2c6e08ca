"""What the filling of the demo city remembers between runs: when it began, the passwords it made, that it is done."""

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from deploy.demo.city import SHANGHAI
from deploy.local.keys import write_private

# Without characters that are read wrongly from a screen.
ALPHABETS = ("abcdefghjkmnpqrstuvwxyz", "ABCDEFGHJKLMNPQRSTUVWXYZ", "23456789", "-_.")
LENGTH = 14


@dataclass
class Kept:
    """演示记录: a run that was cut off is gone on with by the same day and the same passwords, even tomorrow."""

    folder: Path
    began: datetime
    done: bool = False
    passwords: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, folder: Path) -> "Kept":
        """What an earlier run has left in the state folder, or a new beginning."""
        path = folder / "demo-city.json"
        if not path.exists():
            return cls(folder, datetime.now(SHANGHAI).replace(second=0, microsecond=0))
        read: Mapping[str, Any] = json.loads(path.read_text())
        return cls(folder, datetime.fromisoformat(read["began"]), read["done"], read["passwords"])

    def write(self) -> None:
        """For its owner's eyes only."""
        told = {"began": self.began.isoformat(), "done": self.done, "passwords": self.passwords}
        write_private(self.folder / "demo-city.json", json.dumps(told, indent=1))

    def promise(self, usernames: list[str]) -> None:
        """A password for each, written before any account is opened with it."""
        self.passwords = {name: password() for name in usernames} | self.passwords
        self.write()


def password() -> str:
    """Random, with a character of each kind."""
    drawn = [secrets.choice(alphabet) for alphabet in ALPHABETS]
    drawn += [secrets.choice("".join(ALPHABETS[:3])) for _ in range(LENGTH - len(drawn))]
    secrets.SystemRandom().shuffle(drawn)
    return "".join(drawn)
