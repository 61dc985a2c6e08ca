"""A lean HTTP client: it writes prepared bytes and finds where answers end, so that it takes little of the machine."""

import asyncio
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import uvloop

CLIENTS = 16  # as pgbench -c 16
END_OF_HEAD = b"\r\n\r\n"
LENGTH = b"content-length:"


@dataclass(slots=True)
class Load:
    """What was answered, how fast, and what the client itself took of a processor."""

    seconds: float = 0.0
    processor_seconds: float = 0.0
    statuses: Counter[int] = field(default_factory=Counter)
    latencies: list[float] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)

    @property
    def rate(self) -> float:
        """Requests a second."""
        return len(self.latencies) / self.seconds

    def within(self, share: float) -> float:
        """Milliseconds within which that share of the requests was answered."""
        return sorted(self.latencies)[int(share * (len(self.latencies) - 1))] * 1000


class Connection(asyncio.Protocol):
    """One client: sends its next request when the last one is answered, as pgbench's clients do."""

    def __init__(self, requests: Iterator[bytes], load: Load, done: "asyncio.Future[None]") -> None:
        self.requests, self.load, self.done = requests, load, done
        self.received = bytearray()
        self.sent_at = 0.0

    def connection_made(self, transport: asyncio.Transport) -> None:
        self.transport = transport
        self.send_next()

    def send_next(self) -> None:
        request = next(self.requests, None)
        if request is None:
            self.transport.close()
            self.done.set_result(None)
            return
        self.sent_at = time.perf_counter()
        self.transport.write(request)

    def data_received(self, data: bytes) -> None:
        self.received += data
        end = self.received.find(END_OF_HEAD)
        if end < 0:
            return
        size = end + len(END_OF_HEAD) + _length(bytes(self.received[:end]).lower())
        if len(self.received) < size:
            return
        self.load.latencies.append(time.perf_counter() - self.sent_at)
        self.load.statuses[int(self.received[9:12])] += 1
        self.load.bodies.append(bytes(self.received[end + len(END_OF_HEAD) : size]))
        del self.received[:size]
        self.send_next()

    def connection_lost(self, exc: Exception | None) -> None:
        if not self.done.done():
            self.done.set_exception(exc or ConnectionError("closed in the middle"))


def _length(head: bytes) -> int:
    at = head.index(LENGTH) + len(LENGTH)
    return int(head[at : head.find(b"\r\n", at) if b"\r\n" in head[at:] else None])


async def _all(port: int, requests: Sequence[bytes], load: Load, clients: int) -> None:
    loop, waiting = asyncio.get_running_loop(), iter(requests)
    ends = []
    for _ in range(clients):
        done = loop.create_future()
        await loop.create_connection(lambda done=done: Connection(waiting, load, done), "127.0.0.1", port)
        ends.append(done)
    await asyncio.gather(*ends)


def send(port: int, requests: Sequence[bytes], *, clients: int = CLIENTS) -> Load:
    """Sends all requests through so many connections, which are kept open."""
    load = Load()
    began, busy = time.perf_counter(), time.process_time()
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(_all(port, requests, load, clients))
    load.seconds, load.processor_seconds = time.perf_counter() - began, time.process_time() - busy
    return load


def request(method: str, path: str, token: str, *, key: str | None = None) -> bytes:
    """The bytes of one request without a body."""
    lines = [f"{method} {path} HTTP/1.1", "Host: localhost", f"Authorization: Bearer {token}"]
    lines += [f"Idempotency-Key: {key}", "Content-Length: 0"] if key else []
    return "\r\n".join([*lines, "", ""]).encode()
