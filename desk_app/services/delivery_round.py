"""Đi trao tại nhà: letters on paper that nobody handed over yet, by hamlet, as somebody walks from house to house."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from common.names import sort_key, tidy
from common.words import delivery_round as said
from desk_app.db.overview import LetterLine
from desk_app.db.register import Reading
from desk_app.db.registrations import Kept
from desk_app.services.addressed import Addressed, addressed, courtesy_to
from desk_app.services.ceremony_offers import taken_in
from desk_app.services.delivery import Delivery, Given
from desk_app.services.mourning import Mourning
from desk_app.services.seat import Seat
from desk_app.services.waiting import covered_by, held_on_paper

MOST = 1000


@dataclass(frozen=True, slots=True)
class Stop:
    """One letter and the family it is brought to. `names` are those of the children; `waits` says why it should stay on
    the desk for now ("" when it may go)."""

    letter: int
    kind: str
    to: Addressed
    names: tuple[str, ...]
    hamlet: str
    printed_on: date | None
    waits: str = ""


@dataclass(frozen=True, slots=True)
class Hamlet:
    """The stops of one hamlet in the order of names; `name` "" where no hamlet was written down."""

    name: str
    stops: tuple[Stop, ...]

    @property
    def free(self) -> tuple[Stop, ...]:
        """What may be taken along."""
        return tuple(stop for stop in self.stops if not stop.waits)


@dataclass(frozen=True, slots=True)
class DeliveryRound:
    """What lies on the desk of whoever sits here."""

    seat: Seat

    def hamlets(self) -> tuple[Hamlet, ...]:
        """Every hamlet with letters for it, by name; those without a hamlet last."""
        with self.seat.reading() as reading:
            stops = list(self._stops(reading))
        # With their marks: Đông and Đồng are two hamlets.
        groups: dict[str, list[Stop]] = {}
        for stop in stops:
            groups.setdefault(tidy(stop.hamlet).lower(), []).append(stop)
        named = [Hamlet(found[0].hamlet, tuple(sorted(found, key=_by_name))) for found in groups.values()]
        return tuple(sorted(named, key=lambda one: (not one.name, *_by_words(one.name))))

    def handed(self, letters: Sequence[int], reaction: str, together: str) -> int:
        """The whole round was brought home, in one act; how many letters. Raises Mistake("letter-not-printed")."""
        Delivery(self.seat).hand_over(letters, Given("home", reaction, together))
        return len(letters)

    def _stops(self, reading: Reading) -> Iterator[Stop]:
        today = self.seat.today()
        lines = (*reading.overview.letters_lying(today, MOST), *reading.overview.letters_printed(today, MOST))
        covered, taken = covered_by(reading, lines), taken_in(reading, self.seat.today())
        mourned = self.seat.mourners.now(reading, today)
        for line in lines:
            rows = [row for id in line.covers if (row := covered.get(id)) and row.state == "live"]
            marks = {("letter", line.id), *(("registration", row.id) for row in rows)}
            held = held_on_paper(reading, line, rows, (today, self.seat.mourners))
            waits = held or _waits(line, rows, mourned) or (said.IN_CEREMONY if marks & taken else "")
            stop = _stop(reading, line, rows, waits)
            if stop:
                yield stop


def _stop(reading: Reading, line: LetterLine, rows: Sequence[Kept], waits: str) -> Stop | None:
    """None where everything it covers went."""
    if not line.covers:
        to = courtesy_to(reading, line.id)
        return Stop(line.id, line.kind, to, (), "", line.printed_on, waits) if to else None
    if not rows:
        return None
    found = [row.registration for row in rows]
    hamlet = next((one.hamlet for one in found if one.hamlet), "")
    names = tuple(name.text for one in found for name in one.principals()) if line.kind == "birth" else ()
    return Stop(line.id, line.kind, addressed(found), names, hamlet, line.printed_on, waits)


def _waits(line: LetterLine, rows: Sequence[Kept], mourned: Mourning) -> str:
    if rows and mourned.of([row.registration for row in rows]):
        return said.IN_MOURNING
    return said.STALE if line.stale else ""


def _by_words(hamlet: str) -> tuple[bytes, ...]:
    """A place is sorted from its first word on, other than a person."""
    return tuple(sort_key(word) for word in hamlet.lower().split())


def _by_name(stop: Stop) -> tuple[bytes, int]:
    return (sort_key(stop.to.name) if stop.to.name else b"", stop.letter)
