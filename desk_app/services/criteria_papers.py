"""The scoring sheet of a year: A4 to sign, and a spreadsheet with real numbers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from common.dates import place_and_date
from common.paper.criteria_sheet import CriteriaSheet, SheetRow, criteria_sheet_pdf
from common.paper.sheet import Heading
from common.paper.workbook import WorkSheet, workbook
from common.words import criteria as said
from common.words import criteria_sheet as words
from desk_app.domain.office import Office, Signatory
from desk_app.services.criteria import Criteria, YearRow
from desk_app.services.criteria_sheet import Row, Sheet
from desk_app.services.office import office_on, read_letterhead, read_signatories, signatory_on
from desk_app.services.seat import Seat
from desk_app.services.typefaces import typefaces


def criteria_paper(seat: Seat, year: int, mark: str = "") -> bytes:
    """The sheet as PDF. Raises Mistake as Criteria.year does."""
    sheet = Criteria(seat).year(year, mark)
    office, signer = _office(seat)
    day = sheet.confirmed_on or seat.today()
    drawn = CriteriaSheet(
        heading=Heading(
            office.parent_name,
            office.unit_name,
            place_and_date(office.place, day),
            (*signer.authority, signer.name) if signer else (),
        ),
        titles=words.titles(sheet.criteria.name, year),
        opening=(words.opening(sheet.criteria.source, _days(sheet)), _state(sheet)),
        rows=tuple(_rows(sheet)),
        closing=tuple(_closing(sheet)),
        notes=tuple(_notes(sheet)),
    )
    return criteria_sheet_pdf(drawn, typefaces())


def criteria_table(seat: Seat, year: int, mark: str = "") -> bytes:
    """The sheet as XLSX: points are numbers; the same columns may be taken in again as a set."""
    criteria = Criteria(seat)
    sheet, years = criteria.year(year, mark), criteria.years()
    office, _ = _office(seat)
    rows = [_cells(row) for row in sheet.rows]
    total = ("", "", words.TOTAL, _points(sheet.criteria.most), "", "", _points(sheet.points))
    given = sheet.province.sum if sheet.province else None
    return workbook(
        [
            WorkSheet(words.SHEETS[0], words.TABLE_HEAD, [*rows, (*total, _points(given), "", "", "", "")], wide=True),
            WorkSheet(words.SHEETS[1], words.FACTS_HEAD, list(_facts(sheet, office))),
            WorkSheet(words.SHEETS[2], words.YEARS_HEAD, [_year(one) for one in years]),
        ]
    )


def _cells(row: Row) -> tuple[str | float, ...]:
    one = row.criterion
    told = (row.group.name, one.code, one.text, _points(one.most), said.value(one.fed, row.value))
    points = (row.proposed, row.points, row.province, row.before)
    return (*told, *map(_points, points), row.reason, one.evidence, row.evidence)


def _points(hundredths: int | None) -> str | float:
    """A number, nothing where there is none."""
    if hundredths is None:
        return ""
    return hundredths // 100 if hundredths % 100 == 0 else hundredths / 100


def _facts(sheet: Sheet, office: Office) -> Iterator[tuple[str, str]]:
    one = sheet.criteria
    told = {
        "office": office.unit_name,
        "set": f"{one.name}, {said.edition(one.edition)}",
        "source": one.source,
        "days": _days(sheet),
        "state": _state(sheet),
        "total": said.total(sheet.points, one.most),
        "level": said.level(sheet.level),
        "province": _province(sheet),
    }
    yield from ((words.FACTS[name], text) for name, text in told.items() if text)


def _year(one: YearRow) -> tuple[str | float, ...]:
    day = f"{one.confirmed_on:%d/%m/%Y}" if one.confirmed_on else ""
    points = (_points(one.points), _points(one.most), said.level(one.level), _points(one.province))
    return (one.year, one.version, day, *points)


def _rows(sheet: Sheet) -> Iterator[SheetRow]:
    for group, held in groupby(sheet.rows, lambda row: row.group):
        rows = list(held)
        sums = [_sum([getattr(row, name) for row in rows]) for name in ("points", "province")]
        cells = (group.code, group.name, said.points(group.most), "", *sums, "")
        yield SheetRow(cells, "group")
        yield from (_row(row) for row in rows)
    given = sheet.province.sum if sheet.province else None
    points = (said.points(sheet.points), said.points(given) if given is not None else "")
    yield SheetRow(("", words.TOTAL, said.points(sheet.criteria.most), "", *points, ""), "total")


def _row(row: Row) -> SheetRow:
    one = row.criterion
    points = [said.points(each) if each is not None else "" for each in (row.points, row.province)]
    beside = words.beside(row.reason, one.evidence, row.evidence)
    return SheetRow((one.code, one.text, said.points(one.most), said.value(one.fed, row.value), *points, beside))


def _sum(parts: list[int | None]) -> str:
    told = [part for part in parts if part is not None]
    return said.points(sum(told)) if told else ""


def _closing(sheet: Sheet) -> Iterator[str]:
    yield words.result(sheet.points, sheet.criteria.most, said.level(sheet.level))
    if sheet.province:
        yield _province(sheet)
    then = sheet.before
    if then is not None:
        yield words.before(then.year, then.points, then.criteria.most, sheet.points)


def _notes(sheet: Sheet) -> Iterator[str]:
    if sheet.criteria.example:
        yield words.EXAMPLE_NOTE
    yield words.COUNTING
    if sheet.digest:
        yield words.mark(sheet.digest)


def _province(sheet: Sheet) -> str:
    given = sheet.province
    if given is None:
        return ""
    level = said.level(sheet.criteria.level(given.sum)) if given.sum is not None else ""
    return words.province(given.number, given.on, given.sum, level)


def _days(sheet: Sheet) -> str:
    return words.days(sheet.period.first, sheet.period.last, sheet.as_of)


def _state(sheet: Sheet) -> str:
    return words.state(sheet.version, sheet.confirmed_on, sheet.reason)


def _office(seat: Seat) -> tuple[Office, Signatory | None]:
    today = seat.today()
    with seat.reading() as reading:
        head, people = read_letterhead(reading.office), read_signatories(reading.office)
    return office_on(head, seat.units, today), signatory_on(people, today)
