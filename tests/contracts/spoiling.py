"""Bodies with one thing wrong, and what must come of it: the field is named, or at the least nothing breaks."""

import copy
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from hypothesis import strategies as st

Draw = Callable[[st.SearchStrategy[Any]], Any]
Place = tuple[str | int, ...]


class Spoilt(NamedTuple):
    """A body, how it is wrong, and the pointer that a 422 must give, where one must come."""

    body: Any
    how: str
    pointer: str | None


NUL, LONE_SURROGATE = "张\x00三", "张\ud800三"
STRINGS = (
    NUL,
    LONE_SURROGATE,
    "张\x13三",
    "",
    " ",
    "\u202e\u200b",
    "'; drop table need; --",
    "٣٤",
    "9" * 5000,
    "\ufffe",
)
NUMBERS = (-1, 2**31, 2**63, -(2**63) - 1, 10**30, 0.1, 1e308, float("nan"), float("inf"))
DATES = ("0001-01-01", "9999-12-31", "2026-02-30", "-1000-01-01", "1900-02-29")
INSTANTS = (
    "0001-01-01T00:00:00+14:00",
    "9999-12-31T23:59:59.999999-12:00",
    "9999-12-31T23:59:59Z",
    "0001-01-01T00:00:00Z",
    "2026-11-23T09:00:00",
    1e18,
)
OTHERS = (None, True, [], {}, [[]], {"a": {"b": []}}, "null")
OVERLONG = "长" * 100_000
CHECKED = {"id_number", "uscc"}


def spoilt(draw: Draw, body: Any) -> Spoilt:
    """One of the ways to spoil a body."""
    ways: list[Callable[[Draw, Any], Spoilt]] = [_unknown_field, _hostile_value, _hostile_value, _hostile_value]
    if any(isinstance(value, str) for _, value in _leaves(body)):
        ways.append(_overlong)
    if any(place[-1:] and place[-1] in CHECKED for place, _ in _leaves(body)):
        ways += [_wrong_check_digit] * 2
    return draw(st.sampled_from(ways))(draw, body)


def _leaves(body: Any, place: Place = ()) -> Iterator[tuple[Place, Any]]:
    """Every value that is no container, with where it stands."""
    if isinstance(body, dict | list):
        for key, value in body.items() if isinstance(body, dict) else enumerate(body):
            yield from _leaves(value, (*place, key))
    else:
        yield place, body


def _objects(body: Any, place: Place = ()) -> Iterator[Place]:
    if isinstance(body, dict):
        yield place
    if isinstance(body, dict | list):
        for key, value in body.items() if isinstance(body, dict) else enumerate(body):
            yield from _objects(value, (*place, key))


def _replaced(body: Any, place: Place, value: Any) -> Any:
    changed = copy.deepcopy(body)
    if not place:
        return value
    inside = changed
    for key in place[:-1]:
        inside = inside[key]
    inside[place[-1]] = value
    return changed


def _pointer(place: Place) -> str:
    return "/" + "/".join(str(key).replace("~", "~0").replace("/", "~1") for key in place)


def _unknown_field(draw: Draw, body: Any) -> Spoilt:
    objects = list(_objects(body))
    if not objects:
        return _hostile_value(draw, body)
    place = (
        *draw(st.sampled_from(objects)),
        draw(st.sampled_from(["is_admin", "__proto__", "版本", "\ud800", "a~b/c"])),
    )
    # A name that no answer can repeat is pointed to by what it stands in.
    pointer = None if place[-1] == "\ud800" else _pointer(place)
    return Spoilt(_replaced(body, place, "x"), f"unknown {_pointer(place)!r}", pointer)


def _hostile_value(draw: Draw, body: Any) -> Spoilt:
    place, value = draw(st.sampled_from(list(_leaves(body)) or [((), None)]))
    kinds: dict[type, tuple[Any, ...]] = {str: STRINGS, int: NUMBERS, float: NUMBERS}
    alike = kinds.get(type(value), ())
    if isinstance(value, str) and value[:4].isdigit() and value[4:5] == "-":
        alike = INSTANTS if "T" in value else DATES
    bad = draw(st.sampled_from([*alike, *alike, *OTHERS, *STRINGS[:2]]))
    return Spoilt(_replaced(body, place, bad), f"{bad!r:.40} at {_pointer(place)}", None)


def _overlong(draw: Draw, body: Any) -> Spoilt:
    place = draw(st.sampled_from([place for place, value in _leaves(body) if isinstance(value, str)]))
    return Spoilt(_replaced(body, place, OVERLONG), f"overlong {_pointer(place)}", _pointer(place))


def _wrong_check_digit(draw: Draw, body: Any) -> Spoilt:
    checked = [(place, value) for place, value in _leaves(body) if place[-1:] and place[-1] in CHECKED and value]
    place, value = draw(st.sampled_from(checked))
    other = draw(st.sampled_from([char for char in "0123456789X" if char != value[-1]]))
    return Spoilt(_replaced(body, place, value[:-1] + other), f"wrong check digit {_pointer(place)}", _pointer(place))
