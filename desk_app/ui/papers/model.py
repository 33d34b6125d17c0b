"""The papers beside the letters: which one, of which ceremony or quarter, and how it looks; no widget but a picture."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QImage

from common.words import ceremony as day_words
from common.words import desk_papers as paper_words
from common.words import papers_page as said
from common.words.ratings_page import period as quarter_words
from desk_app.services import desk_papers
from desk_app.services.ceremonies import Ceremonies, Ceremony
from desk_app.services.desk import Desk
from desk_app.services.desk_papers import Pair
from desk_app.services.office import office_on, read_letterhead
from desk_app.services.print_desk import picture
from desk_app.services.ratings_view import rating_periods, voices
from desk_app.services.sheet_size import sheets_in

SHOWN_DPI = 96


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One paper in the list."""

    id: str
    name: str
    under: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A paper as it prints, its first sheet as a picture, and how many sheets there are."""

    id: str
    pdf: bytes
    image: QImage
    sheets: int


class PapersModel:
    """`ceremony` is the one whose names are printed (0: none, an empty form), `quarter` that of the board."""

    def __init__(self, desk: Desk) -> None:
        self._seat = desk.seat
        self.days = Ceremonies(desk.seat)
        kind = self.kind()
        self.rows = tuple(PaperRow(id, name.format(kind=kind), under) for id, (name, under) in said.PAPERS.items())
        self.at = 0
        self.ceremony = 0
        self.quarters = tuple(one for one in rating_periods(desk.seat.today()) if "Q" in one)
        self.quarter = self.quarters[0]

    def arrive(self) -> None:
        """The next ceremony that is not over."""
        coming = [one.id for one in self.days.listed() if one.over is None and one.plan.held_on >= self._seat.today()]
        self.ceremony = coming[0] if coming else 0

    @property
    def row(self) -> PaperRow:
        """The paper in view."""
        return self.rows[self.at]

    def draw(self, id: str) -> Drawn:
        """As it prints; slow, so not in the window's thread. Raises Trouble."""
        pdf = self._pdf(id)
        band = picture(pdf, SHOWN_DPI, "colour")
        shape = QImage.Format.Format_RGB888
        image = QImage(band.pixels, band.width, band.height, band.width * band.channels, shape).copy()
        return Drawn(id, pdf, image, sheets_in(pdf))

    def _pdf(self, id: str) -> bytes:
        shown = self._shown()
        if id == "envelopes":
            return desk_papers.envelopes(self._seat, shown.standing if shown else ())
        if id in ("names", "signs"):
            return (desk_papers.name_order if id == "names" else desk_papers.sign_list)(self._seat, shown)
        if id == "board":
            return desk_papers.board(self._seat, self.quarter)
        if id.startswith("slips"):
            return desk_papers.opinion_slips(self._seat, every=id == "slips-long")
        return desk_papers.notice(self._seat)

    def _shown(self) -> Ceremony | None:
        return self.days.open(self.ceremony) if self.ceremony else None

    # ---- what is told

    def note(self) -> str:
        """The line under the list, about the paper in view."""
        if self.row.id in said.OF_CEREMONY:
            shown = self._shown()
            when = day_words.when(shown.plan.held_on, shown.plan.hour) if shown else ""
            return said.OF_DAY.format(when=f"{when[:1].lower()}{when[1:]}") if shown else said.NO_CEREMONY
        if self.row.id == "board":
            told = voices(self._seat, self.quarter)
            figure = paper_words.board_figure(told.content, told.answers.n, told.enough)
            return said.BOARD_NOTE.format(quarter=quarter_words(self.quarter), figure=figure)
        return said.SLIPS_NOTE if self.row.id.startswith("slips") else said.NOTICE_NOTE

    def quarter_name(self) -> str:
        """As people say it."""
        told = quarter_words(self.quarter)
        return f"{told[:1].lower()}{told[1:]}"

    def kind(self) -> str:
        """Xã, Phường or Đặc khu."""
        with self._seat.reading() as reading:
            unit = office_on(read_letterhead(reading.office), self._seat.units, self._seat.today()).unit_name
        return paper_words.kind_of(unit)

    # ---- choices

    def other_days(self) -> dict[str, int]:
        """Ceremonies by the words under which one is chosen, and the empty form."""
        told = {day_words.listed(one.plan.held_on, one.plan.title, one.count): one.id for one in self.days.listed()}
        return {**told, said.NO_DAY: 0}

    def next_quarter(self) -> None:
        """The other one."""
        self.quarter = self.quarters[(self.quarters.index(self.quarter) + 1) % len(self.quarters)]

    def lines(self) -> tuple[Pair, ...]:
        """What was typed for the board of this quarter."""
        return desk_papers.board_lines(self._seat, self.quarter)

    def keep_lines(self, lines: tuple[Pair, ...]) -> bool:
        """Keep them; False where nothing changed. Raises Mistake."""
        if lines == self.lines():
            return False
        desk_papers.keep_board_lines(self._seat, self.quarter, lines)
        return True
