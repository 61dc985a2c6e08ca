"""The API reference, one page over the OpenAPI documents of all services, and examples that run; no host of others."""

from pathlib import Path

from fastapi import APIRouter
from fastapi.responses import Response

from chassis.transaction import TransactionRoute
from gateway.session.door import WAY_IN

router = APIRouter(include_in_schema=False, dependencies=WAY_IN, route_class=TransactionRoute)

FOLDER = Path(__file__).resolve().parent
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


def _served(name: str, media_type: str) -> Response:
    headers = {"Content-Security-Policy": POLICY, "Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff"}
    return Response((FOLDER / name).read_bytes(), media_type=media_type, headers=headers)


@router.get("/reference")
async def page() -> Response:
    """接口文档."""
    return _served("reference.html", "text/html; charset=utf-8")


@router.get("/reference.js")
async def script() -> Response:
    """What fills the page."""
    return _served("reference.js", "text/javascript; charset=utf-8")


@router.get("/reference.css")
async def style() -> Response:
    """How the page looks."""
    return _served("reference.css", "text/css; charset=utf-8")


@router.get("/examples")
async def examples_page() -> Response:
    """对接示例."""
    return _served("examples.html", "text/html; charset=utf-8")


@router.get("/examples.js")
async def examples_script() -> Response:
    """What fills the page, and runs what it shows."""
    return _served("examples.js", "text/javascript; charset=utf-8")


@router.get("/examples.json")
async def examples() -> Response:
    """The examples themselves: a test runs each of them as it stands here."""
    return _served("examples.json", "application/json")
