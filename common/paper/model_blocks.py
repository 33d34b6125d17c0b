"""What stands on the paper of the model's report, from top to bottom, for whatever writes it: PDF or DOCX."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from common.counts import EVENTS, LETTERS, STAGES
from common.model_report import TEXTS, Figures, ModelReport, MonthBar
from common.paper.typed_workbook import MOST_BARS
from common.words import model_report as words
from common.words import model_surveys as surveys
from common.words import reports
from common.words.reports import amount
from common.year_counts import ANSWERS, FIELDS, MEETINGS


@dataclass(frozen=True, slots=True)
class Head:
    """The heading of a section."""

    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph; a `note` is small and explains."""

    text: str
    note: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of ready words, text in the first column, figures after it; widths in mm; `total` sets the last row
    bold."""

    head: Sequence[str]
    widths: Sequence[float]
    rows: Sequence[Sequence[str]]
    total: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """Two bars a month: registered as an outline, delivered filled, both with their figures."""

    title: str
    months: Sequence[MonthBar]


Block = Head | Words | Grid | Chart


def blocks(report: ModelReport) -> tuple[Block, ...]:
    """Every section in its order; what does not exist in the period is one short sentence or left out."""
    sections = (_events, _compared, _voice, _people, _praise, _units, _evidence, _texts)
    told = [block for section in sections for block in section(report)]
    at = max(place for place, block in enumerate(told) if isinstance(block, Words) and not block.note)
    last = told[at]
    assert isinstance(last, Words)
    told[at] = Words(last.text.removesuffix(".") + reports.END_MARK)
    number = count(1)
    return tuple(Head(f"{next(number)}. {one.text}") if isinstance(one, Head) else one for one in told)


def _events(report: ModelReport) -> Iterator[Block]:
    figures = report.figures.report
    yield Words(
        f"{reports.registered(figures, report.head.figures_of[1] or report.office)} {reports.delivered(figures)}"
    )
    yield Head(words.EVENTS)
    rows = [_letter_row(report.figures, kind) for kind in LETTERS]
    events, late = sum(figures.events.values()), sum(figures.late.values())
    sums = [sum(figures.letters[kind][stage] for kind in LETTERS) for stage in STAGES]
    joined = sum(figures.letters[kind]["delivered"] for kind in EVENTS)
    rows.append((reports.TOTAL, *map(amount, (events, late, *sums)), _against(joined, events)))
    yield Grid(words.EVENTS_HEAD, (50, 19.5, 21, 17.5, 15, 18, 21), rows, total=True)
    yield Words(reports.COUNTING.partition(" Khung")[0], note=True)
    if any(one.registered or one.delivered for one in report.months):
        yield Chart(words.chart_title(len(report.months), MOST_BARS), report.months[-MOST_BARS:])


def _letter_row(told: Figures, kind: str) -> tuple[str, ...]:
    figures = told.report
    stages = [amount(figures.letters[kind][stage]) for stage in STAGES]
    if kind not in EVENTS:
        return (reports.LETTER_ROWS[kind], "", "", *stages, "")
    counted, given = figures.events[kind], figures.letters[kind]["delivered"]
    return (
        reports.LETTER_ROWS[kind],
        amount(counted),
        amount(figures.late[kind]),
        *stages,
        _against(given, counted),
    )


def _against(part: int, whole: int) -> str:
    """Letters against events: more letters than events is possible where they were registered before the period."""
    return f"{part / whole * 100:.0f}%" if whole else words.NOT_COMPARED


def _compared(report: ModelReport) -> Iterator[Block]:
    beside = [
        (head, told)
        for head, told in zip(words.COMPARED_HEAD[2:], (report.before, report.last_year), strict=True)
        if told
    ]
    if not beside:
        return
    yield Head(words.COMPARED)
    rows = [
        (title, *(_compared_cell(name, figures) for figures in (report.figures, *(told for _, told in beside))))
        for name, title in words.COMPARED_ROWS.items()
    ]
    widths = (66, 30, 30, 36) if len(beside) == 2 else (82, 40, 40)
    yield Grid((*words.COMPARED_HEAD[:2], *(head for head, _ in beside)), widths, rows)


def _compared_cell(name: str, figures: Figures) -> str:
    return words.share_of(figures) if name == "share" else amount(words.compared_count(name, figures))


def _voice(report: ModelReport) -> Iterator[Block]:
    figures = report.figures
    yield Head(words.REACTIONS)
    yield Words(reports.reactions(figures.report))
    yield Head(words.VOICE)
    answers = figures.report.ratings
    yield Words(" ".join(filter(None, (reports.satisfied(answers), reports.channels(answers)))))
    if reports.may_share(answers):
        levels = reports.levels(answers)
        counts = [answers.by_score.get(score, 0) for score, _ in levels]
        rows = (
            (reports.RATINGS_ROWS[0], *map(amount, counts), amount(answers.n)),
            (reports.RATINGS_ROWS[1], *(reports.share(n, answers.n) for n in counts), "100%"),
        )
        width = 138 / (len(counts) + 1)
        yield Grid(("", *(word for _, word in levels), reports.TOTAL), (24, *[width] * (len(counts) + 1)), rows)
    if figures.surveys:
        told = [
            (
                surveys.survey_name(one),
                amount(one.handed),
                amount(one.returned),
                amount(one.n),
                surveys.survey_share(one),
            )
            for one in figures.surveys
        ]
        yield Grid(surveys.SURVEYS_HEAD, (76, 16, 16, 18, 36), told)
    yield Words(words.follow_ups(figures))


def _people(report: ModelReport) -> Iterator[Block]:
    year = report.figures.year
    yield Head(words.SESSIONS)
    yield Words(" ".join(filter(None, (words.sessions(year), words.owed(year)))))
    if any(sum(of.values()) for of in year.opinions.values()):
        rows = [
            (words.FIELDS[field], *(amount(year.opinions[field][answer]) for answer in ANSWERS))
            for field in FIELDS
            if any(year.opinions[field].values())
        ]
        rows.append((reports.TOTAL, *(amount(year.answered(answer)) for answer in ANSWERS)))
        yield Grid(words.SESSIONS_HEAD, (72, 30, 30, 30), rows, total=True)
    if any(one.times for one in year.meetings.values()):
        met = [
            (words.MEETINGS[what], *map(amount, (one.times, one.n)), _settled(what, one.settled))
            for what, one in ((what, year.meetings[what]) for what in MEETINGS)
        ]
        yield Grid(words.MEETINGS_HEAD, (72, 30, 30, 30), met)


def _settled(what: str, settled: int) -> str:
    told = words.settled_of(what, settled)
    return "" if told is None else amount(told)


def _praise(report: ModelReport) -> Iterator[Block]:
    yield Head(words.PRAISE)
    yield Words(f"{words.commendations(report.figures.year)} {words.conduct(report.figures.year)}")


def _units(report: ModelReport) -> Iterator[Block]:
    if len(report.units) < 2:
        return
    yield Head(words.units_title(report))
    rows = [
        (one.name, *(amount(one.events.get(event, 0)) for event in EVENTS), amount(sum(one.events.values())))
        for one in report.units
    ]
    sums = [sum(one.events.get(event, 0) for one in report.units) for event in EVENTS]
    rows.append((reports.TOTAL, *map(amount, sums), amount(sum(sums))))
    yield Grid(words.UNITS_HEAD, (62, 25, 25, 25, 25), rows, total=True)


def _evidence(report: ModelReport) -> Iterator[Block]:
    kept = report.evidence
    if not (kept.letters or kept.handed or any(kept.files.values())):
        return
    yield Head(words.EVIDENCE)
    yield Words(words.evidence(report))


def _texts(report: ModelReport) -> Iterator[Block]:
    for name in TEXTS:
        text = report.texts.get(name, "").strip()
        if text:
            yield Head(words.TEXT_TITLES[name])
            yield from (Words(line.strip()) for line in text.splitlines() if line.strip())
