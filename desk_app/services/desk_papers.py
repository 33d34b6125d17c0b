"""The papers beside the letters: for a ceremony, for a round from house to house, for the wall and for the box."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from common.dates import place_and_date
from common.names import tidy
from common.paper.envelope import Envelope, envelopes_pdf
from common.paper.listed_sheet import ListedSheet, listed_pdf
from common.paper.name_order import Called, NameOrder, name_order_pdf
from common.paper.opinion_slip import opinion_slips_pdf
from common.paper.wall_sheet import Board, Notice, board_pdf, notice_pdf
from common.words import ceremony as day_words
from common.words import desk_papers as said
from common.words.ratings_page import period as quarter_words
from common.words.slips import agency
from desk_app.db.register import Reading
from desk_app.domain.office import Office
from desk_app.services.board_proposals import BOARD, has_number, proposals
from desk_app.services.ceremony_lines import Ceremony, Line
from desk_app.services.delivery_round import Hamlet, Stop
from desk_app.services.office import office_on, read_letterhead
from desk_app.services.question_sets import set_in_force
from desk_app.services.ratings_view import voices
from desk_app.services.seat import Seat
from desk_app.services.trouble import Mistake
from desk_app.services.typefaces import typefaces
from desk_app.sync.link import IN_FORCE, read_link

_ROUND_WIDTHS = (12.0, 66.0, 44.0, 56.0)
_SIGN_WIDTHS = (12.0, 62.0, 46.0, 22.0, 36.0)
Pair = tuple[str, str]
"""What people said, and what the office did."""


@dataclass(frozen=True, slots=True)
class _Head:
    office: Office
    agency: tuple[str, str]
    dated: str


def envelopes(seat: Seat, lines: Sequence[Line | Stop], address: bool = False) -> bytes:
    """An envelope C5 for each of these; `address` only where somebody asked for it. Without lines one envelope with
    the office alone."""
    with seat.reading() as reading:
        head = _head(seat, reading, seat.today())
    made = [Envelope(line.to.lines, line.to.address if address else "") for line in lines] or [Envelope(())]
    return envelopes_pdf(head.agency, made, typefaces(), said.ENVELOPE)


def sign_list(seat: Seat, ceremony: Ceremony | None) -> bytes:
    """Who signs for which letter, in the order of the ceremony; without one an empty list to fill by hand."""
    day = ceremony.plan.held_on if ceremony else seat.today()
    with seat.reading() as reading:
        head = _head(seat, reading, seat.today())
    lines = ceremony.coming if ceremony else ()
    rows = [
        (f"{number}", "\n".join(line.to.lines) or line.who, said.letter(line.kind, line.names), said.short_day(day), "")
        for number, line in enumerate(lines, 1)
    ]
    under = _under(ceremony) if ceremony else ""
    sheet = ListedSheet(
        head.agency, head.dated, said.SIGNS_TITLE, under, said.SIGNS_HEAD, _SIGN_WIDTHS, rows, name=said.SIGNS
    )
    return listed_pdf([sheet], typefaces())


def name_order(seat: Seat, ceremony: Ceremony | None) -> bytes:
    """The names in the order in which they are read aloud."""
    with seat.reading() as reading:
        head = _head(seat, reading, seat.today())
    lines = ceremony.coming if ceremony else ()
    called = [
        Called(number, line.names, line.readings, said.parents(line.to.line) if _of_parents(line) else "")
        for number, line in enumerate(lines, 1)
    ]
    title = (ceremony.plan.title if ceremony else "") or said.NAMES_TITLE
    return name_order_pdf(
        NameOrder(head.agency, head.dated, title.upper(), _under(ceremony) if ceremony else "", called), typefaces()
    )


def round_sheets(seat: Seat, hamlets: Sequence[Hamlet], together: str, address: bool = False) -> bytes:
    """A list for each hamlet, each on sheets of its own; `address` only where somebody asked for it."""
    with seat.reading() as reading:
        head = _head(seat, reading, seat.today())
    sheets = [
        ListedSheet(
            agency=head.agency,
            dated=head.dated,
            title=said.ROUND_TITLE,
            under=said.round_under(hamlet.name, len(hamlet.stops), tidy(together)),
            head=said.ROUND_HEAD,
            widths=_ROUND_WIDTHS,
            rows=[_visit(number, stop, address) for number, stop in enumerate(hamlet.stops, 1)],
            notes=(said.ROUND_NOTE,),
            name=said.ROUND,
        )
        for hamlet in hamlets
    ]
    return listed_pdf(sheets, typefaces())


def _visit(number: int, stop: Stop, address: bool) -> tuple[str, ...]:
    home = (stop.to.address,) if address and stop.to.address else ()
    return f"{number}", "\n".join((*stop.to.lines, *home)), said.letter(stop.kind, stop.names), ""


def opinion_slips(seat: Seat, every: bool = False) -> bytes:
    """Four slips on a sheet out of the question set in force; `every`: two that ask every question."""
    with seat.reading() as reading:
        head, questions = _head(seat, reading, seat.today()), set_in_force(reading)
    return opinion_slips_pdf(head.agency, typefaces(), questions, every)


def board_lines(seat: Seat, quarter: str) -> tuple[Pair, ...]:
    """What was typed for this quarter ("2026-Q4"), three pairs, empty ones too; before anything was, what was done
    after opinions and may be told."""
    with seat.reading() as reading:
        kept = json.loads(reading.office.get(BOARD) or "{}").get(quarter)
        offered = proposals(reading, quarter) if kept is None else ()
    typed = [(str(heard), str(done)) for heard, done in kept or offered]
    return tuple((typed + [("", "")] * said.BOARD_LINES)[: said.BOARD_LINES])


def keep_board_lines(seat: Seat, quarter: str, lines: Sequence[Pair]) -> None:
    """Keep them; raises Mistake: board-line-too-long, board-has-a-number where somebody could be found by it."""
    seat.may("letters")
    typed = [[tidy(heard), tidy(done)] for heard, done in lines]
    if any(len(text) > said.LONGEST_LINE for pair in typed for text in pair):
        raise Mistake("board-line-too-long", {"limit": str(said.LONGEST_LINE)})
    if any(has_number(text) for pair in typed for text in pair):
        raise Mistake("board-has-a-number")
    with seat.work() as work:
        kept = json.loads(work.office.get(BOARD) or "{}")
        work.office.put(BOARD, json.dumps({**kept, quarter: typed}, ensure_ascii=False, sort_keys=True))
        work.commit()


def board(seat: Seat, quarter: str) -> bytes:
    """What the office mended, with the figure of that quarter's answers."""
    told = voices(seat, quarter)
    with seat.reading() as reading:
        head = _head(seat, reading, seat.today())
    kind = said.kind_of(head.office.unit_name)
    sheet = Board(
        agency=head.agency,
        dated=head.dated,
        title=said.board_title(kind),
        under=quarter_words(quarter),
        labels=said.board_labels(kind),
        lines=board_lines(seat, quarter),
        figure=said.board_figure(told.content, told.answers.n, told.enough),
        note=said.BOARD_NOTE if told.enough else said.BOARD_FEW,
    )
    return board_pdf(sheet, typefaces())


def notice(seat: Seat) -> bytes:
    """What is kept about people here, why, how long, whom to ask, how to say no to a letter."""
    with seat.reading() as reading:
        head = _head(seat, reading, seat.today())
        tie = read_link(reading.office.get(IN_FORCE))
    office = head.office
    ask = said.ask_whom(office.officer, office.officer_title if office.officer else "", office.phone)
    travel = bool(tie and tie.sends_register)
    sheet = Notice(
        agency=head.agency,
        dated=head.dated,
        title=said.NOTICE_TITLE,
        under=said.NOTICE_UNDER,
        sections=said.notice_sections(office.unit_name, travel, ask),
    )
    return notice_pdf(sheet, typefaces())


def _of_parents(line: Line) -> bool:
    """Whether others than those named come forward."""
    return line.kind == "birth" and not any(name in line.to.line for name in line.names)


def _under(ceremony: Ceremony) -> str:
    plan = ceremony.plan
    told = (day_words.when(plan.held_on, plan.hour), plan.place)
    return ". ".join(one for one in told if one)


def _head(seat: Seat, reading: Reading, day: date) -> _Head:
    office = office_on(read_letterhead(reading.office), seat.units, day)
    return _Head(office, agency(office.unit_name), place_and_date(office.place, day))
