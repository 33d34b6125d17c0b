"""The page "Cập nhật cho các quầy": files are chosen, looked at, signed into one file that every desk may use."""

import json
import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from datetime import date

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from common.words import updates as words
from district.moments import VIETNAM
from district.trouble import Mistake
from district.updating import Content
from district.users import Member
from district.web.forms import read_form, text_of
from district.web.room import Room
from exchange.update import LARGEST_UPDATE

PATH = "/khoa/cap-nhat"
MOST_FILES = 60
LARGER = {PATH: 2 * LARGEST_UPDATE, f"{PATH}/ky": 2 * LARGEST_UPDATE}
_UNPACKED = 3 * LARGEST_UPDATE


def routes(room: Room) -> list[Route]:
    """`/khoa/cap-nhat`: what to send, and what was found in it; `/khoa/cap-nhat/ky`: the signed file."""
    page = UpdatesPage(room)
    return [
        Route(PATH, room.shown("enrol", page.show), methods=["GET"]),
        Route(PATH, room.done("enrol", page.look), methods=["POST"]),
        Route(f"{PATH}/ky", room.done("enrol", page.sign), methods=["POST"]),
    ]


class UpdatesPage:
    """Nothing is signed before it was shown."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def show(self, request: Request, member: Member) -> Response:
        """Files to choose, and the day from which letters are in force."""
        await self._room.viewed(member, "updates")
        return self._answer(request, member)

    async def look(self, request: Request, member: Member) -> Response:
        """What goes in, sentence by sentence."""
        try:
            async with request.form(max_files=MOST_FILES, max_fields=4) as form:
                chosen = [one for one in form.getlist("files") if isinstance(one, UploadFile) and one.filename]
                files = [(str(one.filename), await one.read()) for one in chosen]
                first = self._day(form)
        except HTTPException as refusal:
            raise Mistake("update-nothing") from refusal
        content = await run_in_threadpool(lambda: self._room.office.updating(member).gather(files, first))
        return self._answer(request, member, told=content.told(), content=_packed(content.members))

    async def sign(self, request: Request, member: Member) -> Response:
        """The file for all desks, to be kept on a stick."""
        form = await read_form(request)
        members = _unpacked(text_of(form, "content"))
        name, raw = await run_in_threadpool(self._sign, member, members)
        headers = {"content-disposition": f'attachment; filename="{name}"'}
        return Response(raw, media_type="application/octet-stream", headers=headers)

    def _sign(self, member: Member, members: Mapping[str, bytes]) -> tuple[str, bytes]:
        updating = self._room.office.updating(member)
        content: Content = updating.content(members)
        name, written = updating.sign(content)
        if content.table:
            self._room.office.use_units(content.units)
        return name, written.raw

    def _day(self, form: FormData) -> date:
        text = text_of(form, "from")
        try:
            return date.fromisoformat(text) if text else self._today()
        except ValueError as wrong:
            raise Mistake("not-a-day", text=text[:40]) from wrong

    def _today(self) -> date:
        return self._room.office.world.now().astimezone(VIETNAM).date()

    def _answer(self, request: Request, member: Member, **found: object) -> Response:
        told: dict[str, object] = {"told": (), "content": "", "today": self._today().isoformat(), **found}
        return self._room.answer(request, "updates", 200, member=member, tab="keys", part="updates", said=words, **told)


def _packed(members: Mapping[str, bytes]) -> str:
    """What was looked at, as the page carries it to the signing."""
    told = json.dumps({name: raw.decode("utf-8") for name, raw in members.items()})
    return urlsafe_b64encode(zlib.compress(told.encode(), 9)).decode("ascii")


def _unpacked(text: str) -> Mapping[str, bytes]:
    """The members again; they are looked at once more before they are signed. Raises Mistake("update-nothing")."""
    try:
        raw = zlib.decompressobj().decompress(urlsafe_b64decode(text), _UNPACKED)
        told = json.loads(raw.decode("utf-8"))
        return {str(name): str(one).encode("utf-8") for name, one in told.items()}
    except (ValueError, zlib.error, AttributeError, RecursionError) as broken:
        raise Mistake("update-nothing") from broken
