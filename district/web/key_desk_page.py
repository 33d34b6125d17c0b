"""One desk: its six words while they wait, its keys, what ends it."""

from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from common.names import tidy
from common.words import desk_keys as words
from common.words import district as district_words
from district.books import Clash, clashes
from district.cards import NotEnrolled, becomes, terms_of
from district.roll import Opened, opened
from district.trouble import Mistake
from district.users import Member
from district.web.forms import read_form, text_of
from district.web.room import Room
from exchange.files import enrolment_name
from exchange.words import SixWords, six_words

DONE = ("confirmed", "dropped", "revoked", "revoked-older", "ended")
FILE = "application/octet-stream"


def routes(room: Room) -> list[Route]:
    """`/khoa/quay/N` and what can be done there."""
    pages = KeyDeskPage(room)
    acts = {"sau-chu": pages.confirm, "bo": pages.drop, "thu-hoi": pages.revoke}
    acts |= {"thu-hoi-cu": pages.revoke_older, "thoi-dung": pages.end}
    return [
        Route("/khoa/quay/{number:int}", room.shown("status", pages.show), methods=["GET"]),
        Route("/khoa/quay/{number:int}/tep", room.shown("enrol", pages.file), methods=["GET"]),
        Route("/khoa/quay/{number:int}/bien-nhan", room.shown("import", pages.receipt), methods=["GET"]),
        *(
            Route(f"/khoa/quay/{{number:int}}/{name}", room.done("enrol", act), methods=["POST"])
            for name, act in acts.items()
        ),
    ]


@dataclass(frozen=True, slots=True)
class DeskPage:
    """What the page of one desk shows."""

    seen: Opened
    unit: str
    six: SixWords | None
    clashes: tuple[Clash, ...]


class KeyDeskPage:
    """One desk's page and its acts."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def show(self, request: Request, member: Member) -> Response:
        """The desk as it stands; `xong` in the address tells what was just done."""
        number = _number(request)
        told = _done(request.query_params.get("xong", ""), number, request.query_params.get("n", ""))
        await self._room.viewed(member, f"desk {number}")
        return await self._answer(request, member, told=told)

    async def file(self, request: Request, member: Member) -> Response:
        """The enrolment that waits, to be carried to the desk."""
        name, raw = await run_in_threadpool(self._file, _number(request))
        return _download(name, raw)

    async def receipt(self, request: Request, member: Member) -> Response:
        """The desk's newest receipt once more."""
        handed = await run_in_threadpool(self._room.office.sitting(member).newest_receipt, _number(request))
        return _download(handed.name, handed.raw)

    async def confirm(self, request: Request, member: Member) -> Response:
        """The six words were heard: ticked each, or typed; a wrong one leaves everything waiting."""
        form, number = await read_form(request), _number(request)
        try:
            taken = await run_in_threadpool(self._confirm, number, form, member)
        except NotEnrolled as refused:
            if refused.code not in ("other-words", "words-unticked"):
                raise
            sentence = district_words.trouble(refused.code, refused.details)
            typed = text_of(form, "heard")[:200]
            return await self._answer(request, member, wrong=sentence, typed=typed, status=400)
        return self._room.go(request, f"/khoa/quay/{number}?xong=confirmed&n={taken}")

    async def drop(self, request: Request, member: Member) -> Response:
        """What waits is let go."""
        number = _number(request)
        await run_in_threadpool(self._room.office.enrolling(member).drop, number)
        return self._room.go(request, f"/khoa/quay/{number}?xong=dropped")

    async def revoke(self, request: Request, member: Member) -> Response:
        """Nothing under the desk's keys is taken any more."""
        number, reason = _number(request), _reason(await read_form(request))
        await run_in_threadpool(self._revoke, number, reason, member)
        return self._room.go(request, f"/khoa/quay/{number}?xong=revoked")

    async def revoke_older(self, request: Request, member: Member) -> Response:
        """Nothing under the keys of before is taken any more."""
        number, reason = _number(request), _reason(await read_form(request))
        count = await run_in_threadpool(self._room.office.enrolling(member).revoke_older, number, reason)
        return self._room.go(request, f"/khoa/quay/{number}?xong=revoked-older&n={count}")

    async def end(self, request: Request, member: Member) -> Response:
        """The desk writes no more."""
        number = _number(request)
        await run_in_threadpool(self._room.office.enrolling(member).end, number)
        return self._room.go(request, f"/khoa/quay/{number}?xong=ended")

    async def _answer(self, request: Request, member: Member, status: int = 200, **more: str) -> Response:
        page = await run_in_threadpool(self._page, _number(request))
        told = {"told": "", "wrong": "", "typed": "", **more}
        facts = {"page": page, "said": words, "terms": terms_of}
        return self._room.answer(request, "key-desk", status, member=member, tab="keys", part="keys", **facts, **told)

    def _page(self, number: int) -> DeskPage:
        office = self._room.office
        with office.store.reading() as work:
            seen = opened(work, number)
            if seen is None:
                raise Mistake("no-such-desk", desk=str(number))
            found = clashes(work, [seen.row.desk])
        six = six_words(seen.row.document) if seen.row.document else None
        return DeskPage(seen, office.unit_on_day(seen.row.unit).official, six, found)

    def _file(self, number: int) -> tuple[str, bytes]:
        with self._room.office.store.reading() as work:
            key = work.keys.waiting(number)
        if key is None:
            raise NotEnrolled("nothing-waits", desk=str(number))
        row, raw = becomes(key)
        return enrolment_name(row.unit, number, row.enrolment_number), raw

    def _confirm(self, number: int, form: FormData, member: Member) -> int:
        acts, document = self._room.office.enrolling(member), text_of(form, "document")
        heard = text_of(form, "heard").split()
        if not heard:
            ticked = sum(text_of(form, f"word{place}") == "1" for place in range(1, 7))
            if ticked < 6:
                raise NotEnrolled("words-unticked", desk=str(number), heard=str(ticked))
            heard = list(six_words(document).words) if _is_document(document) else []
        acts.confirm(number, heard, document or "-")
        self._room.office.refresh_public(member.open_secrets())
        return self._room.office.sitting(member).retry(number)

    def _revoke(self, number: int, reason: str, member: Member) -> None:
        self._room.office.enrolling(member).revoke(number, reason)
        self._room.office.refresh_public(member.open_secrets())


def _number(request: Request) -> int:
    number = int(request.path_params["number"])
    if number > 2**31 - 1:
        raise HTTPException(404)
    return number


def _reason(form: FormData) -> str:
    reason = tidy(text_of(form, "reason"))
    if not reason:
        raise Mistake("reason-missing")
    return reason


def _is_document(text: str) -> bool:
    return len(text) == 64 and set(text) <= set("0123456789abcdef")


def _done(code: str, number: int, count: str) -> str:
    """The sentence for what was just done; an address that somebody made up says nothing of its own."""
    if code not in DONE:
        return ""
    times = int(count) if count.isascii() and count.isdigit() and len(count) < 6 else 0
    said = {
        "confirmed": district_words.confirmed(number, times),
        "dropped": words.dropped(number),
        "revoked": district_words.revoked(number),
        "revoked-older": words.revoked_older(number, times),
        "ended": words.ended(number),
    }
    return said[code]


def _download(name: str, raw: bytes) -> Response:
    return Response(raw, media_type=FILE, headers={"content-disposition": f'attachment; filename="{name}"'})
