"""What a file is by its bytes, and what it may be called."""

import re
import unicodedata
from io import BytesIO
from zipfile import BadZipFile, ZipFile

import puremagic

from procedures.attachment.dated import AttachmentRule, Kind

LONGEST = 120
# Control characters, and those that turn the reading direction round so that an ending looks like another.
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_UNFIT = re.compile(r'[<>:"|?*]')


def cleaned(name: str) -> str:
    """A file's name as given, without folders and without characters that deceive or that no disk takes."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    seen = " ".join(_UNFIT.sub("_", _UNSEEN.sub("", last)).split()).strip(". ")
    stem, dot, ending = seen.rpartition(".")
    return stem[: LONGEST - len(ending) - 1] + dot + ending if dot else seen[:LONGEST]


def ending_of(name: str) -> str:
    """What a name ends in, in small letters; nothing where it has no stem."""
    stem, _, ending = name.rpartition(".")
    return ending.lower() if stem else ""


def detected(content: bytes, rule: AttachmentRule) -> Kind | None:
    """The kind of a file by its bytes alone, so that the same bytes are always the same kind."""
    try:
        signatures = {found.mime_type for found in puremagic.magic_string(content)}
    except (puremagic.PureError, ValueError):
        return None
    members = _members(content) if content.startswith(b"PK") else frozenset()
    if any(member.rpartition("/")[2] in rule.unwanted_members for member in members):
        return None
    alike = (kind for kind in rule.kind if (kind.signature or kind.media_type) in signatures)
    return next((kind for kind in alike if kind.member is None or kind.member in members), None)


def _members(content: bytes) -> frozenset[str]:
    """What a package holds, by its directory; nothing is unpacked."""
    try:
        with ZipFile(BytesIO(content)) as package:
            return frozenset(package.namelist())
    except (BadZipFile, ValueError, NotImplementedError, EOFError):
        return frozenset()
