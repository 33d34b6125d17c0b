"""Sheets whose cells are what they are: whole numbers, shares as per cent, days as days, everything else as text.

The bytes are the same for the same cells: the file bears no clock.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from io import BytesIO
from math import ceil
from typing import Any

TypedCell = str | int | float | date | None
"""A float is a share from 0 to 1; None is an empty cell."""
_LONG_AGO = datetime(2020, 3, 5, tzinfo=UTC)
_FONT = {"font_name": "Times New Roman", "font_size": 12, "valign": "top"}
_FORMS: Mapping[str, Mapping[str, object]] = {
    "head": {"bold": True, "text_wrap": True, "border": 1, "bg_color": "#EDEDED", "align": "center"},
    "text": {"num_format": "@", "text_wrap": True, "border": 1},
    "number": {"num_format": "#,##0", "border": 1},
    "share": {"num_format": "0.0%", "border": 1},
    "day": {"num_format": "dd/mm/yyyy", "border": 1, "align": "right"},
}
_WIDEST, _NARROWEST, _LINE, _TALLEST = 60, 12, 16.5, 409
_UPRIGHT, _LONG = 8, 24
"""A sheet of more columns lies across."""
MOST_BARS = 14
"""So many rows stand side by side with their figures; of more the last ones."""
ROOMY, UPRIGHT_ROOM = 8, 1.3
"""So many rows leave room for figures of four digits beside each other; of more they stand upright over the bars."""
_MOST = 32_000
"""Letters that a cell holds; the library drops a longer text without a word."""
_OUTLINE = {"fill": {"none": True}, "border": {"color": "black", "width": 1}}
_FILLED = {"fill": {"color": "black"}, "border": {"color": "black", "width": 1}}


@dataclass(frozen=True, slots=True)
class TypedSheet:
    """A sheet: name (at most 31 letters), titles of columns, rows; `bars` draws the two columns after the first as a
    column chart under this title; `total` sets the last row bold."""

    name: str
    head: Sequence[str]
    rows: Sequence[Sequence[TypedCell]]
    total: bool = False
    bars: str = ""


def typed_workbook(title: str, foot: str, sheets: Sequence[TypedSheet]) -> bytes:
    """The file's bytes, made in memory; each sheet stands on A4 under the title, its head frozen and on every page."""
    import xlsxwriter  # slow to load: not before the first file

    raw = BytesIO()
    # Without in_memory the library writes its parts into the temporary folder.
    with xlsxwriter.Workbook(raw, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"title": title, "created": _LONG_AGO})
        forms = {
            (name, bold): book.add_format({**_FONT, **form, **({"bold": True} if bold else {})})
            for name, form in _FORMS.items()
            for bold in (False, True)
        }
        for sheet in sheets:
            page = book.add_worksheet(sheet.name)
            _set_up(page, title, foot, wide=len(sheet.head) > _UPRIGHT)
            _fill(page, sheet, forms)
            if sheet.bars and sheet.rows:
                _draw(book, page, sheet)
    return raw.getvalue()


def _set_up(page: Any, title: str, foot: str, wide: bool) -> None:
    page.set_paper(9)  # A4
    page.set_margins(left=1.18, right=0.6, top=0.8, bottom=0.8)
    page.fit_to_pages(1, 0)
    page.set_header(f'&C&"Times New Roman,Bold"&12{title.replace("&", "&&")}')
    page.set_footer(f'&C&"Times New Roman,Regular"&11{foot}')
    page.repeat_rows(0)
    if wide:
        page.set_landscape()
    page.freeze_panes(1, 1)


def _fill(page: Any, sheet: TypedSheet, forms: Mapping[tuple[str, bool], Any]) -> None:
    widths = [_width(sheet, column) for column in range(len(sheet.head))]
    for column, width in enumerate(widths):
        page.set_column(column, column, width)
    for place, row in enumerate((sheet.head, *sheet.rows)):
        bold = sheet.total and place == len(sheet.rows)
        # Programs set a row's height by its text at their own will: some not at all.
        page.set_row(place, min(_LINE * max(map(_lines, row, widths)), _TALLEST))
        for column, cell in enumerate(row):
            if place:
                _write(page, (place, column), cell, forms, bold)
            else:
                page.write_string(0, column, sheet.head[column], forms["head", True])


def _width(sheet: TypedSheet, column: int) -> float:
    longest = max([len(sheet.head[column]) // 2, *(_length(row[column]) for row in sheet.rows)])
    return min(max(longest * 1.15 + 2, _NARROWEST), _WIDEST)


def _lines(cell: TypedCell, width: float) -> int:
    return max(1, ceil(_length(cell) * 1.2 / width))


def _write(page: Any, at: tuple[int, int], cell: TypedCell, forms: Mapping[tuple[str, bool], Any], bold: bool) -> None:
    match cell:
        case None:
            page.write_blank(*at, None, forms["text", bold])
        case str():
            page.write_string(*at, cell[:_MOST], forms["text", bold])
        case date():
            page.write_datetime(*at, cell, forms["day", bold])
        case float():
            page.write_number(*at, cell, forms["share", bold])
        case _:
            page.write_number(*at, cell, forms["number", bold])


def _draw(book: Any, page: Any, sheet: TypedSheet) -> None:
    """An outline beside a filled bar, each under its figure: both read in grey."""
    chart = book.add_chart({"type": "column"})
    last = len(sheet.rows)
    first = max(1, last - MOST_BARS + 1)
    most = max(int(str(cell)) for row in sheet.rows[first - 1 :] for cell in row[1:3])
    upright = most >= 1000 and last > ROOMY
    face = {"name": "Times New Roman", "size": 10}
    for column, look in ((1, _OUTLINE), (2, _FILLED)):
        chart.add_series(
            {
                "name": [sheet.name, 0, column],
                "categories": [sheet.name, first, 0, last, 0],
                "values": [sheet.name, first, column, last, column],
                "data_labels": {"value": True, "font": {**face, "rotation": -90} if upright else face},
                "gap": 70,
                **look,
            }
        )
    chart.set_title({"name": sheet.bars, "name_font": {"name": "Times New Roman", "size": 12}, "overlay": False})
    chart.set_legend({"position": "bottom", "font": face})
    chart.set_x_axis({"num_font": face, "major_tick_mark": "none"})
    axis = {"num_font": face, "min": 0, "major_gridlines": {"visible": False}, "visible": False}
    chart.set_y_axis({**axis, "max": most * UPRIGHT_ROOM} if upright else axis)
    chart.set_chartarea({"border": {"none": True}})
    chart.set_size({"width": 700, "height": 330})
    # Under a long table it would be cut by the edge of the page.
    page.insert_chart(*((1, len(sheet.head) + 1) if last > _LONG else (last + 2, 0)), chart)


def _length(cell: TypedCell) -> int:
    if isinstance(cell, date):
        return 10
    return 6 if isinstance(cell, float) else len(str("" if cell is None else cell))
