"""What the page Báo cáo knows, without a widget: the periods asked for, the figures of one, what was issued."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from common.dates import NotADate, PartialDate
from common.model_report import TEXTS, Figures, ModelReport
from common.words import reports_page as said
from desk_app.services.desk import Desk
from desk_app.services.model_reports import IssuedReport, ReportAsked
from desk_app.ui.parts.rows import Column

_ASKED_AT_MOST = 14
_WEIGHTY = (0, 4)
"""Columns that weigh more: the kind, and the share handed over."""


@dataclass(frozen=True, slots=True)
class Preset:
    """One line of the list: `period` as the services read it, "" for days to choose."""

    period: str
    name: str
    second: str
    tone: str = ""
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table of figures."""

    cells: tuple[str, ...]
    total: bool = False


class ReportsModel:
    """The list and the report in front."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.presets: tuple[Preset, ...] = ()
        self.chosen = ""
        self.report: ModelReport | None = None
        self.versions: tuple[IssuedReport, ...] = ()
        self.beside_last_year = False

    def refresh(self) -> None:
        """Read again which reports are asked for; one that is asked for no more stays where it was chosen by hand."""
        asked = tuple(_each_once(self._desk.yearly.asked()))[:_ASKED_AT_MOST]
        today = self._desk.seat.today()
        self.presets = tuple(_preset(one, one.overdue(today)) for one in asked)
        if self.chosen and self.chosen not in {one.period for one in self.presets}:
            self.presets = (*self.presets, Preset(self.chosen, self.chosen, ""))
        self.presets = (*self.presets, Preset("", said.CHOOSE_DAYS, said.CHOOSE_DAYS_SECOND))
        if not self.chosen and self.presets[0].period:
            self.chosen = self.presets[0].period

    @property
    def at(self) -> int:
        """The line of the list that is in front."""
        return next((at for at, one in enumerate(self.presets) if one.period == self.chosen), 0)

    def read(self) -> ModelReport | None:
        """Count the period in front; slow on a large register, so not in the hand of the window."""
        return self._desk.yearly.report(self.chosen) if self.chosen else None

    def take(self, report: ModelReport | None) -> None:
        """What was counted stands in front."""
        self.report = report
        if report is None:
            self.versions = ()
            return
        every = self._desk.yearly.issued()
        self.versions = tuple(one for one in every if one.period.name == report.period.name)

    def days(self, first: str, last: str) -> bool:
        """Two days as a clerk types them become the period in front; False where they cannot be read."""
        try:
            begin, end = (PartialDate.parse(text) for text in (first, last))
        except NotADate:
            return False
        if end.latest() < begin.earliest():
            return False
        self.chosen = f"{begin.earliest().isoformat()}..{end.latest().isoformat()}"
        return True

    @property
    def due(self) -> date | None:
        """By when the report in front goes."""
        return next((one.due for one in self.presets if one.period == self.chosen), None)

    @property
    def version(self) -> int:
        """The newest version that was issued of it; 0 for none."""
        return max((one.issued.version for one in self.versions), default=0)

    @property
    def beside(self) -> Figures | None:
        """What the table compares with."""
        if self.report is None:
            return None
        return self.report.last_year if self.beside_last_year else self.report.before

    def rows(self) -> tuple[Row, ...]:
        """The table of figures."""
        if self.report is None:
            return ()
        cells = said.rows(self.report, self.beside)
        return tuple(Row(each, total=at == len(cells) - 1) for at, each in enumerate(cells))

    def texts(self) -> Mapping[str, str]:
        """What was written, or is offered from last time."""
        kept = self._desk.yearly.texts(self.chosen)
        return {name: kept.get(name, "") for name in TEXTS}

    def keep(self, texts: Mapping[str, str]) -> None:
        """Keep what was written. Raises Trouble."""
        self._desk.yearly.keep_texts(self.chosen, texts)

    def issue(self, number: str, reason: str) -> IssuedReport:
        """Freeze the report in front. Raises Trouble."""
        return self._desk.yearly.issue(self.chosen, number, reason)


def columns(last_year: bool) -> tuple[Column, ...]:
    """The columns of the table of figures."""
    heads = (*said.HEAD, said.LAST_YEAR if last_year else said.BEFORE)
    widths = (0, 95, 82, 90, 88, 104)
    return tuple(
        Column(head, _cell(at), width=width, right=at > 0, strong=_strong(at))
        for at, (head, width) in enumerate(zip(heads, widths, strict=True))
    )


def _each_once(asked: Sequence[ReportAsked]) -> Iterator[ReportAsked]:
    """Of what is summed up from the start only the next report: the later ones count the same days so far."""
    seen: set[str] = set()
    for one in asked:
        if one.calendar.since is None or one.state != "running" or one.calendar.id not in seen:
            yield one
        if one.state == "running":
            seen.add(one.calendar.id)


def _cell(at: int) -> Callable[[Row], str]:
    return lambda row: row.cells[at]


def _strong(at: int) -> Callable[[Row], bool]:
    return lambda row: row.total or at in _WEIGHTY


def _preset(one: ReportAsked, overdue: bool) -> Preset:
    name, second = said.preset(one.period, one.state)
    tone = "son" if overdue else "hoe" if one.state == "closed" else ""
    return Preset(one.period.name, name, second, tone, one.due)
