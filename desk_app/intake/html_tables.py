"""Web pages with the name of a workbook: many programs "export to Excel" so. Only the cells of tables are read."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from desk_app.intake.cells import MOST_COLUMNS, MOST_ROWS, Cell, NotATable, Sheet, check_size

_CELLS = ("td", "th")
_UNSEEN = ("style", "script", "title")


def sheets_of(page: str) -> tuple[Sheet, ...]:
    """The tables of a page that are not inside others; raises NotATable for a page without one."""
    reader = _Page()
    reader.feed(page)
    reader.close()
    if not reader.tables:
        raise NotATable("not-a-table")
    return tuple(Sheet("", table.rows) for table in reader.tables)


@dataclass(slots=True)
class _Table:
    """The cells of a table so far; `below` are those that reach down into the next rows, by their column."""

    rows: list[list[Cell]] = field(default_factory=list)
    below: dict[int, tuple[int, str]] = field(default_factory=dict)

    def begin_row(self) -> None:
        check_size(len(self.rows) + 1, 1)
        self.end_row()
        self.rows.append([])

    def add(self, text: str, wide: int, high: int) -> None:
        if not self.rows:
            self.begin_row()
        self._fill()
        row = self.rows[-1]
        for at in range(len(row), len(row) + wide):
            row.append(text)
            if high > 1:
                # One more: this row itself takes one off when it ends.
                self.below[at] = (high, text)
        check_size(1, len(row))

    def end_row(self) -> None:
        """Put in what reaches down behind the last cell; what reached into this row reaches one row less."""
        if self.rows:
            self._fill()
            self.below = {at: (left - 1, text) for at, (left, text) in self.below.items() if left > 1}

    def _fill(self) -> None:
        row = self.rows[-1]
        while len(row) in self.below:
            row.append(self.below[len(row)][1])


class _Page(HTMLParser):
    """Gathers the outermost tables of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[_Table] = []
        self._depth = 0
        self._text: list[str] | None = None
        self._spans = (1, 1)
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen += 1
        if tag == "table":
            self._depth += 1
            if self._depth == 1:
                self.tables.append(_Table())
        elif self._depth == 1 and tag == "tr":
            self._end_cell()
            self.tables[-1].begin_row()
        elif self._depth == 1 and tag in _CELLS:
            self._end_cell()
            told = dict(attrs)
            self._text = []
            self._spans = (_span(told.get("colspan"), MOST_COLUMNS), _span(told.get("rowspan"), MOST_ROWS))
        elif tag == "br" and self._text is not None:
            self._text.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        if tag == "table" and self._depth:
            if self._depth == 1:
                self._end_cell()
                self.tables[-1].end_row()
            self._depth -= 1
        elif self._depth == 1 and tag in (*_CELLS, "tr"):
            self._end_cell()

    def handle_data(self, data: str) -> None:
        if self._text is not None and not self._unseen:
            self._text.append(data)

    def _end_cell(self) -> None:
        if self._text is not None:
            self.tables[-1].add(" ".join("".join(self._text).split()), *self._spans)
            self._text = None


def _span(told: str | None, most: int) -> int:
    return min(int(told), most) if told and told.isascii() and told.isdigit() and int(told[:9]) else 1
