"""Coming in: who calls at the ways in, from where, and that a browser meant it."""

from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Depends, Request

from chassis.access import Access, allow, open_door
from chassis.database import EVERYWHERE, declare_scope
from chassis.door import SESSION_COOKIE, CrossSite, network_of
from chassis.principal import ANONYMOUS, SignInNeeded
from gateway.permissions import Permission
from gateway.session.rules import Visitor

_LONGEST_DEVICE = 120


async def at_the_door(request: Request) -> None:
    """Whoever signs in or renews is judged by what they bring for it: a token that has run out must not bar the way.

    Only whoever ends a session without its cookie says by a token which one. No area is known yet: all are looked at.
    """
    if request.method != "DELETE" or SESSION_COOKIE in request.cookies:
        request.state.principal = ANONYMOUS
    await declare_scope(request.state.session, {"ranges": (EVERYWHERE,)})


WAY_IN = [Depends(at_the_door), Depends(open_door)]


async def visitor_of(request: Request) -> Visitor:
    """Dependency: where a request comes from; Caddy alone tells the address."""
    device = request.headers.get("user-agent", "")[:_LONGEST_DEVICE]
    return Visitor(network=network_of(request.client.host if request.client else ""), device=device)


From = Annotated[Visitor, Depends(visitor_of)]


def require_own_page(request: Request) -> None:
    """What sets or uses a cookie must come from our own pages and say so, or a foreign page could sign somebody in."""
    own = urlsplit(request.app.state.settings.public_url)
    if request.headers.get("x-sanshe") != "1" or request.headers.get("origin") != f"{own.scheme}://{own.netloc}":
        raise CrossSite


async def signed_in(access: Annotated[Access, Depends(allow(Permission.SESSION_OWN))]) -> Access:
    """Dependency: somebody with an account."""
    if access.account_id is None:
        raise SignInNeeded
    return access


SignedInAs = Annotated[Access, Depends(signed_in)]
