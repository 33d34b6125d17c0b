"""The page of citizens' answers: every commune by name with share and range, never ranked; and the same as files."""

from datetime import date

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from common.words import flags
from common.words import opinions as words
from common.words.reports import amount
from district.opinions import KINDS, Asked, OpinionsTable, opinions_table
from district.trouble import Mistake
from district.users import Member
from district.web.communes_page import attached
from district.web.opinions_told import TableTold
from district.web.reports_page import FORMS, PARTS, asked_period
from district.web.room import Room
from district.web.wall_page import YEARS_SHOWN, today_of


def routes(room: Room) -> list[Route]:
    """`/gop-y`: every commune in a period; `/gop-y/tep/xlsx` (csv, pdf): the same as a file."""
    page = OpinionsPage(room)
    return [
        Route("/gop-y", room.shown("view", page.show), methods=["GET"]),
        Route("/gop-y/tep/{form:str}", room.shown("view", page.file), methods=["GET"]),
    ]


class OpinionsPage:
    """The table and its files."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def show(self, request: Request, member: Member) -> Response:
        """The table."""
        asked = asked_for(request, today_of(self._room))
        await self._room.viewed(member, subject_of(asked))
        return await run_in_threadpool(self._shown, request, member, asked)

    async def file(self, request: Request, member: Member) -> Response:
        """The table as a file; every file that was taken is a line of the list of acts."""
        form, today = request.path_params["form"], today_of(self._room)
        if form not in FORMS:
            raise Mistake("no-such-form", form=form)
        asked = asked_for(request, today)
        raw = await run_in_threadpool(self._file, form, asked, today)
        await self._room.viewed(member, f"{subject_of(asked)} {form}")
        return attached(f"{file_name(asked)}.{form}", raw, FORMS[form])

    def _shown(self, request: Request, member: Member, asked: Asked) -> Response:
        table, today = self._table(asked), today_of(self._room)
        period = asked.period
        return self._room.answer(
            request,
            "opinions",
            member=member,
            tab="opinions",
            table=table,
            page=TableTold(table, self._room.level),
            w=words,
            flags=flags,
            amount=amount,
            period=period,
            period_words=words.period_short(period),
            parts=PARTS,
            part=period.name[5:],
            year=period.first.year,
            years=range(today.year, today.year - YEARS_SHOWN - 1, -1),
            query=query_of(asked),
        )

    def _file(self, form: str, asked: Asked, today: date) -> bytes:
        from district import opinion_sheet  # drawing and sheets are slow to load, and most pages need neither

        office, table = self._room.office, self._table(asked)
        if form == "pdf":
            return opinion_sheet.opinions_pdf(table, office.units, office.facts.unit, today)
        return opinion_sheet.opinions_xlsx(table) if form == "xlsx" else opinion_sheet.opinions_csv(table)

    def _table(self, asked: Asked) -> OpinionsTable:
        office = self._room.office
        return opinions_table(office.store, office.places, asked)


def asked_for(request: Request, today: date) -> Asked:
    """Period and kind of letter in the address; without any, all letters of the quarter whose month is over last.
    Raises Mistake."""
    month = today.month - 1 or 12
    usual = f"{today.year - (today.month == 1)}-Q{(month + 2) // 3}"
    kind = request.query_params.get("thu", "")
    return Asked(asked_period(request, today, usual), kind if kind in KINDS else "")


def subject_of(asked: Asked) -> str:
    """What was looked at, for the list of acts."""
    return f"opinions {asked.period.name}{f' {asked.kind}' if asked.kind else ''}"


def file_name(asked: Asked) -> str:
    """The name of a file without its ending."""
    kind = f"-{asked.kind}" if asked.kind else ""
    return f"gop-y-{asked.period.name.replace('..', '_')}{kind}"


def query_of(asked: Asked) -> str:
    """The same question in an address."""
    return f"ky={asked.period.name}{f'&thu={asked.kind}' if asked.kind else ''}"
