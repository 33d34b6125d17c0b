"""The page of the wall chart."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from district.dashboards import Wall, WallRow
from district.moments import VIETNAM
from district.users import Member
from district.web import wall as told
from district.web.room import Room

YEARS_SHOWN = 3
PAGE = 150
"""Rows on one page: a whole province of today; an office with more turns pages."""
PERSON = "person"
MONTHS = tuple(f"{month:02d}" for month in range(1, 13))


def routes(room: Room) -> list[Route]:
    """`/`: the chart of a year."""
    return [Route("/", room.shown("view", WallPage(room).show), methods=["GET"])]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be seen: the year, the group ("" all, "person", or a former district), the page, or all to print."""

    year: int
    group: str
    page: int
    whole: bool

    @property
    def printed(self) -> str:
        """The path of the same chart with all its rows, to be printed."""
        return "/?" + urlencode({"year": self.year, "group": self.group, "in": 1})


class WallPage:
    """The chart."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def show(self, request: Request, member: Member) -> Response:
        """The wall chart of a year."""
        today = today_of(self._room)
        asked = _asked(request, today)
        await self._room.viewed(member, f"wall {asked.year}")
        return await run_in_threadpool(self._answer, request, member, asked, today)

    def _answer(self, request: Request, member: Member, asked: Asked, today: date) -> Response:
        wall = self._room.door.reader.wall(asked.year, today)
        rows = [row for row in wall.rows if _is_in(row, asked.group)]
        pages = [] if asked.whole else _pages(rows)
        at = min(asked.page, max(len(pages), 1))
        seen = rows if asked.whole else rows[(at - 1) * PAGE : at * PAGE]
        return self._room.answer(
            request,
            "wall",
            member=member,
            tab="wall",
            wall=wall,
            shown=[told.row_shown(row, wall.year) for row in seen],
            count=_count(len(seen), len(wall.rows)),
            figures=told.figures_shown(wall),
            todo=told.todo(wall, asked.printed),
            years=range(today.year, today.year - YEARS_SHOWN, -1),
            groups=_groups(wall),
            group=asked.group,
            pages=pages,
            at=at,
            months=MONTHS,
            legend=told.LEGEND,
            today=told.told_day(today),
        )


def today_of(room: Room) -> date:
    """The office's day, whatever the server's own zone is."""
    return room.office.world.now().astimezone(VIETNAM).date()


def year_asked(request: Request, today: date) -> int:
    """The year in the address; without one, the year of the month that is due last."""
    asked = request.query_params.get("year", "")
    usual = today.year if today.month > 1 else today.year - 1
    year = int(asked) if asked.isascii() and asked.isdigit() and len(asked) == 4 else usual
    return year if 2000 <= year <= today.year else usual


def _asked(request: Request, today: date) -> Asked:
    page = request.query_params.get("page", "")
    number = int(page) if page.isascii() and page.isdigit() and len(page) < 4 else 1
    group = request.query_params.get("group", "")[:80]
    return Asked(year_asked(request, today), group, max(1, number), "in" in request.query_params)


def _is_in(row: WallRow, group: str) -> bool:
    return not group or (row.needs_person if group == PERSON else row.place.group == group)


def _count(seen: int, whole: int) -> str:
    return f"{whole} xã" if seen == whole else f"{seen} trong {whole} xã"


def _groups(wall: Wall) -> list[tuple[str, str]]:
    former = Counter(row.place.group for row in wall.rows if row.place.group)
    asking = sum(row.needs_person for row in wall.rows)
    own = [(name, f"{name} (cũ), {former[name]} xã") for name in sorted(former)] if len(former) > 1 else []
    return [("", f"Tất cả {len(wall.rows)} xã"), (PERSON, f"Cần người gọi hoặc xem: {asking}"), *own]


def _pages(rows: Sequence[WallRow]) -> list[tuple[int, str]]:
    """Pages by the names with which they begin and end."""
    starts = range(0, len(rows), PAGE)
    ends = [(rows[start].name, rows[min(start + PAGE, len(rows)) - 1].name) for start in starts]
    return [(page, f"{first} … {last}") for page, (first, last) in enumerate(ends, start=1)]
