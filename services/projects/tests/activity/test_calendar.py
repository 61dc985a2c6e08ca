"""The calendar file: what RFC 5545 asks of text, lines and times."""

from datetime import UTC, datetime
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from projects.activity.calendar import calendar, escaped, folded
from projects.activity.model import Activity, State

AT = datetime(2026, 11, 23, 4, tzinfo=UTC)


def activity(**changes: object) -> Activity:
    said = {
        "id": UUID(int=7),
        "version": 3,
        "title": "重阳;探访,A\\B",
        "description": "第一行\r\n第二行",
        "starts_at": datetime(2026, 12, 1, 1, tzinfo=UTC),
        "ends_at": datetime(2026, 12, 1, 17, tzinfo=UTC),
        "place_name": "服务中心",
        "latitude": 23.04,
        "longitude": 113.75,
        "state": State.PUBLISHED,
    }
    return Activity(**said | changes)


def lines(file: str) -> list[str]:
    return file.replace("\r\n ", "").split("\r\n")


def test_times_are_the_citys_and_text_is_escaped() -> None:
    read = lines(calendar(activity(), at=AT))
    assert "DTSTART;TZID=Asia/Shanghai:20261201T090000" in read
    assert "DTEND;TZID=Asia/Shanghai:20261202T010000" in read
    assert "DTSTAMP:20261123T040000Z" in read
    assert r"SUMMARY:重阳\;探访\,A\\B" in read
    assert r"DESCRIPTION:第一行\n第二行" in read
    assert "GEO:23.040000;113.750000" in read
    assert {"TZID:Asia/Shanghai", "STATUS:CONFIRMED", "SEQUENCE:3", f"UID:{UUID(int=7)}@projects.sanshe"} <= set(read)
    assert read[0] == "BEGIN:VCALENDAR"
    assert read[-2:] == ["END:VCALENDAR", ""]


def test_a_cancelled_activity_says_so_and_a_place_may_have_no_position() -> None:
    read = lines(calendar(activity(state=State.CANCELLED, latitude=None, longitude=None), at=AT))
    assert "STATUS:CANCELLED" in read
    assert not any(line.startswith("GEO") for line in read)


@given(st.text(max_size=300))
def test_no_text_breaks_out_of_its_line(text: str) -> None:
    clean = text.encode("utf-8", "ignore").decode()
    file = calendar(activity(description=clean), at=AT)
    assert file.count("BEGIN:VEVENT\r\n") == 1
    assert "\n" not in file.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in file.split("\r\n"))
    (told,) = [line for line in lines(file) if line.startswith("DESCRIPTION:")]
    assert told == f"DESCRIPTION:{escaped(clean)}"


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=300))
def test_folding_can_be_undone(text: str) -> None:
    assert folded(text).replace("\r\n ", "") == text
