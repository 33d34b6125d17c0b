"""The office's pages put together: log-in, log-out, the modules of pages. Server-made HTML, no script, one cookie."""

from contextlib import suppress

from anyio import Lock
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from common.names import tidy
from common.words import district as words
from district.trouble import Mistake, Trouble
from district.web import (
    communes_page,
    fork_page,
    key_desk_page,
    keys_page,
    opinion_commune_page,
    opinions_page,
    people_page,
    reports_page,
    rollout_page,
    search_page,
    tray_page,
    updates_page,
    wall_page,
    year_page,
)
from district.web.door import OfficeDoor
from district.web.forms import read_form, text_of
from district.web.guard import Guard, client_address, network_of
from district.web.headers import BodyLimit, PageHeaders, page_headers, path_of
from district.web.room import Room, cookie_name, is_loopback, root_of
from district.web.sessions import Sessions

LARGEST_BODY = 8 * 1024
PAGES = (
    *(
        wall_page,
        tray_page,
        opinions_page,
        opinion_commune_page,
        communes_page,
        rollout_page,
        reports_page,
        year_page,
        search_page,
    ),
    *(keys_page, key_desk_page, fork_page, people_page, updates_page),
)
"""The modules of pages; each gives `routes(room)`."""
LARGER = {**keys_page.LARGER, **updates_page.LARGER}
"""Paths that take a larger body than a form, in bytes."""
STREAMED = tray_page.LARGEST
"""The same for bodies that are too large to be held."""


def office_app(door: OfficeDoor, secret: bytes) -> Starlette:
    """The office face: `/` is the wall chart behind a log-in; all links follow the path under which it is mounted."""
    world = door.office.world
    room = Room(door, Sessions(door.office.store, secret, world.now, world.random))
    way_in = WayIn(room)
    app = Starlette(
        routes=[
            Route("/login", way_in.ask, methods=["GET"]),
            Route("/login", way_in.enter, methods=["POST"]),
            Route("/logout", way_in.leave, methods=["POST"]),
            *(route for pages in PAGES for route in pages.routes(room)),
        ],
        middleware=[
            # no-referrer would make browsers send `Origin: null` with our own forms
            Middleware(PageHeaders, headers=page_headers(room.style, referrer="same-origin")),
            Middleware(BodyLimit, largest=LARGEST_BODY, answer=way_in.too_large, larger=LARGER, streamed=STREAMED),
        ],
        exception_handlers={
            403: way_in.refused,
            404: way_in.not_here,
            405: way_in.not_here,
            500: way_in.stumbled,
            Trouble: way_in.told,
        },
    )
    app.router.redirect_slashes = False  # such an answer would lead to whatever host the request named
    return app


class WayIn:
    """Log-in, log-out, and what is told at a door that stays shut."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._guard = Guard(room.door.limits)
        # A guess costs 64 MiB: many at once would fill the machine, and would all be let in before one is counted.
        self._one_guess = Lock()

    async def ask(self, request: Request) -> Response:
        """The log-in page."""
        return self._room.answer(request, "login", told="", user="")

    async def enter(self, request: Request) -> Response:
        """Name and password against a session, or the same sentence for every kind of wrong."""
        self._room.check_origin(request)
        secure = self._room.is_secure(request)
        if not secure and not is_loopback(request):
            raise HTTPException(403)
        form = await read_form(request)
        # One name, however it is written, is one name to the limits too.
        user, network = tidy(text_of(form, "user"))[:80], network_of(client_address(request, self._room.door.proxies))
        async with self._one_guess:
            if not self._guard.may_log_in(user, network):
                return self._room.answer(request, "login", 429, told="wait", user=user)
            member = await run_in_threadpool(self._room.door.let_in, user, text_of(form, "password"))
            if member is None:
                self._guard.password_failed(user, network)
                return self._room.answer(request, "login", 401, told="wrong", user=user)
        await run_in_threadpool(self._room.sessions.end, self._room.cookie(request))
        value = await run_in_threadpool(self._room.sessions.begin, member)
        if not value:
            return self._room.answer(request, "login", 401, told="wrong", user=user)
        answer = RedirectResponse(root_of(request) + "/", 303)
        answer.set_cookie(cookie_name(secure), value, path="/", secure=secure, httponly=True, samesite="strict")
        return answer

    async def leave(self, request: Request) -> Response:
        """End the session."""
        self._room.check_origin(request)
        await run_in_threadpool(self._room.sessions.end, self._room.cookie(request))
        answer = RedirectResponse(root_of(request) + "/login", 303)
        secure = self._room.is_secure(request)
        answer.delete_cookie(cookie_name(secure), path="/", secure=secure, httponly=True, samesite="strict")
        return answer

    async def refused(self, request: Request, _trouble: Exception) -> Response:
        """A form that was not sent from our own page, or a log-in over an open line."""
        return self._room.answer(request, "office-told", 403, told="refused")

    async def not_here(self, request: Request, _trouble: Exception) -> Response:
        """An address that leads nowhere."""
        return self._room.answer(request, "office-told", 404, told="not-here")

    async def told(self, request: Request, trouble: Exception) -> Response:
        """The sentence of a trouble: the world failed, or what was asked for is not there."""
        assert isinstance(trouble, Trouble)
        member = None
        with suppress(Trouble):  # it may be the store itself that is away
            member = await self._room.member(request)
        said, status = words.trouble(trouble.code, trouble.details), 400 if isinstance(trouble, Mistake) else 503
        return self._room.answer(request, "office-told", status, member=member, told="trouble", sentence=said)

    async def stumbled(self, request: Request, _trouble: Exception) -> Response:
        """Something unforeseen: it is logged by the server; this answer passes no middleware any more."""
        answer = self._room.answer(request, "office-told", 500, told="trouble", sentence=words.bug())
        answer.headers.update(page_headers(self._room.style, referrer="same-origin"))
        return answer

    async def too_large(self, scope: Scope, receive: Receive, send: Send) -> None:
        """A body over the limit, refused unread."""
        told = "heavy" if path_of(scope) in STREAMED else "large"
        await self._room.answer(Request(scope), "office-told", 413, told=told)(scope, receive, send)
