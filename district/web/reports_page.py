"""The page of letters against events of a period, commune by commune, and the same as files."""

from datetime import date

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from common.periods import Period
from common.words import report_table
from common.words import reports as words
from district.letters_table import LettersTable, letters_table, months_table
from district.periods import asked_span
from district.trouble import Mistake
from district.users import Member
from district.web.communes_page import attached
from district.web.room import Room
from district.web.wall_page import YEARS_SHOWN, today_of

PARTS = (
    *((f"{month:02d}", f"tháng {month}") for month in range(1, 13)),
    *(("Q1", "quý I"), ("Q2", "quý II"), ("Q3", "quý III"), ("Q4", "quý IV")),
    *(("H1", "6 tháng đầu năm"), ("H2", "6 tháng cuối năm"), ("9M", "9 tháng đầu năm"), ("", "cả năm")),
)
"""The part of a year as `common.periods` names it, and what is said."""
LONGEST_YEARS = 20
"""A longer period is a slip of the keys, and would be counted month by month."""
FORMS = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv",
    "pdf": "application/pdf",
}


def routes(room: Room) -> list[Route]:
    """`/bao-cao/thu`: the table of a period; `/bao-cao/thu/tep/xlsx` (csv, pdf): the same as a file."""
    page = ReportsPage(room)
    return [
        Route("/bao-cao/thu", room.shown("report", page.show), methods=["GET"]),
        Route("/bao-cao/thu/tep/{form:str}", room.shown("report", page.file), methods=["GET"]),
    ]


class ReportsPage:
    """The table and its files."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def show(self, request: Request, member: Member) -> Response:
        """The table."""
        today = today_of(self._room)
        period = asked_period(request, today)
        await self._room.viewed(member, f"report {period.name}{_of_unit(request)}")
        return await run_in_threadpool(self._shown, request, member, period, today)

    async def file(self, request: Request, member: Member) -> Response:
        """The table as a file; every file that was taken is a line of the list of acts."""
        form = request.path_params["form"]
        if form not in FORMS:
            raise Mistake("no-such-form", form=form)
        today = today_of(self._room)
        period = asked_period(request, today)
        unit = _of_unit(request)
        raw = await run_in_threadpool(self._file, form, (period, unit.strip()), today)
        await self._room.viewed(member, f"report {period.name}{unit} {form}")
        name = f"{period.name.replace('..', '_')}{unit.replace(' ', '-')}"
        return attached(f"bao-cao-{name}.{form}", raw, FORMS[form])

    def _shown(self, request: Request, member: Member, period: Period, today: date) -> Response:
        unit = _of_unit(request).strip()
        table = self._table(period, unit)
        body = self._room.office.unit_on_day(unit or self._room.office.facts.unit)
        return self._room.answer(
            request,
            "reports",
            member=member,
            tab="reports",
            table=table,
            amount=lambda number: words.amount(number) if number else "",
            whole=lambda name: table.whole.get(name, 0),
            told=_sentences(table, body.full_name),
            one=self._room.office.places.of(unit) if unit else None,
            period=period,
            period_words=words.period_words(period),
            parts=PARTS,
            part=period.name[5:],
            year=period.first.year,
            years=range(today.year, today.year - YEARS_SHOWN - 1, -1),
            explained=report_table.EXPLAINED,
        )

    def _file(self, form: str, asked: tuple[Period, str], today: date) -> bytes:
        from district import report_sheet  # drawing and sheets are slow to load, and most pages need neither

        table, office = self._table(*asked), self._room.office
        if form == "pdf":
            return report_sheet.table_pdf(table, office.units, (office.facts.unit, asked[1]), today)
        return report_sheet.table_xlsx(table) if form == "xlsx" else report_sheet.table_csv(table)

    def _table(self, period: Period, unit: str) -> LettersTable:
        office = self._room.office
        if not unit:
            return letters_table(office.store, office.places, period)
        found = months_table(office.store, office.places, period, unit)
        if found is None:
            raise HTTPException(404)
        return found


def asked_period(request: Request, today: date, usual: str = "") -> Period:
    """The period in the address: `ky` as the command line takes it, two days, or year and part; without any, the usual
    one, which is the last month that is over. Raises Mistake."""
    asked = request.query_params
    name = asked.get("ky", "")
    if asked.get("tu") and asked.get("den"):
        name = f"{asked['tu']}..{asked['den']}"
    elif "year" in asked:
        name = f"{asked['year']}-{asked.get('part', '')}".removesuffix("-")
    period = asked_span((name or usual or _last_month(today))[:40])
    if period.last.year - period.first.year > LONGEST_YEARS:
        raise Mistake("not-a-period", period=name[:40])
    return period


def _of_unit(request: Request) -> str:
    """ " 26461" where one commune is asked for, month by month; else nothing."""
    code = request.query_params.get("xa", "")
    return f" {code}" if code.isascii() and code.isdigit() and len(code) == 5 else ""


def _last_month(today: date) -> str:
    return f"{today.year}-{today.month - 1:02d}" if today.month > 1 else f"{today.year - 1}-12"


def _sentences(table: LettersTable, body: str) -> tuple[str, ...]:
    report = table.report
    return (
        f"{words.registered(report, body)} {words.delivered(report)}",
        words.reactions(report),
        " ".join(text for text in (words.satisfied(report.ratings), words.channels(report.ratings)) if text),
    )
