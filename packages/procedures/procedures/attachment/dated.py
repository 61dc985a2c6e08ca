"""Which files are taken, how large and how long they may wait, as dated data with their source."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict

from chassis.dated import Dated


class Kind(BaseModel):
    """文件类型: what its name ends in, what its first bytes say and, for a package, what must be in it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    endings: list[str]
    media_type: str
    signature: str | None = None  # what the first bytes say where that is not the type itself
    member: str | None = None


class AttachmentRule(Dated):
    """附件的类型、大小与期限."""

    FILE = Path(__file__).resolve().parents[2] / "data" / "attachment.toml"

    most_bytes: int
    most_waiting: int
    waiting_hours: int
    unwanted_members: list[str]
    kind: list[Kind]

    @property
    def endings(self) -> list[str]:
        """What names may end in."""
        return [ending for kind in self.kind for ending in kind.endings]
