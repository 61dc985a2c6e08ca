"""The public entry as Caddy really serves it: what is hidden, stripped, refused and cached."""

import http.client
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from deploy.local.settings import ROOT, free_port

LIMIT = 21_000_000
CADDYFILE = ROOT / "deploy" / "gateway" / "Caddyfile"


class Echo(BaseHTTPRequestHandler):
    """A service that answers what reached it."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        body = json.dumps({"path": self.path, "headers": {k.lower(): v for k, v in self.headers.items()}}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        with suppress(ConnectionError):
            self.do_GET()

    def log_message(self, *words: object) -> None:
        pass


@pytest.fixture(scope="module")
def frontend(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    files = {"index.html": "officers", "m/index.html": "phone", "assets/a-1.js": "1", "m/worker.js": "2"}
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text)
    return folder


@pytest.fixture(scope="module")
def port(frontend: Path) -> Iterator[int]:
    """Caddy's, with a registry that answers and projects that do not."""
    service = ThreadingHTTPServer(("127.0.0.1", 0), Echo)
    threading.Thread(target=service.serve_forever, daemon=True).start()
    public = free_port()
    known = {
        "SITE_ADDRESS": f"http://:{public}",
        "FRONTEND_DIST": str(frontend),
        "REGISTRY_UPSTREAM": f"127.0.0.1:{service.server_port}",
        "PROJECTS_UPSTREAM": f"127.0.0.1:{public + 1}",
        "XDG_DATA_HOME": str(frontend),
        "XDG_CONFIG_HOME": str(frontend),
    }
    command = [Path(sys.executable).with_name("caddy"), "run", "--adapter", "caddyfile", "--config", CADDYFILE]
    with subprocess.Popen(
        command, env={**os.environ, **known}, stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT
    ) as caddy:
        wait_until_listening(public)
        yield public
        caddy.terminate()
    service.shutdown()


def wait_until_listening(port: int) -> None:
    for _ in range(200):
        try:
            return http.client.HTTPConnection("127.0.0.1", port).connect()
        except OSError:
            time.sleep(0.05)
    pytest.fail("Caddy does not listen")


def ask(port: int, path: str, body: bytes | None = None, **headers: str) -> tuple[http.client.HTTPResponse, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request("POST" if body else "GET", path, body, named)
    answer = connection.getresponse()
    return answer, answer.read().decode()


@pytest.mark.parametrize(
    "path",
    [
        "/api/registry/facts",
        "/api/Registry/FACTS?after=0",
        "/api/registry//facts",
        "/api/registry/%66acts",
        "/api/registry/x/../facts/",
        "/api/registry/%2e/facts",
        "/api/registry/facts%2f",
        "/api/registry/health",
        "/api/gateway//Health/",
        "/api/registry/metrics",
        "/api/registry/livez",
        "/api/registry/readyz",
        "/api/gateway/Revocations",
        "/api/nobody/things",
    ],
)
def test_what_is_for_the_inside_is_not_found(port: int, path: str) -> None:
    answer, body = ask(port, path)
    assert (answer.status, answer.headers["Content-Type"]) == (404, "application/problem+json")
    assert json.loads(body)["request_id"] == answer.headers["X-Request-Id"]


def test_nobody_can_pretend_to_be_somebody(port: int) -> None:
    pretended = {
        "X_User_Id": "1",
        "X_Internal_Role": "leader",
        "Forwarded": "for=1.1.1.1",
        "X_Forwarded_For": "1.1.1.1",
    }
    answer, body = ask(port, "/api/registry/things?q=1", X_Request_Id="mine", traceparent="00-1", **pretended)
    heard = json.loads(body)
    assert heard["path"] == "/things?q=1"
    assert not {"x-user-id", "x-internal-role", "forwarded", "traceparent"} & set(heard["headers"])
    assert heard["headers"]["x-forwarded-for"] == "127.0.0.1"
    assert heard["headers"]["x-request-id"] == answer.headers["X-Request-Id"] != "mine"


def test_a_service_that_is_away_is_said_to_be_away(port: int) -> None:
    answer, body = ask(port, "/api/projects/needs")
    assert answer.status in (502, 503)
    assert answer.headers["Retry-After"] == "5"
    assert json.loads(body)["type"] == "unavailable"


def test_too_large_a_body_is_refused(port: int) -> None:
    assert ask(port, "/api/registry/things", bytes(LIMIT))[0].status == http.client.OK
    answer, body = ask(port, "/api/registry/things", bytes(LIMIT + 1))
    assert (answer.status, json.loads(body)["type"]) == (413, "too-large")


@pytest.mark.parametrize(
    ("path", "text", "caching"),
    [
        ("/", "officers", "no-cache"),
        ("/organisations/1", "officers", "no-cache"),
        ("/m/", "phone", "no-cache"),
        ("/m/activities/1", "phone", "no-cache"),
        ("/m/worker.js", "2", "no-cache"),
        ("/assets/a-1.js", "1", "public, max-age=31536000, immutable"),
    ],
)
def test_pages_are_served_and_cached(port: int, path: str, text: str, caching: str) -> None:
    answer, body = ask(port, path)
    assert (body, answer.headers["Cache-Control"]) == (text, caching)
    assert "script-src 'self';" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Strict-Transport-Security"] is None


def test_a_missing_file_is_not_answered_with_a_page(port: int) -> None:
    answer, _ = ask(port, "/assets/gone-1.js")
    assert (answer.status, answer.headers["Cache-Control"]) == (404, "no-store")
