"""The office's pages: log-in, the wall chart, log-out. Server-made HTML, no script, one cookie."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from anyio import Lock
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from common.names import tidy
from district.dashboards import WallReader
from district.moments import VIETNAM
from district.web.forms import read_form, text_of
from district.web.guard import Guard, Limits, client_address, network_of
from district.web.headers import BodyLimit, PageHeaders, page_headers
from district.web.sessions import Officer, Sessions
from district.web.wall import CELL_WORDS, told_day

TEMPLATES = Path(__file__).resolve().parent / "templates"
LARGEST_BODY = 8 * 1024
YEARS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class OfficeDoor:
    """What the office's pages stand on: who reads the store, who proves a password (same time for unknown names),
    the office's own name, and the only proxies that are believed about who calls and whether it is https."""

    reader: WallReader
    verify: Callable[[str, str], Officer | None]
    name: str
    proxies: tuple[str, ...] = ()
    limits: Limits = field(default_factory=Limits)


def office_app(
    door: OfficeDoor, secret: bytes, now: Callable[[], datetime], random: Callable[[int], bytes]
) -> Starlette:
    """The office face: `/` is the wall chart behind a log-in; all links follow the path under which it is mounted."""
    pages = OfficePages(door, Sessions(secret, now, random), now)
    app = Starlette(
        routes=[
            Route("/", pages.wall, methods=["GET"]),
            Route("/login", pages.ask, methods=["GET"]),
            Route("/login", pages.enter, methods=["POST"]),
            Route("/logout", pages.leave, methods=["POST"]),
        ],
        middleware=[
            # no-referrer would make browsers send `Origin: null` with our own forms
            Middleware(PageHeaders, headers=page_headers(pages.style, referrer="same-origin")),
            Middleware(BodyLimit, largest=LARGEST_BODY, answer=pages.too_large),
        ],
        exception_handlers={403: pages.refused, 404: pages.not_here, 405: pages.not_here},
    )
    app.router.redirect_slashes = False  # such an answer would lead to whatever host the request named
    return app


class OfficePages:
    """The pages themselves."""

    def __init__(self, door: OfficeDoor, sessions: Sessions, now: Callable[[], datetime]) -> None:
        self.style = (TEMPLATES / "office.css").read_text(encoding="utf-8")
        self._door = door
        self._sessions = sessions
        self._now = now
        self._guard = Guard(door.limits)
        # A guess costs 64 MiB: many at once would fill the machine, and would all be let in before one is counted.
        self._one_guess = Lock()
        self._templates = Environment(
            loader=FileSystemLoader(TEMPLATES, encoding="utf-8"),
            autoescape=True,
            undefined=StrictUndefined,
            auto_reload=False,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    async def wall(self, request: Request) -> Response:
        """The wall chart of a year."""
        officer = self._officer(request)
        if officer is None:
            return RedirectResponse(_root(request) + "/login", 303)
        today = self._now().astimezone(VIETNAM).date()
        wall = await run_in_threadpool(self._door.reader.wall, _year(request, today), today)
        years = range(today.year, today.year - YEARS_SHOWN, -1)
        more: dict[str, Any] = {
            "wall": wall,
            "figures": wall.figures,
            "years": years,
            "cells": CELL_WORDS,
            "today": told_day(today),
        }
        return self._answer(request, "wall", officer=officer, **more)

    async def ask(self, request: Request) -> Response:
        """The log-in page."""
        return self._answer(request, "login", told="", user="")

    async def enter(self, request: Request) -> Response:
        """Name and password against a session, or the same sentence for every kind of wrong."""
        self._check_origin(request)
        secure = self._is_secure(request)
        if not secure and not _is_loopback(request):
            raise HTTPException(403)
        form = await read_form(request)
        # One name, however it is written, is one name to the limits too.
        user, network = tidy(text_of(form, "user"))[:80], network_of(client_address(request, self._door.proxies))
        async with self._one_guess:
            if not self._guard.may_log_in(user, network):
                return self._answer(request, "login", 429, told="wait", user=user)
            officer = await run_in_threadpool(self._door.verify, user, text_of(form, "password"))
            if officer is None:
                self._guard.password_failed(user, network)
                return self._answer(request, "login", 401, told="wrong", user=user)
        self._sessions.end(self._cookie(request))
        answer = RedirectResponse(_root(request) + "/", 303)
        name, value = _cookie_name(secure), self._sessions.begin(officer)
        answer.set_cookie(name, value, path="/", secure=secure, httponly=True, samesite="strict")
        return answer

    async def leave(self, request: Request) -> Response:
        """End the session."""
        self._check_origin(request)
        self._sessions.end(self._cookie(request))
        answer = RedirectResponse(_root(request) + "/login", 303)
        secure = self._is_secure(request)
        answer.delete_cookie(_cookie_name(secure), path="/", secure=secure, httponly=True, samesite="strict")
        return answer

    async def refused(self, request: Request, _trouble: Exception) -> Response:
        """A form that was not sent from our own page, or a log-in over an open line."""
        return self._answer(request, "office-told", 403, told="refused")

    async def not_here(self, request: Request, _trouble: Exception) -> Response:
        """An address that leads nowhere."""
        return self._answer(request, "office-told", 404, told="not-here")

    async def too_large(self, scope: Scope, receive: Receive, send: Send) -> None:
        """A body over the limit, refused unread."""
        await self._answer(Request(scope), "office-told", 413, told="large")(scope, receive, send)

    def _officer(self, request: Request) -> Officer | None:
        return self._sessions.officer(self._cookie(request))

    def _cookie(self, request: Request) -> str:
        return request.cookies.get(_cookie_name(self._is_secure(request)), "")

    def _is_secure(self, request: Request) -> bool:
        through_proxy = request.client is not None and request.client.host in self._door.proxies
        told = request.headers.get("x-forwarded-proto", "") if through_proxy else ""
        return "https" in (told, request.url.scheme)

    def _check_origin(self, request: Request) -> None:
        """A form counts only when the browser says that our own page sent it."""
        site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
        scheme = "https" if self._is_secure(request) else "http"
        ours = f"{scheme}://{request.headers.get('host', '')}"
        said = [site == "same-origin"] if site is not None else []
        said += [origin == ours] if origin is not None else []
        if not said or not all(said):
            raise HTTPException(403)

    def _answer(self, request: Request, template: str, status: int = 200, **more: object) -> Response:
        places = {"root": _root(request), "office": self._door.name, "style": Markup(self.style)}
        return HTMLResponse(self._templates.get_template(f"{template}.html").render(**places, **more), status)


def _root(request: Request) -> str:
    return str(request.scope.get("root_path", ""))


def _cookie_name(secure: bool) -> str:
    return "__Host-motcua" if secure else "motcua"


def _is_loopback(request: Request) -> bool:
    try:
        return request.client is not None and ip_address(request.client.host).is_loopback
    except ValueError:
        return False


def _year(request: Request, today: date) -> int:
    asked = request.query_params.get("year", "")
    year = int(asked) if asked.isascii() and asked.isdigit() and len(asked) == 4 else today.year
    return year if 2000 <= year <= today.year else today.year
