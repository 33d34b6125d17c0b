"""The page "Nhận gói": files are put on the table, looked at, taken in; receipts go out as one file."""

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import datetime, timedelta

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from common.words import taking_in as words
from common.words import verdicts
from district import releasing
from district.decisions import PILES
from district.moments import VIETNAM, day_of
from district.store.trays import OPEN, TrayRow
from district.tabletop import Table
from district.tray import MOST_FILES, Trays
from district.trouble import Mistake
from district.users import Member
from district.web.room import Room
from district.web.tabs import TABS
from district.web.tray_rows import Reader, shortened
from district.web.tray_work import TrayWork
from district.web.wall import told_day
from district.web.wall_page import today_of
from exchange.seal import LARGEST_FILE

PATH = "/goi"
LARGEST = {PATH: 200 * 1024 * 1024}
"""The one form that may be long: its whole body, in bytes."""
AT_ONCE = 0.3
"""Seconds that a request waits for a small table to be taken in."""
ZIP = "application/zip"
_PAIR = re.compile(r"([0-9]{1,5})-([0-9]{1,9})", re.ASCII)


def routes(room: Room) -> list[Route]:
    """`/goi`: the table; `/goi/ID`: one tray and its receipts; `/goi/de-rieng`: lines set aside."""
    page = TrayPage(room)
    return [
        Route(PATH, room.shown("import", page.table), methods=["GET"]),
        Route(PATH, room.done("import", page.put), methods=["POST"]),
        Route(f"{PATH}/de-rieng", room.shown("import", page.asides), methods=["GET"]),
        Route(f"{PATH}/de-rieng", room.done("import", page.release), methods=["POST"]),
        Route(f"{PATH}/de-rieng/bien-nhan.zip", room.shown("import", page.aside_receipts), methods=["GET"]),
        Route(f"{PATH}/{{tray}}", room.shown("import", page.tray), methods=["GET"]),
        Route(f"{PATH}/{{tray}}/nhap", room.done("import", page.take), methods=["POST"]),
        Route(f"{PATH}/{{tray}}/bo", room.done("import", page.drop), methods=["POST"]),
        Route(f"{PATH}/{{tray}}/bien-nhan.zip", room.shown("import", page.receipts), methods=["GET"]),
        Route(f"{PATH}/{{tray}}/bien-nhan/{{name}}", room.shown("import", page.receipt), methods=["GET"]),
    ]


class TrayPage:
    """The table of the office, as each officer sees it."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._work = TrayWork()

    async def table(self, request: Request, member: Member) -> Response:
        """The tray that this officer left standing, or an empty table."""
        trays = self._trays(member)
        mine = await run_in_threadpool(trays.mine)
        if mine is not None:
            return self._room.go(request, f"{PATH}/{mine.id}")
        await self._room.viewed(member, "import")
        told = await run_in_threadpool(self._around, trays)
        again = len(await run_in_threadpool(trays.readable_again))
        return self._answer(request, member, "tray-empty", again=words.from_shelf(again) if again else "", **told)

    async def put(self, request: Request, member: Member) -> Response:
        """Files are put on this officer's table; a tray is opened where none stands."""
        trays = self._trays(member)
        try:
            async with request.form(max_files=MOST_FILES, max_fields=4) as form:
                files = [one for one in form.getlist("files") if isinstance(one, UploadFile) and one.filename]
                wished = bool(files or form.get("open"))
                tray = await run_in_threadpool(_put, trays, files) if wished else ""
        except HTTPException as refusal:
            if "Too many files" not in refusal.detail:
                raise
            raise Mistake("tray-full", most=str(MOST_FILES)) from refusal
        return self._room.go(request, f"{PATH}/{tray}" if tray else PATH)

    async def tray(self, request: Request, member: Member) -> Response:
        """A tray: the preview, how far taking in has come, or what came of it."""
        trays, id = self._trays(member), request.path_params["tray"]
        row = await run_in_threadpool(trays.get, id)
        table = await run_in_threadpool(trays.look, id)
        if table.is_taking:
            done, of = await run_in_threadpool(trays.progress, id)
            stopped = self._work.stopped(id)
            running = self._work.is_running(id) or (not stopped and trays.is_moving(table.tray))
            told = {"progress": words.progress(done, of), "done": done, "of": of, "running": running}
            return self._answer(request, member, "tray-taking", table=table, stopped=stopped, **told)
        if not (table.is_open or table.is_taken):
            raise Mistake("no-such-tray")
        await self._room.viewed(member, f"tray {id}")
        told = await run_in_threadpool(self._around, trays)
        told |= {"at": row.closed_at, "opened": self._opened(row)}
        return self._answer(request, member, "tray", **told | self._shown(request, table))

    async def take(self, request: Request, member: Member) -> Response:
        """Take the tray in beside this request; the page tells how far it is."""
        id = request.path_params["tray"]
        await run_in_threadpool(self._work.start, self._trays(member), id)
        await run_in_threadpool(self._work.wait, id, AT_ONCE)
        return self._room.go(request, f"{PATH}/{id}")

    async def drop(self, request: Request, member: Member) -> Response:
        """Nothing is taken in; the tray goes."""
        await run_in_threadpool(self._trays(member).drop, request.path_params["tray"])
        return self._room.go(request, PATH)

    async def receipts(self, request: Request, member: Member) -> Response:
        """All receipts of a tray as one file."""
        found = await self._found(request, member)
        return _download("bien-nhan.zip", await run_in_threadpool(_zipped, found), ZIP)

    async def receipt(self, request: Request, member: Member) -> Response:
        """One receipt of a tray."""
        asked = request.path_params["name"]
        raw = dict(await self._found(request, member)).get(asked)
        if raw is None:
            raise HTTPException(404)
        return _download(asked, raw)

    async def asides(self, request: Request, member: Member) -> Response:
        """Lines that no program could read yet."""
        await self._room.viewed(member, "lines set aside")
        return await self._asides(request, member, "", ())

    async def release(self, request: Request, member: Member) -> Response:
        """A person asks for them to be read again."""
        done = await run_in_threadpool(releasing.release, self._room.office.sitting(member))
        told = words.released(sum(done.lines.values()), len(done.lines), done.left)
        return await self._asides(request, member, told, [f"{desk}-{handed.number}" for desk, handed in done.receipts])

    async def _asides(self, request: Request, member: Member, told: str, receipts: Sequence[str]) -> Response:
        waiting = await run_in_threadpool(releasing.look, self._room.office.sitting(member))
        reader = self._reader()
        rows = [(reader.unit(one.unit), one, _reasons(one)) for one in waiting]
        head = words.aside(sum(one.lines for one in waiting), sum(one.readable for one in waiting))
        return self._answer(request, member, "tray-asides", rows=rows, head=head, told=told, receipts=receipts)

    async def aside_receipts(self, request: Request, member: Member) -> Response:
        """The receipts that tell desks of lines read again; `so` names each as desk-number."""
        named = (_PAIR.fullmatch(one) for one in request.query_params.getlist("so"))
        asked = [(int(one[1]), int(one[2])) for one in named if one]
        found = await run_in_threadpool(releasing.given, self._room.office.sitting(member), asked)
        return _download("bien-nhan.zip", await run_in_threadpool(_zipped, found), ZIP)

    def _trays(self, member: Member) -> Trays:
        return Trays(self._room.office.sitting(member))

    async def _found(self, request: Request, member: Member) -> tuple[tuple[str, bytes], ...]:
        trays = self._trays(member)
        table = await run_in_threadpool(trays.told, request.path_params["tray"])
        return await run_in_threadpool(trays.receipts, table)

    def _answer(self, request: Request, member: Member, template: str, at: object = "", **told: object) -> Response:
        """A page headed by its moment: now, or `at`, when its tray was taken, so that a list printed later is told
        under the day and month of which it tells."""
        now = (datetime.fromisoformat(str(at)) if at else self._room.office.world.now()).astimezone(VIETNAM)
        month = now.date().replace(day=1) - timedelta(days=1)
        told |= {"month": f"{month:%m/%Y}", "today": told_day(now.date()), "clock": f"{now.hour}:{now:%M}"}
        return self._room.answer(request, template, 200, member=member, tab="import", most=MOST_FILES, **told)

    def _around(self, trays: Trays) -> dict[str, object]:
        """What lies beside the table: other tables, the shelf, lines set aside, what was taken before."""
        waiting = releasing.look(trays.sitting)
        lines, readable = sum(one.lines for one in waiting), sum(one.readable for one in waiting)
        shelf = len(trays.shelf())
        return {
            "others": [(row.id, row.opened_by, _moment(row.opened_at)) for row in trays.standing()],
            "past": [(row.id, row.opened_by, _moment(row.closed_at)) for row in trays.closed()],
            "shelf": words.shelved(shelf) if shelf else "",
            "aside": words.aside(lines, readable) if lines else "",
        }

    def _shown(self, request: Request, table: Table) -> dict[str, object]:
        """The piles that add up and the lines of a table; with `?in` all of them, to be printed."""
        lines, count = self._reader().lines(table), table.counted
        printed, whole = "in" in request.query_params, "tat-ca" in request.query_params
        shown = lines if printed or whole else shortened(lines)
        put_away = sum(row.decision.verdict in ("waiting", "too-new") for row in table.rows)
        return {
            "table": table,
            "lines": shown,
            "of": len(lines),
            "printed": printed,
            "piles": [(pile, count.piles[pile], words.PILES[pile]) for pile in PILES],
            "total": words.total(count.piles.values()),
            "records": words.records(count.records, count.corrected, count.kept_back, done=table.is_taken),
            "button": words.take(count.piles["received"], count.receipts, put_away),
            "receipts": count.receipts,
            "compared": words.moved(table.moved) if table.moved else words.all_as_shown(),
        }

    def _reader(self) -> Reader:
        office = self._room.office
        paths = tuple(tab.path for tab in TABS)
        return Reader(office, today_of(self._room), lambda path: path.startswith(paths[1:]))

    def _opened(self, row: TrayRow) -> str:
        """When the table was opened; one that stood over night is offered as such."""
        if day_of(row.opened_at) < today_of(self._room):
            return words.left_over(_moment(row.opened_at))
        return words.only_shown(_moment(row.opened_at))


def _put(trays: Trays, files: Sequence[UploadFile]) -> str:
    """Put files on this officer's open tray, or on a new one; gives its id."""
    mine = (one for one in trays.standing() if one.opened_by == trays.sitting.user and one.state == OPEN)
    tray = (next(mine, None) or trays.open()).id
    trays.put(tray, ((file.filename or "", file.file.read(LARGEST_FILE + 1)) for file in files))
    return tray


def _moment(text: str) -> str:
    moment = datetime.fromisoformat(text).astimezone(VIETNAM)
    return f"{moment.hour}:{moment:%M} ngày {moment:%d/%m}"


def _reasons(one: releasing.AsideOf) -> list[tuple[str, int]]:
    return [(verdicts.reason(code), count) for code, count in sorted(one.reasons.items())]


def _zipped(files: Sequence[tuple[str, bytes]]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, raw in files:
            archive.writestr(name, raw)
    return file.getvalue()


def _download(name: str, raw: bytes, kind: str = "application/octet-stream") -> Response:
    return Response(raw, media_type=kind, headers={"content-disposition": f'attachment; filename="{name}"'})
