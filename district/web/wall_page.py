"""The page of the wall chart."""

from datetime import date

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from district.moments import VIETNAM
from district.users import Member
from district.web.room import Room
from district.web.wall import CELL_WORDS, told_day

YEARS_SHOWN = 3


def routes(room: Room) -> list[Route]:
    """`/`: the chart of a year."""
    return [Route("/", room.shown("view", WallPage(room).show), methods=["GET"])]


class WallPage:
    """The chart."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def show(self, request: Request, member: Member) -> Response:
        """The wall chart of a year."""
        today = self._room.office.world.now().astimezone(VIETNAM).date()
        year = _year(request, today)
        wall = await run_in_threadpool(self._room.door.reader.wall, year, today)
        await self._room.viewed(member, f"wall {year}")
        return self._room.answer(
            request,
            "wall",
            member=member,
            tab="wall",
            wall=wall,
            figures=wall.figures,
            years=range(today.year, today.year - YEARS_SHOWN, -1),
            cells=CELL_WORDS,
            today=told_day(today),
        )


def _year(request: Request, today: date) -> int:
    asked = request.query_params.get("year", "")
    year = int(asked) if asked.isascii() and asked.isdigit() and len(asked) == 4 else today.year
    return year if 2000 <= year <= today.year else today.year
