"""Who sits here and who did what: users by role for the administrator, the list of acts for who may read it."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from common.names import tidy
from common.table_file import csv_table
from common.words import district as district_words
from common.words import office_people as words
from district import deeds
from district.keyring import KeyringTrouble
from district.store.office import Asked, User
from district.trouble import Mistake
from district.users import MAY, ROLES, Changed, Member, Newcomer, NotLetIn
from district.web.forms import read_form, text_of
from district.web.guard import Guard, client_address, network_of
from district.web.room import Room

SHOWN = 200
MOST_IN_FILE = 50_000
DONE = ("added", "changed", "removed")


def routes(room: Room) -> list[Route]:
    """`/khoa/nguoi-dung`, `/khoa/nhat-ky` and its file."""
    people, journal = PeoplePage(room), JournalPage(room)
    return [
        Route("/khoa/nguoi-dung", room.shown("status", people.show), methods=["GET"]),
        Route("/khoa/nguoi-dung", room.done("user", people.change), methods=["POST"]),
        Route("/khoa/nhat-ky", room.shown("journal", journal.show), methods=["GET"]),
        Route("/khoa/nhat-ky.csv", room.shown("journal", journal.file), methods=["GET"]),
    ]


class PeoplePage:
    """Users by role, and what each role may do."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._guard = Guard(room.door.limits)

    async def show(self, request: Request, member: Member) -> Response:
        """Everyone for the administrator, the table of roles for all."""
        done, name = request.query_params.get("xong", ""), tidy(request.query_params.get("ai", ""))[:60]
        await self._room.viewed(member, "people")
        return await self._answer(request, member, told=await run_in_threadpool(self._told, done, name))

    async def change(self, request: Request, member: Member) -> Response:
        """One person is added, changed or removed; the administrator's own password is asked for each time, since it
        opens the keys and a page left open must not."""
        form = await read_form(request)
        act, name = text_of(form, "act"), tidy(text_of(form, "name"))[:80]
        network = network_of(client_address(request, self._room.door.proxies))
        try:
            if not self._guard.may_log_in(member.name, network):
                raise NotLetIn("too-many-passwords")
            await run_in_threadpool(self._change, act, form, member)
        except KeyringTrouble as trouble:
            if trouble.code != "wrong-password":
                raise
            self._guard.password_failed(member.name, network)
            return await self._refused(request, member, NotLetIn("not-this-password"))
        except NotLetIn as refused:
            return await self._refused(request, member, refused)
        done = {"add": "added", "change": "changed", "remove": "removed"}[act]
        return self._room.go(request, f"/khoa/nguoi-dung?{urlencode({'xong': done, 'ai': name})}")

    def _change(self, act: str, form: FormData, member: Member) -> None:
        users, cost = self._room.office.users, self._room.office.cost
        who = member, text_of(form, "own")
        name, role, password = (text_of(form, field) for field in ("name", "role", "password"))
        if act == "add":
            users.add(Newcomer(name, role, password), who, cost)
        elif act == "change":
            users.change(Changed(name, role, password), who, cost)
        elif act == "remove":
            users.remove(name, who)
        else:
            raise Mistake("unknown-role", role=act[:20])

    async def _refused(self, request: Request, member: Member, refused: NotLetIn) -> Response:
        return await self._answer(request, member, 400, wrong=district_words.trouble(refused.code, refused.details))

    async def _answer(self, request: Request, member: Member, status: int = 200, **told: str) -> Response:
        people = await run_in_threadpool(self._people) if member.may("user") else ()
        more: dict[str, object] = {"told": "", "wrong": "", **told}
        more |= {"people": people, "roles": ROLES, "may": MAY, "said": words, "part": "people", "tab": "keys"}
        return self._room.answer(request, "people", status, member=member, **more)

    def _people(self) -> tuple[User, ...]:
        with self._room.office.store.reading() as work:
            return work.office.users()

    def _told(self, done: str, name: str) -> str:
        """The sentence for what was just done to somebody: only what the list of people bears out."""
        role = self._room.office.users.everyone().get(name, "")
        if done not in DONE or not name or (done == "removed") == bool(role):
            return ""
        if done == "removed":
            return words.removed(name)
        return district_words.user_added(name, role, "") if done == "added" else words.changed(name, role, "")


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the list: its lines, how many there are in all, what can be chosen, and the pages beside it."""

    deeds: tuple[deeds.Deed, ...]
    count: int
    people: tuple[str, ...]
    acts: tuple[str, ...]
    number: int

    @property
    def pages(self) -> int:
        """How many pages the whole list has."""
        return max(1, -(-self.count // SHOWN))


class JournalPage:
    """The list of acts."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def show(self, request: Request, member: Member) -> Response:
        """The newest lines, by person, act and days."""
        asked, wanted = _asked(request.query_params)
        page = await run_in_threadpool(self._page, wanted, _number(request.query_params.get("trang", "")))
        await self._room.viewed(member, "journal")
        link = urlencode({name: text for name, text in asked.items() if text})
        more: dict[str, object] = {"page": page, "asked": asked, "said": words, "link": link}
        return self._room.answer(request, "journal", 200, member=member, tab="keys", part="journal", **more)

    async def file(self, request: Request, member: Member) -> Response:
        """The same as a CSV file."""
        _, wanted = _asked(request.query_params)
        raw = await run_in_threadpool(self._file, wanted)
        await self._room.viewed(member, "journal csv")
        head = {"content-disposition": 'attachment; filename="nhat-ky.csv"'}
        return Response(raw, media_type="text/csv; charset=utf-8", headers=head)

    def _page(self, wanted: Asked, number: int) -> Page:
        with self._room.office.store.reading() as work:
            acts = work.office.acts(SHOWN, wanted, (number - 1) * SHOWN)
            return Page(deeds.told(acts), work.office.count_acts(wanted), *work.office.actors(), number)

    def _file(self, wanted: Asked) -> bytes:
        with self._room.office.store.reading() as work:
            return csv_table(deeds.rows(deeds.told(work.office.acts(MOST_IN_FILE, wanted))))


def _asked(query: Mapping[str, str]) -> tuple[dict[str, str], Asked]:
    asked = {name: query.get(name, "")[:80] for name in ("ai", "viec", "tu", "den")}
    return asked, deeds.asked_for(asked["ai"], asked["viec"], (asked["tu"], asked["den"]))


def _number(text: str) -> int:
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 7 else 1
