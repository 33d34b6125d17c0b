"""What the page "Sổ trao thư" knows without a widget: what is asked for, the rows, which of them are chosen."""

from __future__ import annotations

from collections.abc import Mapping

from common.counts import LETTERS
from common.words import deliveries as said
from common.words.labels import LETTER_WORDS, REACTION_WORDS, WAY_WORDS
from common.words.print_paper import LETTERS as LETTERS_SHORT
from desk_app.services.delivery_log import ALL, GIVEN, STATES, DeliveryLog, Log, LogRow, periods
from desk_app.services.seat import Seat

TONES = {"given": "sen", "waiting": "", "returned": "hoe"}


class LogModel:
    """The page's memory. Ticks stay while the letters are in the list."""

    def __init__(self, seat: Seat) -> None:
        self._log, self._today = DeliveryLog(seat), seat.today
        self.state, self.kind, self.period = ALL, "", periods(seat.today())[0]
        self.log: Log | None = None
        self.ticked: set[int] = set()

    @property
    def rows(self) -> tuple[LogRow, ...]:
        """What is shown."""
        return self.log.rows if self.log else ()

    def read(self) -> None:
        """Read again. Raises Trouble."""
        self.log = self._log.log(self.period, self.state, self.kind)
        self.ticked &= {row.letter for row in self.rows}

    def periods(self) -> Mapping[str, str]:
        """The periods offered, by code."""
        return {code: said.period_named(code) for code in periods(self._today())}

    @staticmethod
    def kinds() -> Mapping[str, str]:
        """Kinds of letters offered, by code."""
        return {"": said.EVERY_KIND, **{kind: LETTER_WORDS[kind] for kind in LETTERS}}

    def ask(self, place: int) -> None:
        """Another part of the log."""
        self.state = STATES[place]

    def tick(self, row: LogRow) -> None:
        """Choose a row, or no longer."""
        self.ticked ^= {row.letter}

    def meant(self, row: LogRow | None) -> tuple[LogRow, ...]:
        """The rows an act is about: those chosen, else the one under the bar."""
        chosen = tuple(one for one in self.rows if one.letter in self.ticked)
        return chosen or ((row,) if row else ())

    @property
    def totals(self) -> str:
        """The figures of the period in one line, as the report counts them."""
        if self.log is None:
            return ""
        totals = self.log.totals
        count = sum(totals.delivered.values())
        kinds, ways = _listed(totals.delivered, LETTERS_SHORT), _listed(totals.ways, WAY_WORDS)
        given = [said.GIVEN_ALL.format(n=count), kinds, ways, _listed(totals.reactions, REACTION_WORDS)]
        here = said.waiting_now(totals.waiting, totals.returned)
        return "\n".join(line for line in (said.BREAK.join(part for part in given if part), here) if line)


def _listed(counts: Mapping[str, int], named: Mapping[str, str]) -> str:
    return ", ".join(f"{named[code]} {counts[code]}" for code in named if counts.get(code))


def day(row: LogRow) -> str:
    """The day of the last step."""
    return row.shown_day


def how(row: LogRow) -> str:
    """The way, or that it lies here."""
    return row.how


def beside(row: LogRow) -> str:
    """Who went along, and what came back."""
    together = said.TOGETHER.format(who=row.together) if row.together and row.state == GIVEN else ""
    return " · ".join(part for part in (together, row.returned) if part)


def proof(row: LogRow) -> str:
    """Where the evidence lies."""
    return said.EVIDENCE.format(what=row.evidence) if row.evidence and row.state == GIVEN else ""
