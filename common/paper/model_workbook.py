"""The model's report as a workbook: its counts as numbers, its shares as per cent, its months as a chart."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from textwrap import wrap

from common.counts import EVENTS, LETTERS, REACTIONS, STAGES, Answers, wilson
from common.model_report import TEXTS, Figures, Issued, ModelReport, SurveyCount
from common.paper.typed_workbook import MOST_BARS, TypedCell, TypedSheet, typed_workbook
from common.voice_counts import OUTCOMES
from common.words import follow_ups, reports
from common.words import model_report as words
from common.words import model_surveys as surveys
from common.words import model_workbook as said
from common.year_counts import ANSWERS, COMMENDED, FIELDS, MEETINGS

_TALL = 1_000
"""Letters of a row that no program cuts: a row is never taller than 409 points."""
Rows = list[tuple[TypedCell, ...]]


def model_xlsx(report: ModelReport, issued: Issued | None = None) -> bytes:
    """The report's bytes, the same for the same content; nothing that a person typed is ever a formula."""
    title = f"{words.SUBJECT}, {words.period_title(report.period)}"
    figures = report.figures
    sheets = (
        TypedSheet(said.ABOUT, said.ABOUT_HEAD, _about(report, issued)),
        _letters(figures),
        _compared(report),
        _months(report),
        TypedSheet(said.VOICE, said.VOICE_HEAD, _voice(figures)),
        TypedSheet(said.SURVEYS, (*said.SURVEYS_HEAD, *said.SURVEYS_RANGE), [_survey(one) for one in figures.surveys]),
        TypedSheet(said.FOLLOW_UPS, said.COUNT_HEAD, _follow_ups(figures)),
        _opinions(figures),
        TypedSheet(said.MEETINGS, said.MEETINGS_HEAD, _meetings(figures)),
        TypedSheet(said.FURTHER, said.COUNT_HEAD, _further(report)),
        _units(report),
        TypedSheet(said.TEXTS, said.TEXTS_HEAD, _texts(report)),
    )
    return typed_workbook(title, said.PAGE_FOOT, [sheet for sheet in sheets if sheet.rows])


def _about(report: ModelReport, issued: Issued | None) -> Rows:
    asked = report.asked
    told: dict[str, TypedCell] = {
        "subject": words.SUBJECT,
        "office": f"{reports.COMMITTEE} {report.office}",
        "period": words.period_title(report.period),
        "first": report.period.first,
        "last": report.period.last,
        "as_of": date.fromisoformat(report.as_of),
    }
    if asked:
        told |= {"source": asked.source, "recipients": "; ".join(asked.recipients), "due": _day(asked.due)}
    if issued:
        told |= {"number": issued.number, "version": issued.version, "on": _day(issued.on)}
        told |= {"reason": issued.reason, "digest": issued.digest}
    return [(said.ABOUT_ROWS[name], cell) for name, cell in told.items() if cell not in ("", None)]


def _day(iso: str) -> TypedCell:
    return date.fromisoformat(iso) if iso else None


def _letters(figures: Figures) -> TypedSheet:
    told = figures.report
    rows: Rows = []
    for kind in LETTERS:
        stages = [told.letters[kind][stage] for stage in STAGES]
        if kind in EVENTS:
            events = told.events[kind]
            given = told.letters[kind]["delivered"]
            cells = (events, told.late[kind], *stages, _share(given, events))
            rows.append((reports.LETTER_ROWS[kind], *cells))
        else:
            rows.append((reports.LETTER_ROWS[kind], None, None, *stages, None))
    events, late = sum(told.events.values()), sum(told.late.values())
    sums = [sum(told.letters[kind][stage] for kind in LETTERS) for stage in STAGES]
    joined = sum(told.letters[kind]["delivered"] for kind in EVENTS)
    rows.append((reports.TOTAL, events, late, *sums, _share(joined, events)))
    return TypedSheet(said.LETTERS, said.LETTERS_HEAD, rows, total=True)


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _compared(report: ModelReport) -> TypedSheet:
    beside = [told for told in (report.before, report.last_year) if told]
    heads = [
        head for head, told in zip(words.COMPARED_HEAD[2:], (report.before, report.last_year), strict=True) if told
    ]
    rows: Rows = [
        (title, *(_compared_cell(name, told) for told in (report.figures, *beside)))
        for name, title in words.COMPARED_ROWS.items()
    ]
    return TypedSheet(said.COMPARED, (*words.COMPARED_HEAD[:2], *heads), rows if beside else [])


def _compared_cell(name: str, figures: Figures) -> TypedCell:
    if name == "share":
        return _content_share(figures.report.ratings)
    return words.compared_count(name, figures)


def _content_share(answers: Answers) -> TypedCell:
    if not answers.n:
        return None
    return words.content_of(answers) / answers.n if reports.may_share(answers) else reports.NO_SHARE


def _months(report: ModelReport) -> TypedSheet:
    rows: Rows = [(words.month_short(one.month), one.registered, one.delivered) for one in report.months]
    return TypedSheet(said.MONTHS, said.MONTHS_HEAD, rows, bars=words.chart_title(len(rows), MOST_BARS))


def _voice(figures: Figures) -> Rows:
    answers = figures.report.ratings
    rows: Rows = [(said.REACTIONS[name], figures.report.reactions[name], None) for name in REACTIONS]
    rows.append((said.VOICE_ROWS["n"], answers.n, None))
    if reports.may_share(answers):
        content = words.content_of(answers)
        rows.append((said.VOICE_ROWS["content"], content, content / answers.n))
        low, high = wilson(content, answers.n)
        rows += [(said.VOICE_ROWS["low"], None, low), (said.VOICE_ROWS["high"], None, high)]
        for score, level in reports.levels(answers):
            n = answers.by_score.get(score, 0)
            rows.append((level, n, n / answers.n))
    rows += [(said.CHANNEL.format(way=way), n, None) for way, n in reports.channel_counts(answers)]
    return rows


def _survey(survey: SurveyCount) -> tuple[TypedCell, ...]:
    days = (date.fromisoformat(survey.began_on), date.fromisoformat(survey.ended_on))
    counts = (surveys.survey_sort(survey), *days, survey.handed, survey.returned, survey.n)
    if not surveys.survey_tells(survey):
        return (*counts, reports.NO_SHARE, None, None, None)
    content = surveys.content_of_survey(survey)
    return (*counts, content, content / survey.n, *wilson(content, survey.n))


def _follow_ups(figures: Figures) -> Rows:
    told = figures.follow_ups
    counts = {"opened": told.opened, "done": told.done, "in_time": told.in_time, "median": told.median}
    rows: Rows = [(said.FOLLOW_UP_ROWS[name], n) for name, n in counts.items() if n is not None]
    outcomes = ((said.OUTCOME.format(outcome=follow_ups.OUTCOMES[one]), told.outcomes.get(one, 0)) for one in OUTCOMES)
    return [*rows, *outcomes]


def _opinions(figures: Figures) -> TypedSheet:
    year = figures.year
    rows: Rows = [(words.FIELDS[field], *(year.opinions[field][answer] for answer in ANSWERS)) for field in FIELDS]
    rows.append((reports.TOTAL, *(year.answered(answer) for answer in ANSWERS)))
    return TypedSheet(said.SESSIONS, words.SESSIONS_HEAD, rows, total=True)


def _meetings(figures: Figures) -> Rows:
    met = ((what, figures.year.meetings[what]) for what in MEETINGS)
    return [(words.MEETINGS[what], one.times, one.n, words.settled_of(what, one.settled)) for what, one in met]


def _further(report: ModelReport) -> Rows:
    year, kept = report.figures.year, report.evidence
    of_year = ("sessions", "citizens", "bodies", "settled", "in_time", "waiting", "late")
    counts = {name: int(getattr(year, name)) for name in of_year}
    counts |= {to: year.commendations[to] for to in COMMENDED}
    counts |= {name: int(getattr(year, name)) for name in ("conduct_told", "conduct_upheld", "conduct_unfounded")}
    counts |= {"letters": kept.letters, "handed": kept.handed}
    rows: Rows = [(said.FURTHER_ROWS[name], n) for name, n in counts.items()]
    files = ((said.FILES.format(what=what), kept.files.get(to, 0)) for to, what in words.FILES.items())
    return [*rows, *((title, n) for title, n in files if n)]


def _units(report: ModelReport) -> TypedSheet:
    def row(name: str, counts: list[int]) -> tuple[TypedCell, ...]:
        return (name, *counts, sum(counts))

    rows = [row(one.name, [one.events.get(event, 0) for event in EVENTS]) for one in report.units]
    sums = [sum(one.events.get(event, 0) for one in report.units) for event in EVENTS]
    told = [*rows, row(reports.TOTAL, sums)] if len(rows) > 1 else []
    return TypedSheet(said.UNITS, words.UNITS_HEAD, told, total=True)


def _texts(report: ModelReport) -> Rows:
    return list(_lines(report))


def _lines(report: ModelReport) -> Iterator[tuple[TypedCell, ...]]:
    for name in TEXTS:
        for line in report.texts.get(name, "").splitlines():
            yield from ((words.TEXT_TITLES[name], part) for part in wrap(line, _TALL))
