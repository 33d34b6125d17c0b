"""Letters that the level above drew by lot: the leader shows who signed for them. Nobody's answer is told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from common.words import check_draw as said
from common.words.labels import LETTER_WORDS, WAY_WORDS
from desk_app.db.check_draws import KeptDraw
from desk_app.db.register import Reading
from desk_app.services.courtesy_letters import addressees
from desk_app.services.lines import act_entry
from desk_app.services.naming import who
from desk_app.services.seat import ACTS_OF, Seat
from desk_app.services.trouble import Mistake
from desk_app.services.waiting import covered_by
from exchange.figures import SIGNATURES


@dataclass(frozen=True, slots=True)
class DrawnLetter:
    """One letter drawn with a receipt, as this register knows it; `who` is empty and `record` (what to open) 0 where it
    holds no such letter. `found` is signed, unsigned or missing, empty until somebody looked."""

    receipt: int
    serial: int
    letter: str
    who: str
    handed_on: date | None
    way: str
    drawn_on: date
    found: str
    shown_on: date | None
    record: int = 0

    @property
    def handed(self) -> str:
        """When and how it was handed over."""
        return said.handed(self.handed_on, WAY_WORDS.get(self.way, ""))

    @property
    def kind(self) -> str:
        """The kind of letter in words."""
        return LETTER_WORDS[self.letter]


@dataclass(frozen=True, slots=True)
class CheckDraw:
    """The check of one desk, for the person at this seat."""

    seat: Seat

    def listed(self) -> tuple[DrawnLetter, ...]:
        """Those still to be shown first, the newest receipt on top."""
        self.seat.may("read")
        with self.seat.reading() as reading:
            drawn = [_looked_up(reading, draw) for draw in reading.check_draws.all()]
        return tuple(sorted(drawn, key=lambda one: (bool(one.found), -one.receipt, one.serial)))

    def may_show(self) -> bool:
        """Whether the person here may say what was found: the leader answers for it."""
        return "district" in ACTS_OF[self.seat.role] and not self.seat.training

    def show(self, receipt: int, serial: int, found: str) -> None:
        """Write down what the leader found of one letter: signed, unsigned or missing. Raises
        Mistake("no-such-draw"), Trouble("not-allowed") for who does not lead."""
        self.seat.may("district")
        if found not in SIGNATURES:
            raise ValueError(found)
        seat = self.seat.still()
        with seat.work() as work:
            mine = (one for one in work.check_draws.all() if (one.receipt, one.serial) == (receipt, serial))
            draw = next(mine, None)
            if draw is None:
                raise Mistake("no-such-draw")
            day = seat.today()
            told = {"receipt": receipt, "serial": serial, "found": found, "shown_on": day.isoformat()}
            work.journal.append(act_entry(seat, "check-shown", seat.subject(), told, {}))
            work.check_draws.show(replace(draw, found=found, shown_on=day))
            work.commit()


def waiting_draws(reading: Reading) -> int:
    """How many letters are still to be shown."""
    return sum(not draw.found for draw in reading.check_draws.all())


def _looked_up(reading: Reading, draw: KeptDraw) -> DrawnLetter:
    letter = reading.overview.letter_of_serial(draw.serial)
    drawn = (draw.drawn_on, draw.found, draw.shown_on)
    if letter is None or letter.kind != draw.letter:
        return DrawnLetter(draw.receipt, draw.serial, draw.letter, "", None, "", *drawn)
    named = addressees(reading, [letter.id])
    rows = tuple(covered_by(reading, [letter]).values())
    name = named[letter.id].who if letter.id in named else who(rows) if rows else ""
    record = letter.covers[0] if letter.covers else -letter.id
    return DrawnLetter(draw.receipt, draw.serial, draw.letter, name, letter.delivered_on, letter.way, *drawn, record)
