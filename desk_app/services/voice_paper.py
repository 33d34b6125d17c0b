"""The sheet of citizens' answers of a period on A4, with the figures of the page."""

from __future__ import annotations

from collections.abc import Iterator

from common.counts import wilson
from common.dates import place_and_date
from common.paper.flow import Reach
from common.paper.sheet import Heading
from common.paper.voice_sheet import Range, VoiceSheet, voice_sheet_pdf
from common.words import ratings_page as said
from common.words.reports import levels
from desk_app.services.letter_ways import way_cells, ways_sum
from desk_app.services.office import office_on, read_letterhead
from desk_app.services.ratings_view import Voices, voices
from desk_app.services.seat import Seat
from desk_app.services.typefaces import typefaces


def voice_paper(seat: Seat, period: str) -> bytes:
    """The sheet of a period such as "2026-Q4@quy-14" as PDF. It names nobody."""
    shown = voices(seat, period)
    with seat.reading() as reading:
        office = office_on(read_letterhead(reading.office), seat.units, seat.today())
    answers = shown.answers
    told = levels(answers) if shown.enough else ()
    counts = [(word, answers.by_score.get(score, 0)) for score, word in told]
    sheet = VoiceSheet(
        heading=Heading(office.parent_name, office.unit_name, place_and_date(office.place, seat.today())),
        period=said.period_on_paper(shown.period, seat.today()),
        ways=[*map(way_cells, shown.ways), ways_sum(shown)],
        share=_share(shown),
        levels=[(word, said.count(n), n / answers.n) for word, n in counts],
        kinds=[
            _range(said.kinds(one.kinds, len(said.ALL_LETTERS)), one.content, one.n)
            for one in (shown.kinds if shown.enough else ())
        ],
        quarters=[_range(said.quarter(one.period), one.content, one.n) for one in shown.quarters],
        lines=tuple(_lines(shown)),
    )
    return voice_sheet_pdf(sheet, typefaces())


def _share(shown: Voices) -> str:
    n = shown.answers.n
    if not shown.enough:
        return f"{said.CONTENT}: {said.TOO_FEW}, {said.TOO_FEW_UNDER}."
    mixed = f" {said.MIXED}" if shown.mixed else ""
    return f"{said.CONTENT}: {said.out_of(shown.content, n)} góp ý, {said.share(shown.content, n)}.{mixed}"


def _range(name: str, content: int, n: int) -> Range:
    if n < said.FEWEST_HANDED:
        return Range(name, "", said.TOO_FEW)
    part, reach = said.kind_share(content, n)
    return Range(name, said.count(n), f"{part} {reach}", Reach(content / n, wilson(content, n)))


def _lines(shown: Voices) -> Iterator[str]:
    told = (
        said.tasks(shown.follow_ups),
        said.reasons(shown.reasons) if shown.enough else "",
        said.at_desk(shown.at_desk),
        said.ways_note(shown.by_channel, shown.waiting),
    )
    yield from (line for line in told if line)
