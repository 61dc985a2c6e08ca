"""The ledger checked anew, row by row: the first entry that was altered, taken out, swapped or put in is named.

`python -m volunteers.seal.verify`. It reads one snapshot while the service goes on; hashing happens here, not in the
database, and the next rows are fetched meanwhile.
"""

import asyncio
import json
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from operator import itemgetter
from typing import Any, NamedTuple
from uuid import UUID

import psycopg
from joserfc.jwk import OKPKey
from psycopg.rows import namedtuple_row

from chassis.client import Neighbour, NeighbourSilent
from chassis.settings import Settings, address_of, load
from chassis.tokens import Signer
from chassis.vault import Vault
from volunteers.seal import content, tree
from volunteers.seal.sealing import GENESIS, PAGE_TYPE, head_of, said_of
from volunteers.seal.signing import read

CHUNK = 16  # pages fetched at a time

# A state that lies is as bad as a minute that does: confirmed, or countered by an entry that is there. Ids stay bytes,
# since only that of a wrong entry is ever read.
_ENTRIES = f"""
    select s.n, uuid_send(s.hours_id), s.seal, case when h.state = 'confirmed' or h.state = 'countered' and exists
        (select from hours c where c.source = 'counter' and c.evidence_id = h.id) then {content.CONTENT} end
    from hours_seal s left join hours h on h.id = s.hours_id
    where s.n between %s and %s order by s.n
"""  # noqa: S608 - a constant
_PAGES = "select * from ledger_page order by number"
_TOLD = """
    select (data ->> 'page')::bigint, data ->> 'head' from fact
    where id in (select fact_id from log where type = 'volunteers.ledger.sealed.v1') order by 1
"""
# What was told as confirmed and stands on no page yet is still there: the entry, and in the queue.
_CONFIRMED_LATELY = """
    select f.data ->> 'hours_id' from log l join fact f on f.id = l.fact_id
    where l.type = 'volunteers.hours.confirmed.v1' and l.seq > coalesce(
        (select max(seq) from log where type = 'volunteers.ledger.sealed.v1'), 0)
    and not exists (select from hours h where h.id = (f.data ->> 'hours_id')::uuid and h.state = any(%s))
    limit 1
"""
_COUNTED = ["confirmed", "countered"]
_HOW_MANY = """
    select (select count(*) from hours where state = any(%s)),
        (select count(*) from hours_seal), (select count(*) from hours_unsealed)
"""
_BESIDE = """
    select id from hours h where state = any(%s) and not exists (select from hours_seal where hours_id = h.id)
    and not exists (select from hours_unsealed where hours_id = h.id) order by id limit 1
"""


class Trusted(NamedTuple):
    """What the database does not hold: the key of the rows' seals, and the public keys of the pages."""

    rows: bytes
    pages: Mapping[str, OKPKey]


def first_broken(
    connection: psycopg.Connection[Any], trusted: Trusted, anchors: Mapping[int, str] | None = None
) -> str | None:
    """What is wrong first, in the order of the ledger; none when all is as it was sealed.

    `anchors` are the heads that another service has kept.
    """
    pages = connection.cursor(row_factory=namedtuple_row).execute(_PAGES).fetchall()
    broken = _broken_entry(connection, trusted.rows, pages) or _broken_page(pages, trusted.pages)
    told = dict(connection.execute(_TOLD).fetchall())
    return broken or _missing(pages, told) or _missing(pages, anchors or {}) or _gone(connection) or _beside(connection)


def _broken_entry(connection: psycopg.Connection[Any], key: bytes, pages: list[Any]) -> str | None:
    """Each page's rows in turn: none missing, each under its seal, all together the page's root."""
    expected = 1
    for page, rows in _fetched(connection, pages):
        if page.first != expected:
            return f"page {page.number}: begins at entry {page.first}, not at {expected}"
        leaves = _leaves(rows, page, key)
        if leaves is None:
            return _first_wrong(rows, page, key)
        expected = page.last + 1
        if tree.root(leaves) != page.root:
            return f"page {page.number}: not the root of its entries"
    beyond = connection.execute("select min(n) from hours_seal where n >= %s", (expected,)).fetchone()
    return f"entry {beyond[0]}: on no page" if beyond and beyond[0] else None


def _leaves(rows: Sequence[Any], page: Any, key: bytes) -> list[bytes] | None:  # noqa: ANN401 - a row of the query
    """The hashes of a page's entries; none when any of them is not where or as it was sealed."""
    if [row[0] for row in rows] != list(range(page.first, page.last + 1)) or any(row[3] is None for row in rows):
        return None
    leaves = [tree.leaf(row[3]) for row in rows]
    seals = [content.seal(key, n, leaf) for n, leaf in enumerate(leaves, start=page.first)]
    return leaves if seals == [row[2] for row in rows] else None


def _first_wrong(rows: Sequence[Any], page: Any, key: bytes) -> str:  # noqa: ANN401 - a row of the query
    """Names the first entry of a page that is known to hold a wrong one."""
    for expected, (n, hours_id, sealed, entry) in enumerate(rows, start=page.first):
        if n != expected:
            return f"entry {expected}: missing"
        if entry is None:
            return f"entry {n} (hours {UUID(bytes=hours_id)}): gone, or its state altered"
        if content.seal(key, n, tree.leaf(entry)) != sealed:
            return f"entry {n} (hours {UUID(bytes=hours_id)}): altered"
    return f"entry {page.first + len(rows)}: missing"


def _fetched(connection: psycopg.Connection[Any], pages: list[Any]) -> Iterator[tuple[Any, Sequence[Any]]]:
    """Every page with its rows; while some are hashed the next come in."""

    def fetch(chunk: list[Any]) -> list[Any]:
        wanted = (chunk[0].first, chunk[-1].last)
        return connection.cursor(binary=True).execute(_ENTRIES, wanted).fetchall()

    chunks = [pages[start : start + CHUNK] for start in range(0, len(pages), CHUNK)]
    with ThreadPoolExecutor(1) as beside:
        coming = deque(beside.submit(fetch, chunk) for chunk in chunks[:1])
        for number, chunk in enumerate(chunks, start=1):
            rows, start = coming.popleft().result(), 0
            coming.extend(beside.submit(fetch, following) for following in chunks[number : number + 1])
            for page in chunk:
                end = bisect_right(rows, page.last, start, key=itemgetter(0))
                yield page, rows[start:end]
                start = end


def _broken_page(pages: list[Any], keys: Mapping[str, OKPKey]) -> str | None:
    """Each page follows the one before it and says what was signed."""
    previous = GENESIS
    for number, page in enumerate(pages, start=1):
        if page.number != number:
            return f"page {number}: missing"
        said = said_of(page, previous)
        if read(keys, PAGE_TYPE, page.signed) != said or head_of(said) != page.head:
            return f"page {number}: not as it was signed"
        previous = page.head
    return None


def _missing(pages: list[Any], told: Mapping[int, str]) -> str | None:
    """Each page that was told is there with its head: in the log of facts, and in the copy of another service."""
    heads = {page.number: page.head.hex() for page in pages}
    lost = next((number for number, head in sorted(told.items()) if heads.get(number) != head), None)
    return f"page {lost}: told to others with another head, or missing" if lost is not None else None


def _gone(connection: psycopg.Connection[Any]) -> str | None:
    """What was told as confirmed and stands on no page yet is there."""
    row = connection.execute(_CONFIRMED_LATELY, (_COUNTED,)).fetchone()
    return f"hours {row[0]}: told as confirmed, not sealed yet, and gone" if row else None


def _beside(connection: psycopg.Connection[Any]) -> str | None:
    """No confirmed entry stands outside the ledger."""
    confirmed, sealed, waiting = connection.execute(_HOW_MANY, (_COUNTED,)).fetchone() or (0, 0, 0)
    if confirmed == sealed + waiting:
        return None
    row = connection.execute(_BESIDE, (_COUNTED,)).fetchone()
    return f"hours {row[0]}: confirmed, and not in the ledger" if row else None


def trusted(vault: Vault, service_keys: str) -> Trusted:
    """From the deployment's files and settings."""
    found = {each["kid"]: OKPKey.import_key(each) for each in json.loads(service_keys)["keys"]}
    return Trusted(vault.index_key(content.KEY), found)


# A great many rows take longer than any request may, and lie everywhere.
UNHURRIED = (
    "set statement_timeout = 0",
    "set idle_in_transaction_session_timeout = 0",
    "select set_config(name, '0', false) from pg_settings where name = 'transaction_timeout'",
    "select set_config('app.lo1', '', false), set_config('app.hi1', '~', false)",
)


async def anchored(settings: Settings) -> dict[int, str] | None:
    """The heads in the gateway's own database; none when it does not answer."""
    gateway = Neighbour("gateway", address_of("gateway"), Signer("volunteers", settings.key))
    found: dict[int, str] = {}
    try:
        while items := (await gateway.get("/ledger-anchors", {"after": max(found, default=0)}))["items"]:
            found |= {each["page"]: each["head"] for each in items}
    except NeighbourSilent:
        return None
    finally:
        await gateway.close()
    return found


def main() -> int:
    """Says what was found."""
    settings = load("volunteers")
    vault = Vault(
        data_keys=settings.data_keys.get_secret_value(), matching_key=settings.person_matching_key.get_secret_value()
    )
    anchors = asyncio.run(anchored(settings))
    with psycopg.connect(settings.database_url, autocommit=True) as connection:
        for statement in UNHURRIED:
            connection.execute(statement)
        connection.execute("begin isolation level repeatable read, read only")
        broken = first_broken(connection, trusted(vault, settings.service_keys.read_text()), anchors)
        count = connection.execute("select count(*) from hours_seal").fetchone()
    beside = "the gateway does not answer" if anchors is None else f"{len(anchors)} pages anchored with the gateway"
    found = broken or f"hours intact, {(count or [0])[0]} entries sealed"
    print(f"volunteers: {found}; {beside}")  # noqa: T201 - a person asked
    return 1 if broken else 0


if __name__ == "__main__":
    raise SystemExit(main())
