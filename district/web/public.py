"""The citizen's pages: one tap on a phone, without script, cookie, name or log.

A GET reads no store and writes none, so it is the same page whether the letter was answered or not, and whoever or
whatever opens the link counts for nothing. Only a POST of the form is an answer.
"""

import re
from asyncio import wrap_future
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from typing import Any

from starlette.applications import Starlette
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from common.questions import QuestionSet
from district.store.acts import Way
from district.store.public_store import PublicStore, Trace, Words
from district.web.asking import question_sets
from district.web.faces import OfficeFace, PublicKeys
from district.web.forms import read_form, text_of
from district.web.guard import Guard, Limits, client_address, find_token, is_within, network_of
from district.web.headers import BodyLimit, PageHeaders, page_headers
from district.web.languages import FIRST, Tongue
from district.web.lean import KEPT, PLACE, ShortWay, Wanted
from district.web.pages import Page, Printer
from district.web.typed import LONGEST_TYPED, code_in, hint_about
from exchange.token import Token, read_code

LARGEST_BODY = 8 * 1024
BEFORE_MARKS = "service-3/1"
"""What a form asked that says nothing of it: it was opened before forms did."""
KEY_PLACE = "\ue001" * 4
"""Stands where the change key comes, as PLACE does for the code."""
_PHONE = re.compile(r"\+?[0-9]{8,15}", re.ASCII)


def public_app(
    store: PublicStore, keys: PublicKeys, office: OfficeFace, now: Callable[[], datetime], limits: Limits | None = None
) -> ASGIApp:
    """The public face: `/`, `/g/CODE`; run it without an access log and without trusting forwarded headers."""
    return app_of(PublicFace(store, keys, Printer(office), now, Guard(limits or Limits())))


def app_of(face: "PublicFace") -> ASGIApp:
    """The pages of a face at their addresses: what everybody opens on the short way, the rest on the long one."""
    return ShortWay(long_way(face), face.keys, face.printer.tongues, face.page_of, page_headers(face.printer.style))


def long_way(face: "PublicFace") -> Starlette:
    """Every page by way of the framework."""
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
        self, store: PublicStore, keys: PublicKeys, printer: Printer, now: Callable[[], datetime], guard: Guard
    ) -> None:
        self.printer = printer
        self.keys = keys
        self._store = store
        self._office = printer.office
        self._now = now
        self._guard = guard
        self._after_pages = lru_cache(KEPT)(self._after_page)

    async def home(self, request: Request) -> Response:
        """The page where a code is typed."""
        return self._answer("home", self._own_page(request))

    async def read_typed(self, request: Request) -> Response:
        """A typed code leads to its letter; `c=1` remembers that it was typed."""
        form = await read_form(request)
        typed = text_of(form, "code")[:LONGEST_TYPED]
        page = self._own_page(request, text_of(form, "lang"), typed)
        code = code_in(typed)
        if self._prove(request, code) is None:
            return self._unknown(page, hint_about(code))
        tail = "" if page.w["lang"] == FIRST else f"/{page.w['lang']}"
        return RedirectResponse(f"/g/{read_code(code)}{tail}?c=1", 303)

    async def show(self, request: Request) -> Response:
        """The same page for every good code."""
        visit = self._visit(request, "", "c" in request.query_params)
        return self._answer("first", visit.page, missed=False)

    def page_of(self, wanted: Wanted) -> str:
        """The page that `show` shows, with PLACE for the code."""
        return self.printer.set("first", self._page_of(wanted), missed=False)

    def _page_of(self, wanted: Wanted) -> Page:
        tongue, face = self.printer.tongue(wanted.lang), self._office.desk(wanted.desk)
        return Page(tongue, face, PLACE, wanted.kind, wanted.typed, questions=self.printer.questions)

    async def take(self, request: Request) -> Response:
        """One answer, one change, one message, or the word that an earlier answer was not the family's."""
        form = await read_form(request)
        now_asked = self._visit(request, text_of(form, "lang"), "c" in form)
        if not self._guard.may_tap(now_asked.token):
            raise HTTPException(429)
        asked = _asked_by(form)
        if asked is None:
            return self._answer("first", now_asked.page, 400, missed=True)
        visit = Visit(now_asked.token, replace(now_asked.page, questions=asked))
        score = visit.page.asked.read_score(text_of(form, "s"))
        if score is not None:
            return await self._tap(visit, score, text_of(form, "k"), self._trace(request, visit.page))
        if "words" in form:
            return await self._words(visit, form)
        if "not-us" in form:
            await wrap_future(self._store.disputing(visit.token))
            return self._answer("already", visit.page, late=False, disputed=True)
        return self._answer("first", now_asked.page, 400, missed=True)

    async def unknown(self, request: Request, trouble: Exception) -> Response:
        """One page for malformed, forged and foreign codes alike, and for what no browser sends."""
        status = trouble.status_code if isinstance(trouble, HTTPException) else 404
        return self._unknown(self._own_page(request), ("", 0), status)

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

    async def _tap(self, visit: Visit, score: int, key: str, trace: Trace) -> Response:
        channel = "code" if visit.page.typed else "qr"
        way: Way = {"channel": channel, "trace": trace, "scale": visit.page.asked.scale}
        answered = await wrap_future(self._store.answering(visit.token, score, self._now(), key or None, **way))
        if answered.change_key is None:
            return self._answer("already", visit.page, late=False, disputed=False)
        asked = Wanted(visit.token.kind, visit.token.desk, visit.page.w["lang"], visit.page.typed)
        ready = self._after_pages(asked, visit.page.asked.questions.mark, score)
        return HTMLResponse(ready.replace(PLACE, visit.page.code).replace(KEY_PLACE, answered.change_key))

    def _after_page(self, wanted: Wanted, mark: str, score: int) -> str:
        """The page that `_after` shows before any words, with PLACE for the code and KEY_PLACE for the change key."""
        page = replace(self._page_of(wanted), change_key=KEY_PLACE, questions=question_sets().get(mark))
        can_seal = self.keys.receiving(wanted.desk) is not None
        more: dict[str, Any] = {"words": Words(), "reasons": page.asked.reasons(score), "can_seal": can_seal}
        return self.printer.set("after", page, score=score, phone_asked=False, **more)

    async def _words(self, visit: Visit, form: FormData) -> Response:
        score = visit.page.asked.read_score(text_of(form, "words")) or visit.page.asked.scale
        words, key = self._read_words(visit.page, score, form), text_of(form, "k")
        wants_call = "call" in form and self._can_seal(visit.token)
        if wants_call and not words.call_back:
            return self._after(visit, key, score, words, phone_asked=True)
        recipient = self.keys.receiving(visit.token.desk)
        if not await wrap_future(self._store.adding_words(visit.token, key, words, self._now(), recipient)):
            return self._answer("already", visit.page, late=True, words=words)
        return self._answer("thanks", _with_key(visit.page, key), called=wants_call)

    def _after(self, visit: Visit, key: str, score: int, words: Words, phone_asked: bool = False) -> Response:
        reasons = visit.page.asked.reasons(score)
        can_seal = self._can_seal(visit.token)
        more: dict[str, Any] = {"words": words, "reasons": reasons, "can_seal": can_seal, "phone_asked": phone_asked}
        return self._answer("after", _with_key(visit.page, key), score=score, **more)

    def _read_words(self, page: Page, score: int, form: FormData) -> Words:
        chosen = tuple(reason.code for reason in page.asked.reasons(score) if reason.code in form.getlist("r"))
        phone = re.sub(r"[ .\-()]", "", text_of(form, "p")) if "call" in form else ""
        return Words(chosen, text_of(form, "m"), "now" in form, phone if _PHONE.fullmatch(phone) else "")

    def _can_seal(self, token: Token) -> bool:
        return self.keys.receiving(token.desk) is not None

    def _visit(self, request: Request, lang: str, typed: bool) -> Visit:
        text = request.path_params["code"]
        token = self._prove(request, text)
        if token is None:
            raise HTTPException(404)
        face, code = self._office.desk(token.desk), read_code(text) or ""
        asks = self.printer.questions
        return Visit(token, Page(self._tongue(request, lang), face, code, token.kind, typed, questions=asks))

    def _prove(self, request: Request, text: str) -> Token | None:
        """The token of a genuine code. A network that guesses has to wait with its guesses only: thousands of families
        may share one address of a telephone company, and 40 bits of proof do not need them locked out. What cannot be
        a code guesses nothing."""
        token = find_token(self.keys, text)
        if token is not None or read_code(text) is None:
            return token
        network = network_of(client_address(request, self._office.proxies))
        if self._guard.is_guessing(network):
            raise HTTPException(429)
        self._guard.code_failed(network)
        return None

    def _trace(self, request: Request, page: Page) -> Trace:
        """The caller's network goes no further than into a digest, and whether it is one of the commune's own."""
        address = client_address(request, self._office.proxies)
        return Trace(network_of(address), is_within(address, page.face.networks))

    def _own_page(self, request: Request, lang: str = "", typed_text: str = "") -> Page:
        return Page(self._tongue(request, lang), self._office.own, typed_text=typed_text)

    def _tongue(self, request: Request, lang: str) -> Tongue:
        return self.printer.tongue(lang or request.path_params.get("lang") or request.query_params.get("lang") or "")

    def _unknown(self, page: Page, hint: tuple[str, int], status: int = 404) -> Response:
        name, counted = hint
        return self._answer("unknown", page, status, hint=name, counted=str(counted))

    def _answer(self, template: str, page: Page, status: int = 200, **more: object) -> Response:
        return HTMLResponse(self.printer.set(template, page, **more), status)


def _with_key(page: Page, key: str) -> Page:
    return replace(page, change_key=key)


def _asked_by(form: FormData) -> QuestionSet | None:
    """The question set that the form was made from, after a change of sets too; None for a forged one."""
    return question_sets().get(text_of(form, "q") or BEFORE_MARKS)
