"""The pages of the communes: the list, one commune on one sheet, a receipt once more."""

from datetime import date

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from district.commune import Communes
from district.users import Member
from district.web import commune_told as told
from district.web.room import Room
from district.web.wall_page import YEARS_SHOWN, today_of, year_asked
from exchange.files import receipt_name

LARGEST_NUMBER = 2**31 - 1
"""Beyond what any table counts to."""


def routes(room: Room) -> list[Route]:
    """`/xa`: every commune; `/xa/26461`: one of them; `/xa/26461/bien-nhan/7/14`: that receipt of that desk."""
    page = CommunesPage(room)
    return [
        Route("/xa", room.shown("view", page.every), methods=["GET"]),
        Route("/xa/{code:str}", room.shown("view", page.one), methods=["GET"]),
        Route("/xa/{code:str}/bien-nhan/{desk:int}/{number:int}", room.shown("view", page.receipt), methods=["GET"]),
    ]


class CommunesPage:
    """The list and the single commune."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def every(self, request: Request, member: Member) -> Response:
        """Every commune by name."""
        await self._room.viewed(member, "communes")
        return await run_in_threadpool(self._every, request, member)

    async def one(self, request: Request, member: Member) -> Response:
        """One commune."""
        code, today = request.path_params["code"], today_of(self._room)
        year = year_asked(request, today)
        answer = await run_in_threadpool(self._one, request, member, (code, year, today))
        await self._room.viewed(member, f"unit {code}")
        return answer

    async def receipt(self, request: Request, member: Member) -> Response:
        """A receipt that was given before, sealed to its desk as it was."""
        code, desk, number = (request.path_params[name] for name in ("code", "desk", "number"))
        found = await run_in_threadpool(self._receipt, code, desk, number)
        await self._room.viewed(member, f"receipt {desk}/{number}")
        return attached(*found)

    def _every(self, request: Request, member: Member) -> Response:
        rows = [told.listed(place, desks) for place, desks in self._communes().all()]
        return self._room.answer(request, "communes", member=member, tab="communes", rows=rows)

    def _one(self, request: Request, member: Member, asked: tuple[str, int, date]) -> Response:
        code, year, today = asked
        found = self._communes().one(code, year, today)
        if found is None:
            raise HTTPException(404)
        return self._room.answer(
            request,
            "commune",
            member=member,
            tab="communes",
            one=found,
            page=told.CommuneTold(found, today),
            year=year,
            years=range(today.year, today.year - YEARS_SHOWN, -1),
        )

    def _communes(self) -> Communes:
        office = self._room.office
        return Communes(office.store, office.places, office.units)

    def _receipt(self, code: str, desk: int, number: int) -> tuple[str, bytes]:
        if max(desk, number) > LARGEST_NUMBER:
            raise HTTPException(404)
        with self._room.office.store.reading() as work:
            row, raw = work.desks.get(desk), work.mail.receipt(desk, number)
        if row is None or raw is None or self._room.office.places.of(row.unit).code != code:
            raise HTTPException(404)
        return receipt_name(row.unit, desk, number), raw


def attached(name: str, raw: bytes, kind: str = "application/octet-stream") -> Response:
    """A file to be kept under that name (plain letters only)."""
    return Response(raw, media_type=kind, headers={"content-disposition": f'attachment; filename="{name}"'})
