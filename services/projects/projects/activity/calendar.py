"""The calendar file of an activity (RFC 5545), for the phone's own calendar."""

import re
from datetime import UTC, datetime

from chassis.clock import CITY
from projects.activity.model import Activity, State

MEDIA_TYPE = "text/calendar; charset=utf-8"
LINE = 75  # octets, without the line end

# China has kept one offset since 1991.
ZONE = """BEGIN:VTIMEZONE
TZID:Asia/Shanghai
BEGIN:STANDARD
DTSTART:19910915T000000
TZOFFSETFROM:+0800
TZOFFSETTO:+0800
TZNAME:CST
END:STANDARD
END:VTIMEZONE""".splitlines()


def escaped(text: str) -> str:
    """A TEXT value (3.3.11); line ends of any kind become one escaped line end, other control characters go."""
    lines = re.sub(r"\r\n?|\u2028|\u2029|\x85", "\n", text)
    kept = "".join(char for char in lines if char in "\n\t" or (char >= " " and char != "\x7f"))
    return re.sub(r"([\\;,])", r"\\\1", kept).replace("\n", "\\n")


def folded(line: str) -> str:
    """A content line (3.1) cut into lines of at most 75 octets, never inside a character."""
    cut, size = [""], 0
    for char in line:
        width = len(char.encode())
        if size + width > LINE:
            cut.append(" ")
            size = 1
        cut[-1] += char
        size += width
    return "\r\n".join(cut)


def _local(at: datetime) -> str:
    return at.astimezone(CITY).strftime("%Y%m%dT%H%M%S")


def calendar(activity: Activity, *, at: datetime) -> str:
    """The file; the version counts its editions, so that a changed plan replaces the older entry."""
    place = [f"GEO:{activity.latitude:.6f};{activity.longitude:.6f}"] if _positioned(activity) else []
    event = [
        "BEGIN:VEVENT",
        f"UID:{activity.id}@projects.sanshe",
        f"DTSTAMP:{at.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"SEQUENCE:{activity.version}",
        f"STATUS:{'CANCELLED' if activity.state is State.CANCELLED else 'CONFIRMED'}",
        f"DTSTART;TZID=Asia/Shanghai:{_local(activity.starts_at)}",
        f"DTEND;TZID=Asia/Shanghai:{_local(activity.ends_at)}",
        f"SUMMARY:{escaped(activity.title)}",
        f"DESCRIPTION:{escaped(activity.description)}",
        f"LOCATION:{escaped(activity.place_name)}",
        *place,
        "END:VEVENT",
    ]
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//sanshe//projects//ZH", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    return "".join(f"{folded(line)}\r\n" for line in [*head, *ZONE, *event, "END:VCALENDAR"])


def _positioned(activity: Activity) -> bool:
    return activity.latitude is not None and activity.longitude is not None
