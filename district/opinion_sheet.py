"""Citizens' answers as files to keep: the table of communes on paper, as a workbook, as CSV; names are text, figures
are numbers, and what is too few to be told stands nowhere."""

from collections.abc import Sequence
from datetime import date

from common.dates import place_and_date
from common.paper.flow import Cell, Reach
from common.paper.opinion_sheet import OpinionPaper, opinion_pdf
from common.paper.sheet import Heading
from common.paper.workbook import WorkSheet, workbook
from common.table_file import csv_table
from common.units import UnitTable
from common.words import opinions as words
from common.words.reports import amount
from district.opinions import DESK_CHANNELS, CommuneOpinions, Opinions, OpinionsTable
from district.typefaces import typefaces

HEAD = (*words.HEAD, *words.HEAD_WAYS, words.HEAD_NOTED)


def opinions_xlsx(table: OpinionsTable) -> bytes:
    """The table as an XLSX file."""
    name = words.period_short(table.asked.period)[:31].replace("/", ".")
    return workbook([WorkSheet(name, HEAD, table_rows(table))])


def opinions_csv(table: OpinionsTable) -> bytes:
    """The same as CSV."""
    return csv_table([HEAD, *table_rows(table)])


def table_rows(table: OpinionsTable) -> list[list[str | int]]:
    """The rows of a file, the sum last."""
    rows = [[row.place.code, row.place.official, *_cells(row), row.noted or ""] for row in table.rows]
    return [*rows, ["", words.TOTAL, *_cells(table.whole), ""]]


def opinions_pdf(table: OpinionsTable, units: UnitTable, unit: str, on: date) -> bytes:
    """The table on A4, with the head of the office of that unit."""
    own = units.unit(unit, on) or units.known(unit)[-1]
    above = units.parent(own, on)
    heading = Heading(above.full_name if above else "", own.full_name, place_and_date(own.name, on))
    asked, share = table.asked, table.whole.share
    kind = words.EVERY_KIND if not asked.kind else f"Thư {words.LETTERS[asked.kind]}"
    told = [words.band(share.content, share.n, own.full_name)] if share else []
    ways = (words.ways(table.whole.told.by_channel), words.at_desks(table.whole.tallies))
    notes = [
        f"{row.place.official}: {' '.join(sentence for note in row.notes for sentence in note.sentences)}"
        for row in table.rows
        if row.notes
    ]
    paper = OpinionPaper(
        words.period_short(asked.period),
        f"{words.days(asked.period)}. {kind}.",
        [*map(_paper_row, ((row, row.place.official, table.whole) for row in table.rows)), _sum_row(table.whole)],
        (f"{' '.join(words.FAIR_TOLD)}. {' '.join(told)}", words.NOT_RANKED_TOLD, *ways),
        notes,
    )
    return opinion_pdf(paper, heading, typefaces())


def _cells(one: Opinions) -> list[str | int]:
    share, channels = one.share, one.told.by_channel
    reach = [round(end * 100) for end in share.reach] if share else ["", ""]
    counted: list[str | int] = [
        *(one.prepared if one.prepared is not None else "", one.delivered if one.delivered is not None else ""),
        one.n or words.FEW,
        round(one.rate * 100) if one.rate is not None else "",
        *((share.content, round(share.part * 100)) if share else ("", "")),
        *reach,
    ]
    ways = [channels.get(channel, 0) if share else "" for channel in words.CHANNELS]
    return [*counted, *ways, *(one.tallies[channel] for channel in DESK_CHANNELS)]


def _paper_row(told: tuple[CommuneOpinions, str, Opinions]) -> Sequence[Cell]:
    one, name, whole = told
    return _row(one, name, whole.share.reach if whole.share else None)


def _sum_row(whole: Opinions) -> Sequence[Cell]:
    return _row(whole, words.TOTAL, None)


def _row(one: Opinions, name: str, band: tuple[float, float] | None) -> Sequence[Cell]:
    share, delivered = one.share, one.delivered
    letters = amount(delivered) if delivered is not None else ""
    if share is None:
        return [name, letters, words.FEW, "", "", words.PAPER_FEW]
    rate = words.percent(one.rate) if one.rate is not None else ""
    told = f"{words.percent(share.part)} ({words.reach(share.content, share.n)})"
    return [name, letters, amount(one.n), rate, Reach(share.part, share.reach, band), told]
