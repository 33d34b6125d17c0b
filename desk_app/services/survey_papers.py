"""The papers of a survey: slips to copy, the list of where they went, the result to print or as a table."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from common.dates import place_and_date
from common.names import tidy
from common.paper.listed_sheet import ListedSheet, listed_pdf
from common.paper.sheet import Heading
from common.paper.survey_sheet import SurveySheet, survey_sheet_pdf
from common.paper.survey_slip import AskedOnPaper, SurveySlip, survey_slips_pdf
from common.paper.workbook import WorkSheet, workbook
from common.words import survey_papers as said
from common.words import surveys as told
from common.words.reports import COMMITTEE, amount, share
from common.words.slips import agency
from desk_app.domain.office import Office
from desk_app.services.office import office_on, read_letterhead
from desk_app.services.seat import Seat
from desk_app.services.survey_kept import plan_of, questions_of, read_survey
from desk_app.services.survey_results import PlaceRow, Survey, survey_of
from desk_app.services.typefaces import typefaces

_NAME = 22
"""Letters of a place's name on a line of the result."""
_LIST_WIDTHS = (11.0, 58.0, 18.0, 18.0, 21.0, 52.0)


def paper(seat: Seat, id: int, what: str, place: str = "") -> bytes:
    """`what` (slips-a5, slips-a4, list, result) as a PDF; `place` is printed on slips only where it is wished. Raises
    Mistake("no-such-survey")."""
    seat.may("read")
    survey, office = _read(seat, id)
    if what == "list":
        return _list(seat, survey, office)
    if what == "result":
        return survey_sheet_pdf(_result(seat, survey, office), typefaces())
    return _slips(seat, id, (survey, office), (tidy(place), what == "slips-a4"))


def result_table(seat: Seat, id: int) -> bytes:
    """The result as XLSX: counts are numbers, never text."""
    seat.may("read")
    one, _ = _read(seat, id)
    plan = one.plan
    values: tuple[str | int, ...] = (
        plan.name,
        said.sort_line(plan.kind, plan.by, plan.by_name, plan.respondents),
        told.days(plan.begun_on, plan.planned_on, one.ended_on),
        *(one.handed, one.returned, one.spoiled, one.spread.n),
    )
    places = [(row.name, row.handed, row.returned, row.spoiled, row.typed, *_cells(row)) for row in one.places]
    levels = [(words, one.spread.by_score.get(score, 0)) for score, words in one.levels] if one.enough else []
    asked = [(each.question.say(), choice.say(), n) for each in one.asked for choice, n in each.counts]
    return workbook(
        [
            WorkSheet(said.SHEET_FACTS, said.FACTS_HEAD, list(zip(said.FACTS, values, strict=True))),
            WorkSheet(said.SHEET_PLACES, (told.PLACES[plan.respondents], *said.TABLE_PLACE_HEAD), places),
            WorkSheet(said.SHEET_LEVELS, said.LEVEL_HEAD[:2], levels or [(told.TOO_FEW, one.spread.n)]),
            WorkSheet(said.SHEET_ASKED, said.ASKED_HEAD, asked),
        ]
    )


def _cells(row: PlaceRow) -> tuple[str | int, str]:
    if row.spread is None:
        return told.untold(row.typed), ""
    return row.spread.content, told.share(row.spread.content, row.spread.n)


def _read(seat: Seat, id: int) -> tuple[Survey, Office]:
    with seat.reading() as reading:
        survey = survey_of(reading, read_survey(reading, id), seat.today())
        return survey, office_on(read_letterhead(reading.office), seat.units, seat.today())


def _slips(seat: Seat, id: int, about: tuple[Survey, Office], how: tuple[str, bool]) -> bytes:
    (survey, office), (place, large) = about, how
    with seat.reading() as reading:
        asked = questions_of(reading, plan_of(read_survey(reading, id)))
    questions = [
        AskedOnPaper(each.say(), tuple(choice.say() for choice in each.choices))
        for each in (asked.overall, *asked.more)
    ]
    plan = survey.plan
    slip = SurveySlip(
        agency=agency(office.unit_name),
        asker=said.asker(plan.by, plan.by_name, f"{COMMITTEE} {office.unit_name}"),
        name=plan.name,
        questions=questions,
        place=place,
    )
    return survey_slips_pdf(slip, typefaces(), large)


def _list(seat: Seat, one: Survey, office: Office) -> bytes:
    plan = one.plan
    rows = [
        (f"{at}", row.name, *(amount(n) if n else "" for n in (row.handed, row.returned, row.spoiled)), "")
        for at, row in enumerate(one.places, 1)
    ]
    sheet = ListedSheet(
        agency=agency(office.unit_name),
        dated=place_and_date(office.place, seat.today()),
        title=said.LIST_TITLE,
        under=said.list_under(plan.name, plan.begun_on, plan.planned_on),
        head=said.list_head(plan.respondents),
        widths=_LIST_WIDTHS,
        rows=rows,
        notes=(said.LIST_NOTE,),
        name=said.LIST,
    )
    return listed_pdf([sheet], typefaces())


def _result(seat: Seat, one: Survey, office: Office) -> SurveySheet:
    plan, n = one.plan, one.spread.n
    sort = (plan.kind, plan.by, plan.by_name, plan.respondents)
    opening = said.opening(plan.name, sort, (plan.begun_on, plan.planned_on, one.ended_on))
    counts = [(words, one.spread.by_score.get(score, 0)) for score, words in one.levels if one.enough]
    levels = tuple((words, amount(count), share(count, n), count / n) for words, count in counts)
    return SurveySheet(
        heading=Heading(office.parent_name, office.unit_name, place_and_date(office.place, seat.today())),
        opening=f"{opening} {said.NOT_CLOSED}" if not one.closed else opening,
        returned=said.returned(one.returned, one.handed, one.spoiled, n),
        place_title=told.PLACES[plan.respondents],
        places=tuple(_places(one)),
        share=said.share_line(one.spread.content, n, one.enough),
        levels=levels,
        asked=tuple(_asked(one)),
        before=_before(one),
    )


def _places(one: Survey) -> Iterator[tuple[str, ...]]:
    for row in one.places:
        first, *more = wrap(row.name, _NAME) or [row.name]
        yield _place(first, row, _content(row) if row.spread else told.untold(row.typed))
        yield from ((f"    {line}", *([""] * len(said.PLACE_HEAD))) for line in more)
    total = PlaceRow(0, said.TOTAL, one.handed, one.returned, one.spoiled, one.spread.n, one.spread)
    if one.places:
        yield _place(said.TOTAL, total, _content(total) if one.enough else told.TOO_FEW)


def _place(name: str, row: PlaceRow, content: str) -> tuple[str, ...]:
    counts = (amount(row.spoiled), amount(row.typed))
    return (name, amount(row.handed), amount(row.returned), told.rate(row.returned, row.handed), *counts, content)


def _content(row: PlaceRow) -> str:
    """The share and its range, short: 80% (55–93)."""
    if row.spread is None:
        return ""
    percent, _, span = told.share(row.spread.content, row.spread.n).partition(", khoảng ")
    return f"{percent} ({span.removesuffix('%').replace(' đến ', '–')})"


def _asked(one: Survey) -> Iterator[tuple[str, str]]:
    for each in one.asked:
        counts = " · ".join(f"{choice.say()} {amount(n)} ({share(n, each.n)})" for choice, n in each.counts)
        if each.n:
            yield f"{each.question.say()} (n = {amount(each.n)})", counts or told.TOO_FEW


def _before(one: Survey) -> str:
    then = one.before
    if then is None or not (one.enough and then.enough):
        return ""
    here, there = ((each.spread.content, each.spread.n) for each in (one, then))
    return told.compared(here, there, then.plan.name)
