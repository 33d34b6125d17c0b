"""How the pages of the model's reports speak: rows of the table, and one commune with what it told of its papers."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from common.model_report import ModelReport, MonthBar
from common.paper.model_blocks import Block, blocks
from common.words import model_report as said
from common.words import year_reports as words
from common.words.reports import amount
from district.model_reports import CommuneYear, YearTable, counted
from district.told_reports import IssuedTold, ScoredTold, level_of, state_of

_TONES = {"in-time": "", "late": "soon", "missing": "bad", "due": "plain"}


@dataclass(frozen=True, slots=True)
class RowTold:
    """One commune: its cells in the order of the columns; score, pack and issued report with their tone."""

    code: str
    name: str
    cells: tuple[str, ...]
    scored: str
    pack: str
    issued: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Bar:
    """One month of the chart: where its middle stands, its name, and top, height and figure of both bars."""

    x: float
    name: str
    registered: tuple[float, float, str]
    delivered: tuple[float, float, str]


@dataclass(frozen=True)
class TableTold:
    """The table in words, as of a day."""

    table: YearTable
    today: date

    @property
    def year(self) -> int:
        """The year of scores and packs."""
        return self.table.period.last.year

    @property
    def rows(self) -> list[RowTold]:
        """A row for each commune."""
        return [self._row(row) for row in self.table.rows]

    @property
    def whole(self) -> tuple[str, ...]:
        """What they come to."""
        return _cells(counted(self.table.whole), words.against(self.table.whole), sums=True)

    @cached_property
    def states(self) -> str:
        """How many communes issued this period's report."""
        states = [
            state_of(row.told.issued_of(self.table.period), self.table.due, self.today) for row in self.table.rows
        ]
        done = sum(state in ("in-time", "late") for state in states)
        return words.issued_of_all((done, len(states)), states.count("late"), states.count("missing"))

    def _row(self, row: CommuneYear) -> RowTold:
        scored, pack = row.told.scored_in(self.year), row.told.pack_of(self.year)
        return RowTold(
            row.place.code,
            row.place.name,
            _cells(counted(row.figures), words.against(row.figures)),
            _score(scored) if scored else "",
            pack.digest[:8] if pack else "",
            self._issued(row.told.issued_of(self.table.period)),
        )

    def _issued(self, issued: IssuedTold | None) -> tuple[str, str]:
        state = state_of(issued, self.table.due, self.today)
        if issued is None:
            return words.STATES[state], _TONES[state]
        return words.issued_cell(issued.version, issued.on, state == "late"), _TONES[state]


@dataclass(frozen=True)
class CommuneTold:
    """One commune's report in words, and its papers."""

    report: ModelReport
    row: CommuneYear
    today: date

    @cached_property
    def blocks(self) -> tuple[tuple[str, Block], ...]:
        """What stands on the paper, by what it is."""
        return tuple((type(block).__name__, block) for block in blocks(self.report))

    @property
    def bars(self) -> list[Bar]:
        """The months of the chart."""
        most = max((max(one.registered, one.delivered) for one in self.report.months), default=0) or 1
        return [_bar(at, one, most) for at, one in enumerate(self.report.months)]

    @property
    def legend(self) -> tuple[str, ...]:
        """What both bars of a month are."""
        return said.CHART_LEGEND

    @property
    def provisional(self) -> str:
        """That the period is not over yet."""
        return said.provisional(self.report)

    @property
    def issued(self) -> list[tuple[str, str, str, str]]:
        """Reports that were issued: days, version, digest, what is to be noted."""
        found = []
        for one in self.row.told.issued:
            days = words.days(one.first, one.last)
            now = words.THIS_PERIOD if one.is_of(self.report.period) else ""
            found.append((days, words.version(one.version, one.on), words.short(one.digest), now))
        return found

    @property
    def scored(self) -> list[tuple[str, str, str, str]]:
        """Years that were scored: year, points and level, set and edition, digest."""
        return [
            (str(one.year), _score(one), words.edition(one.set, one.edition), words.short(one.digest))
            for one in self.row.told.scored
        ]

    @property
    def packs(self) -> list[tuple[str, str, str, str]]:
        """Packs of evidence: year, what lies in them, version, digest."""
        return [
            (
                str(one.year),
                words.packed(one.files, one.letters),
                words.version(one.version, one.on),
                words.short(one.digest),
            )
            for one in self.row.told.packs
        ]


def _bar(at: int, one: MonthBar, most: int) -> Bar:
    ends = [
        (round(112 - 88 * n / most, 1), round(88 * n / most, 1), amount(n)) for n in (one.registered, one.delivered)
    ]
    return Bar(50 + 90 * at, said.month_short(one.month), ends[0], ends[1])


def _score(one: ScoredTold) -> str:
    return words.scored((one.points, one.most), level_of(one))


def _cells(figures: tuple[int, ...], against: str, *, sums: bool = False) -> tuple[str, ...]:
    """The figures as they stand in a row: nothing where nothing happened, but events and sums always."""
    events, late, letters, _, *rest = figures
    told = [amount(n) if n or sums else "" for n in (late, letters)]
    return (amount(events), *told, against, *(amount(n) if n or sums else "" for n in rest))
