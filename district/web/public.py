"""The citizen's pages: one tap on a phone, without script, cookie, name or log.

A GET reads no store and writes none, so it is the same page whether the letter was answered or not, and whoever or
whatever opens the link counts for nothing. Only a POST of the form is an answer.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from district.store.public_store import PublicStore, Words
from district.web.faces import OfficeFace, PublicKeys
from district.web.forms import read_form, text_of
from district.web.guard import Guard, Limits, client_address, find_token, network_of
from district.web.headers import BodyLimit, PageHeaders, page_headers
from district.web.pages import Page, Printer
from district.web.tongues import TONGUES, offered_reasons
from exchange.token import Token, read_code

LARGEST_BODY = 8 * 1024
SCORES: Mapping[str, int] = {"1": 1, "2": 2, "3": 3}
_PHONE = re.compile(r"\+?[0-9]{8,15}", re.ASCII)


def public_app(
    store: PublicStore, keys: PublicKeys, office: OfficeFace, now: Callable[[], datetime], limits: Limits | None = None
) -> Starlette:
    """The public face: `/`, `/g/CODE`; run it without an access log and without trusting forwarded headers."""
    face = PublicFace(store, keys, office, now, Guard(limits or Limits()))
    paths = [f"/{g}/{{code}}{tail}" for g in "gG" for tail in ("", "/", "/{lang}")]
    app = Starlette(
        routes=[
            Route("/", face.home, methods=["GET"]),
            Route("/", face.read_typed, methods=["POST"]),
            *[Route(path, face.show, methods=["GET"]) for path in paths],
            *[Route(path, face.take, methods=["POST"]) for path in paths],
        ],
        middleware=[
            Middleware(PageHeaders, headers=page_headers(face.printer.style)),
            Middleware(BodyLimit, largest=LARGEST_BODY, answer=face.too_large),
        ],
        exception_handlers={404: face.unknown, 405: face.unknown, 429: face.slow, 500: face.troubled},
    )
    app.router.redirect_slashes = False  # such an answer would send the code to whatever host the request named
    return app


@dataclass(frozen=True, slots=True)
class Visit:
    """One request for one letter: the genuine token and the page that answers it."""

    token: Token
    page: Page


class PublicFace:
    """The pages themselves; everything they need is handed in."""

    def __init__(
        self, store: PublicStore, keys: PublicKeys, office: OfficeFace, now: Callable[[], datetime], guard: Guard
    ) -> None:
        self.printer = Printer(office)
        self._store = store
        self._keys = keys
        self._office = office
        self._now = now
        self._guard = guard

    async def home(self, request: Request) -> Response:
        """The page where a code is typed."""
        return self._answer("home", self._own_page(request))

    async def read_typed(self, request: Request) -> Response:
        """A typed code leads to its letter; `c=1` remembers that it was typed."""
        form = await read_form(request)
        typed = text_of(form, "code")[:40]
        if self._prove(request, typed) is None:
            return self._answer("unknown", self._own_page(request, text_of(form, "lang"), typed), 404)
        tail = "/en" if text_of(form, "lang") == "en" else ""
        return RedirectResponse(f"/g/{read_code(typed)}{tail}?c=1", 303)

    async def show(self, request: Request) -> Response:
        """The same page for every good code."""
        visit = self._visit(request, "", "c" in request.query_params)
        return self._answer("first", visit.page, missed=False)

    async def take(self, request: Request) -> Response:
        """One answer, one change, one message, or the word that an earlier answer was not the family's."""
        form = await read_form(request)
        visit = self._visit(request, text_of(form, "lang"), "c" in form)
        if not self._guard.may_tap(visit.token):
            raise HTTPException(429)
        if text_of(form, "s") in SCORES:
            return await self._tap(visit, form)
        if "words" in form:
            return await self._words(visit, form)
        if "not-us" in form:
            await run_in_threadpool(self._store.dispute, visit.token)
            return self._answer("already", visit.page, late=False, disputed=True)
        return self._answer("first", visit.page, 400, missed=True)

    async def unknown(self, request: Request, trouble: Exception) -> Response:
        """One page for malformed, forged and foreign codes alike, and for what no browser sends."""
        status = trouble.status_code if isinstance(trouble, HTTPException) else 404
        return self._answer("unknown", self._own_page(request), status)

    async def slow(self, request: Request, _trouble: Exception) -> Response:
        """Too many unknown codes from this network, or too many answers to this letter."""
        answer = self._answer("told", self._own_page(request), 429, told="slow")
        answer.headers["retry-after"] = "600"
        return answer

    async def troubled(self, request: Request, _trouble: Exception) -> Response:
        """The store failed: the citizen is told what to do; the server's log has the place and no value."""
        answer = self._answer("told", self._own_page(request), 500, told="trouble")
        answer.headers.update(page_headers(self.printer.style))
        return answer

    async def too_large(self, scope: Scope, receive: Receive, send: Send) -> None:
        """A body over the limit, refused unread."""
        answer = self._answer("told", self._own_page(Request(scope)), 413, told="large")
        await answer(scope, receive, send)

    async def _tap(self, visit: Visit, form: FormData) -> Response:
        score = SCORES[text_of(form, "s")]
        channel = "code" if visit.page.typed else "qr"
        take = partial(self._store.answer, change_key=text_of(form, "k") or None, channel=channel)
        answered = await run_in_threadpool(take, visit.token, score, self._now())
        if answered.change_key is None:
            return self._answer("already", visit.page, late=False, disputed=False)
        return self._after(visit, answered.change_key, score, Words())

    async def _words(self, visit: Visit, form: FormData) -> Response:
        score = SCORES.get(text_of(form, "words"), 2)
        words, key = self._read_words(visit.token, score, form), text_of(form, "k")
        wants_call = "call" in form and self._can_seal(visit.token)
        if wants_call and not words.call_back:
            return self._after(visit, key, score, words, phone_asked=True)
        add = partial(self._store.add_words, recipient=self._keys.receiving(visit.token.desk))
        if not await run_in_threadpool(add, visit.token, key, words, self._now()):
            return self._answer("already", visit.page, late=True, words=words)
        return self._answer("thanks", _with_key(visit.page, key), called=wants_call)

    def _after(self, visit: Visit, key: str, score: int, words: Words, phone_asked: bool = False) -> Response:
        reasons = offered_reasons(visit.token.kind, score)
        can_seal = self._can_seal(visit.token)
        more: dict[str, Any] = {"words": words, "reasons": reasons, "can_seal": can_seal, "phone_asked": phone_asked}
        return self._answer("after", _with_key(visit.page, key), score=score, **more)

    def _read_words(self, token: Token, score: int, form: FormData) -> Words:
        offered = offered_reasons(token.kind, score)
        chosen = tuple(reason for reason in offered if reason in form.getlist("r"))
        phone = re.sub(r"[ .\-()]", "", text_of(form, "p")) if "call" in form else ""
        return Words(chosen, text_of(form, "m"), "now" in form, phone if _PHONE.fullmatch(phone) else "")

    def _can_seal(self, token: Token) -> bool:
        return self._keys.receiving(token.desk) is not None

    def _visit(self, request: Request, lang: str, typed: bool) -> Visit:
        text = request.path_params["code"]
        token = self._prove(request, text)
        if token is None:
            raise HTTPException(404)
        page = Page(_tongue(request, lang), self._office.desk(token.desk), read_code(text) or "", token.kind, typed)
        return Visit(token, page)

    def _prove(self, request: Request, text: str) -> Token | None:
        """The token of a genuine code. A network that guesses has to wait with its guesses only: thousands of families
        may share one address of a telephone company, and 40 bits of proof do not need them locked out."""
        token = find_token(self._keys, text)
        if token is not None:
            return token
        network = network_of(client_address(request, self._office.proxies))
        if self._guard.is_guessing(network):
            raise HTTPException(429)
        self._guard.code_failed(network)
        return None

    def _own_page(self, request: Request, lang: str = "", typed_text: str = "") -> Page:
        return Page(_tongue(request, lang), self._office.own, typed_text=typed_text)

    def _answer(self, template: str, page: Page, status: int = 200, **more: object) -> Response:
        return HTMLResponse(self.printer.set(template, page, **more), status)


def _with_key(page: Page, key: str) -> Page:
    return Page(page.w, page.face, page.code, page.kind, page.typed, key)


def _tongue(request: Request, lang: str) -> Mapping[str, str]:
    asked = lang or request.path_params.get("lang") or request.query_params.get("lang") or "vi"
    return TONGUES.get(asked, TONGUES["vi"])
