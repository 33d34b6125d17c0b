"""What the page of the delivery round knows, without a widget: hamlets, letters, what is taken along."""

from __future__ import annotations

from dataclasses import dataclass, replace

from common.words import delivery_round as said
from common.words.desk_papers import kind_of
from common.words.labels import EVENT_WORDS, LETTER_WORDS
from desk_app.services.delivery_round import DeliveryRound, Hamlet, Stop
from desk_app.services.desk import Desk
from desk_app.services.office import office_on, read_letterhead


@dataclass(frozen=True, slots=True)
class StopRow:
    """A stop as the list shows it."""

    stop: Stop
    event: str
    tag: str

    @property
    def second(self) -> str:
        """Which letter, since when it lies here, why it should wait."""
        one = self.stop
        return said.told(one.kind, one.names, one.printed_on, one.waits)


class RoundModel:
    """What waits stays on the desk unless somebody ticks it; all else is taken along unless the tick is taken away."""

    def __init__(self, desk: Desk) -> None:
        self.round, self._seat = DeliveryRound(desk.seat), desk.seat
        self.hamlets: tuple[Hamlet, ...] = ()
        self.at = 0
        self._turned: set[int] = set()

    def refresh(self) -> None:
        """Read again; the hamlet in front stays where it still has letters."""
        front = self.hamlet.name if self.hamlet else None
        self.hamlets = self.round.hamlets()
        names = [one.name for one in self.hamlets]
        self.at = names.index(front) if front in names else min(self.at, max(len(names) - 1, 0))

    @property
    def hamlet(self) -> Hamlet | None:
        """The one in front."""
        return self.hamlets[self.at] if self.at < len(self.hamlets) else None

    def rows(self) -> tuple[StopRow, ...]:
        """The stops of the hamlet in front."""
        return tuple(_row(stop) for stop in self.hamlet.stops) if self.hamlet else ()

    def taken(self, stop: Stop) -> bool:
        """Whether it is taken along."""
        return bool(stop.waits) is (stop.letter in self._turned)

    def tick(self, stop: Stop, on: bool) -> bool:
        """Take it along, or leave it on the desk."""
        self._turned.discard(stop.letter)
        if on is bool(stop.waits):
            self._turned.add(stop.letter)
        return True

    def going(self) -> tuple[Hamlet, ...]:
        """The hamlets with what is taken along to each."""
        each = (replace(one, stops=tuple(stop for stop in one.stops if self.taken(stop))) for one in self.hamlets)
        return tuple(one for one in each if one.stops)

    def letters(self) -> tuple[int, ...]:
        """Everything that is taken along."""
        return tuple(stop.letter for one in self.going() for stop in one.stops)

    def only_here(self) -> None:
        """Take along nothing but what goes to the hamlet in front."""
        for number, hamlet in enumerate(self.hamlets):
            for stop in hamlet.stops:
                self.tick(stop, number == self.at and not stop.waits)

    def handed(self, reaction: str, together: str) -> int:
        """The round is over; how many letters."""
        count = self.round.handed(self.letters(), reaction, together)
        self._turned.clear()
        self.refresh()
        return count

    def usual_company(self) -> str:
        """Who usually goes along (seed 002)."""
        with self._seat.reading() as reading:
            unit = office_on(read_letterhead(reading.office), self._seat.units, self._seat.today()).unit_name
        return said.TOGETHER_USUAL.format(kind=kind_of(unit).lower())


def _row(stop: Stop) -> StopRow:
    event = "death" if stop.kind == "death" else stop.kind
    return StopRow(stop, event, EVENT_WORDS.get(stop.kind) or LETTER_WORDS[stop.kind])
