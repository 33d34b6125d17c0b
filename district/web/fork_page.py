"""Two histories of one desk beside each other, and the person's decision between them."""

from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from common.words import district as words
from common.words.month_receipts import KINDS_OF_LINE
from district.forks import ForkFound
from district.sitting import Settled
from district.store.branches import SettledFork
from district.trouble import Mistake
from district.users import Member
from district.web.forms import read_form, text_of
from district.web.room import Room


def routes(room: Room) -> list[Route]:
    """`/khoa/fork/N`: what the commands fork and settle do."""
    pages = ForkPage(room)
    return [
        Route("/khoa/fork/{number:int}", room.shown("import", pages.show), methods=["GET"]),
        Route("/khoa/fork/{number:int}", room.done("import", pages.settle), methods=["POST"]),
    ]


@dataclass(frozen=True, slots=True)
class Seen:
    """A desk's fork that waits for a person (None where there is none), and those that were ended before, with how many
    lines each set aside."""

    number: int
    unit: str
    found: ForkFound | None
    before: tuple[tuple[SettledFork, int], ...]


class ForkPage:
    """The fork of a desk."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def show(self, request: Request, member: Member) -> Response:
        """Both histories in counts and days."""
        number = _number(request)
        await self._room.viewed(member, f"fork {number}")
        return await self._answer(request, member)

    async def settle(self, request: Request, member: Member) -> Response:
        """One history goes on, the other is set aside whole, with a reason."""
        form, number = await read_form(request), _number(request)
        choice, after = text_of(form, "keep"), text_of(form, "after")
        if choice not in ("ours", "theirs"):
            raise Mistake("fork-undecided")
        if not (after.isascii() and after.isdigit() and len(after) < 12):
            raise Mistake("no-fork", desk=str(number))
        acts = self._room.office.sitting(member)
        keep = choice == "ours"
        settled: Settled = await run_in_threadpool(acts.settle, number, int(after), text_of(form, "reason"), keep)
        told = words.settled(number, int(after), settled.aside, keep=keep)
        return await self._answer(request, member, told=told)

    async def _answer(self, request: Request, member: Member, told: str = "") -> Response:
        seen = await run_in_threadpool(self._seen, _number(request), member)
        more = {"seen": seen, "told": told, "line": words.fork_line, "kinds": KINDS_OF_LINE}
        return self._room.answer(request, "fork", 200, member=member, tab="keys", part="keys", **more)

    def _seen(self, number: int, member: Member) -> Seen:
        office = self._room.office
        with office.store.reading() as work:
            desk = work.desks.get(number)
            if desk is None:
                raise Mistake("no-such-desk", desk=str(number))
            before = tuple((one, len(work.branches.lines(one))) for one in work.branches.of_desk(number))
        return Seen(number, office.unit_on_day(desk.unit).official, self._found(number, member), before)

    def _found(self, number: int, member: Member) -> ForkFound | None:
        try:
            return self._room.office.sitting(member).look_at_fork(number)
        except Mistake as mistake:
            if mistake.code == "no-fork":
                return None
            raise


def _number(request: Request) -> int:
    return min(int(request.path_params["number"]), 2**31 - 1)
