"""The search box beside the tabs: a commune by its name without marks or by its code, a bundle by number or code."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from common.names import fold, tidy
from district.dashboards import communes
from district.moments import day_of
from district.places import Place
from district.store.desks import DeskRow
from district.store.mail import Arrival
from district.store.store import Work
from district.users import Member
from district.web.room import Room
from district.web.wall import anchor

MOST = 40
"""Of more hits only so many are shown."""
_FILE = re.compile(r"goi-(\d{5})-(\d{1,9})_(\d{4}-\d{2})_so-(\d{1,9})(?!\d)", re.ASCII)
_NUMBER = re.compile(r"(?:goi )?(?:so )?(\d{1,6})", re.ASCII)
_CODE = re.compile(r"[0-9a-f]{6,64}", re.ASCII)


def routes(room: Room) -> list[Route]:
    """`/tim?q=`: what the box leads to."""
    return [Route("/tim", room.shown("view", SearchPage(room).show), methods=["GET"])]


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that was found: where it stands, what it is called, what is told about it."""

    path: str
    name: str
    told: str


class SearchPage:
    """The search."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def show(self, request: Request, member: Member) -> Response:
        """The page of the only hit, else the list of hits."""
        sought = tidy(request.query_params.get("q", ""))[:80]
        hits = await run_in_threadpool(self._hits, sought) if sought else []
        if len(hits) == 1:
            return self._room.go(request, hits[0].path)
        more = len(hits) - MOST
        return self._room.answer(request, "search", member=member, sought=sought, hits=hits[:MOST], more=max(0, more))

    def _hits(self, sought: str) -> list[Hit]:
        with self._room.office.store.reading() as work:
            desks = [desk for desk in work.desks.all() if desk.state != "dropped"]
            bundles = list(_bundles(sought, work))
        places = communes(self._room.office.places, desks)
        return [*_communes(sought, places), *_told(bundles, places)]


def _communes(sought: str, places: Sequence[tuple[Place, list[DeskRow]]]) -> Iterator[Hit]:
    words = fold(sought)
    for place, desks in places:
        named = f" {words}" in f" {fold(place.official)}"
        if named or sought == place.code or sought in {desk.unit for desk in desks}:
            told = f"mã {place.code}" + (f", {place.group} (cũ)" if place.group else "")
            yield Hit(f"/xa/{place.code}", place.official, told)


def _bundles(sought: str, work: Work) -> Iterator[Arrival]:
    file = _FILE.search(sought.lower())
    if file is not None:
        found = work.mail.numbered(int(file[4]))
        yield from (one for one in found if (one.desk, one.period) == (int(file[2]), file[3]))
        return
    code, number = sought.lower().replace(" ", ""), _NUMBER.fullmatch(fold(sought))
    if _CODE.fullmatch(code):
        yield from work.mail.coded(code)
    if number is not None:
        yield from work.mail.numbered(int(number[1]))


def _told(bundles: Sequence[Arrival], places: Sequence[tuple[Place, list[DeskRow]]]) -> Iterator[Hit]:
    of_desk = {desk.number: place for place, desks in places for desk in desks}
    for one in bundles:
        place = of_desk.get(one.desk)
        if place is not None:
            path = f"/xa/{place.code}?year={one.period[:4]}#{anchor((one.desk, one.seq))}"
            month = f"{one.period[5:]}/{one.period[:4]}"
            yield Hit(
                path, f"Gói số {one.seq} của {place.name}", f"tháng {month}, nhận {day_of(one.received_at):%d/%m/%Y}"
            )
