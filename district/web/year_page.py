"""The page of the model's reports: a period of a calendar, commune by commune, one of them alone, and files."""

from dataclasses import dataclass
from datetime import date, timedelta

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from common.periods import Period
from common.words import year_reports as words
from district.model_reports import YearReports
from district.periods import calendars, due_of
from district.trouble import Mistake
from district.users import Member
from district.web.communes_page import attached
from district.web.reports_page import asked_period
from district.web.room import Room
from district.web.wall_page import today_of
from district.web.year_told import CommuneTold, TableTold

SHOWN_BACK, SHOWN_AHEAD = timedelta(days=500), timedelta(days=100)
TABLE = "bang-xa"
"""The name of the file in which each commune is a row."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A period to be chosen: how an address names it, and what is said."""

    name: str
    words: str


def routes(room: Room) -> list[Route]:
    """`/bao-cao`: every commune in a period; `/bao-cao/26461`: one; `…/tep/pdf` (docx, xlsx, json): the report as a
    file; `/bao-cao/tep/bang-xa`: the table as a sheet."""
    page = YearPage(room)
    return [
        Route("/bao-cao", room.shown("report", page.every), methods=["GET"]),
        Route("/bao-cao/tep/{form:str}", room.shown("report", page.file), methods=["GET"]),
        Route("/bao-cao/{code:str}", room.shown("report", page.one), methods=["GET"]),
        Route("/bao-cao/{code:str}/tep/{form:str}", room.shown("report", page.file), methods=["GET"]),
    ]


class YearPage:
    """The table, one commune, and their files."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def every(self, request: Request, member: Member) -> Response:
        """Every commune."""
        today = today_of(self._room)
        period = asked_period(request, today, usual(today))
        await self._room.viewed(member, f"year-report {period.name}")
        return await run_in_threadpool(self._every, request, member, period, today)

    async def one(self, request: Request, member: Member) -> Response:
        """One commune's report as it stands on paper, and what the commune told of its papers."""
        today, code = today_of(self._room), request.path_params["code"]
        period = asked_period(request, today, usual(today))
        answer = await run_in_threadpool(self._one, request, member, (period, code), today)
        await self._room.viewed(member, f"year-report {period.name} {code}")
        return answer

    async def file(self, request: Request, member: Member) -> Response:
        """A file; every file that was taken is a line of the list of acts."""
        form, code = request.path_params["form"], request.path_params.get("code", "")
        today = today_of(self._room)
        period = asked_period(request, today, usual(today))
        raw, ending, kind = await run_in_threadpool(self._file, form, (period, code), today)
        await self._room.viewed(member, f"year-report {period.name}{f' {code}' if code else ''} {form}")
        name = "-".join(filter(None, ("bao-cao", period.name.replace("..", "_").replace("@", "_"), code)))
        return attached(f"{name}.{ending}", raw, kind)

    def _every(self, request: Request, member: Member, period: Period, today: date) -> Response:
        table = self._reports().table(period, today)
        return self._answer(request, "year", member, (period, TableTold(table, today)))

    def _one(self, request: Request, member: Member, asked: tuple[Period, str], today: date) -> Response:
        (period, code), reports = asked, self._reports()
        report, found = reports.report(period, today, code), reports.commune(code, period, today)
        if report is None or found is None:
            raise HTTPException(404)
        return self._answer(request, "year-commune", member, (period, CommuneTold(report, found, today)))

    def _answer(self, request: Request, template: str, member: Member, told: tuple[Period, object]) -> Response:
        period, page = told
        return self._room.answer(
            request,
            template,
            member=member,
            tab="reports",
            w=words,
            period=period,
            under=words.under(period, due_of(period)),
            choices=choices(today_of(self._room), period),
            page=page,
        )

    def _file(self, form: str, asked: tuple[Period, str], today: date) -> tuple[bytes, str, str]:
        from district import model_files  # drawing and sheets are slow to load, and most pages need neither

        (period, code), reports = asked, self._reports()
        if form == TABLE and not code:
            sheet = model_files.table_xlsx(reports.table(period, today), today)
            return sheet, "xlsx", model_files.FORMS["xlsx"]
        if form not in model_files.FORMS:
            raise Mistake("no-such-report-form", form=form)
        report = reports.report(period, today, code)
        if report is None:
            raise HTTPException(404)
        return model_files.report_file(report, form, today), form, model_files.FORMS[form]

    def _reports(self) -> YearReports:
        office = self._room.office
        return YearReports(office.store, office.places, office.units, office.facts.unit)


def usual(today: date) -> str:
    """What is asked for first: the last report of a calendar by quarters that closed, else the last month."""
    closed = [
        one.period
        for calendar in calendars().calendars
        if any(term.part[:1] == "Q" for term in calendar.terms)
        for one in calendar.reports(today - timedelta(days=200), today - timedelta(days=1))
    ]
    return max(closed, key=lambda period: period.last).name if closed else ""


def choices(today: date, asked: Period) -> list[tuple[str, list[Choice]]]:
    """The periods to choose from, by calendar, the newest first; plain ones at the end, and whatever was asked for."""
    groups = []
    for calendar in calendars().calendars:
        near = calendar.reports(today - SHOWN_BACK, today + SHOWN_AHEAD)
        told = [Choice(one.period.name, words.option(one.period, one.due)) for one in reversed(near)]
        if told:
            groups.append((calendar.name, told))
    months = [(today.year * 12 + today.month - 1 - back) for back in range(4)]
    plain = [f"{number // 12}-{number % 12 + 1:02d}" for number in months]
    plain += [str(today.year), str(today.year - 1)]
    groups.append((words.PLAIN, [Choice(name, words.plain(name)) for name in plain]))
    if all(asked.name != choice.name for _, told in groups for choice in told):
        groups.insert(0, (words.ASKED, [Choice(asked.name, words.option(asked, due_of(asked)))]))
    return groups
