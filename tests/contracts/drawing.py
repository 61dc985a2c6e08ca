"""Requests to one service: accepted ones, and variations of them, drawn by Hypothesis and Schemathesis."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlencode
from uuid import UUID

import schemathesis
from hypothesis import strategies as st
from schemathesis import GenerationMode

from chassis.database import new_id
from chassis.testing import Caller
from tests.contracts.spoiling import STRINGS, Draw, Spoilt, spoilt
from tests.contracts.world import Sample, World

NOT_A_BODY = (b"", b"{", b"[]", b"null", b'"\xff\xfe"', b"\x00", b"[" * 5000, b'{"a":' + b"9" * 5000 + b"}", b"1e999")
LARGE = b'{"reason": "' + b"x" * 2_000_000 + b'"}'
HEADERS = (
    ("Idempotency-Key", "short"),
    ("Idempotency-Key", "x" * 129),
    ("Idempotency-Key", "with blank in it"),
    ("If-Match", "*"),
    ("If-Match", 'W/"1"'),
    ("If-Match", '"' + "9" * 30 + '"'),
    ("If-Match", '"99999999999999999999999999"'),
    ("Sanshe-At", "tomorrow"),
    ("Sanshe-At", "9999-12-31T23:59:59+08:00;00"),
    ("Authorization", "Bearer x.y.z"),
    ("Authorization", "Bearer " + "a" * 9000),
    ("Authorization", "Basic YTpi"),
    ("Cookie", "__Host-access=x.y.z; __Host-session=\u00e9"),
    ("Content-Type", "text/plain"),
    ("Content-Type", "multipart/form-data; boundary=x"),
    ("Content-Encoding", "gzip"),
)


@dataclass(slots=True)
class Asked:
    """One request; `pointer` is where its 422 must point, if it must come, `wanted` says that it must be accepted."""

    operation: str
    path: str
    by: Caller
    headers: dict[str, str]
    content: bytes | None = None
    how: str = "as it is"
    pointer: str | None = None
    wanted: bool = False
    query: dict[str, str] = field(default_factory=dict)

    @property
    def url(self) -> str:
        """Path and query, encoded."""
        return self.path + (f"?{self.query_text}" if self.query else "")

    @property
    def query_text(self) -> str:
        """The query, lone surrogates and all."""
        return urlencode(self.query, errors="surrogatepass")


class Operation:
    """One operation of the API with its sample, if it has one, and Schemathesis' ways to ask for it."""

    def __init__(self, described: Any, world: World) -> None:
        self.described, self.world = described, world
        self.name: str = described.label
        self.method, self.path = self.name.split(" ", 1)
        raw = described.definition.raw
        self.parameters: dict[str, str] = {each["name"]: each["in"] for each in raw.get("parameters", ())}
        self.problems = {kind for answer in raw["responses"].values() for kind in answer.get("x-problems", ())}
        self.takes_body = "requestBody" in raw
        self.sample: Sample | None = world.samples.get(self.name)
        self.named = world.named_in(self.name)

    def headers(self, by: Caller, version: int | None) -> dict[str, str]:
        """What a client of ours sends: token, fresh key, and the version it has seen."""
        headers = {**by.headers, **({"Authorization": f"Bearer {by.token}"} if by.token else {})}
        if self.method == "POST":
            headers["Idempotency-Key"] = str(new_id())
        if "if-match" in self.parameters and version is not None:
            headers["If-Match"] = f'"{version}"'
        return headers

    def as_it_is(
        self,
        sample: Sample,
        *,
        by: Caller | None = None,
        ids: Mapping[str, str] | None = None,
        wanted: bool = False,
    ) -> Asked:
        """The sample itself, or by somebody else, or of another record at its version."""
        path = self.path
        for name, value in (ids or sample.ids).items():
            path = path.replace(f"{{{name}}}", quote(value, safe=""))
        version = self.world.versions.get((ids or {}).get("id", ""), sample.version)
        headers = self.headers(by or sample.by, version if ids else sample.version)
        content = None
        if sample.body is not None:
            content, headers["Content-Type"] = encoded(sample.body), "application/json"
        return Asked(self.name, path, by or sample.by, headers, content, wanted=wanted, query=dict(sample.query))


def encoded(body: Any) -> bytes:
    """JSON with everything escaped, so that even a lone surrogate can be sent."""
    return body if isinstance(body, bytes) else json.dumps(body, default=str).encode()


class Drawing:
    """Draws requests to one world."""

    def __init__(self, world: World) -> None:
        self.world = world
        schema = schemathesis.openapi.from_dict(world.app.openapi())
        self.operations = [Operation(found.ok(), world) for found in schema.get_all_operations()]
        self.everybody = world.everybody()
        # Those that take more are asked more often.
        self.weighted = [each for each in self.operations for _ in range(3 if each.takes_body else 1)]
        self.known = sorted({value for sample in world.samples.values() for value in sample.ids.values()})

    def draw(self, draw: Draw) -> tuple[Operation, Asked]:
        """One request to one operation."""
        operation = draw(st.sampled_from(self.weighted))
        ways = [self._generated] * 3 + [self._other_record, self._odd_header, self._odd_query, self._somebody_else]
        if operation.takes_body:
            ways += [self._spoilt] * 6 + [self._no_body]
        return operation, draw(st.sampled_from(ways))(draw, operation)

    def _generated(self, draw: Draw, operation: Operation) -> Asked:
        """By Schemathesis, keeping to the schema or not; ids are mostly those of records that exist."""
        negative = draw(st.booleans())
        mode = GenerationMode.NEGATIVE if negative else GenerationMode.POSITIVE
        case = draw(operation.described.as_strategy(generation_mode=mode))
        path = operation.path
        for name, value in (case.path_parameters or {}).items():
            known = operation.named.get(name) or self.known
            path = path.replace(
                f"{{{name}}}", draw(st.sampled_from(known)) if known and draw(_MOSTLY) else _part(value)
            )
        by = operation.sample.by if operation.sample else self.everybody[0]
        version = next((self.world.versions[each] for each in path.split("/") if each in self.world.versions), 1)
        headers = operation.headers(by, version)
        content = None
        if case.media_type and not isinstance(case.body, schemathesis.core.NotSet):
            content, headers["Content-Type"] = encoded(self._known_ids(draw, case.body)), "application/json"
        query = {
            name: value if isinstance(value, str) else json.dumps(value) for name, value in (case.query or {}).items()
        }
        return Asked(operation.name, path, by, headers, content, f"generated {mode.value}", query=query)

    def _known_ids(self, draw: Draw, body: Any) -> Any:
        if isinstance(body, dict):
            return {name: self._known_ids(draw, value) for name, value in body.items()}
        if isinstance(body, list):
            return [self._known_ids(draw, value) for value in body]
        return draw(st.sampled_from(self.known)) if self.known and _is_id(body) and draw(_MOSTLY) else body

    def _other_record(self, draw: Draw, operation: Operation) -> Asked:
        """The sample's request for another record, which is mostly in another state."""
        if operation.sample is None or not operation.named:
            return self._generated(draw, operation)
        ids = {name: draw(st.sampled_from(known)) for name, known in operation.named.items()}
        asked = operation.as_it_is(operation.sample, ids=ids)
        asked.how = "other record"
        return asked

    def _somebody_else(self, draw: Draw, operation: Operation) -> Asked:
        if operation.sample is None:
            return self._generated(draw, operation)
        asked = operation.as_it_is(operation.sample, by=draw(st.sampled_from(self.everybody)))
        asked.how = "somebody else"
        return asked

    def _odd_header(self, draw: Draw, operation: Operation) -> Asked:
        if operation.sample is None:
            return self._generated(draw, operation)
        asked = operation.as_it_is(operation.sample)
        name, value = draw(st.sampled_from(HEADERS))
        asked.headers[name], asked.how = value, f"{name}: {value:.30}"
        return asked

    def _odd_query(self, draw: Draw, operation: Operation) -> Asked:
        names = [name for name, place in operation.parameters.items() if place == "query"]
        if operation.sample is None or not names:
            return self._generated(draw, operation)
        asked = operation.as_it_is(operation.sample)
        value = draw(
            st.sampled_from([*STRINGS, "0001-01-01", "9999-12-31T23:59:59.9Z", "1e9", "-1", str(10**30), "WyJ4Il0"])
        )
        asked.query[draw(st.sampled_from(names))] = value
        asked.how = "odd query"
        return asked

    def _spoilt(self, draw: Draw, operation: Operation) -> Asked:
        """The sample's body with one thing wrong."""
        if operation.sample is None or operation.sample.body is None:
            return self._generated(draw, operation)
        asked = operation.as_it_is(operation.sample)
        wrong: Spoilt = spoilt(draw, operation.sample.body)
        asked.content, asked.how, asked.pointer = encoded(wrong.body), wrong.how, wrong.pointer
        return asked

    def _no_body(self, draw: Draw, operation: Operation) -> Asked:
        if operation.sample is None:
            return self._generated(draw, operation)
        asked = operation.as_it_is(operation.sample)
        asked.content = draw(st.sampled_from([*NOT_A_BODY, LARGE]))
        asked.headers["Content-Type"], asked.how = "application/json", f"body {asked.content[:20]!r}"
        return asked


_MOSTLY = st.integers(0, 4).map(bool)


def _part(value: Any) -> str:
    """A path parameter; an empty one would be another address."""
    return quote(str(value), safe="", errors="surrogatepass") or "%00"


def _is_id(value: Any) -> bool:
    try:
        return isinstance(value, str) and bool(UUID(value))
    except ValueError:
        return False
